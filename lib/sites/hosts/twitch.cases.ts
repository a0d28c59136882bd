import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: nothing that is said on Twitch can be changed.
// No "switch" case: nothing here takes the place of another.

const origin = 'https://www.twitch.tv';
const channel = (login: string, following = false, inside = '') => ({
  url: `${origin}/${login}`,
  html: `<span data-a-target="user-display-name">nora</span>
    <div><button data-a-target="${following ? 'unfollow-button' : 'follow-button'}">Follow</button></div>
    <textarea data-a-target="chat-input"></textarea><button data-a-target="chat-send-button">Chat</button>${inside}`,
});
const ops = (...list: object[]): RecordedRequest => ({
  url: 'https://gql.twitch.tv/gql',
  text: JSON.stringify(list),
  by: 'fetch',
  answer: { type: 'application/json', body: '[{"data":{}}]' },
});
const op = (operationName: string, input: object) => ({
  operationName,
  variables: { input },
  extensions: { persistedQuery: { version: 1, sha256Hash: '0' } },
});
const follow = (id: string) => op('FollowButton_FollowUser', { targetID: id, disableNotifications: false });
const chat = (message: string) =>
  op('sendChatMessage', { channelID: '1', message, nonce: 'n', replyParentMessageID: null });
const button = [{ click: '[data-a-target="follow-button"]' }];
const flips = [{ select: '[data-a-target="follow-button"]', set: { 'data-a-target': 'unfollow-button' } }];

