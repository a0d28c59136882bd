import { defineSite } from '../define.ts';
import type { Action, Control, RequestRule, Value } from '../schema.ts';

/** An operation of the web client. The hash in its path changes with every release, its name does not. */
const graphql = (...operations: string[]): RequestRule => ({
  url: operations.map((operation) => `{/i/api}?/graphql/:hash/${operation}`),
});

/** The older interface, still used for following and by clients that keep the old look. */
const rest = (...calls: string[]): RequestRule => ({ url: calls.map((call) => `{/i/api}?/1.1/${call}.json`) });

/** A button whose test id changes in its place once the act is done. */
const flips = (off: string, on: string): Control => ({ select: `${off}, ${on}`, on });
const testId = (id: string) => `[data-testid="${id}"]`;

const heart = flips(testId('like'), testId('unlike'));
const ribbon = flips(testId('bookmark'), testId('removeBookmark'));
const followButton = flips('[data-testid$="-follow"]', '[data-testid$="-unfollow"]');
const confirmButton: Control = { select: testId('confirmationSheetConfirm') };
const sendButton: Control = { select: `${testId('tweetButton')}, ${testId('tweetButtonInline')}` };

/** The form without a name leads to the post whoever wrote it, and the request always brings the id. */
const postUrl = 'https://x.com/i/status/{id}';
const noteUrl = 'https://x.com/i/birdwatch/n/{id}';

const postId: Value = {
  from: ['/json/variables/tweet_id', '/json/variables/source_tweet_id', '/json/variables/tweetId', '/form/id'],
};
const noteId: Value = '/json/variables/note_id';

/** An act on one post, which the request names. The server also says no with 200, so the page has the last word. */
const onPost = (action: Omit<Action, 'object'>): Action => ({
  take: { id: postId },
  target: postId,
  object: { url: postUrl, id: '{id}' },
  refusal: 'hidden',
  ...action,
});

/** An act on one community note. */
const onNote = (action: Omit<Action, 'object'>): Action => ({
  take: { id: noteId },
  object: { url: noteUrl, id: '{id}' },
  refusal: 'hidden',
  ...action,
});

/**
 * Something written. One operation serves them all, what else it carries tells them apart. The new post's address
 * stands in the notice "Your post was sent. View".
 */
const written = (action: Omit<Action, 'request'> & { where?: RequestRule['where'] }): Action => {
  const { where, ...rest } = action;
  return {
    request: { ...graphql('CreateTweet', 'CreateNoteTweet'), ...(where ? { where } : {}) },
    control: sendButton,
    made: {
      appears: `${testId('toast')} a[href*="/status/"]`,
      read: { id: { attr: 'href', match: '/status/(\\d+)' } },
      url: 'https://x.com/i/status/{made.id}',
      id: '{made.id}',
    },
    refusal: 'hidden',
    ...rest,
  };
};

/** A quote names the post it quotes by its address, and so its author. */
const quotedAuthor: Value = {
  from: '/json/variables/attachment_url',
  via: [{ match: '^https?://[^/]+/(\\w{1,15})/status/' }],
};

/** Goes to nobody in particular, whatever stands around the button. */
const nobody = { name: { text: '' } };

/** Follow buttons name the account in their label, in every language. */
const handleOnButton = { of: 'control', attr: 'aria-label', match: '@(\\w{1,15})' } as const;

