import { defineSite } from '../define.ts';
import type { Action, Control, RequestRule, Test, Value } from '../schema.ts';

/** The name of an operation stands in the form, on some pages in the address only. */
const operation: Value = { from: ['/form/fb_api_req_friendly_name', '/query/fb_api_req_friendly_name'] };

/** One of these operations: arguments are JSON in a form field. Names that end in `Query` are reads, whatever the method. */
const mutation = (names: string[], ...tests: Test[]): RequestRule => ({
  url: ['/api/graphql{/}?', '/graphql/query{/}?'],
  decode: ['form', { json: '/form/variables' }],
  where: [{ at: operation, is: names }, ...tests],
});

const input = (name: string) => `/form/variables/input/${name}`;

/** Ids travel as base64 of a kind and numbers: `feedback:<post>`, `feedback:<post>_<comment>`, `comment:<post>_<comment>`. */
const inId = (name: string, pattern: string): Value => ({ from: input(name), via: ['base64', { match: pattern }] });

const onFeedback = {
  post: inId('feedback_id', '^feedback:(\\d+)'),
  comment: inId('feedback_id', '^feedback:\\d+_(\\d+)'),
  key: inId('feedback_id', '^feedback:(\\d+(?:_\\d+)?)'),
};
const onComment = {
  post: inId('comment_id', '^comment:(\\d+)_'),
  comment: inId('comment_id', '^comment:\\d+_(\\d+)'),
  key: inId('comment_id', '^comment:(\\d+_\\d+)'),
};

/** A post by its number leads to the post, whatever group or page it stands in. */
const postUrl = 'https://www.facebook.com/{post}';
const commentUrl = 'https://www.facebook.com/{post}?comment_id={comment}';

const reactions: Record<string, string> = {
  '1635855486666999': 'like',
  '1678524932434102': 'love',
  '613557422527858': 'care',
  '115940658764963': 'haha',
  '478547315650144': 'wow',
  '908563459236466': 'sad',
  '444813342392137': 'angry',
  // Numbers of the years before.
  '1': 'like',
  '2': 'love',
  '3': 'wow',
  '4': 'haha',
  '7': 'sad',
  '8': 'angry',
  '16': 'care',
};
const reactionId = [input('feedback_reaction_id'), input('feedback_reaction')];

/** Labels are in the reader's language and classes are hashes: the state is told only where the words are known. */
const done = '[aria-label^="Remove "]';
const known = `[aria-label="Like"], ${done}`;
const likeButton: Control[] = [
  { select: `[role="button"][aria-label="Like"], [role="button"]${done}`, on: done },
  // Reactions in the row that opens over the button, other languages, and the bare words below a comment.
  { select: `[role="button"][aria-label]:not(${known}), [role="article"][aria-label] [role="button"]:not(${known})` },
];

const composeButton: Control = { select: '[role="dialog"] [role="button"][aria-label]' };

/** Whom a new post is shown to; sharing names it one level deeper. */
const privacy: Value = {
  from: [input('audience/privacy/base_state'), input('audiences/undirected/privacy/base_state')],
};
const shared: Value = {
  from: [input('attachments/0/link/share_scrape_data'), input('attachments/link/share_scrape_data')],
  via: ['json', { at: '/share_params/0' }],
};

/** Goes to nobody in particular, whatever stands around the button. */
const nobody = { name: { text: '' } };

/** Something new from the composer. Posts that only their author sees are nobody's gain and are not kept. */
const composed = (action: Omit<Action, 'request'> & { names?: string[]; where?: Test[] }): Action => {
  const { names, where, ...rest } = action;
  return {
    request: mutation(['ComposerStoryCreateMutation', ...(names ?? [])], ...(where ?? [])),
    control: composeButton,
    private: [{ at: privacy, is: 'SELF' }],
    // A group can be closed, which the request does not tell.
    limited: [
      {
        any: [
          { at: privacy, matches: '^(?!EVERYONE$)' },
          { at: input('audience/to_id'), present: true },
        ],
      },
    ],
    to: nobody,
    refusal: 'hidden',
    ...rest,
  };
};

