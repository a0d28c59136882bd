import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: every change of a product is an act of its own.
// No "switch" case: an answer to a question is given once.
// No "private" case: there are no messages between people.

const world = 'https://world.openfoodfacts.org';
const nav = (id: string | null) =>
  `<nav class="top-bar"><section class="top-bar-section"><ul class="right">${
    id === null
      ? '<li><a href="/cgi/session.pl" class="round button secondary">Sign in</a></li>'
      : `<li class="has-dropdown"><a href="#" class="userlink">Nora</a><ul class="dropdown"><li><a href="/cgi/user.pl?type=edit&amp;userid=${id}">Edit</a></li></ul></li>`
  }</ul></section></nav>`;
const form = (code: string, host = 'fr.openfoodfacts.org', id: string | null = 'nora-fields') => ({
  url: `https://${host}/cgi/product.pl?type=edit&code=${code}`,
  html: `${nav(id)}<h1>Oat biscuits</h1><form id="product_form" action="/cgi/product.pl" method="post" enctype="multipart/form-data">
    <input type="hidden" id="code" name="code" value="${code}"><input id="comment" name="comment"><input type="file" id="imgupload_front" name="imgupload_front">
    <button id="save" name=".submit" type="submit">Save</button></form>`,
});
const saves = (code: string, fields: Record<string, string> = {}, status = 200): RecordedRequest => ({
  url: '/cgi/product.pl',
  multipart: { type: 'edit', action: 'process', code, comment: '', product_name: 'Oat biscuits', ...fields },
  by: 'navigate',
  answer: { status, type: 'text/html', body: '<p>Saved</p>' },
});
const product = (code: string, body = '', host = world) => ({
  url: `${host}/product/${code}/oat-biscuits`,
  html: `${nav('nora-fields')}<h1 property="food:name">Oat biscuits</h1>${body}<button id="do">Yes</button>`,
});
const call = (url: string, rest: Partial<RecordedRequest>): RecordedRequest => ({
  url,
  by: 'fetch',
  answer: { type: 'application/json', body: '{"status":"ok"}' },
  ...rest,
});
const annotate = (insight: string, annotation: string) =>
  call('https://robotoff.openfoodfacts.org/api/v1/insights/annotate', {
    form: { insight_id: insight, annotation, update: '1' },
  });
