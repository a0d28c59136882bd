import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/**
 * Twitch sends lists of GraphQL operations, writes among reads, to a host of its own. Channels are numbers there, so the
 * channel's name comes from the page. Add-ons run the same mutations under prefixed names.
 */
const operation = (matches: string): RequestRule => ({
  url: 'https://gql.twitch.tv/gql',
  decode: ['json', { each: '/json' }],
  where: [{ at: '/item/operationName', matches }],
});
const input = (name: string) => `/item/variables/input/${name}`;

/** The channel that the page shows; popouts and the tools of moderators name it second. */
const channel: Value = {
  from: '/page/url',
  via: [
    {
      match:
        '^https?://(?:www|m|dashboard)\\.twitch\\.tv/(?:(?:popout|moderator|u|embed)/)?(?!(?:videos|directory|settings|search|clips|downloads|subscriptions|drops|inventory|wallet|friends|p)(?:[/?#]|$))(\\w{2,26})(?:[/?#]|$)',
    },
    'lower',
  ],
};
const channelUrl = ['https://www.twitch.tv/{channel}', '{page.url}'];
const toChannel = { name: channel, url: 'https://www.twitch.tv/{channel}' };
const onChannel = (action: Omit<Action, 'object'>): Action => ({
  take: { channel },
  object: { url: channelUrl, id: '{channel}' },
  to: toChannel,
  ...action,
});

const followButton = {
  select: '[data-a-target="follow-button"], [data-a-target="unfollow-button"], [data-test-selector="unfollow-button"]',
  on: '[data-a-target="unfollow-button"], [data-test-selector="unfollow-button"]',
};

export default defineSite({
  id: 'twitch',
  name: 'Twitch',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.twitch.tv', 'm.twitch.tv', 'clips.twitch.tv', 'dashboard.twitch.tv'],
  apiHosts: ['gql.twitch.tv'],
  account: {
    name: [
      { of: 'page', select: '[data-a-target="user-display-name"]' },
      { of: 'page', select: '[data-a-target="user-menu-toggle"] img[alt]', attr: 'alt', match: '^(\\w+)$' },
    ],
    url: 'https://www.twitch.tv/{account}',
    signedOut: '[data-a-target="login-button"]',
  },
  composers: ['[data-a-target="chat-input"]'],
  private: { within: ['.whispers', '[class*="whispers-threads"]', '[data-a-target="whisper-box"]'] },
  actions: [
    onChannel({
      id: 'follow',
      kind: 'follow',
      request: operation('^(?:FollowButton|FFZ|BTTV)_FollowUser$'),
      control: followButton,
      refusal: 'hidden',
    }),
    onChannel({
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: operation('^(?:FollowButton|FFZ|BTTV)_UnfollowUser$'),
      // The question "unfollow?" has a button of its own.
      control: [followButton, { select: '[data-a-target="modal-unfollow-button"]' }],
    }),
    onChannel({
      id: 'chat',
      kind: 'comment',
      request: operation('^(?:send|Send)ChatMessage$'),
      control: {
        select: '[data-a-target="chat-send-button"], [data-a-target="chat-input"]',
        submits: true,
      },
      // Commands are no words to anybody: /ban, /timeout, /w (a whisper).
      draft: [{ at: { from: input('message'), via: [{ match: '^(/)(?!me )' }] }, present: true }],
    }),
    onChannel({
      id: 'delete-message',
      kind: 'moderation',
      request: operation('DeleteChatMessage'),
      detail: { act: { text: 'delete' } },
      to: { name: { text: '' } },
    }),
    ...(
      [
        ['ban', '(?:^|_)BanUserFromChatRoom', false],
        ['unban', '(?:^|_)UnbanUserFromChatRoom', true],
        ['warn', 'WarnUserInChatRoom', false],
      ] as const
    ).map(
      ([id, matches, undo]): Action => ({
        id,
        kind: 'moderation',
        undo,
        request: operation(matches),
        take: { channel, user: { from: [input('bannedUserLogin'), input('targetUserLogin')] } },
        object: { url: channelUrl, id: '{channel}/{user}' },
        to: { name: { text: '' } },
        detail: { act: { text: id === 'unban' ? 'ban' : id } },
      }),
    ),
    onChannel({
      id: 'clip',
      kind: 'post',
      request: operation('^(?:BTTV|FFZ_?)?[A-Za-z_]*[cC]reateClip'),
      confidence: 'medium',
    }),
    onChannel({
      id: 'predict',
      kind: 'other',
      request: operation('^MakePrediction$'),
      detail: { act: { text: 'prediction' } },
    }),
    onChannel({
      id: 'cheer',
      kind: 'other',
      request: operation('^ChatInput_SendCheer$'),
      detail: { act: { text: 'cheer' } },
    }),
    onChannel({
      id: 'share-subscription',
      kind: 'other',
      request: operation('^Chat_ShareResub_UseResubToken$'),
      detail: { act: { text: 'subscription' } },
    }),
  ],
  unseen: [
    'Chat messages where Twitch sends them by a socket instead of a request.',
    'The address of a new clip: the page gets it only inside the answer.',
    'Whose channel it was, on pages that do not name it: a follow there carries the address of the page.',
    'Whispers, on purpose, and votes in polls.',
  ],
  sources: [
    'GraphQL payloads of following and chat in many public clients (2021-2026)',
    'night/betterttv and FrankerFaceZ (2026): names of elements and of their own mutations',
  ],
});
