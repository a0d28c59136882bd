import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Three maps, each with a server of its own. The address is read by GET. One save holds many changes. */
const maps = { '/row-Descartes/app/Features': 'row', '/il-Descartes/app/Features': 'il' };
const saved = (...where: Test[]): RequestRule => ({
  url: ['/Descartes/app/Features', '/na-Descartes/app/Features', ...Object.keys(maps)],
  decode: ['json', { each: '/json/actions/_subActions' }],
  where: [{ at: '/item/_subActions/0/_objectType', present: true }, ...where],
});
const env = { from: '/path', via: [{ map: maps, else: 'usa' }] };
const ofType = (type: string): Test => ({ at: '/item/_subActions/0/_objectType', is: type });
/** What was drawn just now has a number below nothing until the map gives it one. */
const known = (from: string) => ({ from, via: [{ match: '^([0-9][0-9.]*)$' }] });
const editor = 'https://www.waze.com/editor?env={env}';

const change = (id: string, where: Test[], query?: string): Action => ({
  id,
  kind: 'edit',
  request: saved(...where),
  control: { select: '#save-button, wz-button#save-button' },
  take: { env, id: known('/item/_subActions/0/attributes/id') },
  object: { url: query === undefined ? editor : [`${editor}&${query}={id}`, editor] },
  confidence: 'medium',
});

export default defineSite({
  id: 'waze',
  name: 'Waze map editor',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['www.waze.com', 'beta.waze.com'],
  actions: [
    {
      id: 'judge-place',
      kind: 'moderation',
      request: saved(ofType('venueUpdateRequest'), {
        at: '/item/_subActions/0/attributes/venueID',
        present: true,
      }),
      control: { select: '#save-button, wz-button#save-button' },
      take: { env, id: '/item/_subActions/0/attributes/venueID' },
      object: { url: `${editor}&venues={id}`, id: '{id}' },
      detail: {
        act: {
          from: '/item/_subActions/0/attributes/approve',
          via: [{ map: { true: 'approve', false: 'reject' } }],
        },
      },
    },
    change('edit-place', [ofType('venue')], 'venues'),
    change('edit-segment', [ofType('segment')], 'segments'),
    // Everything else of one save counts as one edit.
    change('edit-map', []),
  ],
  unseen: [
    'Who you are: the editor shows it in a place that is not known.',
    'Reports and edits from the app.',
    'How many small changes beside places and segments one save held.',
  ],
  sources: ['A tool for moderating places with captured requests (2026)', 'Readers of the map'],
});