/** Following a person, a page or a group: ids lead to each of them. */
const following = (id: string, act: string | null, fields: string[], where: string, names: string[]): Action => ({
  id,
  kind: 'follow',
  request: mutation(names),
  take: { id: { from: fields.map(input) } },
  object: { url: `https://www.facebook.com/${where}{id}`, id: '{id}' },
  ...(act === null ? {} : { detail: { act: { text: act } } }),
  // Buttons for it stand in menus and cards over something else.
  to: nobody,
  refusal: 'hidden',
  confidence: 'medium',
});

export default defineSite({
  id: 'facebook',
  name: 'Facebook',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.facebook.com', 'web.facebook.com', 'm.facebook.com', 'facebook.com'],
  account: {
    // The page's own settings hold the number of who is signed in; names in the page may be anybody's.
    name: { of: 'page', select: 'script#__eqmc', match: '__user=([1-9]\\d{4,})' },
    url: 'https://www.facebook.com/profile.php?id={account}',
    signedOut: '#login_form, #login_popup_cta_form, [data-testid="royal_login_form"]',
  },
  items: [
    // Comments are articles within the article of their post.
    {
      select: '[role="article"], [aria-posinset]',
      read: {
        author: [
          { select: '[data-ad-rendering-role="profile_name"] a' },
          { select: 'h2 a, h3 a, h4 a' },
          { select: 'a[role="link"]:not([aria-hidden="true"])' },
        ],
        authorUrl: [
          { select: '[data-ad-rendering-role="profile_name"] a', attr: 'href', match: '^([^?]+)' },
          { select: 'h2 a, h3 a, h4 a', attr: 'href', match: '^([^?]+)' },
        ],
        topics: { select: 'a[href*="/hashtag/"]', all: true, match: '^#?(.+)$' },
      },
    },
    // The row of reactions opens on hovering: what was pressed last is not what it belongs to.
    { select: '[role="toolbar"], [role="dialog"]:not(:has([role="article"]))', read: {} },
  ],
  composers: ['[role="textbox"][contenteditable="true"]'],
  private: {
    paths: ['/messages{/*}?', '/t/*'],
    within: ['[data-pagelet="ChatTab"]', '[data-scope="messages_table"]', '[aria-label="Thread composer"]'],
  },
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: mutation([
        'CometUFIFeedbackReactMutation',
        'useCometUFIFeedbackReactMutation',
        'UFI2FeedbackReactMutation',
      ]),
      control: likeButton,
      // Such a request was seen on merely opening a post.
      demand: true,
      take: onFeedback,
      object: { url: [commentUrl, postUrl], id: '{key}' },
      detail: {
        reaction: { from: reactionId, via: [{ map: reactions }] },
      },
      undo: [{ at: { from: reactionId }, is: '0' }],
      refusal: 'hidden',
    },

    {
      id: 'reply',
      kind: 'comment',
      request: mutation(
        ['useCometUFICreateCommentMutation', 'CometUFICreateCommentMutation', 'UFI2CreateCommentMutation'],
        {
          any: [
            { at: input('reply_comment_parent_fbid'), present: true },
            { at: { from: input('feedback_id'), via: ['base64'] }, matches: '^feedback:\\d+_' },
          ],
        },
      ),
      take: {
        post: onFeedback.post,
        parent: inId('reply_comment_parent_fbid', '^comment:\\d+_(\\d+)'),
        comment: onFeedback.comment,
        number: { from: input('reply_comment_parent_fbid'), via: [{ match: '^(\\d{5,})$' }] },
      },
      object: {
        url: [
          'https://www.facebook.com/{post}?comment_id={parent}',
          commentUrl,
          'https://www.facebook.com/{post}?comment_id={number}',
        ],
      },
      // The box stands in the article of the post, the answer goes to a comment.
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: mutation([
        'useCometUFICreateCommentMutation',
        'CometUFICreateCommentMutation',
        'UFI2CreateCommentMutation',
      ]),
      take: { post: onFeedback.post },
      object: { url: postUrl, id: '{post}' },
      made: {
        // In the dialog of one post only that post's comments appear.
        appears: '[role="dialog"] [role="article"] a[href*="comment_id="]',
        read: { comment: { attr: 'href', match: '[?&]comment_id=(\\d+)' } },
        url: 'https://www.facebook.com/{post}?comment_id={made.comment}',
        id: '{made.comment}',
      },
      refusal: 'hidden',
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: mutation(['useCometUFIEditCommentMutation']),
      take: onComment,
      object: { url: commentUrl, id: '{key}' },
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: mutation(['useCometUFIDeleteCommentMutation', 'CometUFIDeleteCommentMutation']),
      take: onComment,
      object: { url: commentUrl, id: '{key}' },
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'vote-comment',
      kind: 'vote',
      request: mutation(['useCometUFICommentVoteMutation']),
      take: onComment,
      object: { url: commentUrl, id: '{key}' },
      detail: { vote: { from: input('new_vote_state'), via: [{ map: { UPVOTE: 'up', DOWNVOTE: 'down' } }] } },
      refusal: 'hidden',
    },
    {
      id: 'unvote-comment',
      kind: 'vote',
      undo: true,
      request: mutation(['useCometUFICommentUnvoteMutation']),
      take: onComment,
      object: { url: commentUrl, id: '{key}' },
      refusal: 'hidden',
    },

    composed({
      id: 'recommend-page',
      kind: 'review',
      where: [{ at: input('page_recommendation/page_id'), present: true }],
      take: { page: input('page_recommendation/page_id') },
      object: { url: 'https://www.facebook.com/{page}', id: '{page}' },
      detail: {
        vote: { from: input('page_recommendation/rec_type'), via: [{ map: { POSITIVE: 'up', NEGATIVE: 'down' } }] },
      },
      confidence: 'medium',
    }),
    composed({
      id: 'share',
      kind: 'share',
      names: ['useCometFeedToFeedReshare_FeedToFeedMutation'],
      where: [
        {
          any: [
            { at: shared, present: true },
            { at: input('composer_type'), is: 'share' },
            { at: operation, is: 'useCometFeedToFeedReshare_FeedToFeedMutation' },
          ],
        },
      ],
      take: { post: shared },
      object: { url: [postUrl, 'https://www.facebook.com/'], id: '{post}' },
    }),
    composed({
      id: 'post-in-group',
      kind: 'post',
      where: [{ at: input('audience/to_id'), present: true }],
      take: { group: input('audience/to_id') },
      object: { url: 'https://www.facebook.com/groups/{group}/' },
      confidence: 'medium',
    }),
    composed({ id: 'post', kind: 'post', object: { url: 'https://www.facebook.com/' } }),
    {
      id: 'edit-post',
      kind: 'edit',
      edit: true,
      request: mutation(['ComposerStoryEditMutation']),
      take: { post: inId('story_id', '^S:_I\\d+:(\\d+)') },
      object: { url: postUrl, id: '{post}' },
      to: nobody,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'remove-post',
      kind: 'post',
      undo: true,
      undoes: ['post', 'post-in-group', 'share', 'recommend-page'],
      request: mutation(['useCometTrashPostMutation', 'useCometArchivePostMutation']),
      take: { post: inId('story_id', '^S:_I\\d+:(\\d+)') },
      object: { url: postUrl, id: '{post}' },
      to: nobody,
      refusal: 'hidden',
      confidence: 'medium',
    },

    following('follow', null, ['subscribee_id'], '', ['CometUserFollowMutation']),
    {
      ...following('unfollow', null, ['unsubscribee_id', 'subscribee_id'], '', ['CometUserUnfollowMutation']),
      undo: true,
    },
    following('follow-page', 'page', ['page_id'], '', ['CometProfilePlusLikeMutation']),
    {
      ...following('unfollow-page', 'page', ['page_id'], '', [
        'CometProfilePlusUnlikeMutation',
        'usePageCometUnfollowMutation',
      ]),
      undo: true,
      confidence: 'low',
    },
    following('join-group', 'group', ['group_id'], 'groups/', ['GroupCometJoinForumMutation']),
    {
      ...following('leave-group', 'group', ['group_id'], 'groups/', [
        'GroupCometLeaveForumMutation',
        'useGroupLeaveMutation',
      ]),
      undo: true,
    },
  ],
  unseen: [
    'The address of a new post: the page gives it only inside the answer.',
    'Whether a reaction took, where the page speaks another language than English.',
    'A reaction given with the key l, because such requests also come unasked.',
    'Whom something is shown to: only your own new posts tell, and every group counts as closed.',
    'What you do as a page counts under your own name.',
    'Stories, and answers to them, which are messages.',
  ],
  sources: [
    'Facebook clients and detectors in public repositories, with captured operations and arguments (2020-2026)',
    'mozilla-rally WebScience SocialMediaActivity (2021): names and audiences',
    'Guides to the elements of posts, comments and reactions (2024-2026)',
  ],
});
