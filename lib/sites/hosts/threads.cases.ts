import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: the request that changes a post is not described anywhere.
// No "switch" case: there is one heart and no other reaction.
// No "draft" case: drafts are kept without a request that looks like a post.

const origin = 'https://www.threads.com';
const a = { pk: '3865890235180097425', code: 'DWmZq_Aj5-R' };
const b = { pk: '3865890235180097429', code: 'DWmZq_Aj5-V' };
const urlOf = (code: string) => `${origin}/@ada.birds/post/${code}`;

const icon = (label: string) => `<div role="button" tabindex="0"><svg role="img" aria-label="${label}"></svg></div>`;
const post = (code: string, heart = 'Like') => `<div data-pressable-container="true">
  <a href="/@ada.birds"><span>ada.birds</span></a> <a href="/@ada.birds/post/${code}"><time>2h</time></a> Swifts
  ${icon(heart)}${icon('Reply')}${icon('Repost')}${icon('Share')}</div>`;
const nav = '<nav><a href="/">Home</a><a href="/@nora.fields">Profile</a></nav>';
const composer = `<div role="dialog"><div role="textbox" contenteditable="true" style="min-height:2em"></div><div role="button" id="send">Post</div></div>`;
const feed = (...inside: string[]) => `${nav}<main>${inside.join('')}</main>`;

const graphql = (name: string, variables: object, path = '/api/graphql'): RecordedRequest => ({
  url: path,
  form: { fb_api_req_friendly_name: name, variables: JSON.stringify(variables), doc_id: '1' },
  by: 'xhr',
  answer: { type: 'application/json', body: '{"data":{}}' },
});
const like = (mediaID: string) =>
  graphql('useTHLikeMutationLikeMutation', { mediaID, requestData: { container_module: 'ig_text_feed_timeline' } });
const write = (path: string, info: object, more: Record<string, string> = {}): RecordedRequest => ({
  url: `/api/v1/media/${path}/`,
  form: {
    caption: 'Counted 41',
    text_post_app_info: JSON.stringify(info),
    publish_mode: 'text_post',
    upload_id: '17',
    ...more,
  },
  by: 'xhr',
});
const turns = (from: string, to: string): PageChange => ({
  select: `svg[aria-label="${from}"]`,
  set: { 'aria-label': to },
});
const press = (label: string) => [{ click: `[role="button"]:has(svg[aria-label="${label}"])` }];
const send = [{ type: '[role="textbox"]', text: 'Counted 41' }, { click: '#send' }];

