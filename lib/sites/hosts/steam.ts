import { defineSite } from '../define.ts';
import type { Action, Control } from '../schema.ts';

/** Steam builds some addresses with two slashes. */
const ofReview = (act: string) => [`/userreviews/${act}/:id(\\d+){/}?`, `//userreviews/${act}/:id(\\d+){/}?`];

/** A review lives under its author and its game; a request knows it by number only. */
const permalink = {
  from: '/page/url',
  via: [{ match: '^(https://steamcommunity\\.com/(?:profiles|id)/[^/]+/recommended/\\d+)' }, { format: '{}/' }],
};
const onReview = {
  target: '/url/id',
  take: { permalink },
  object: { url: '{permalink}', id: '{url.id}' },
} satisfies Partial<Action>;

/** 200 with `success` 15 or 21 is a refusal: the button lights up only where it took. */
const button = (name: string): Control => ({ select: `[id^="RecommendationVote${name}Btn"]`, on: '.btn_active' });

const app = 'https://store.steampowered.com/app/{form.appid}/';
const workshop = 'https://steamcommunity.com/sharedfiles/filedetails/?id={form.id}';

const comment = (type: string, object: string): Action => ({
  id: `comment-on-${type === 'PublishedFile_Public' ? 'workshop' : type.toLowerCase()}`,
  kind: 'comment',
  request: { url: `/comment/${type}/post/:owner/:feature{/}?`, where: [{ at: '/form/comment', present: true }] },
  control: { select: '.commentthread_entry_submitlink a, [id$="_submit"]' },
  take: { page: { from: '/page/url', via: [{ match: '^([^?#]+)' }] } },
  object: { url: object },
  made: {
    appears: '.commentthread_comment[id^="comment_"]',
    read: { id: { attr: 'id', match: '(\\d+)' } },
    id: '{made.id}',
    url: '{page}#c{made.id}',
  },
  refusal: 'hidden',
});

const workshopVote = (way: 'up' | 'down'): Action => ({
  id: `workshop-${way}`,
  kind: 'vote',
  request: { url: `/sharedfiles/vote${way}`, where: [{ at: '/form/id', present: true }] },
  control: { select: way === 'up' ? '#VoteUpBtn' : '#VoteDownBtn', on: '.toggled, .btn_active' },
  object: { url: workshop, id: '{form.id}' },
  detail: { vote: { text: way } },
});

const ofStaff = (id: string, act: string, kind: Action['kind'] = 'moderation'): Action => ({
  id,
  kind,
  request: { url: ofReview(act) },
  ...onReview,
  ...(kind === 'moderation' ? { detail: { act: { text: id } } } : {}),
});

