import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: changes stay in the page until they are saved.
// No "undo" case: a change is taken back by another change.
// No "edit" case: a second change of the same place is an edit of its own.
// No "switch" case: nothing here can be switched.
// No "private" case: the editor's chat is another program.
// No "signed-out" case: without an account the editor saves nothing.

const page = (path = '/en-GB/editor?env=row&lat=1&lon=2') => ({
  url: `https://www.waze.com${path}`,
  html: '<wz-button id="save-button">Save</wz-button><div id="map"></div>',
});
const object = (type: string, action: string, attributes: object) => ({
  name: 'UPDATE_OBJECT',
  _subActions: [{ _objectType: type, action, attributes }],
});
const saves = (subActions: object[], prefix = 'row-', status = 200): RecordedRequest => ({
  url: `/${prefix}Descartes/app/Features?ignoreWarnings=&language=en`,
  json: { actions: { name: 'DESCARTES_SERIALIZATION', _subActions: subActions } },
  by: 'fetch',
  answer: { status, type: 'application/json', body: '{}' },
});
const judges = (venueID: string, approve: boolean) => ({
  name: 'UPDATE_PLACE_UPDATE',
  _subActions: [{ _objectType: 'venueUpdateRequest', action: 'UPDATE', attributes: { approve, id: 'r1', venueID } }],
});
const does = (
  name: string,
  request: RecordedRequest,
  entries: ExpectedEntry | ExpectedEntry[] | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: page(),
  act: [{ click: '#save-button' }],
  sends: [request],
  expect: entries === null ? [] : [entries].flat(),
  ...rest,
});
const editor = 'https://www.waze.com/editor?env=';

export default defineCases([
  does('corrects a place', saves([object('venue', 'UPDATE', { id: '18.901.11', name: 'Tide Hall' })]), {
    kind: 'edit',
    object: { url: `${editor}row&venues=18.901.11` },
    level: 'accepted',
  }),
  does(
    'saves a place, two segments and their joints',
    saves([
      object('venue', 'UPDATE', { id: '18.902.11' }),
      object('segment', 'UPDATE', { id: 5501, fwdMaxSpeed: 50 }),
      object('segment', 'UPDATE', { id: 5502, fwdMaxSpeed: 50 }),
      object('node', 'UPDATE', { id: 71 }),
      object('node', 'UPDATE', { id: 72 }),
    ]),
    [
      { kind: 'edit', object: { url: `${editor}row&venues=18.902.11` } },
      { kind: 'edit', object: { url: `${editor}row&segments=5501` } },
      { kind: 'edit', object: { url: `${editor}row&segments=5502` } },
      { kind: 'edit', object: { url: `${editor}row` } },
    ],
  ),
  does(
    'draws a new place on the American map',
    saves([object('venue', 'CREATE', { id: -100, name: 'Pier' })], ''),
    { kind: 'edit', object: { url: `${editor}usa` } },
    { about: 'layout', page: page('/editor?env=usa') },
  ),
  does('approves what somebody said of a place', saves([judges('18.903.11', true)]), {
    kind: 'moderation',
    object: { url: `${editor}row&venues=18.903.11`, id: '18.903.11' },
    detail: { act: 'approve' },
  }),
  does('rejects it, on the map of Israel', saves([judges('18.904.11', false)], 'il-'), {
    kind: 'moderation',
    object: { url: `${editor}il&venues=18.904.11` },
    detail: { act: 'reject' },
  }),
  does(
    'saves with the keyboard',
    saves([object('segment', 'UPDATE', { id: 5503 })]),
    { kind: 'edit', object: { url: `${editor}row&segments=5503` } },
    { about: 'keyboard', act: [{ press: 'Control+s' }] },
  ),
  does(
    'the map loads',
    { method: 'GET', url: '/row-Descartes/app/Features?bbox=1,2,3,4&language=en', by: 'fetch' },
    null,
    { about: 'look-alike' },
  ),
  does(
    'looks for issues',
    { url: '/row-Descartes/app/Issues/Search/List', json: { bbox: [1, 2] }, by: 'fetch' },
    null,
    { about: 'look-alike' },
  ),
  does(
    'marks updates as read',
    { url: '/row-Descartes/app/Features', json: { venueUpdateRequestIds: ['r1'] }, by: 'fetch' },
    null,
    { about: 'look-alike' },
  ),
  does('a save that the map refuses', saves([object('venue', 'UPDATE', { id: '18.905.11' })], 'row-', 412), null, {
    about: 'refusal',
  }),
  does('a script of the page saves', saves([object('venue', 'UPDATE', { id: '18.906.11' })]), null, {
    about: 'synthetic',
    act: [{ synthetic: '#save-button' }],
  }),
  {
    name: 'one press that sends twice is one edit',
    about: 'double',
    page: page(),
    act: [{ click: '#save-button' }],
    sends: [
      saves([object('venue', 'UPDATE', { id: '18.907.11' })]),
      saves([object('venue', 'UPDATE', { id: '18.907.11' })]),
    ],
    expect: [{ kind: 'edit', object: { url: `${editor}row&venues=18.907.11` } }],
  },
]);