export default defineCases([
  {
    name: 'likes a post in the feed',
    about: 'do',
    page: { url: `${origin}/`, html: feed(post(a.code)) },
    act: press('Like'),
    sends: [like(a.pk)],
    shows: [turns('Like', 'Unlike')],
    expect: [
      {
        kind: 'like',
        object: { url: urlOf(a.code), id: a.code },
        to: { name: 'ada.birds', url: `${origin}/@ada.birds` },
        account: 'nora.fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: `${origin}/`, html: feed(post(a.code, 'Unlike')) },
    after: ['likes a post in the feed'],
    act: press('Unlike'),
    sends: [graphql('useTHLikeMutationUnlikeMutation', { mediaID: a.pk }, '/graphql/query')],
    shows: [turns('Unlike', 'Like')],
    expect: [{ kind: 'like', undo: true, object: { url: urlOf(a.code) }, level: 'confirmed' }],
  },
  {
    name: 'likes with Enter on the focused button',
    about: 'keyboard',
    page: { url: urlOf(b.code), html: feed(post(b.code)) },
    act: [{ press: 'Enter', in: '[role="button"]:has(svg[aria-label="Like"])' }],
    sends: [like(b.pk)],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: urlOf(b.code) }, level: 'confirmed' }],
  },
  {
    name: 'likes outside any post, by an operation of the older name',
    about: 'layout',
    page: { url: 'https://www.threads.net/', html: feed(icon('Like')) },
    act: press('Like'),
    sends: [graphql('useBarcelonaLikeMutation', { mediaID: `${b.pk}_123` })],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: `${origin}/t/${b.code}` }, level: 'confirmed' }],
  },
  {
    name: 'a like that is refused with 200 and taken back',
    about: 'refusal',
    page: { url: `${origin}/`, html: feed(post(a.code)) },
    act: press('Like'),
    sends: [like(a.pk)],
    shows: [turns('Like', 'Unlike')],
    then: [turns('Unlike', 'Like')],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: { url: `${origin}/`, html: feed(post(a.code)) },
    act: press('Like'),
    sends: [like(a.pk), like(a.pk)],
    shows: [turns('Like', 'Unlike')],
    expect: [{ kind: 'like', object: { url: urlOf(a.code) } }],
  },
  {
    name: 'a script of the page presses the heart',
    about: 'synthetic',
    page: { url: `${origin}/`, html: feed(post(a.code)) },
    act: [{ synthetic: '[role="button"]' }],
    sends: [like(a.pk)],
    shows: [turns('Like', 'Unlike')],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: { url: urlOf(a.code), html: `<a href="/login?show=1">Log in</a>${post(a.code)}` },
    act: press('Like'),
    sends: [like(a.pk)],
    expect: [],
  },
  {
    name: 'reads and the reactions of the message box are no acts',
    about: 'look-alike',
    page: { url: `${origin}/`, html: feed(post(a.code)) },
    act: press('Share'),
    sends: [
      graphql('BarcelonaLikeListQuery', { mediaID: a.pk }),
      graphql('BarcelonaPostEmbedDialogQuery', { mediaID: a.pk }),
      graphql('BcnSetReactionMutation', { mediaID: a.pk }),
      graphql('BcnPublishTypingIndicatorEventMutation', { mediaID: a.pk }),
    ],
    expect: [],
  },
  {
    name: 'a like inside the messages is private',
    about: 'private',
    page: { url: `${origin}/messages/t/99`, html: feed(icon('Like')) },
    act: press('Like'),
    sends: [graphql('BcnSendTextMessageMutation', { text: 'hi' }), like(a.pk)],
    expect: [],
  },
  {
    name: 'reposts',
    about: 'do',
    page: { url: `${origin}/`, html: feed(post(b.code)) },
    act: press('Repost'),
    sends: [graphql('useTHCreateRepostMutation', { mediaID: b.pk })],
    expect: [{ kind: 'share', object: { url: urlOf(b.code) }, detail: { act: 'repost' } }],
  },
  {
    name: 'takes a repost back',
    about: 'undo',
    page: { url: `${origin}/`, html: feed(post(b.code)) },
    after: ['reposts'],
    act: press('Repost'),
    sends: [graphql('useTHDeleteRepostMutation', { mediaID: b.pk })],
    expect: [{ kind: 'share', undo: true, object: { url: urlOf(b.code) } }],
  },
  {
    name: 'posts a text',
    about: 'do',
    page: { url: `${origin}/`, html: feed(composer) },
    act: send,
    sends: [write('configure_text_only_post', { reply_control: 0 })],
    expect: [{ kind: 'post', object: { url: `${origin}/@nora.fields` }, account: 'nora.fields', level: 'accepted' }],
  },
  {
    name: 'posts several pictures',
    about: 'layout',
    page: { url: `${origin}/`, html: feed(composer) },
    act: send,
    sends: [write('configure_text_post_app_sidecar', {})],
    expect: [{ kind: 'post', object: { url: `${origin}/@nora.fields` } }],
  },
  {
    name: 'answers a post from its own page',
    about: 'do',
    page: {
      url: urlOf(a.code),
      html: feed(
        post(a.code).replace(
          ' Swifts',
          '<span role="textbox" contenteditable="true">.</span><div role="button" id="send">Post</div>',
        ),
      ),
    },
    act: send,
    sends: [write('configure_text_only_post', { reply_id: a.pk }, { barcelona_source_reply_id: a.pk })],
    expect: [{ kind: 'comment', object: { url: urlOf(a.code) }, to: { name: 'ada.birds' } }],
  },
  {
    name: 'quotes a post',
    about: 'do',
    page: { url: `${origin}/`, html: feed(composer) },
    act: send,
    sends: [write('configure_text_only_post', { quoted_post_id: b.pk })],
    expect: [{ kind: 'share', object: { url: `${origin}/t/${b.code}` }, detail: { act: 'quote' } }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    page: {
      url: `${origin}/@nora.fields`,
      html: feed('<div role="dialog"><div role="button" id="yes">Delete</div></div>'),
    },
    act: [{ click: '#yes' }],
    sends: [graphql('useBarcelonaDeletePostMutation', { mediaID: b.pk })],
    expect: [{ kind: 'post', undo: true, object: { url: `${origin}/t/${b.code}` } }],
  },
  {
    name: 'follows from a profile',
    about: 'do',
    page: { url: `${origin}/@ada.birds`, html: feed('<div role="button" id="follow">Follow</div>') },
    act: [{ click: '#follow' }],
    sends: [graphql('useTHFollowMutationFollowMutation', { target_user_id: '4455' })],
    expect: [{ kind: 'follow', object: { url: `${origin}/@ada.birds`, id: '4455' } }],
  },
  {
    name: 'unfollows',
    about: 'undo',
    page: { url: `${origin}/@ada.birds`, html: feed('<div role="button" id="follow">Following</div>') },
    after: ['follows from a profile'],
    act: [{ click: '#follow' }],
    sends: [graphql('useTHFollowMutationUnfollowMutation', { target_user_id: '4455' })],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/@ada.birds` } }],
  },
]);
