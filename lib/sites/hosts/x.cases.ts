import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

const header = `
  <header role="banner">
    <a data-testid="AppTabBar_Profile_Link" href="/nora_fields" role="link" aria-label="Profile">Profile</a>
    <button data-testid="SideNav_AccountSwitcher_Button"><span>Nora Fields</span><span>@nora_fields</span></button>
  </header>`;

/** The bar below a post; the names of done acts as the page writes them. */
const bar = (done: readonly string[] = []) => {
  const button = (off: string, on: string) =>
    `<button role="button" data-testid="${done.includes(on) ? on : off}"><svg viewBox="0 0 24 24"></svg><span>12</span></button>`;
  return `
    <div role="group" aria-label="3 replies, 8 reposts, 12 likes">
      <button role="button" data-testid="reply"><svg viewBox="0 0 24 24"></svg></button>
      ${button('retweet', 'unretweet')} ${button('like', 'unlike')} ${button('bookmark', 'removeBookmark')}
    </div>`;
};

const post = (id: string, author: string, done: readonly string[] = []) => `
  <article data-testid="tweet" role="article" tabindex="0">
    <div data-testid="User-Name">
      <a href="/${author}" role="link"><span>${author}</span></a>
      <a href="/${author}" role="link" tabindex="-1"><span>@${author}</span></a>
      <a href="/${author}/status/${id}" role="link"><time datetime="2026-05-04T07:21:09.000Z">May 4</time></a>
    </div>
    <div data-testid="tweetText" lang="en">Swifts are back. <a href="/hashtag/birds?src=hashtag_click">#birds</a></div>
    ${bar(done)}
  </article>`;

const timeline = (...posts: string[]) => `${header}<main role="main">${posts.join('')}</main><div id="layers"></div>`;

const composer = (button: string, around = '') => `
  ${header}<main role="main">${around}
    <div data-testid="tweetTextarea_0" contenteditable="true" role="textbox" style="min-height: 2em"></div>
    <button role="button" data-testid="${button}">Post</button>
  </main><div id="layers"></div>`;

const features = { responsive_web_edit_tweet_api_enabled: true, longform_notetweets_consumption_enabled: true };

/** A call of the web client, with an invented hash. */
const graphql = (operation: string, variables: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  method: 'POST',
  url: `https://x.com/i/api/graphql/kV0jgNRI3ofhHK_G5yhlZg/${operation}`,
  json: { variables, features, queryId: 'kV0jgNRI3ofhHK_G5yhlZg' },
  by: 'xhr',
  answer: answer ?? { type: 'application/json', body: '{"data":{}}' },
});

const created = (variables: object) => ({
  dark_request: false,
  media: { media_entities: [], possibly_sensitive: false },
  semantic_annotation_ids: [],
  tweet_text: 'Counted 41 this morning',
  ...variables,
});

const refused = {
  type: 'application/json',
  body: '{"errors":[{"message":"Authorization: Denied by access control","code":37}],"data":{}}',
};

/** The page renames a button in its place. */
const renames = (from: string, to: string): PageChange => ({
  select: `[data-testid="${from}"]`,
  set: { 'data-testid': to },
});

/** The notice with the way to the new post. */
const notice = (id: string): PageChange => ({
  select: '#layers',
  append: `<div data-testid="toast" role="alert"><span>Your post was sent.</span><a href="/nora_fields/status/${id}">View</a></div>`,
});

const confirmSheet = `<div role="alertdialog" data-testid="confirmationSheetDialog">
  <button role="button" data-testid="confirmationSheetConfirm">Yes</button>
  <button role="button" data-testid="confirmationSheetCancel">Cancel</button></div>`;

