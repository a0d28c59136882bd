import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Open Food Facts and its sisters run one program. A product has one address for all countries. */
const families = ['food', 'beauty', 'petfood', 'products'];
const domain = { from: '/host', via: [{ match: '(open(?:food|beauty|petfood|products)facts\\.org)$' }] };
const product = 'https://world.{domain}/product/{code}';
const code = { from: ['/form/code', '/query/code'] };

const change = (id: string, path: string, rest: Partial<Action> = {}): Action => ({
  id,
  kind: 'edit',
  request: { url: `/cgi/${path}.pl` },
  take: { domain, code },
  object: { url: product, id: '{code}' },
  detail: { act: { text: id } },
  ...rest,
});

export default defineSite({
  id: 'open-food-facts',
  name: 'Open Food Facts',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: families.map((family) => `*.open${family}facts.org`),
  account: {
    name: { of: 'page', select: 'a[href*="/cgi/user.pl?type=edit"]', attr: 'href', match: 'userid=([^&#]+)' },
    url: 'https://world.openfoodfacts.org/editor/{account}',
    signedOut: '.top-bar-section a.button[href="/cgi/session.pl"]',
  },
  page: {
    title: [{ select: 'h1[property="food:name"]' }, { select: 'h1' }],
    product: { select: 'a[href*="facts.org/product/"]', attr: 'href' },
  },
  actions: [
    {
      id: 'edit-product',
      kind: 'edit',
      // `action=display` shows the form.
      request: {
        url: '/cgi/product.pl',
        where: [
          { at: '/form/action', is: 'process' },
          { at: '/form/type', is: ['add', 'edit', 'delete'] },
        ],
      },
      control: { select: '#product_form button#save, #product_form [name=".submit"]', submits: true },
      take: { domain, code },
      object: { url: product, id: '{code}' },
      detail: { act: '/form/type' },
      confidence: 'high',
    },
    change('edit-by-api', 'product_jqm2'),
    change('edit-by-older-api', 'product_jqm_multilingual'),
    {
      id: 'edit-by-new-api',
      kind: 'edit',
      request: { method: 'PATCH', url: '/api/v3/product/:code' },
      take: { domain, code: '/url/code' },
      object: { url: product, id: '{code}' },
    },
    // Sent as soon as a file is chosen, and choosing takes its time.
    change('photo', 'product_image_upload', {
      within: 60_000,
      control: { select: 'input[type="file"], .fileinput-button' },
    }),
    change('crop-photo', 'product_image_crop'),
    change('unselect-photo', 'product_image_unselect'),
    {
      id: 'answer-question',
      kind: 'answer',
      request: {
        url: 'https://robotoff.openfoodfacts.org/api/v1/insights/annotate',
        where: [{ at: '/form/insight_id', present: true }],
      },
      // The request names only the question. It stands on the page of its product, or shows the way there.
      take: { code: { from: ['/page/url', '/page/product'], via: [{ match: '/product/(\\d+)' }] } },
      object: {
        url: [
          'https://world.openfoodfacts.org/product/{code}',
          'https://robotoff.openfoodfacts.org/api/v1/insights/detail/{form.insight_id}',
        ],
        id: '{form.insight_id}',
      },
      detail: { act: { from: '/form/annotation', via: [{ map: { 1: 'yes', 0: 'no', 2: 'corrected' } }] } },
      // Skipped.
      draft: [{ at: '/form/annotation', is: '-1' }],
      confidence: 'high',
    },
    {
      id: 'add-price',
      kind: 'edit',
      request: {
        url: 'https://prices.openfoodfacts.org/api/v1/prices',
        where: [{ at: '/json/price', present: true }],
      },
      object: {
        url: ['https://world.openfoodfacts.org/product/{json.product_code}', 'https://prices.openfoodfacts.org/'],
      },
      detail: { act: { text: 'price' } },
    },
    {
      id: 'add-proof',
      kind: 'edit',
      request: { url: 'https://prices.openfoodfacts.org/api/v1/proofs/upload' },
      object: { url: 'https://prices.openfoodfacts.org/' },
      detail: { act: { text: 'proof' } },
      within: 60_000,
    },
    {
      id: 'add-property',
      kind: 'edit',
      request: {
        method: ['POST', 'PUT'],
        url: 'https://api.folksonomy.openfoodfacts.org/product',
        where: [{ at: '/json/k', present: true }],
      },
      object: { url: 'https://world.openfoodfacts.org/product/{json.product}', id: '{json.product}' },
      detail: { act: { text: 'property' } },
    },
    {
      id: 'remove-property',
      kind: 'edit',
      undo: true,
      request: { method: 'DELETE', url: 'https://api.folksonomy.openfoodfacts.org/product/:code/:key' },
      object: { url: 'https://world.openfoodfacts.org/product/{url.code}', id: '{url.code}' },
      detail: { act: { text: 'property' } },
    },
  ],
  unseen: [
    'What you scan or photograph with the apps.',
    'Which product a question in a game was about, where the page does not show it.',
  ],
  sources: [
    'openfoodfacts/openfoodfacts-server templates/web, cgi/product_jqm_multilingual.pl',
    'openfoodfacts/openfoodfacts-nodejs src/robotoff.ts, prices.ts, folksonomy.ts (2024-10)',
  ],
});
