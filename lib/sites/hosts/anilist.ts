import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * One address for everything, and no names of operations: the field of the mutation in the query's text tells. Values
 * stand in the variables, or right there in the text.
 */
const mutation = (field: string, ...tests: Test[]): RequestRule => ({
  url: ['https://anilist.co/graphql', 'https://graphql.anilist.co/'],
  where: [
    { at: '/json/query', matches: '^\\s*mutation' },
    { at: '/json/query', matches: `\\b${field}\\s*\\(` },
    ...tests,
  ],
});
const number = (name: string) => ({
  from: [`/json/variables/${name}`, '/json/query'],
  via: [{ match: `(?:^|\\b${name}:\\s{0,4})(\\d+)` }],
});
const typed = (type: string): Test => ({
  any: [
    { at: '/json/variables/type', is: type },
    { at: '/json/query', matches: `\\btype:\\s*${type}\\b` },
  ],
});
const site = 'https://anilist.co';
/** A media number is an anime or a manga: its page tells. */
const media = { from: ['/page/media', '/page/url'], via: [{ match: '/((?:anime|manga)/\\d+)' }] };
const onMedia = (name: string): Pick<Action, 'take' | 'object'> => ({
  take: { media, id: number(name) },
  object: { url: [`${site}/{media}`, `${site}/anime/{id}`], id: '{id}' },
});
const own = { to: { name: { text: '' } } };
const hasId: Test[] = [{ at: '/json/variables/id', present: true }];
const place = { from: '/page/url', via: [{ match: '^([^?#]+)' }] };

const like = (id: string, type: string, control: string, rest: Partial<Action>): Action => ({
  id,
  kind: 'like',
  request: mutation('ToggleLike(?:V2)?', typed(type)),
  control: { select: control, on: '.liked' },
  take: { id: number('id'), thread: { from: '/page/url', via: [{ match: '/forum/thread/(\\d+)' }] } },
  target: number('id'),
  object: { url: site, id: '{id}' },
  undo: 'toggle',
  refusal: 'hidden',
  ...rest,
});

const written = (id: string, kind: Action['kind'], field: string, rest: Omit<Action, 'id' | 'kind'>): Action => ({
  id,
  kind,
  request: mutation(field),
  edit: hasId,
  refusal: 'hidden',
  ...rest,
});

const remove = (id: string, kind: Action['kind'], field: string, path?: string): Action => ({
  id,
  kind,
  undo: true,
  request: mutation(field),
  take: { id: number('id'), place },
  object: { url: path === undefined ? '{place}' : `${site}/${path}/{id}`, id: '{id}' },
  refusal: 'hidden',
  ...own,
});