export default defineCases([
  {
    name: 'likes a post in the timeline',
    about: 'do',
    page: {
      url: 'https://x.com/home',
      html: timeline(post('1911000000000000101', 'ada_birds'), post('1911000000000000102', 'tomtom')),
    },
    act: [{ click: 'article:first-of-type [data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000101' })],
    shows: [
      { select: 'article:first-of-type [data-testid="like"]', set: { 'data-testid': 'unlike', 'aria-label': 'Liked' } },
    ],
    expect: [
      {
        kind: 'like',
        object: { url: 'https://x.com/i/status/1911000000000000101', id: '1911000000000000101' },
        to: { name: 'ada_birds', url: 'https://x.com/ada_birds' },
        account: 'nora_fields',
        audience: 'public',
        topics: ['birds'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000101', 'ada_birds', ['unlike'])) },
    after: ['likes a post in the timeline'],
    act: [{ click: '[data-testid="unlike"]' }],
    sends: [graphql('UnfavoriteTweet', { tweet_id: '1911000000000000101' })],
    shows: [renames('unlike', 'like')],
    expect: [
      {
        kind: 'like',
        undo: true,
        object: { url: 'https://x.com/i/status/1911000000000000101' },
        account: 'nora_fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'likes with the key l',
    about: 'keyboard',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000103', 'ada_birds')) },
    act: [{ press: 'l', in: 'article' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000103' })],
    shows: [renames('like', 'unlike')],
    expect: [{ kind: 'like', object: { url: 'https://x.com/i/status/1911000000000000103' }, account: 'nora_fields' }],
  },
  {
    name: 'likes in the photo viewer, where the bar stands outside the post',
    about: 'layout',
    page: {
      url: 'https://x.com/ada_birds/status/1911000000000000104/photo/1',
      html: `${timeline(post('1911000000000000105', 'tomtom', ['unlike']))}
        <div role="dialog" aria-labelledby="modal-header"><img alt="" />${bar()}</div>`,
    },
    act: [{ click: '[role="dialog"] [data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000104' })],
    shows: [{ select: '[role="dialog"] [data-testid="like"]', set: { 'data-testid': 'unlike' } }],
    expect: [{ kind: 'like', object: { url: 'https://x.com/i/status/1911000000000000104' }, level: 'confirmed' }],
  },
  {
    name: 'likes in an older client that speaks the older interface',
    about: 'layout',
    page: {
      url: 'https://twitter.com/home',
      html: timeline(
        '<div class="tweet"><a href="/ada_birds/status/1911000000000000106">May 4</a><button class="heart">Like</button></div>',
      ),
    },
    act: [{ click: '.heart' }],
    sends: [
      {
        method: 'POST',
        url: 'https://twitter.com/i/api/1.1/favorites/create.json',
        form: { id: '1911000000000000106', tweet_mode: 'extended' },
        by: 'xhr',
      },
    ],
    expect: [{ kind: 'like', object: { url: 'https://x.com/i/status/1911000000000000106' }, level: 'accepted' }],
  },
  {
    name: 'takes a like back in an older client',
    about: 'undo',
    page: { url: 'https://twitter.com/home', html: timeline('<button class="heart on">Unlike</button>') },
    after: ['likes in an older client that speaks the older interface'],
    act: [{ click: '.heart' }],
    sends: [
      {
        method: 'POST',
        url: 'https://twitter.com/i/api/1.1/favorites/destroy.json',
        form: { id: '1911000000000000106' },
        by: 'xhr',
      },
    ],
    expect: [{ kind: 'like', undo: true, object: { url: 'https://x.com/i/status/1911000000000000106' } }],
  },
  {
    name: 'a like that X refuses with 200 and takes back on the page',
    about: 'refusal',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000107', 'ada_birds')) },
    act: [{ click: '[data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000107' }, refused)],
    shows: [renames('like', 'unlike')],
    then: [renames('unlike', 'like')],
    expect: [],
  },
  {
    name: 'a like that X answers with an error status',
    about: 'refusal',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000108', 'ada_birds')) },
    act: [{ click: '[data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000108' }, { status: 403, body: '{"errors":[]}' })],
    shows: [renames('like', 'unlike')],
    then: [renames('unlike', 'like')],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000109', 'ada_birds')) },
    act: [{ click: '[data-testid="like"]' }],
    sends: [
      graphql('FavoriteTweet', { tweet_id: '1911000000000000109' }),
      graphql('FavoriteTweet', { tweet_id: '1911000000000000109' }),
    ],
    shows: [renames('like', 'unlike')],
    expect: [{ kind: 'like', object: { url: 'https://x.com/i/status/1911000000000000109' } }],
  },
  {
    name: 'a script of the page presses the like button',
    about: 'synthetic',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000110', 'ada_birds')) },
    act: [{ synthetic: '[data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000110' })],
    shows: [renames('like', 'unlike')],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: {
      url: 'https://x.com/ada_birds/status/1911000000000000111',
      html: `<main role="main">${post('1911000000000000111', 'ada_birds')}</main>
        <div data-testid="BottomBar"><a href="/login" data-testid="login" role="link">Log in</a></div>`,
    },
    act: [{ click: '[data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000111' }, refused)],
    expect: [],
  },
  {
    name: 'reading who liked a post is no like',
    about: 'look-alike',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000112', 'ada_birds')) },
    act: [{ click: '[data-testid="like"]' }],
    sends: [
      graphql('Favoriters', { tweetId: '1911000000000000112', count: 20 }),
      graphql('HomeTimeline', { count: 20, seenTweetIds: ['1911000000000000112'] }),
    ],
    expect: [],
  },
  {
    name: 'telemetry that speaks of favorites is no like',
    about: 'look-alike',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000113', 'ada_birds')) },
    act: [{ click: '[data-testid="reply"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://x.com/i/api/1.1/jot/client_event.json',
        form: {
          debug: 'true',
          log: '[{"_category_":"client_event","event_namespace":{"page":"home","component":"tweet","action":"favorite"}}]',
        },
        by: 'beacon',
      },
    ],
    expect: [],
  },

  {
    name: 'reposts from the menu',
    about: 'do',
    page: {
      url: 'https://x.com/home',
      html: `${timeline(post('1911000000000000120', 'tomtom'))}
        <div role="menu"><div role="menuitem" tabindex="0" data-testid="retweetConfirm">Repost</div>
        <a role="menuitem" href="/compose/post">Quote</a></div>`,
    },
    act: [{ click: '[data-testid="retweet"]' }, { click: '[data-testid="retweetConfirm"]' }],
    sends: [graphql('CreateRetweet', { tweet_id: '1911000000000000120', dark_request: false })],
    shows: [renames('retweet', 'unretweet'), { select: '[role="menu"]', remove: true }],
    expect: [
      {
        kind: 'share',
        object: { url: 'https://x.com/i/status/1911000000000000120' },
        detail: { act: 'repost' },
        account: 'nora_fields',
      },
    ],
  },
  {
    name: 'takes a repost back by its source',
    about: 'undo',
    page: {
      url: 'https://x.com/home',
      html: `${timeline(post('1911000000000000120', 'tomtom', ['unretweet']))}
        <div role="menu"><div role="menuitem" tabindex="0" data-testid="unretweetConfirm">Undo repost</div></div>`,
    },
    after: ['reposts from the menu'],
    act: [{ click: '[data-testid="unretweet"]' }, { click: '[data-testid="unretweetConfirm"]' }],
    sends: [graphql('DeleteRetweet', { source_tweet_id: '1911000000000000120', dark_request: false })],
    shows: [renames('unretweet', 'retweet'), { select: '[role="menu"]', remove: true }],
    expect: [{ kind: 'share', undo: true, object: { url: 'https://x.com/i/status/1911000000000000120' } }],
  },
  {
    name: 'opening the repost menu is no repost',
    about: 'look-alike',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000121', 'tomtom')) },
    act: [{ click: '[data-testid="retweet"]' }],
    sends: [graphql('TweetResultByRestId', { tweetId: '1911000000000000121' })],
    expect: [],
  },
  {
    name: 'bookmarks a post',
    about: 'do',
    page: { url: 'https://x.com/home', html: timeline(post('1911000000000000130', 'ada_birds')) },
    act: [{ click: '[data-testid="bookmark"]' }],
    sends: [graphql('CreateBookmark', { tweet_id: '1911000000000000130' })],
    shows: [renames('bookmark', 'removeBookmark')],
    expect: [{ kind: 'bookmark', object: { url: 'https://x.com/i/status/1911000000000000130' }, level: 'confirmed' }],
  },
  {
    name: 'bookmarks a post into a folder',
    about: 'do',
    page: {
      url: 'https://x.com/home',
      html: `${timeline(post('1911000000000000131', 'ada_birds'))}<div role="dialog"><button class="folder">Gardens</button></div>`,
    },
    act: [{ click: '.folder' }],
    sends: [
      graphql('bookmarkTweetToFolder', {
        tweet_id: '1911000000000000131',
        bookmark_collection_id: '1788000000000000001',
      }),
    ],
    expect: [{ kind: 'bookmark', object: { url: 'https://x.com/i/status/1911000000000000131' } }],
  },
  {
    name: 'removes a bookmark',
    about: 'undo',
    page: {
      url: 'https://x.com/i/bookmarks',
      html: timeline(post('1911000000000000130', 'ada_birds', ['removeBookmark'])),
    },
    after: ['bookmarks a post'],
    act: [{ click: '[data-testid="removeBookmark"]' }],
    sends: [graphql('DeleteBookmark', { tweet_id: '1911000000000000130' })],
    shows: [renames('removeBookmark', 'bookmark')],
    expect: [
      {
        kind: 'bookmark',
        undo: true,
        object: { url: 'https://x.com/i/status/1911000000000000130' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'clears all bookmarks',
    about: 'undo',
    page: { url: 'https://x.com/i/bookmarks', html: `${timeline()}${confirmSheet}` },
    act: [{ click: '[data-testid="confirmationSheetConfirm"]' }],
    sends: [graphql('BookmarksAllDelete', {})],
    expect: [{ kind: 'bookmark', undo: true, object: { url: 'https://x.com/i/bookmarks' }, detail: { act: 'clear' } }],
  },

  {
    name: 'posts from the box on top of the timeline',
    about: 'do',
    page: { url: 'https://x.com/home', html: composer('tweetButtonInline') },
    act: [
      { type: '[data-testid="tweetTextarea_0"]', text: 'Counted 41 this morning' },
      { click: '[data-testid="tweetButtonInline"]' },
    ],
    sends: [graphql('CreateTweet', created({}))],
    then: [notice('1911000000000000140')],
    expect: [
      {
        kind: 'post',
        object: { url: 'https://x.com/i/status/1911000000000000140' },
        made: { url: 'https://x.com/i/status/1911000000000000140', id: '1911000000000000140' },
        account: 'nora_fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'posts a long text with Control and Enter, and no notice shows',
    about: 'keyboard',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    act: [
      { type: '[data-testid="tweetTextarea_0"]', text: 'A long report from the river' },
      { press: 'Control+Enter', in: '[data-testid="tweetTextarea_0"]' },
    ],
    sends: [graphql('CreateNoteTweet', created({ richtext_options: { richtext_tags: [] } }))],
    expect: [{ kind: 'post', object: { url: 'https://x.com/' }, level: 'accepted' }],
  },
  {
    name: 'a post that X refuses without a notice stays at what was accepted',
    about: 'refusal',
    page: { url: 'https://x.com/home', html: composer('tweetButtonInline') },
    act: [
      { type: '[data-testid="tweetTextarea_0"]', text: 'The same words again' },
      { click: '[data-testid="tweetButtonInline"]' },
    ],
    sends: [
      graphql('CreateTweet', created({}), {
        type: 'application/json',
        body: '{"errors":[{"message":"Authorization: Status is a duplicate. (187)","code":187}],"data":{}}',
      }),
    ],
    // The answer's body is out of sight; without a flip or a new item nothing can tell.
    expect: [{ kind: 'post', object: { url: 'https://x.com/' }, level: 'accepted' }],
  },
  {
    name: 'posts a poll: the card comes first, the post counts',
    about: 'do',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    act: [{ click: '[data-testid="tweetButton"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://caps.x.com/v2/cards/create.json',
        form: {
          card_data:
            '{"twitter:card":"poll2choice_text_only","twitter:api:api:endpoint":"1","twitter:long:duration_minutes":1440}',
        },
        by: 'xhr',
      },
      graphql('CreateTweet', created({ card_uri: 'card://1911000000000000199' })),
    ],
    then: [notice('1911000000000000141')],
    expect: [{ kind: 'post', made: { url: 'https://x.com/i/status/1911000000000000141' }, level: 'confirmed' }],
  },
  {
    name: 'replies to a post',
    about: 'do',
    page: {
      url: 'https://x.com/tomtom/status/1911000000000000150',
      html: composer('tweetButtonInline', post('1911000000000000150', 'tomtom')),
    },
    act: [
      { type: '[data-testid="tweetTextarea_0"]', text: 'It is a common swift' },
      { click: '[data-testid="tweetButtonInline"]' },
    ],
    sends: [
      graphql(
        'CreateTweet',
        created({ reply: { in_reply_to_tweet_id: '1911000000000000150', exclude_reply_user_ids: [] } }),
      ),
    ],
    then: [notice('1911000000000000151')],
    expect: [
      {
        kind: 'comment',
        object: { url: 'https://x.com/i/status/1911000000000000150' },
        made: { url: 'https://x.com/i/status/1911000000000000151' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'a thread of three is one post',
    about: 'do',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    act: [{ click: '[data-testid="tweetButton"]' }],
    sends: [
      graphql('CreateTweet', created({ batch_compose: 'BatchFirst' })),
      graphql(
        'CreateTweet',
        created({ batch_compose: 'BatchSubsequent', reply: { in_reply_to_tweet_id: '1911000000000000160' } }),
      ),
      graphql(
        'CreateTweet',
        created({ batch_compose: 'BatchSubsequent', reply: { in_reply_to_tweet_id: '1911000000000000161' } }),
      ),
    ],
    then: [notice('1911000000000000160')],
    expect: [{ kind: 'post', made: { url: 'https://x.com/i/status/1911000000000000160' } }],
  },
  {
    name: 'quotes a post',
    about: 'do',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    act: [{ type: '[data-testid="tweetTextarea_0"]', text: 'Worth reading' }, { click: '[data-testid="tweetButton"]' }],
    sends: [graphql('CreateTweet', created({ attachment_url: 'https://x.com/tomtom/status/1911000000000000170' }))],
    then: [notice('1911000000000000171')],
    expect: [
      {
        kind: 'share',
        object: { url: 'https://x.com/i/status/1911000000000000170' },
        made: { url: 'https://x.com/i/status/1911000000000000171' },
        to: { name: 'tomtom', url: 'https://x.com/tomtom' },
        detail: { act: 'quote' },
      },
    ],
  },
  {
    name: 'edits an own post',
    about: 'edit',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    after: ['posts from the box on top of the timeline'],
    act: [{ click: '[data-testid="tweetButton"]' }],
    sends: [graphql('CreateTweet', created({ edit_options: { previous_tweet_id: '1911000000000000140' } }))],
    expect: [{ kind: 'edit', revises: true, object: { url: 'https://x.com/i/status/1911000000000000140' } }],
  },
  {
    name: 'posts into a community',
    about: 'do',
    page: { url: 'https://x.com/i/communities/1501272736215322629', html: composer('tweetButtonInline') },
    act: [{ click: '[data-testid="tweetButtonInline"]' }],
    sends: [
      graphql(
        'CreateTweet',
        created({
          semantic_annotation_ids: [{ entity_id: '1501272736215322629', group_id: '8', domain_id: '31' }],
        }),
      ),
    ],
    expect: [{ kind: 'post', object: { url: 'https://x.com/i/communities/1501272736215322629' }, level: 'accepted' }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    page: {
      url: 'https://x.com/nora_fields/status/1911000000000000140',
      html: `${timeline(post('1911000000000000140', 'nora_fields'))}${confirmSheet}`,
    },
    after: ['posts from the box on top of the timeline'],
    act: [{ click: '[data-testid="confirmationSheetConfirm"]' }],
    sends: [graphql('DeleteTweet', { tweet_id: '1911000000000000140', dark_request: false })],
    expect: [{ kind: 'post', undo: true, object: { url: 'https://x.com/i/status/1911000000000000140' } }],
  },
  {
    name: 'posts and replies through the older interface',
    about: 'layout',
    page: {
      url: 'https://tweetdeck.twitter.com/',
      html: timeline('<textarea></textarea><button class="send">Tweet</button>'),
    },
    act: [{ click: '.send' }],
    sends: [
      {
        method: 'POST',
        url: 'https://api.twitter.com/1.1/statuses/update.json',
        form: { status: 'Thanks', in_reply_to_status_id: '1911000000000000152', auto_populate_reply_metadata: 'true' },
        by: 'xhr',
      },
      {
        method: 'POST',
        url: 'https://api.twitter.com/1.1/statuses/update.json',
        form: { status: 'And a post of its own' },
        by: 'xhr',
      },
    ],
    expect: [
      { kind: 'comment', object: { url: 'https://x.com/i/status/1911000000000000152' }, level: 'accepted' },
      { kind: 'post', object: { url: 'https://x.com/' }, level: 'accepted' },
    ],
  },
  {
    name: 'saving a draft and planning a post give nothing yet',
    about: 'draft',
    page: { url: 'https://x.com/compose/post', html: composer('tweetButton') },
    act: [{ click: '[data-testid="tweetButton"]' }],
    sends: [
      graphql('CreateDraftTweet', { post_tweet_request: { status: 'Not yet', media_ids: [] } }),
      graphql('CreateScheduledTweet', {
        post_tweet_request: { status: 'Tomorrow', media_ids: [] },
        execute_at: 1778000000,
      }),
    ],
    expect: [],
  },
  {
    name: 'a direct message and a reaction to one',
    about: 'private',
    page: {
      url: 'https://x.com/messages/44196397-1711000000000000000',
      html: `${header}<main role="main"><div role="textbox" contenteditable="true" data-testid="dmComposerTextInput"></div>
        <button data-testid="dmComposerSendButton">Send</button></main>`,
    },
    act: [{ click: '[data-testid="dmComposerSendButton"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://x.com/i/api/1.1/dm/new2.json',
        json: { conversation_id: '44196397-1711000000000000000', text: 'Hello', recipient_ids: false },
        by: 'xhr',
      },
      graphql('useDMReactionMutationAddMutation', { messageId: '1911000000000000180', emojiReactions: ['❤️'] }),
    ],
    expect: [],
  },
  {
    name: 'a like inside the drawer of direct messages',
    about: 'private',
    page: {
      url: 'https://x.com/home',
      html: `${header}<div data-testid="DMDrawer">${post('1911000000000000181', 'tomtom')}</div>`,
    },
    act: [{ click: '[data-testid="DMDrawer"] [data-testid="like"]' }],
    sends: [graphql('FavoriteTweet', { tweet_id: '1911000000000000181' })],
    shows: [renames('like', 'unlike')],
    expect: [],
  },

  {
    name: 'votes in a poll',
    about: 'do',
    page: {
      url: 'https://x.com/home',
      html: timeline(
        post('1911000000000000190', 'ada_birds').replace(
          '</article>',
          '<div data-testid="cardPoll" role="radiogroup"><div role="radio" tabindex="0">Swift</div></div></article>',
        ),
      ),
    },
    act: [{ click: '[role="radio"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://caps.x.com/v2/capi/passthrough/1',
        form: {
          'twitter:string:card_uri': 'card://1911000000000000198',
          'twitter:long:original_tweet_id': '1911000000000000190',
          'twitter:string:response_card_name': 'poll2choice_text_only',
          'twitter:string:cards_platform': 'Web-12',
          'twitter:string:selected_choice': '1',
        },
        by: 'xhr',
      },
    ],
    expect: [
      {
        kind: 'vote',
        object: { url: 'https://x.com/i/status/1911000000000000190' },
        detail: { act: 'poll' },
        to: { name: 'ada_birds' },
      },
    ],
  },
  {
    name: 'follows an account from a list',
    about: 'do',
    page: {
      url: 'https://x.com/search?q=swifts&f=user',
      html: timeline(`<div data-testid="UserCell"><a href="/tomtom">tomtom</a>
        <button role="button" aria-label="Follow @tomtom" data-testid="2244994945-follow">Follow</button></div>`),
    },
    act: [{ click: '[data-testid="2244994945-follow"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://x.com/i/api/1.1/friendships/create.json',
        form: { include_profile_interstitial_type: '1', skip_status: 'true', user_id: '2244994945' },
        by: 'xhr',
      },
    ],
    shows: [renames('2244994945-follow', '2244994945-unfollow')],
    expect: [
      {
        kind: 'follow',
        object: { url: 'https://x.com/i/user/2244994945', id: '2244994945' },
        to: { name: 'tomtom', url: 'https://x.com/tomtom' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'stops following after confirming',
    about: 'undo',
    page: {
      url: 'https://x.com/tomtom',
      html: `${timeline(`<div data-testid="placementTracking">
        <button role="button" aria-label="Following @tomtom" data-testid="2244994945-unfollow">Following</button></div>`)}${confirmSheet}`,
    },
    after: ['follows an account from a list'],
    act: [{ click: '[data-testid="2244994945-unfollow"]' }, { click: '[data-testid="confirmationSheetConfirm"]' }],
    sends: [
      {
        method: 'POST',
        url: 'https://x.com/i/api/1.1/friendships/destroy.json',
        form: { user_id: '2244994945' },
        by: 'xhr',
      },
    ],
    shows: [renames('2244994945-unfollow', '2244994945-follow')],
    expect: [{ kind: 'follow', undo: true, object: { url: 'https://x.com/i/user/2244994945' } }],
  },

  {
    name: 'hides a reply below an own post',
    about: 'do',
    page: {
      url: 'https://x.com/nora_fields/status/1911000000000000140',
      html: `${timeline(post('1911000000000000200', 'loudly'))}<div role="menu"><div role="menuitem" tabindex="0">Hide reply</div></div>`,
    },
    act: [{ click: '[role="menuitem"]' }],
    sends: [graphql('ModerateTweet', { tweetId: '1911000000000000200' })],
    expect: [
      {
        kind: 'moderation',
        object: { url: 'https://x.com/i/status/1911000000000000200' },
        detail: { act: 'hide-reply' },
      },
    ],
  },
  {
    name: 'shows a hidden reply again',
    about: 'undo',
    page: {
      url: 'https://x.com/nora_fields/status/1911000000000000140/hidden',
      html: `${timeline(post('1911000000000000200', 'loudly'))}<div role="menu"><div role="menuitem" tabindex="0">Unhide reply</div></div>`,
    },
    after: ['hides a reply below an own post'],
    act: [{ click: '[role="menuitem"]' }],
    sends: [graphql('UnmoderateTweet', { tweetId: '1911000000000000200' })],
    expect: [{ kind: 'moderation', undo: true, object: { url: 'https://x.com/i/status/1911000000000000200' } }],
  },
  {
    name: 'rates a community note helpful',
    about: 'do',
    page: {
      url: 'https://x.com/i/birdwatch/t/1911000000000000210',
      html: timeline(
        '<div role="radiogroup"><button class="yes">Yes</button></div><button class="send">Submit</button>',
      ),
    },
    act: [{ click: '.send' }],
    sends: [
      graphql('BirdwatchCreateRating', {
        data_v2: { helpfulness_level: 'Helpful', helpful_tags: ['Clear'], not_helpful_tags: [] },
        note_id: '1911000000000000211',
        rating_source: 'BirdwatchHomeNeedsYourHelp',
        source_platform: 'BirdwatchWeb',
        tweet_id: '1911000000000000210',
      }),
    ],
    expect: [
      {
        kind: 'rating',
        object: { url: 'https://x.com/i/birdwatch/n/1911000000000000211', id: '1911000000000000211' },
        detail: { rating: '1/1', act: 'community-note' },
      },
    ],
  },
  {
    name: 'rates the same note otherwise',
    about: 'switch',
    page: {
      url: 'https://x.com/i/birdwatch/t/1911000000000000210',
      html: timeline('<div role="radiogroup"><button class="no">No</button></div><button class="send">Submit</button>'),
    },
    after: ['rates a community note helpful'],
    act: [{ click: '.send' }],
    sends: [
      graphql('BirdwatchCreateRating', {
        data_v2: { helpfulness_level: 'NotHelpful', helpful_tags: [], not_helpful_tags: ['MissingKeyPoints'] },
        note_id: '1911000000000000211',
        source_platform: 'BirdwatchWeb',
        tweet_id: '1911000000000000210',
      }),
    ],
    expect: [
      {
        kind: 'rating',
        object: { url: 'https://x.com/i/birdwatch/n/1911000000000000211' },
        detail: { rating: '0/1', act: 'community-note' },
      },
    ],
  },
  {
    name: 'takes the rating of a note back',
    about: 'undo',
    page: {
      url: 'https://x.com/i/birdwatch/t/1911000000000000210',
      html: timeline('<button class="no">Delete rating</button>'),
    },
    after: ['rates a community note helpful'],
    act: [{ click: '.no' }],
    sends: [graphql('BirdwatchDeleteRating', { note_id: '1911000000000000211' })],
    expect: [{ kind: 'rating', undo: true, object: { url: 'https://x.com/i/birdwatch/n/1911000000000000211' } }],
  },
  {
    name: 'writes a community note',
    about: 'do',
    page: {
      url: 'https://x.com/i/birdwatch/contribute/1911000000000000212',
      html: timeline('<textarea></textarea><button class="send">Submit</button>'),
    },
    act: [{ type: 'textarea', text: 'The photo is from 2019' }, { click: '.send' }],
    sends: [
      graphql('BirdwatchCreateNote', {
        tweet_id: '1911000000000000212',
        data_v1: { summary: { text: 'The photo is from 2019' }, misleading_tags: ['MissingImportantContext'] },
      }),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: 'https://x.com/i/status/1911000000000000212' },
        detail: { act: 'community-note' },
      },
    ],
  },
  {
    name: 'deletes an own community note',
    about: 'undo',
    page: {
      url: 'https://x.com/i/birdwatch/n/1911000000000000213',
      html: `${timeline('<p>Note</p>')}<button class="delete">Delete</button>`,
    },
    act: [{ click: '.delete' }],
    sends: [graphql('BirdwatchDeleteNote', { note_id: '1911000000000000213' })],
    expect: [{ kind: 'comment', undo: true, object: { url: 'https://x.com/i/birdwatch/n/1911000000000000213' } }],
  },
  ...(
    [
      ['pins an own post', 'PinTweet', 'pin'],
      ['highlights an own post', 'CreateHighlight', 'highlight'],
    ] as const
  ).map(([name, operation, act], at) => ({
    name,
    about: 'do' as const,
    page: {
      url: 'https://x.com/nora_fields',
      html: `${timeline(post(`191100000000000022${at}`, 'nora_fields'))}<div role="menu"><div role="menuitem" tabindex="0">${act}</div></div>`,
    },
    act: [{ click: '[role="menuitem"]' }],
    sends: [graphql(operation, { tweet_id: `191100000000000022${at}` })],
    expect: [
      { kind: 'other' as const, object: { url: `https://x.com/i/status/191100000000000022${at}` }, detail: { act } },
    ],
  })),
  ...(
    [
      ['unpins an own post', 'UnpinTweet', 'pin', 'pins an own post'],
      ['removes a highlight', 'DeleteHighlight', 'highlight', 'highlights an own post'],
    ] as const
  ).map(([name, operation, act, before], at) => ({
    name,
    about: 'undo' as const,
    page: {
      url: 'https://x.com/nora_fields',
      html: `${timeline(post(`191100000000000022${at}`, 'nora_fields'))}<div role="menu"><div role="menuitem" tabindex="0">${act}</div></div>`,
    },
    after: [before],
    act: [{ click: '[role="menuitem"]' }],
    sends: [graphql(operation, { tweet_id: `191100000000000022${at}` })],
    expect: [
      {
        kind: 'other' as const,
        undo: true as const,
        object: { url: `https://x.com/i/status/191100000000000022${at}` },
      },
    ],
  })),
]);
