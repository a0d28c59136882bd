import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: captions are edited in a dialog whose request nobody has described.
// No "switch" case: there is one heart and no other reaction.
// No "draft" case: drafts stay in the app.

const origin = 'https://www.instagram.com';
// 3865890235180097425 is DWmZq_Aj5-R: a real pair.
const posts = {
  a: { pk: '3865890235180097425', code: 'DWmZq_Aj5-R' },
  b: { pk: '3865890235180097426', code: 'DWmZq_Aj5-S' },
  c: { pk: '3865890235180097427', code: 'DWmZq_Aj5-T' },
  d: { pk: '3865890235180097428', code: 'DWmZq_Aj5-U' },
};
const at = (code: string) => `${origin}/p/${code}/`;

const nav = `<div><span aria-describedby=":r1:"><a role="link" href="/nora.fields/"><img alt="portrait"><span>Profile</span></a></span></div>`;
const icon = (label: string, size = 24) =>
  `<div role="button" tabindex="0"><svg aria-label="${label}" role="img" height="${size}" width="${size}"></svg></div>`;
const comment = (code: string, id: string) => `<ul><li><h3><a href="/tomtom/">tomtom</a></h3> Lovely
  <a href="/p/${code}/c/${id}/"><time>1 h</time></a> ${icon('Like', 12)}</li></ul>`;
const article = (code: string, done: string[] = [], inside = '') => `<article>
  <header><a href="/ada.birds/">ada.birds</a></header><img alt="">
  <section>${icon(done.includes('Unlike') ? 'Unlike' : 'Like')}${icon('Comment')}${icon('Repost')}
  ${icon(done.includes('Remove') ? 'Remove' : 'Save')}</section>
  <a href="/p/${code}/"><time>2 h</time></a> <a href="/explore/tags/birds/">#birds</a> ${inside}
  <form method="post"><textarea aria-label="Add a comment"></textarea><div role="button" id="send">Post</div></form></article>`;
const feed = (...inside: string[]) => `${nav}<main>${inside.join('')}</main>`;

const graphql = (name: string, variables: object, path = '/graphql/query'): RecordedRequest => ({
  url: path,
  form: { av: '17841400000000000', fb_api_req_friendly_name: name, variables: JSON.stringify(variables), doc_id: '9' },
  by: 'xhr',
  answer: { type: 'application/json', body: '{"data":{}}' },
});
const rest = (url: string, form: Record<string, string> = {}): RecordedRequest => ({ url, form, by: 'xhr' });
const turns = (from: string, to: string, within = ''): PageChange => ({
  select: `${within}svg[aria-label="${from}"]`,
  set: { 'aria-label': to },
});
const press = (label: string, within = '') => [{ click: `${within}[role="button"]:has(svg[aria-label="${label}"])` }];