const does = (
  name: string,
  page: SiteCase['page'],
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page,
  act: [{ click: page.html.includes('id="save"') ? '#save' : '#do' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});

export default defineCases([
  does('corrects a product', form('3017620422003'), saves('3017620422003'), {
    kind: 'edit',
    object: { url: `${world}/product/3017620422003`, id: '3017620422003', title: 'Oat biscuits' },
    detail: { act: 'edit' },
    account: 'nora-fields',
    level: 'accepted',
  }),
  does('adds a product', form('3017620422010'), saves('3017620422010', { type: 'add' }), {
    kind: 'edit',
    object: { url: `${world}/product/3017620422010` },
    detail: { act: 'add' },
  }),
  does(
    'corrects something for the skin',
    form('3600550362626', 'world.openbeautyfacts.org'),
    saves('3600550362626'),
    { kind: 'edit', object: { url: 'https://world.openbeautyfacts.org/product/3600550362626' } },
    { about: 'layout' },
  ),
  does('asks for the form', form('3017620422027'), saves('3017620422027', { action: 'display' }), null, {
    about: 'look-alike',
  }),
  does(
    'saves with Enter',
    form('3017620422034'),
    saves('3017620422034'),
    {
      kind: 'edit',
      object: { url: `${world}/product/3017620422034` },
    },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#save' }] },
  ),
  does('a product that cannot be saved', form('3017620422041'), saves('3017620422041', {}, 500), null, {
    about: 'refusal',
  }),
  does(
    'saves while nobody is signed in',
    form('3017620422058', 'fr.openfoodfacts.org', null),
    saves('3017620422058'),
    null,
    {
      about: 'signed-out',
    },
  ),
  does('a script of the page saves', form('3017620422065'), saves('3017620422065'), null, {
    about: 'synthetic',
    act: [{ synthetic: '#save' }],
  }),
  {
    name: 'one press that sends twice is one change',
    about: 'double',
    page: product('3017620422072'),
    act: [{ click: '#do' }],
    sends: [
      call('/cgi/product_jqm2.pl', { form: { code: '3017620422072', labels: 'organic' } }),
      call('/cgi/product_jqm2.pl', { form: { code: '3017620422072', labels: 'organic' } }),
    ],
    expect: [{ kind: 'edit', object: { url: `${world}/product/3017620422072` } }],
  },
  does(
    'corrects by the older interface',
    product('3017620422089'),
    call('/cgi/product_jqm_multilingual.pl', { form: { code: '3017620422089', labels: 'organic' } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422089` } },
  ),
  does(
    'corrects by the new interface',
    product('3017620422096'),
    call('/api/v3/product/3017620422096', { method: 'PATCH', json: { product: {} } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422096` } },
  ),
  does(
    'adds a photo',
    form('3017620422102'),
    call('/cgi/product_image_upload.pl', { multipart: { code: '3017620422102', imagefield: 'front_fr' } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422102` }, detail: { act: 'photo' } },
    { act: [{ click: '#imgupload_front' }] },
  ),
  does(
    'crops a photo',
    product('3017620422119'),
    call('/cgi/product_image_crop.pl', { form: { code: '3017620422119', id: 'front_fr', imgid: '1' } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422119` }, detail: { act: 'crop-photo' } },
  ),
  does(
    'takes a photo out',
    product('3017620422126'),
    call('/cgi/product_image_unselect.pl', { form: { code: '3017620422126', id: 'front_fr' } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422126` }, detail: { act: 'unselect-photo' } },
  ),
  does('answers a question on the page of a product', product('3017620422133'), annotate('aa-1', '1'), {
    kind: 'answer',
    object: { url: `${world}/product/3017620422133`, id: 'aa-1' },
    detail: { act: 'yes' },
  }),
  does(
    'answers with a key in the game',
    {
      url: 'https://hunger-games.openfoodfacts.org/questions?type=label',
      html: '<main><a href="https://world.openfoodfacts.org/product/3017620422140/oat">Oat biscuits</a><button>No</button></main>',
    },
    annotate('aa-2', '0'),
    { kind: 'answer', object: { url: `${world}/product/3017620422140` }, detail: { act: 'no' } },
    { about: 'keyboard', act: [{ press: 'n' }] },
  ),
  does(
    'answers in a game that shows no product',
    { url: 'https://hunger-games.openfoodfacts.org/logos', html: '<button id="do">Yes</button>' },
    annotate('aa-3', '1'),
    { kind: 'answer', object: { url: 'https://robotoff.openfoodfacts.org/api/v1/insights/detail/aa-3' } },
    { about: 'layout' },
  ),
  does('skips a question', product('3017620422157'), annotate('aa-4', '-1'), null, { about: 'draft' }),
  does(
    'loads more questions',
    product('3017620422164'),
    call('https://robotoff.openfoodfacts.org/api/v1/questions/3017620422164', { method: 'GET' }),
    null,
    { about: 'look-alike' },
  ),
  does(
    'lets a photo be read',
    product('3017620422171'),
    call('/cgi/ingredients.pl', { form: { code: '3017620422171', process_image: '1' } }),
    null,
    { about: 'look-alike' },
  ),
  does(
    'adds a price',
    { url: 'https://prices.openfoodfacts.org/prices/add/single', html: '<button id="do">Add</button>' },
    call('/api/v1/prices', { json: { product_code: '3017620422188', price: 2.49, currency: 'EUR', proof_id: 3 } }),
    { kind: 'edit', object: { url: `${world}/product/3017620422188` }, detail: { act: 'price' } },
  ),
  does(
    'adds a receipt',
    { url: 'https://prices.openfoodfacts.org/proofs/add', html: '<button id="do">Upload</button>' },
    call('/api/v1/proofs/upload', { multipart: { type: 'RECEIPT', currency: 'EUR' } }),
    { kind: 'edit', object: { url: 'https://prices.openfoodfacts.org/' }, detail: { act: 'proof' } },
  ),
  does(
    'adds a property',
    product('3017620422195'),
    call('https://api.folksonomy.openfoodfacts.org/product', {
      json: { product: '3017620422195', k: 'has_lid', v: 'yes', version: 1 },
    }),
    { kind: 'edit', object: { url: `${world}/product/3017620422195` }, detail: { act: 'property' } },
  ),
  does(
    'takes a property away',
    product('3017620422195'),
    call('https://api.folksonomy.openfoodfacts.org/product/3017620422195/has_lid?version=1', { method: 'DELETE' }),
    { kind: 'edit', undo: true, object: { url: `${world}/product/3017620422195` } },
    { about: 'undo', after: ['adds a property'] },
  ),
]);