export default defineCases([
  {
    name: 'follows a channel, among reads in one body',
    about: 'do',
    page: channel('adabirds'),
    act: button,
    sends: [ops({ operationName: 'UseLive', variables: {} }, follow('101'))],
    shows: flips,
    expect: [
      {
        kind: 'follow',
        object: { url: `${origin}/adabirds` },
        to: { name: 'adabirds', url: `${origin}/adabirds` },
        account: 'nora',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: channel('adabirds', true),
    after: ['follows a channel, among reads in one body'],
    act: [{ click: '[data-a-target="unfollow-button"]' }],
    sends: [ops(op('FollowButton_UnfollowUser', { targetID: '101' }))],
    shows: [{ select: '[data-a-target="unfollow-button"]', set: { 'data-a-target': 'follow-button' } }],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/adabirds` } }],
  },
  {
    name: 'follows from a popout, with a single operation',
    about: 'layout',
    page: { ...channel('adabirds'), url: `${origin}/popout/Tomtom/chat?popout=` },
    act: button,
    sends: [{ ...ops(), text: JSON.stringify(op('FFZ_FollowUser', { targetID: '102' })) }],
    shows: flips,
    expect: [{ kind: 'follow', object: { url: `${origin}/tomtom` } }],
  },
  {
    name: 'follows with Enter on the button',
    about: 'keyboard',
    page: channel('harbourlive'),
    act: [{ press: 'Enter', in: '[data-a-target="follow-button"]' }],
    sends: [ops(follow('103'))],
    shows: flips,
    expect: [{ kind: 'follow', object: { url: `${origin}/harbourlive` }, level: 'confirmed' }],
  },
  {
    name: 'a follow that is refused inside a 200 and taken back',
    about: 'refusal',
    page: channel('refuses'),
    act: button,
    sends: [ops(follow('104'))],
    shows: flips,
    then: [{ select: '[data-a-target="unfollow-button"]', set: { 'data-a-target': 'follow-button' } }],
    expect: [],
  },
  {
    name: 'a follow while nobody is signed in',
    about: 'signed-out',
    page: channel('adabirds', false, '<button data-a-target="login-button">Log In</button>'),
    act: button,
    sends: [ops(follow('105'))],
    expect: [],
  },
  {
    name: 'a script of the page follows',
    about: 'synthetic',
    page: channel('adabirds'),
    act: [{ synthetic: '[data-a-target="follow-button"]' }],
    sends: [ops(follow('106'))],
    shows: flips,
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: channel('twicelive'),
    act: button,
    sends: [ops(follow('107')), ops(follow('107'))],
    shows: flips,
    expect: [{ kind: 'follow', object: { url: `${origin}/twicelive` } }],
  },
  {
    name: 'presence, points and the player are no acts',
    about: 'look-alike',
    page: channel('adabirds'),
    act: [{ click: '[data-a-target="chat-send-button"]' }],
    sends: [
      ops(op('UpdateUserActivity', {}), { operationName: 'ChannelPointsContext', variables: {} }),
      ops(op('ClaimCommunityPoints', { channelID: '1', claimID: 'c' })),
      ops({ operationName: 'VideoPlayerStreamInfoOverlayChannel', variables: {} }),
      { url: 'https://gql.twitch.tv/integrity', by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'a whisper is private',
    about: 'private',
    page: channel('adabirds', false, '<div class="whispers"><button class="w">Send</button></div>'),
    act: [{ click: '.w' }],
    sends: [ops(op('Whispers_SendWhisper', { message: 'hi' })), ops(chat('hi'))],
    expect: [],
  },
  {
    name: 'a command typed into the chat is no message',
    about: 'draft',
    page: channel('adabirds'),
    act: [{ type: 'textarea', text: '/timeout x' }, { click: '[data-a-target="chat-send-button"]' }],
    sends: [ops(chat('/timeout x'))],
    expect: [],
  },
  {
    name: 'says something in the chat with Enter',
    about: 'keyboard',
    page: channel('chatty'),
    act: [
      { type: 'textarea', text: 'good evening' },
      { press: 'Enter', in: 'textarea' },
    ],
    sends: [ops(chat('good evening'))],
    expect: [{ kind: 'comment', object: { url: `${origin}/chatty` }, to: { name: 'chatty' }, level: 'accepted' }],
  },
  {
    name: 'deletes a message as a moderator',
    about: 'do',
    page: { ...channel('modded', false, '<button class="d">x</button>'), url: `${origin}/moderator/modded` },
    act: [{ click: '.d' }],
    sends: [ops(op('Chat_DeleteChatMessage', { channelID: '1', messageID: 'm' }))],
    expect: [{ kind: 'moderation', object: { url: `${origin}/modded` }, detail: { act: 'delete' } }],
  },
  {
    name: 'bans somebody',
    about: 'do',
    page: channel('modded', false, '<button class="d">x</button>'),
    act: [{ click: '.d' }],
    sends: [ops(op('Chat_BanUserFromChatRoom', { channelID: '1', bannedUserLogin: 'spammer' }))],
    expect: [{ kind: 'moderation', object: { url: `${origin}/modded`, id: 'modded/spammer' }, detail: { act: 'ban' } }],
  },
  {
    name: 'lets somebody in again',
    about: 'undo',
    page: channel('modded', false, '<button class="d">x</button>'),
    after: ['bans somebody'],
    act: [{ click: '.d' }],
    sends: [ops(op('Chat_UnbanUserFromChatRoom', { channelID: '1', bannedUserLogin: 'spammer' }))],
    expect: [{ kind: 'moderation', undo: true, object: { id: 'modded/spammer' } }],
  },
  {
    name: 'makes a clip',
    about: 'do',
    page: channel('clipped', false, '<button class="c">Clip</button>'),
    act: [{ click: '.c' }],
    sends: [ops(op('createClip', { broadcasterID: '1', broadcastID: '2', offsetSeconds: 30 }))],
    expect: [{ kind: 'post', object: { url: `${origin}/clipped` } }],
  },
  {
    name: 'cheers',
    about: 'do',
    page: channel('cheered'),
    act: [{ click: '[data-a-target="chat-send-button"]' }],
    sends: [ops(op('ChatInput_SendCheer', { targetID: '1', bits: 100 }))],
    expect: [{ kind: 'other', object: { url: `${origin}/cheered` }, detail: { act: 'cheer' } }],
  },
]);