export default defineCases([
  {
    name: 'likes a post in the feed',
    about: 'do',
    page: { url: `${origin}/`, html: feed(article(posts.a.code), article(posts.b.code)) },
    act: press('Like', 'article:first-of-type '),
    sends: [graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk })],
    shows: [turns('Like', 'Unlike', 'article:first-of-type ')],
    expect: [
      {
        kind: 'like',
        object: { url: at(posts.a.code), id: posts.a.pk },
        to: { name: 'ada.birds', url: `${origin}/ada.birds/` },
        account: 'nora.fields',
        topics: ['birds'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back by the newer operation',
    about: 'undo',
    page: { url: `${origin}/`, html: feed(article(posts.a.code, ['Unlike'])) },
    after: ['likes a post in the feed'],
    act: press('Unlike'),
    sends: [graphql('usePolarisLikeMediaXIGUnlikeMutation', { input: { media_id: posts.a.pk } }, '/api/graphql')],
    shows: [turns('Unlike', 'Like')],
    expect: [{ kind: 'like', undo: true, object: { url: at(posts.a.code) }, level: 'confirmed' }],
  },
  {
    name: 'likes by the newest operation, number and owner together',
    about: 'layout',
    page: { url: `${origin}/`, html: feed(article(posts.b.code)) },
    act: press('Like'),
    sends: [graphql('PolarisAPILikePostMutation', { input: { media_id: `${posts.b.pk}_123456` } }, '/api/graphql/')],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: at(posts.b.code), id: posts.b.pk }, level: 'confirmed' }],
  },
  {
    name: 'likes through the older interface, in another language',
    about: 'layout',
    page: { url: at(posts.c.code), html: feed(article(posts.c.code).replace('"Like"', '"Gefällt mir"')) },
    act: press('Gefällt mir'),
    sends: [rest(`/api/v1/web/likes/${posts.c.pk}/like/`)],
    shows: [turns('Gefällt mir', 'Gefällt mir nicht mehr')],
    expect: [{ kind: 'like', object: { url: at(posts.c.code) }, level: 'accepted' }],
  },
  {
    name: 'takes a like back through the older interface',
    about: 'undo',
    page: { url: at(posts.c.code), html: feed(article(posts.c.code, ['Unlike'])) },
    after: ['likes through the older interface, in another language'],
    act: press('Unlike'),
    sends: [rest(`/api/v1/web/likes/${posts.c.pk}/unlike/`)],
    shows: [turns('Unlike', 'Like')],
    expect: [{ kind: 'like', undo: true, object: { url: at(posts.c.code) } }],
  },
  {
    name: 'likes with a key, without any button',
    about: 'keyboard',
    page: { url: at(posts.d.code), html: feed(article(posts.d.code)) },
    act: [{ press: 'l' }],
    sends: [graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.d.pk })],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: at(posts.d.code) } }],
  },
  {
    name: 'a like that is answered with a page and taken back',
    about: 'refusal',
    page: { url: `${origin}/`, html: feed(article(posts.a.code)) },
    act: press('Like'),
    sends: [{ ...rest(`/api/v1/web/likes/${posts.a.pk}/like/`), answer: { type: 'text/html', body: '<html></html>' } }],
    shows: [turns('Like', 'Unlike')],
    then: [turns('Unlike', 'Like')],
    expect: [],
  },
  {
    name: 'one press that sends the like to both endpoints counts once',
    about: 'double',
    page: { url: `${origin}/`, html: feed(article(posts.a.code)) },
    act: press('Like'),
    sends: [
      graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk }),
      graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk }, '/api/graphql'),
    ],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: at(posts.a.code) } }],
  },
  {
    name: 'a script of the page presses the heart',
    about: 'synthetic',
    page: { url: `${origin}/`, html: feed(article(posts.a.code)) },
    act: [{ synthetic: '[role="button"]:has(svg[aria-label="Like"])' }],
    sends: [graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk })],
    shows: [turns('Like', 'Unlike')],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: { url: at(posts.a.code), html: `<a href="/accounts/login/">Log in</a><main>${article(posts.a.code)}</main>` },
    act: press('Like'),
    sends: [graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk })],
    expect: [],
  },
  {
    name: 'reads that are sent by POST are no acts',
    about: 'look-alike',
    page: { url: `${origin}/`, html: feed(article(posts.a.code)) },
    act: press('Comment'),
    sends: [
      graphql('PolarisPostCommentsPaginationQuery', { media_id: posts.a.pk }),
      graphql('PolarisLikeMediaLikersQuery', { media_id: posts.a.pk }),
      graphql('PolarisStoriesV3SeenMutation', { reelMediaId: posts.a.pk }),
      rest('/ajax/bz', { q: '[{"like":1}]' }),
    ],
    expect: [],
  },
  {
    name: 'a message to somebody is private',
    about: 'private',
    page: { url: `${origin}/direct/t/1234/`, html: feed('<div role="textbox" contenteditable="true">hi</div>') },
    act: [{ press: 'Enter', in: '[role="textbox"]' }],
    sends: [
      graphql('IGDirectTextSendMutation', { ig_thread_igid: '1234' }),
      graphql('usePolarisLikeMediaLikeMutation', { media_id: posts.a.pk }),
    ],
    expect: [],
  },
  {
    name: 'comments on a post with Enter',
    about: 'keyboard',
    page: { url: at(posts.a.code), html: feed(article(posts.a.code)) },
    act: [
      { type: 'textarea', text: 'Where was this' },
      { press: 'Enter', in: 'textarea' },
    ],
    sends: [rest(`/api/v1/web/comments/${posts.a.pk}/add/`, { comment_text: 'Where was this' })],
    expect: [
      {
        kind: 'comment',
        object: { url: at(posts.a.code), id: posts.a.pk },
        to: { name: 'ada.birds' },
        account: 'nora.fields',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'answers a comment',
    about: 'do',
    page: { url: at(posts.a.code), html: feed(article(posts.a.code, [], comment(posts.a.code, '17901'))) },
    act: [{ type: 'textarea', text: '@tomtom yes' }, { click: '#send' }],
    sends: [
      rest(`/api/v1/web/comments/${posts.a.pk}/add/`, { comment_text: '@tomtom yes', replied_to_comment_id: '17901' }),
    ],
    expect: [{ kind: 'comment', object: { url: `${at(posts.a.code)}c/17901/` } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: {
      url: at(posts.a.code),
      html: feed(article(posts.a.code), '<div role="dialog"><button>Delete</button></div>'),
    },
    act: [{ click: '[role="dialog"] button' }],
    sends: [rest(`/api/v1/web/comments/${posts.a.pk}/delete/17902/`)],
    expect: [{ kind: 'comment', undo: true, object: { url: `${at(posts.a.code)}c/17902/` } }],
  },
  {
    name: 'likes a comment',
    about: 'do',
    page: { url: `${origin}/`, html: feed(article(posts.b.code, ['Unlike'], comment(posts.b.code, '17903'))) },
    act: press('Like', 'li '),
    sends: [rest('/api/v1/web/comments/like/17903/')],
    shows: [turns('Like', 'Unlike', 'li ')],
    expect: [
      {
        kind: 'like',
        object: { url: `${at(posts.b.code)}c/17903/`, id: '17903' },
        to: { name: 'tomtom' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the like of a comment back',
    about: 'undo',
    page: {
      url: `${origin}/`,
      html: feed(article(posts.b.code, [], comment(posts.b.code, '17903').replace('"Like"', '"Unlike"'))),
    },
    after: ['likes a comment'],
    act: press('Unlike', 'li '),
    sends: [rest('/api/v1/web/comments/unlike/17903/')],
    shows: [turns('Unlike', 'Like', 'li ')],
    expect: [{ kind: 'like', undo: true, object: { url: `${at(posts.b.code)}c/17903/` } }],
  },
  {
    name: 'likes a story',
    about: 'do',
    page: { url: `${origin}/stories/ada.birds/${posts.d.pk}/`, html: feed(icon('Like')) },
    act: press('Like'),
    sends: [graphql('usePolarisStoriesV3LikeMutationLikeMutation', { mediaId: posts.d.pk })],
    expect: [
      { kind: 'like', object: { url: `${origin}/stories/ada.birds/${posts.d.pk}/` }, to: { name: 'ada.birds' } },
    ],
  },
  {
    name: 'takes the like of a story back',
    about: 'undo',
    page: { url: `${origin}/stories/ada.birds/${posts.d.pk}/`, html: feed(icon('Unlike')) },
    after: ['likes a story'],
    act: press('Unlike'),
    sends: [graphql('usePolarisStoriesV3LikeMutationUnlikeMutation', { mediaId: posts.d.pk })],
    expect: [{ kind: 'like', undo: true, object: { url: `${origin}/stories/ada.birds/${posts.d.pk}/` } }],
  },
  {
    name: 'reposts a reel',
    about: 'do',
    page: { url: `${origin}/reel/${posts.c.code}/`, html: feed(article(posts.c.code)) },
    act: press('Repost'),
    sends: [graphql('usePolarisCreateMediaRepostMutation', { media_id: posts.c.pk })],
    expect: [{ kind: 'share', object: { url: at(posts.c.code) }, detail: { act: 'repost' } }],
  },
  {
    name: 'takes a repost back',
    about: 'undo',
    page: { url: `${origin}/reel/${posts.c.code}/`, html: feed(article(posts.c.code)) },
    after: ['reposts a reel'],
    act: press('Repost'),
    sends: [graphql('usePolarisDeleteMediaRepostMutation', { media_id: posts.c.pk })],
    expect: [{ kind: 'share', undo: true, object: { url: at(posts.c.code) } }],
  },
  {
    name: 'saves a post',
    about: 'do',
    page: { url: `${origin}/`, html: feed(article(posts.d.code)) },
    act: press('Save'),
    sends: [graphql('usePolarisSaveMediaSaveMutation', { media_id: posts.d.pk })],
    shows: [turns('Save', 'Remove')],
    expect: [{ kind: 'bookmark', object: { url: at(posts.d.code) }, level: 'confirmed' }],
  },
  {
    name: 'removes a saved post',
    about: 'undo',
    page: { url: `${origin}/`, html: feed(article(posts.d.code, ['Remove'])) },
    after: ['saves a post'],
    act: press('Remove'),
    sends: [rest(`/api/v1/web/save/${posts.d.pk}/unsave/`)],
    shows: [turns('Remove', 'Save')],
    expect: [{ kind: 'bookmark', undo: true, object: { url: at(posts.d.code) } }],
  },
  {
    name: 'follows somebody from their profile',
    about: 'do',
    page: {
      url: `${origin}/ada.birds/?hl=en`,
      html: feed('<header><h2>ada.birds</h2><button>Follow</button><a href="/ada.birds/followers/">12</a></header>'),
    },
    act: [{ click: 'header button' }],
    sends: [graphql('usePolarisFollowMutation', { target_user_id: '445566' })],
    expect: [{ kind: 'follow', object: { url: `${origin}/ada.birds/`, id: '445566' }, to: { name: 'ada.birds' } }],
  },
  {
    name: 'unfollows somebody',
    about: 'undo',
    page: {
      url: `${origin}/ada.birds/`,
      html: feed('<header><h2>ada.birds</h2><button>Following</button><a href="/ada.birds/followers/">13</a></header>'),
    },
    after: ['follows somebody from their profile'],
    act: [{ click: 'header button' }],
    sends: [rest('/api/v1/friendships/destroy/445566/')],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/ada.birds/` } }],
  },
  {
    name: 'shares a new photo',
    about: 'do',
    page: { url: `${origin}/`, html: feed('<div role="dialog"><div role="button" id="share">Share</div></div>') },
    act: [{ click: '#share' }],
    sends: [rest('/api/v1/media/configure/', { upload_id: '1726', caption: 'Swifts' })],
    expect: [{ kind: 'post', object: { url: `${origin}/nora.fields/` }, account: 'nora.fields' }],
  },
  {
    name: 'puts up a story',
    about: 'do',
    page: { url: `${origin}/`, html: feed('<div role="dialog"><div role="button" id="share">Share</div></div>') },
    act: [{ click: '#share' }],
    sends: [rest('/api/v1/web/create/configure_to_story/', { upload_id: '1727' })],
    expect: [{ kind: 'post', object: { url: `${origin}/stories/nora.fields/` }, detail: { act: 'story' } }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    page: { url: at(posts.b.code), html: feed('<div role="dialog"><button>Delete</button></div>') },
    act: [{ click: '[role="dialog"] button' }],
    sends: [rest(`/api/v1/web/create/${posts.b.pk}/delete/`)],
    expect: [{ kind: 'post', undo: true, object: { url: at(posts.b.code) } }],
  },
]);
