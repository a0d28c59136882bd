import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: which reaction takes the place of which is not known.
// No "draft" case: drafts of pins go to a resource of their own that nobody has described.

const origin = 'https://www.pinterest.com';
const nav = '<div data-test-id="header-profile"><a href="/nora/">Nora</a></div>';
const grid = (...ids: string[]) =>
  nav +
  ids
    .map(
      (id) =>
        `<div data-test-id="pin"><a href="/pin/${id}/"><span class="more">More ideas</span></a><button data-test-id="PinBetterSaveButton">Save</button></div>`,
    )
    .join('');
const closeup = (
  id: string,
) => `${nav}<div data-test-id="closeup-body" data-id="${id}"><h1>A tide clock</h1><a data-test-id="creator-profile-link" href="/ada/"><span data-test-id="creator-profile-name">Ada</span></a>
  <button data-test-id="PinBetterSaveButton">Save</button><button data-test-id="react-button">2</button><div contenteditable="true" style="min-height:2em"></div><button class="send">Send</button>
  <button class="follow">Follow</button><button class="heart">1</button></div>`;
const send = (name: string, options: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url: `/resource/${name}/`,
  form: { source_url: '/pin/1/', data: JSON.stringify({ options, context: {} }) },
  by: 'xhr',
  ...(answer ? { answer } : {}),
});
const pin = (id: string) => `${origin}/pin/${id}/`;

