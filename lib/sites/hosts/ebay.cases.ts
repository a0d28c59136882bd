import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "undo" case: feedback cannot be taken back.
// No "edit" case: changes are made on another page, on request.
// No "switch" case: the choice is sent once.

const origin = 'https://www.ebay.com';
const nav = (signedIn = true) =>
  signedIn
    ? '<header id="gh"><a href="/usr/nora-tide">Nora</a></header>'
    : '<header id="gh"><a href="https://signin.ebay.com/ws/x">Sign in</a></header>';
const block = (item: string, { field = 'textarea', overall = 'POSITIVE', stars = '5' } = {}) =>
  `<div class="single-feedback-template"><a href="https://www.ebay.com/itm/tide-clock/${item}?hash=x">Tide clock ${item}</a> <a href="/usr/harbour_goods?_trksid=p">harbour_goods</a>
   <input type="radio" name="OVERALL_EXPERIENCE_${item}" value="POSITIVE" ${overall === 'POSITIVE' ? 'checked' : ''}><input type="radio" name="OVERALL_EXPERIENCE_${item}" value="NEGATIVE" ${overall === 'NEGATIVE' ? 'checked' : ''}>
   ${stars ? `<input type="radio" name="DSR_ITEM_AS_DESCRIBED_${item}" value="${stars}" checked>` : ''}
   ${field === 'textarea' ? '<textarea name="OVERALL_EXPERIENCE_COMMENT"></textarea>' : '<input name="OVERALL_EXPERIENCE_COMMENT">'}
   <button type="button" class="later">Later</button><button type="button" id="submitFeedbackBtn-${item}">Leave feedback</button></div>`;
const page = (blocks: string, { signedIn = true, at = origin } = {}): SiteCase['page'] => ({
  url: `${at}/fdbk/leave_feedback?item_id=1`,
  html: nav(signedIn) + blocks,
});
const submit = (item: string) => `#submitFeedbackBtn-${item}`;
const send = (more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: '/fdbk/leave_feedback/submit',
  json: { OVERALL_EXPERIENCE: 'POSITIVE', srt: 'secret' },
  ...more,
});
const entry = (item: string, at = origin) => ({
  kind: 'review' as const,
  object: { url: `${at}/itm/${item}`, id: item },
});
const comment = '[name="OVERALL_EXPERIENCE_COMMENT"]';

const leaves = press(
  'do',
  'leaves feedback for a seller',
  page(block('110000000001')),
  submit('110000000001'),
  send(),
  {
    ...entry('110000000001'),
    object: { ...entry('110000000001').object, title: 'Tide clock 110000000001' },
    to: { name: 'harbour_goods', url: `${origin}/usr/harbour_goods` },
    detail: { vote: 'up', rating: '5/5' },
    account: 'nora-tide',
    level: 'accepted',
  },
  { act: [{ type: comment, text: 'Keeps time' }, { click: submit('110000000001') }] },
);

export default defineCases([
  leaves,
  ...usualCases(leaves),
  press(
    'do',
    'leaves feedback for the second of two purchases',
    page(block('110000000002') + block('110000000003')),
    submit('110000000003'),
    send(),
    entry('110000000003'),
  ),
  press(
    'do',
    'leaves feedback against a seller',
    page(block('110000000004', { overall: 'NEGATIVE', stars: '1' })),
    submit('110000000004'),
    send(),
    { ...entry('110000000004'), detail: { vote: 'down', rating: '1/5' } },
  ),
  press(
    'layout',
    'leaves feedback for a buyer',
    page(block('110000000005', { field: 'input', stars: '' })),
    submit('110000000005'),
    send(),
    { ...entry('110000000005'), detail: { vote: 'up' } },
  ),
  press(
    'layout',
    'leaves feedback in another country',
    page(block('110000000006'), { at: 'https://www.ebay.de' }),
    submit('110000000006'),
    send(),
    entry('110000000006', 'https://www.ebay.de'),
  ),
  press(
    'layout',
    'leaves feedback by a form',
    page(block('110000000007')),
    submit('110000000007'),
    send({ json: undefined, form: { OVERALL_EXPERIENCE: 'POSITIVE' } }),
    entry('110000000007'),
  ),
  press(
    'refusal',
    'feedback that leads to signing in',
    page(block('110000000008')),
    submit('110000000008'),
    send({ answer: { status: 302, location: 'https://signin.ebay.com/ws/x' } }),
    [],
  ),
  press(
    'draft',
    'words that are not sent',
    page(block('110000000009')),
    '.later',
    send({ url: '/fdbk/leave_feedback/later' }),
    [],
    {
      act: [{ type: comment, text: 'Perhaps' }, { click: '.later' }],
    },
  ),
  press(
    'look-alike',
    'chooses a mark',
    page(block('110000000010')),
    '[value="NEGATIVE"]',
    send({ url: '/fdbk/track' }),
    [],
  ),
  press(
    'look-alike',
    'reads feedback of others',
    page(block('110000000011')),
    submit('110000000011'),
    { method: 'GET', url: '/fdbk/feedback_profile/harbour_goods?filter=x' },
    [],
  ),
  press(
    'look-alike',
    'watches an item',
    { url: `${origin}/itm/110000000012`, html: `${nav()}<button id="watch">Watch</button>` },
    '#watch',
    { url: '/watch/api/add', json: { item: '110000000012' } },
    [],
  ),
  press(
    'private',
    'a message to a seller',
    { ...page(block('110000000013')), url: `${origin}/mesg/110000000013` },
    submit('110000000013'),
    send(),
    [],
  ),
  press(
    'signed-out',
    'feedback of nobody',
    page(block('110000000014'), { signedIn: false }),
    submit('110000000014'),
    send(),
    [],
  ),
]);