export default defineSite({
  id: 'anilist',
  name: 'AniList',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['anilist.co'],
  account: {
    name: {
      of: 'page',
      select: '#nav a[href^="/user/"], .nav a[href^="/user/"]',
      attr: 'href',
      match: '/user/([^/?#]+)',
    },
    url: `${site}/user/{account}`,
    signedOut: '#nav a[href^="/login"], .nav a[href^="/login"]',
  },
  items: [
    {
      select: '.activity-replies .reply',
      read: { author: { select: 'a.name' }, authorUrl: { select: 'a.name', attr: 'href' } },
    },
    {
      select: '.activity-entry',
      read: {
        id: { select: 'a[href^="/activity/"]', attr: 'href', match: '/activity/(\\d+)' },
        author: { select: 'a.name' },
        authorUrl: { select: 'a.name', attr: 'href' },
      },
    },
    {
      select: '.comment-wrap, .comment',
      read: {
        id: { select: 'a[href*="/comment/"]', attr: 'href', match: '/comment/(\\d+)' },
        author: { select: 'a.name' },
        authorUrl: { select: 'a.name', attr: 'href' },
      },
    },
  ],
  page: { title: { select: 'h1' } },
  composers: ['.activity-edit textarea', '.reply-edit textarea', '.comment-editor textarea', '.review-editor textarea'],
  actions: [
    like('like-activity', 'ACTIVITY', '.activity-entry .action.likes .button', {
      object: { url: `${site}/activity/{id}`, id: '{id}' },
    }),
    like('like-reply', 'ACTIVITY_REPLY', '.activity-replies .action.likes .button, .activity-replies .action.likes', {
      take: { id: number('id'), activity: { from: '/page/url', via: [{ match: '/activity/(\\d+)' }] }, place },
      // A reply has no address: it is told apart from its activity by its number.
      object: { url: [`${site}/activity/{activity}`, '{place}'], id: '{id}' },
      detail: { act: { ...number('id'), via: [...number('id').via, { format: 'reply {}' }] } },
    }),
    like('like-thread', 'THREAD', '.like-wrap.thread .button', {
      object: { url: `${site}/forum/thread/{id}`, id: '{id}' },
    }),
    like('like-comment', 'THREAD_COMMENT', '.like-wrap.thread_comment .button', {
      object: { url: `${site}/forum/thread/{thread}/comment/{id}`, id: '{id}' },
    }),
    {
      id: 'message',
      kind: 'post',
      request: mutation('SaveMessageActivity'),
      take: { place },
      object: { url: '{place}' },
      edit: hasId,
      private: [
        {
          any: [
            { at: '/json/variables/private', is: true },
            { at: '/json/query', matches: '\\bprivate:\\s*true\\b' },
          ],
        },
      ],
      refusal: 'hidden',
    },
    written('post', 'post', 'SaveTextActivity', {
      take: { id: '/json/variables/id' },
      object: { url: [`${site}/activity/{id}`, `${site}/home`] },
      ...own,
    }),
    written('reply', 'comment', 'SaveActivityReply', {
      take: { id: number('activityId') },
      object: { url: `${site}/activity/{id}`, id: '{id}' },
    }),
    written('review', 'review', 'SaveReview', {
      ...onMedia('mediaId'),
      detail: {
        rating: { from: '/json/variables/score', via: [{ match: '^(\\d{1,2}|100)$' }, { format: '{}/100' }] },
      },
      limited: [{ at: '/json/variables/private', is: true }],
      ...own,
    }),
    {
      id: 'rate-review',
      kind: 'vote',
      request: mutation('RateReview'),
      take: {
        id: { from: ['/json/variables/reviewId', '/json/variables/id', '/json/query'], via: number('reviewId').via },
      },
      object: { url: `${site}/review/{id}`, id: '{id}' },
      detail: { vote: { from: '/json/variables/rating', via: [{ map: { UP_VOTE: 'up', DOWN_VOTE: 'down' } }] } },
      undo: [{ at: '/json/variables/rating', is: 'NO_VOTE' }],
      refusal: 'hidden',
    },
    {
      id: 'recommend',
      kind: 'vote',
      request: mutation('SaveRecommendation'),
      ...onMedia('mediaId'),
      detail: {
        vote: { from: '/json/variables/rating', via: [{ map: { RATE_UP: 'up', RATE_DOWN: 'down' } }] },
        act: {
          from: '/json/variables/mediaRecommendationId',
          via: [{ format: 'recommend {}' }],
        },
      },
      undo: [{ at: '/json/variables/rating', is: 'NO_RATING' }],
      refusal: 'hidden',
    },
    written('comment', 'comment', 'SaveThreadComment', {
      take: { id: number('threadId') },
      object: { url: `${site}/forum/thread/{id}`, id: '{id}' },
    }),
    written('thread', 'post', 'SaveThread', {
      take: { id: '/json/variables/id' },
      object: { url: [`${site}/forum/thread/{id}`, `${site}/forum/overview`] },
      ...own,
    }),
    {
      id: 'rate',
      kind: 'rating',
      // Episodes seen and the like are notes to oneself (`list`): only a score is an opinion.
      request: mutation('SaveMediaListEntry', {
        any: [
          { at: '/json/variables/score', matches: '^\\d' },
          { at: '/json/variables/scoreRaw', matches: '^\\d' },
        ],
      }),
      ...onMedia('mediaId'),
      // The person chooses the scale; without it the number stands alone.
      detail: { rating: { from: ['/json/variables/score', '/json/variables/scoreRaw'] } },
      undo: [
        {
          any: [
            { at: '/json/variables/score', is: 0 },
            { at: '/json/variables/scoreRaw', is: 0 },
          ],
        },
      ],
      refusal: 'hidden',
    },
    {
      id: 'list',
      kind: 'other',
      request: mutation('SaveMediaListEntry', { at: number('mediaId'), matches: '^[1-9]' }),
      ...onMedia('mediaId'),
      detail: { act: { text: 'list' } },
      refusal: 'hidden',
    },
    ...(['anime', 'manga', 'character', 'staff', 'studio'] as const).map(
      (what): Action => ({
        id: `favourite-${what}`,
        kind: 'bookmark',
        request: mutation('ToggleFavourite', { at: number(`${what}Id`), matches: '^[1-9]' }),
        control: { select: '.favourite', on: '.liked, .isFavourite' },
        take: { id: number(`${what}Id`) },
        object: { url: `${site}/${what}/{id}`, id: '{id}' },
        undo: 'toggle',
        refusal: 'hidden',
      }),
    ),
    remove('delete-reply', 'comment', 'DeleteActivityReply'),
    remove('delete-post', 'post', 'DeleteActivity', 'activity'),
    remove('delete-review', 'review', 'DeleteReview', 'review'),
    remove('delete-comment', 'comment', 'DeleteThreadComment'),
    remove('delete-thread', 'post', 'DeleteThread', 'forum/thread'),
    {
      ...remove('delete-rating', 'rating', 'DeleteMediaListEntry'),
      take: { media },
      object: { url: `${site}/{media}` },
    },
  ],
  unseen: [
    'Whom you follow: the request does not say which way.',
    'The address of a new post, review or thread: only the answer names it.',
  ],
  sources: [
    'hohMiyazawa/Automail src/graphql.js and src/modules (2024-07)',
    'Dumps of the schema of AniList (2023-2026)',
  ],
});