export default defineCases([
  {
    name: 'saves a pin from the feed',
    about: 'do',
    page: { url: `${origin}/`, html: grid('9001', '9002') },
    act: [{ click: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9001', board_id: '5' })],
    expect: [{ kind: 'bookmark', object: { url: pin('9001'), id: '9001' }, account: 'nora', level: 'accepted' }],
  },
  {
    name: 'saves in the older client of another country',
    about: 'layout',
    page: { url: 'https://www.pinterest.de/', html: grid('9003') },
    act: [{ click: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [{ ...send('x', { pin_id: '9003', board_id: '5' }), url: '/_ngjs/resource/RepinResource/create/' }],
    expect: [{ kind: 'bookmark', object: { url: pin('9003') } }],
  },
  {
    name: 'saves with Enter, and knows whose pin it was',
    about: 'keyboard',
    page: { url: pin('9004'), html: closeup('9004') },
    act: [{ press: 'Enter', in: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9004', board_id: '5' })],
    expect: [
      {
        kind: 'bookmark',
        object: { url: pin('9004'), title: 'A tide clock' },
        to: { name: 'Ada', url: `${origin}/ada/` },
      },
    ],
  },
  {
    name: 'removes an own pin',
    about: 'undo',
    page: { url: pin('9005'), html: closeup('9005') },
    act: [{ click: '.heart' }],
    sends: [send('PinResource/delete', { id: '9005' })],
    expect: [{ kind: 'bookmark', undo: true, object: { url: pin('9005') } }],
  },
  {
    name: 'a save that is refused',
    about: 'refusal',
    page: { url: `${origin}/`, html: grid('9006') },
    act: [{ click: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9006' }, { status: 403 })],
    expect: [],
  },
  {
    name: 'a save while nobody is signed in',
    about: 'signed-out',
    page: { url: pin('9007'), html: `<button data-test-id="simple-login-button">Log in</button>${closeup('9007')}` },
    act: [{ click: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9007' })],
    expect: [],
  },
  {
    name: 'a script of the page saves',
    about: 'synthetic',
    page: { url: `${origin}/`, html: grid('9008') },
    act: [{ synthetic: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9008' })],
    expect: [],
  },
  {
    name: 'one press that saves twice counts once',
    about: 'double',
    page: { url: `${origin}/`, html: grid('9009') },
    act: [{ click: '[data-test-id="PinBetterSaveButton"]' }],
    sends: [send('RepinResource/create', { pin_id: '9009' }), send('RepinResource/create', { pin_id: '9009' })],
    expect: [{ kind: 'bookmark', object: { url: pin('9009') } }],
  },
  {
    name: 'reads, telemetry and uploads are no acts',
    about: 'look-alike',
    page: { url: `${origin}/`, html: grid('9010') },
    act: [{ click: '.more' }],
    sends: [
      send('UserRegisterTrackActionResource/update', { actions: [{ name: 'save' }] }),
      send('ActivateExperimentResource/create', {}),
      send('ApiResource/create', { url: '/v3/media/uploads/register/' }),
      send('ApiResource/create', { url: '/v3/sessions/verify/' }),
      { ...send('ApiCResource/create', { url: '/v3/pins/9010/react/' }) },
      { method: 'GET', url: '/resource/PinResource/get/?data=%7B%7D', by: 'xhr' },
    ],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: {
      url: `${origin}/`,
      html: `${nav}<div data-test-id="conversation-container"><button class="s">Send</button></div>`,
    },
    act: [{ click: '.s' }],
    sends: [
      send('ConversationMessagesResource/create', { text: 'hi' }),
      send('RepinResource/create', { pin_id: '9011' }),
    ],
    expect: [],
  },
  {
    name: 'pins something new',
    about: 'do',
    page: { url: `${origin}/pin-creation-tool/`, html: `${nav}<button class="p">Publish</button>` },
    act: [{ click: '.p' }],
    sends: [
      send('PinResource/create', { board_id: '5', image_url: 'https://example.org/a.jpg', title: 'A tide clock' }),
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/nora/`, title: 'A tide clock' } }],
  },
  {
    name: 'edits an own pin',
    about: 'edit',
    page: { url: pin('9012'), html: closeup('9012') },
    act: [{ click: '.heart' }],
    sends: [send('PinResource/update', { id: '9012', title: 'x' })],
    expect: [{ kind: 'edit', revises: true, object: { url: pin('9012') } }],
  },
  {
    name: 'comments on a pin',
    about: 'do',
    page: { url: pin('9013'), html: closeup('9013') },
    act: [{ type: '[contenteditable]', text: 'Does it run slow' }, { click: '.send' }],
    sends: [send('AggregatedCommentResource/create', { pinId: '9013', objectId: '71', text: 'Does it run slow' })],
    expect: [{ kind: 'comment', object: { url: pin('9013') }, to: { name: 'Ada' } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: { url: pin('9013'), html: closeup('9013') },
    act: [{ click: '.send' }],
    sends: [send('AggregatedCommentResource/delete', { commentId: '88' })],
    expect: [{ kind: 'comment', undo: true, object: { url: pin('9013'), id: 'comment/88' } }],
  },
  {
    name: 'likes a comment',
    about: 'do',
    page: { url: pin('9014'), html: closeup('9014') },
    act: [{ click: '.heart' }],
    sends: [send('AggregatedCommentLikeResource/create', { commentId: '89' })],
    expect: [{ kind: 'like', object: { url: pin('9014'), id: 'comment/89' } }],
  },
  {
    name: 'takes the like of a comment back',
    about: 'undo',
    page: { url: pin('9014'), html: closeup('9014') },
    after: ['likes a comment'],
    act: [{ click: '.heart' }],
    sends: [send('AggregatedCommentLikeResource/delete', { commentId: '89' })],
    expect: [{ kind: 'like', undo: true, object: { id: 'comment/89' } }],
  },
  {
    name: 'reacts to a pin',
    about: 'do',
    page: { url: pin('9015'), html: closeup('9015') },
    act: [{ click: '[data-test-id="react-button"]' }],
    sends: [send('ApiResource/create', { url: '/v3/pins/9015/react/', data: { reaction_type: 1 } })],
    expect: [{ kind: 'like', object: { url: pin('9015') } }],
  },
  {
    name: 'takes a reaction back',
    about: 'undo',
    page: { url: pin('9015'), html: closeup('9015') },
    after: ['reacts to a pin'],
    act: [{ click: '[data-test-id="react-button"]' }],
    sends: [send('ApiResource/delete', { url: '/v3/pins/9015/react/' })],
    expect: [{ kind: 'like', undo: true, object: { url: pin('9015') } }],
  },
  {
    name: 'follows a board',
    about: 'do',
    page: { url: `${origin}/ada/clocks/`, html: `${nav}<button class="f">Follow</button>` },
    act: [{ click: '.f' }],
    sends: [send('ApiResource/update', { url: '/v3/boards/123/follow/' })],
    expect: [{ kind: 'follow', object: { url: `${origin}/ada/clocks/`, id: 'board/123' }, detail: { act: 'board' } }],
  },
  {
    name: 'stops following a board',
    about: 'undo',
    page: { url: `${origin}/ada/clocks/`, html: `${nav}<button class="f">Following</button>` },
    after: ['follows a board'],
    act: [{ click: '.f' }],
    sends: [send('ApiResource/delete', { url: '/v3/boards/123/follow/' })],
    expect: [{ kind: 'follow', undo: true, object: { id: 'board/123' } }],
  },
  {
    name: 'follows somebody from a pin',
    about: 'do',
    page: { url: pin('9016'), html: closeup('9016') },
    act: [{ click: '.follow' }],
    sends: [send('UserFollowResource/create', { user_id: '31' })],
    expect: [{ kind: 'follow', object: { url: `${origin}/ada/`, id: 'user/31' } }],
  },
  {
    name: 'stops following somebody',
    about: 'undo',
    page: { url: pin('9016'), html: closeup('9016') },
    after: ['follows somebody from a pin'],
    act: [{ click: '.follow' }],
    sends: [send('UserFollowResource/delete', { user_id: '31' })],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/ada/` } }],
  },
]);
