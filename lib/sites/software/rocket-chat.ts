import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Rocket.Chat: open channels, named by the page's address. Methods travel as JSON in JSON; newer acts have routes. */

const rest = (path: string, where?: Test[]): RequestRule => ({
  url: `*/api/v1/${path}`,
  ...(where ? { where } : {}),
});
const call = (name: string, where?: Test[]): RequestRule => ({
  url: `*/api/v1/method.call/${name}`,
  decode: [{ json: '/json/message' }],
  ...(where ? { where } : {}),
});
const param = '/json/message/params/0';
const channel: Value = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/channel/[^/?#]+)' }] };
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const onMessage = (...from: string[]): Pick<Action, 'take' | 'target' | 'object' | 'limited'> => ({
  take: { channel, id: { from } },
  target: { from },
  object: { url: '{channel}?msg={id}', id: '{id}' },
  limited,
});
/** The page gives a new message its number itself. */
const written: Value = { from: [`${param}/_id`, '/json/message/_id'] };
const made: Action['made'] = { url: '{channel}?msg={own}', id: '{own}' };
const chip = { select: '.rcx-message-reactions__reaction', on: '.rcx-message-reactions__reaction--mine' };
const emoji: Value = {
  from: ['/json/reaction', '/json/emoji', '/json/message/params/0'],
  via: [{ match: '^:?([^:]+):?$' }],
};
const should = '/json/shouldReact';
const react = (id: string, where: Test[], undo: Action['undo']): Action => ({
  id,
  kind: 'like',
  undo: undo ?? false,
  request: rest('chat.react', where.length > 0 ? where : undefined),
  control: chip,
  ...onMessage('/json/messageId'),
  detail: { reaction: emoji, act: emoji },
  refusal: 'hidden',
});
const pinning = (undo: boolean): Action => ({
  id: undo ? 'unpin' : 'pin',
  kind: 'moderation',
  undo,
  request: rest(undo ? 'chat.unPinMessage' : 'chat.pinMessage'),
  ...onMessage('/json/messageId'),
  detail: { act: { text: 'pin' } },
});
const starring = (undo: boolean): Action => ({
  id: undo ? 'unstar' : 'star',
  kind: 'bookmark',
  undo,
  request: [
    rest(undo ? 'chat.unStarMessage' : 'chat.starMessage'),
    call('starMessage', [{ at: `${param}/starred`, is: !undo }]),
  ],
  ...onMessage('/json/messageId', `${param}/_id`),
});

export default defineSite({
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['open.rocket.chat', '*.rocket.chat'],
  signals: [{ select: 'meta[name="application-name"]', attr: 'content', matches: '^Rocket\\.Chat' }],
  items: [
    {
      select: '[data-qa-type="message"][data-mid], [role="listitem"][data-mid]',
      read: {
        id: { attr: 'data-mid' },
        own: { attr: 'data-own' },
        author: { select: '[data-username]', attr: 'data-username' },
      },
    },
  ],
  composers: ['textarea[name="msg"]'],
  private: { paths: ['*/direct/*', '*/group/*', '*/live/*', '*/omnichannel/*'] },
  actions: [
    react('react', [{ at: should, is: true }], false),
    react('unreact', [{ at: should, is: false }], true),
    react('toggle-reaction', [], 'toggle'),
    {
      id: 'set-reaction',
      kind: 'like',
      undo: 'toggle',
      request: call('setReaction'),
      control: chip,
      ...onMessage('/json/message/params/1'),
      detail: { reaction: emoji, act: emoji },
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: [
        call('sendMessage', [{ at: `${param}/tmid`, present: true }]),
        rest('chat.sendMessage', [{ at: '/json/message/tmid', present: true }]),
      ],
      ...onMessage(`${param}/tmid`, '/json/message/tmid'),
      take: { ...onMessage(`${param}/tmid`, '/json/message/tmid').take, own: written },
      made,
    },
    {
      id: 'post',
      kind: 'post',
      request: [call('sendMessage'), rest('chat.sendMessage')],
      take: { channel, own: written },
      object: { url: '{channel}', id: '{channel}' },
      to: { name: { text: '' } },
      made,
      limited,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: [call('updateMessage'), rest('chat.update')],
      ...onMessage(`${param}/_id`, '/json/msgId'),
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply'],
      request: [call('deleteMessage'), rest('chat.delete')],
      ...onMessage(`${param}/_id`, '/json/msgId'),
    },
    starring(false),
    starring(true),
    pinning(false),
    pinning(true),
    {
      id: 'report',
      kind: 'moderation',
      request: rest('chat.reportMessage'),
      ...onMessage('/json/messageId'),
      detail: { act: { text: 'report' } },
    },
  ],
  unseen: [
    'Direct messages, closed groups and talks with visitors, on purpose.',
    'Servers that send everything over a socket.',
    'A refusal that comes with status 200, where the page does not show it.',
    'Who you are; whether a deleted message was your own.',
  ],
  sources: [
    'RocketChat/Rocket.Chat meteorCallWrapper.ts, RoomMessage.tsx, chat.ts (2023-2026); fuselage MessageReactions; REST reference',
  ],
});