export default defineSite({
  id: 'x',
  name: 'X',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com', 'pro.x.com', 'tweetdeck.twitter.com'],
  apiHosts: ['api.x.com', 'api.twitter.com'],
  account: {
    name: [
      {
        of: 'page',
        select: 'a[data-testid="AppTabBar_Profile_Link"]',
        attr: 'href',
        match: '^https?://[^/]+/(\\w{1,15})/?$',
      },
      { of: 'page', select: testId('SideNav_AccountSwitcher_Button'), match: '@(\\w{1,15})' },
    ],
    url: 'https://x.com/{account}',
    signedOut: `${testId('loginButton')}, ${testId('login')}, a[href="/login"]`,
  },
  items: [
    {
      select: 'article[data-testid="tweet"]',
      read: {
        url: {
          select: 'a[href*="/status/"]:has(time)',
          attr: 'href',
          match: '^(https?://[^/]+/[^/]+/status/\\d+)',
        },
        id: { select: 'a[href*="/status/"]:has(time)', attr: 'href', match: '/status/(\\d+)' },
        // A quoted post brings a second name, without links: the first one wrote this post.
        author: { select: '[data-testid="User-Name"] a[href^="/"]', attr: 'href', match: '/(\\w{1,15})/?$' },
        authorUrl: { select: '[data-testid="User-Name"] a[href^="/"]', attr: 'href' },
        topics: { select: '[data-testid="tweetText"] a[href*="/hashtag/"]', all: true, match: '^#?(.+)$' },
      },
    },
    {
      select: `${testId('UserCell')}, ${testId('HoverCard')}, ${testId('placementTracking')}`,
      read: { author: handleOnButton },
    },
    // The bar below a photo or video stands outside its post: the state is looked for in the bar alone.
    { select: '[role="group"]', read: {} },
  ],
  composers: ['[data-testid^="tweetTextarea_"]'],
  private: {
    paths: ['/messages{/*}?', '/i/chat{/*}?'],
    within: [testId('DMDrawer'), testId('chat-drawer-root'), testId('chat-drawer-main')],
  },
  actions: [
    onPost({
      id: 'like',
      kind: 'like',
      request: [graphql('FavoriteTweet'), rest('favorites/create')],
      control: heart,
    }),
    onPost({
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: [graphql('UnfavoriteTweet'), rest('favorites/destroy')],
      control: heart,
    }),
    onPost({
      id: 'repost',
      kind: 'share',
      request: [graphql('CreateRetweet'), rest('statuses/retweet')],
      // The button in the bar only opens a menu, but shows what came of it.
      control: { select: `${testId('retweetConfirm')}, ${testId('repostConfirm')}`, shows: testId('unretweet') },
      detail: { act: { text: 'repost' } },
    }),
    onPost({
      id: 'undo-repost',
      kind: 'share',
      undo: true,
      request: [graphql('DeleteRetweet'), rest('statuses/unretweet')],
      control: { select: `${testId('unretweetConfirm')}, ${testId('unrepostConfirm')}`, shows: testId('unretweet') },
      detail: { act: { text: 'repost' } },
    }),
    onPost({
      id: 'bookmark',
      kind: 'bookmark',
      request: graphql('CreateBookmark', 'bookmarkTweetToFolder'),
      control: ribbon,
    }),
    onPost({
      id: 'remove-bookmark',
      kind: 'bookmark',
      undo: true,
      request: graphql('DeleteBookmark'),
      control: ribbon,
    }),
    {
      id: 'clear-bookmarks',
      kind: 'bookmark',
      undo: true,
      request: graphql('BookmarksAllDelete'),
      control: confirmButton,
      object: { url: 'https://x.com/i/bookmarks' },
      detail: { act: { text: 'clear' } },
      refusal: 'hidden',
    },

    written({
      id: 'edit',
      kind: 'edit',
      edit: true,
      where: [{ at: '/json/variables/edit_options/previous_tweet_id', present: true }],
      take: { id: '/json/variables/edit_options/previous_tweet_id' },
      object: { url: postUrl, id: '{id}' },
      to: nobody,
    }),
    written({
      id: 'reply',
      kind: 'comment',
      where: [{ at: '/json/variables/reply/in_reply_to_tweet_id', present: true }],
      // The second and later parts of a thread answer the part before: a thread is one post, not many comments.
      draft: [{ at: '/json/variables/batch_compose', is: 'BatchSubsequent' }],
      take: { id: '/json/variables/reply/in_reply_to_tweet_id' },
      target: '/json/variables/reply/in_reply_to_tweet_id',
      object: { url: postUrl, id: '{id}' },
    }),
    written({
      id: 'quote',
      kind: 'share',
      where: [{ at: '/json/variables/attachment_url', matches: '/status/\\d+' }],
      take: {
        id: { from: '/json/variables/attachment_url', via: [{ match: '/status/(\\d+)' }] },
        author: quotedAuthor,
      },
      object: { url: postUrl, id: '{id}' },
      to: { name: quotedAuthor, url: 'https://x.com/{author}' },
      detail: { act: { text: 'quote' } },
    }),
    written({
      id: 'community-post',
      kind: 'post',
      where: [
        { at: '/json/variables/semantic_annotation_ids/0/group_id', is: '8' },
        { at: '/json/variables/semantic_annotation_ids/0/domain_id', is: '31' },
      ],
      take: { community: '/json/variables/semantic_annotation_ids/0/entity_id' },
      object: { url: ['https://x.com/i/status/{made.id}', 'https://x.com/i/communities/{community}'] },
    }),
    written({
      id: 'post',
      kind: 'post',
      object: { url: ['https://x.com/i/status/{made.id}', 'https://x.com/'] },
      to: nobody,
    }),
    {
      id: 'old-reply',
      kind: 'comment',
      request: {
        ...rest('statuses/update'),
        where: [{ at: '/form/in_reply_to_status_id', present: true }],
      },
      take: { id: '/form/in_reply_to_status_id' },
      target: '/form/in_reply_to_status_id',
      object: { url: postUrl, id: '{id}' },
      refusal: 'hidden',
    },
    {
      id: 'old-post',
      kind: 'post',
      request: rest('statuses/update'),
      object: { url: 'https://x.com/' },
      to: nobody,
      refusal: 'hidden',
    },
    onPost({
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'quote'],
      request: graphql('DeleteTweet'),
      control: confirmButton,
      to: nobody,
    }),

    {
      id: 'vote-in-poll',
      kind: 'vote',
      request: {
        url: [
          'https://caps.x.com/v2/capi/passthrough/:version',
          'https://caps.twitter.com/v2/capi/passthrough/:version',
        ],
        where: [{ at: '/form/twitter:string:selected_choice', present: true }],
      },
      take: { id: '/form/twitter:long:original_tweet_id' },
      target: '/form/twitter:long:original_tweet_id',
      object: { url: postUrl, id: '{id}' },
      detail: { act: { text: 'poll' } },
      refusal: 'hidden',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: rest('friendships/create'),
      control: followButton,
      object: { url: 'https://x.com/i/user/{form.user_id}', id: '{form.user_id}' },
      to: { name: '/page/author', url: 'https://x.com/{page.author}' },
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: rest('friendships/destroy'),
      control: [followButton, confirmButton],
      object: { url: 'https://x.com/i/user/{form.user_id}', id: '{form.user_id}' },
      to: { name: '/page/author', url: 'https://x.com/{page.author}' },
    },

    onPost({
      id: 'hide-reply',
      kind: 'moderation',
      request: graphql('ModerateTweet'),
      detail: { act: { text: 'hide-reply' } },
    }),
    onPost({
      id: 'unhide-reply',
      kind: 'moderation',
      undo: true,
      request: graphql('UnmoderateTweet'),
      detail: { act: { text: 'hide-reply' } },
    }),
    onNote({
      id: 'rate-note',
      kind: 'rating',
      request: graphql('BirdwatchCreateRating'),
      // The weights that the published scorer of Community Notes gives these words.
      detail: {
        rating: {
          from: '/json/variables/data_v2/helpfulness_level',
          via: ['lower', { map: { helpful: '1/1', somewhathelpful: '0.5/1', nothelpful: '0/1' } }],
        },
        act: { text: 'community-note' },
      },
      to: nobody,
    }),
    onNote({
      id: 'unrate-note',
      kind: 'rating',
      undo: true,
      request: graphql('BirdwatchDeleteRating'),
      detail: { act: { text: 'community-note' } },
      to: nobody,
    }),
    onPost({
      id: 'write-note',
      kind: 'comment',
      request: graphql('BirdwatchCreateNote'),
      detail: { act: { text: 'community-note' } },
      to: nobody,
      confidence: 'medium',
    }),
    onNote({
      id: 'delete-note',
      kind: 'comment',
      undo: true,
      request: graphql('BirdwatchDeleteNote'),
      detail: { act: { text: 'community-note' } },
      to: nobody,
      confidence: 'medium',
    }),

    onPost({ id: 'pin', kind: 'other', request: graphql('PinTweet'), detail: { act: { text: 'pin' } } }),
    onPost({
      id: 'unpin',
      kind: 'other',
      undo: true,
      request: graphql('UnpinTweet'),
      detail: { act: { text: 'pin' } },
    }),
    onPost({
      id: 'highlight',
      kind: 'other',
      request: graphql('CreateHighlight'),
      detail: { act: { text: 'highlight' } },
    }),
    onPost({
      id: 'remove-highlight',
      kind: 'other',
      undo: true,
      request: graphql('DeleteHighlight'),
      detail: { act: { text: 'highlight' } },
    }),
  ],
  unseen: [
    'Sharing by copying a link or by direct message.',
    'What you say in Spaces and live broadcasts.',
    'A thread counts as one post, whatever its length.',
    'A scheduled post, because nothing of yours is open when X publishes it.',
  ],
  sources: [
    'Web client requests as captured in several public clients (2022-2026)',
    'fa0311/TwitterInternalAPIDocument (2022-2025)',
    'insin/control-panel-for-twitter (2026): test ids and menus',
    'twitter/communitynotes: weights of helpfulness levels',
  ],
});