export default defineSite({
  id: 'steam',
  name: 'Steam',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['store.steampowered.com', 'steamcommunity.com'],
  account: {
    name: { of: 'page', select: '#account_pulldown' },
    url: '{page.profile}',
    signedOut: '#global_actions a.global_action_link[href*="/login"]',
  },
  items: [
    {
      select: '.review_box, .apphub_Card, .recommendation',
      read: {
        id: { select: '[id^="RecommendationVoteUpBtn"]', attr: 'id', match: '(\\d+)$' },
        url: { select: 'a[href*="/recommended/"]', attr: 'href', match: '^([^?#]+)' },
        author: [{ select: '.persona_name a' }, { select: '.apphub_CardContentAuthorName a' }],
        authorUrl: [
          { select: '.persona_name a', attr: 'href', match: '^([^?#]+)' },
          { select: '.apphub_CardContentAuthorName a', attr: 'href', match: '^([^?#]+)' },
        ],
        title: { of: 'page', select: '#appHubAppName, .apphub_AppName' },
        profile: { of: 'page', select: '#global_header a.username, #global_actions a.user_avatar', attr: 'href' },
      },
    },
  ],
  page: {
    title: { select: '#appHubAppName, .apphub_AppName, .workshopItemTitle' },
    profile: { select: '#global_header a.username, #global_actions a.user_avatar', attr: 'href' },
  },
  composers: ['#game_recommendation', '.commentthread_textarea'],
  private: { paths: ['/chat', '/chat/*'] },
  actions: [
    {
      id: 'review',
      kind: 'review',
      request: {
        url: ['/friends/recommendgame{/}?', '//friends/recommendgame{/}?'],
        where: [{ at: '/form/rated_up', present: true }],
      },
      control: { select: '#submit_recommendation, [onclick*="SubmitRecommendation"]' },
      object: { url: app, id: '{form.appid}' },
      made: { url: '{page.profile}recommended/{form.appid}/' },
      detail: { vote: { from: '/form/rated_up', via: [{ map: { true: 'up', false: 'down' } }] } },
      limited: [{ at: '/form/is_public', is: 'false' }],
      refusal: 'hidden',
    },
    {
      id: 'edit-review',
      kind: 'review',
      edit: true,
      // The same address also changes settings.
      request: {
        url: ofReview('update'),
        where: [
          {
            any: [
              { at: '/form/review_text', present: true },
              { at: '/form/review', present: true },
              { at: '/form/text', present: true },
            ],
          },
        ],
      },
      ...onReview,
      made: { url: '{permalink}' },
      to: { name: { text: '' } },
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'delete-review',
      kind: 'review',
      undo: true,
      request: {
        url: ['/profiles/:who/recommended{/}?', '/id/:who/recommended{/}?'],
        where: [{ at: '/form/action', is: 'delete' }],
      },
      take: { at: { from: '/path', via: [{ match: '^(.*/recommended)' }] } },
      object: { url: app, id: '{form.appid}' },
      made: { url: 'https://steamcommunity.com{at}/{form.appid}/' },
      to: { name: { text: '' } },
      confidence: 'medium',
    },
    {
      id: 'helpful',
      kind: 'vote',
      request: { url: ofReview('rate'), where: [{ at: '/form/rateup', is: 'true' }] },
      control: button('Up'),
      ...onReview,
      detail: { vote: { text: 'up' } },
      refusal: 'hidden',
    },
    {
      id: 'not-helpful',
      kind: 'vote',
      request: { url: ofReview('rate'), where: [{ at: '/form/rateup', is: 'false' }] },
      control: button('Down'),
      ...onReview,
      detail: { vote: { text: 'down' } },
      refusal: 'hidden',
    },
    {
      id: 'funny',
      kind: 'like',
      request: { url: ofReview('votetag'), where: [{ at: '/form/tagid', is: '1' }] },
      control: button('Tag'),
      ...onReview,
      detail: { reaction: { text: 'funny' } },
      undo: [{ at: '/form/rateup', is: 'false' }],
      refusal: 'hidden',
    },
    ofStaff('report', 'report'),
    ofStaff('answer', 'setdeveloperresponse', 'comment'),
    ofStaff('moderate', 'moderate'),
    ofStaff('clear-flag', 'cleardeveloperflag'),
    comment('Profile', 'https://steamcommunity.com/profiles/{url.owner}/'),
    comment('PublishedFile_Public', 'https://steamcommunity.com/sharedfiles/filedetails/?id={url.feature}'),
    comment('Clan', 'https://steamcommunity.com/gid/{url.owner}'),
    comment('Recommendation', '{page}'),
    comment('ForumTopic', '{page}'),
    comment('UserStatusPublished', '{page}'),
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: {
        url: '/comment/:type/delete/:owner/:feature{/}?',
        where: [{ at: '/form/gidcomment', present: true }],
      },
      take: { page: { from: '/page/url', via: [{ match: '^([^?#]+)' }] } },
      object: { url: '{page}', id: '{form.gidcomment}' },
      made: { url: '{page}#c{form.gidcomment}', id: '{form.gidcomment}' },
      to: { name: { text: '' } },
    },
    workshopVote('up'),
    workshopVote('down'),
    {
      id: 'favorite',
      kind: 'bookmark',
      request: { url: '/sharedfiles/:way(favorite|unfavorite)', where: [{ at: '/form/id', present: true }] },
      control: { select: '#FavoriteItemBtn', on: '.toggled' },
      object: { url: workshop, id: '{form.id}' },
      undo: [{ at: '/url/way', is: 'unfavorite' }],
    },
    {
      id: 'announce',
      kind: 'post',
      request: { url: '/gid/:id/announcements', where: [{ at: '/form/action', is: ['post', 'update'] }] },
      object: { url: 'https://steamcommunity.com/gid/{url.id}', id: '{url.id}' },
      edit: [{ at: '/form/action', is: 'update' }],
    },
    {
      id: 'wish',
      kind: 'bookmark',
      request: { url: '/api/:way(addtowishlist|removefromwishlist)', where: [{ at: '/form/appid', present: true }] },
      object: { url: app, id: '{form.appid}' },
      undo: [{ at: '/url/way', is: 'removefromwishlist' }],
    },
    {
      id: 'follow-curator',
      kind: 'follow',
      request: { url: '/curators/ajaxfollow{/}?', where: [{ at: '/form/clanid', present: true }] },
      object: { url: 'https://store.steampowered.com/curator/{form.clanid}/', id: '{form.clanid}' },
      undo: [{ at: '/form/follow', is: ['0', 'false'] }],
    },
  ],
  unseen: [
    'Whether Steam took a new review: its answer says so, not its status.',
    'Votes on comments, awards, and everything in the Steam program.',
    'Announcements that are deleted.',
  ],
  sources: [
    'Copies of shared_userreviews.js and main.js of Steam, over several years',
    'DoctorMcKay/node-steamcommunity components (2026-07)',
  ],
});
