import { defineSite } from '../define.ts';
import type { Control, Test, Value } from '../schema.ts';

const reviewId = [{ match: '(R[0-9A-Z]{8,})' }];
const inRequest = ['/query/voteInstanceId', '/form/voteInstanceId', '/query/reviewId', '/form/reviewId'];
/** The review as the request names it; a press alone has only the review around the button. */
const review: Value = { from: [...inRequest, '/page/id'], via: reviewId };

/** Pages of the two forms for reviews that are in use; the shop shows one or the other. */
const forms = [
  '#in-context-ryp-form',
  '[data-testid="in-context-ryp-form"]',
  'form.ryp__review-form',
  '[data-hook="ryp-review-submit-button"]',
];
/** How each of them says thank you. */
const thanks =
  '[data-testid="in-context-ryp__thankyou-text"], .in-context-ryp__thankyou-container-desktop, .ryp__thank-you-title';

const sendReview: Control = {
  select: [
    '#in-context-ryp-form input[type="submit"]',
    '#in-context-ryp-form input.a-button-input',
    '[data-testid="in-context-ryp-form"] input[type="submit"]',
    'form.ryp__review-form input[type="submit"]',
    '[data-hook="ryp-review-submit-button"]',
  ].join(', '),
  shows: thanks,
  submits: true,
  // How a review travels is not known: press and thanks together are what there is.
  alone: true,
};

const inAddress = (name: string): Value => ({ from: '/page/url', via: [{ match: `[?&]${name}=([A-Z0-9]{10})` }] });

/** The same form, opened on a review that is there already. */
const ofOwnReview: Test[] = [{ at: '/page/url', matches: '/edit[-/?]|[?&]reviewI[dD]=' }];

/** Goes to nobody in particular, whatever stands around the button. */
const nobody = { name: { text: '' } };

export default defineSite({
  id: 'amazon',
  name: 'Amazon',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: [
    'www.amazon.com',
    'www.amazon.co.uk',
    'www.amazon.de',
    'www.amazon.fr',
    'www.amazon.it',
    'www.amazon.es',
    'www.amazon.nl',
    'www.amazon.se',
    'www.amazon.pl',
    'www.amazon.ca',
    'www.amazon.com.mx',
    'www.amazon.com.br',
    'www.amazon.com.au',
    'www.amazon.in',
    'www.amazon.co.jp',
    'www.amazon.sg',
    'www.amazon.ae',
    'www.amazon.sa',
    'www.amazon.eg',
    'www.amazon.com.tr',
    'www.amazon.com.be',
    'www.amazon.ie',
    'www.amazon.co.za',
  ],
  account: {
    // Pages greet by first name only; the address of the profile stands in its menu, where that was opened.
    name: {
      of: 'page',
      select: '#nav-flyout-accountList a[href*="/gp/profile/amzn1.account."]',
      attr: 'href',
      match: '/gp/profile/(amzn1\\.account\\.\\w+)',
    },
    url: '{origin}/gp/profile/{account}',
    signedOut: '[data-nav-ref="nav_ya_signin"], [data-nav-ref="nav_signin"], #nav-link-accountList[href*="/ap/signin"]',
  },
  items: [
    {
      select: '[data-hook="review"]',
      read: {
        id: { attr: 'id', match: '(R[0-9A-Z]{8,})$' },
        title: { of: 'page', select: '#productTitle, [data-hook="product-link"]' },
        author: { select: '.a-profile-name' },
        authorUrl: {
          select: 'a.a-profile',
          attr: 'href',
          match: '^(https?://[^/]+/gp/profile/amzn1\\.account\\.\\w+)',
        },
      },
    },
    // Forms for reviews go when they are sent, and thanks come: the page around both is what stays.
    {
      select: `body:has(${[...forms, thanks].join(', ')})`,
      read: {
        asin: {
          select: '.in-context-ryp__container a[href*="/dp/"], .ryp__card a[href*="/dp/"]',
          attr: 'href',
          match: '/dp/([A-Z0-9]{10})',
        },
        title: { select: '.in-context-ryp__product-title, [data-hook="ryp-product-title"]' },
      },
    },
  ],
  page: { title: { of: 'page', select: '#productTitle' } },
  composers: ['#reviewText', '#scarface-review-text-card-title', 'textarea[name="reviewText"]'],
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      request: {
        method: ['POST', 'GET'],
        url: ['*/ref=cm_cr_*', '/hz/reviews-render/*'],
        where: [
          { at: { from: ['/query/voteInstanceId', '/form/voteInstanceId'] }, present: true },
          { at: { from: ['/query/voteValue', '/form/voteValue'] }, is: '1' },
        ],
      },
      control: {
        // Where nobody is signed in the same mark is on a link to the form for that.
        select: 'input[data-hook="vote-helpful-button"], [data-action="reviews:vote-action"] .a-button',
        // The thanks are in the page from the beginning and lose their veil.
        shows: '.cr-vote-success:not(.aok-hidden, [style*="none"])',
        alone: true,
      },
      take: { id: review },
      target: { from: inRequest, via: reviewId },
      object: { url: '{origin}/gp/customer-reviews/{id}/', id: '{id}' },
      detail: { vote: { text: 'up' } },
      refusal: 'hidden',
      refusedAt: ['/ap/signin'],
    },
    {
      id: 'report-review',
      kind: 'moderation',
      // Opening the form is a GET of the same address.
      request: {
        url: ['/hz/reviews-render/report-review{/*}?', '/hz/reviews-render/report-abuse{/*}?'],
        where: [
          { at: { from: ['/query/reviewId', '/form/reviewId', '/query/entityId', '/form/entityId'] }, present: true },
        ],
      },
      take: { id: { from: ['/query/reviewId', '/form/reviewId', '/query/entityId', '/form/entityId'], via: reviewId } },
      object: { url: '{origin}/gp/customer-reviews/{id}/', id: '{id}' },
      detail: { act: { text: 'report' } },
      to: nobody,
      refusedAt: ['/ap/signin'],
      confidence: 'low',
    },
    {
      id: 'review',
      kind: 'review',
      control: sendReview,
      take: { asin: inAddress('asins?'), capitals: inAddress('ASIN') },
      object: { url: ['{origin}/dp/{asin}', '{origin}/dp/{capitals}', '{origin}/dp/{page.asin}'] },
      to: nobody,
      edit: ofOwnReview,
      becomes: [{ where: ofOwnReview, kind: 'edit' }],
    },
    {
      id: 'seller-feedback',
      kind: 'review',
      request: { url: '/hz/feedback{/}?' },
      // The order is the person's own affair: of the address only the seller is read.
      take: {
        seller: {
          from: ['/form/sellerID', '/query/sellerID', '/page/url'],
          via: [{ match: '(?:^|[?&]sellerID=)(A[0-9A-Z]{9,})' }],
        },
      },
      object: { url: ['{origin}/sp?seller={seller}', '{origin}/hz/feedback'] },
      detail: { act: { text: 'seller' } },
      to: nobody,
      refusedAt: ['/ap/signin'],
      confidence: 'low',
    },
  ],
  unseen: [
    'How many stars a review gives, and stars that are saved without words.',
    'A review whose thanks come on another page.',
    'Questions and answers about products, which most shops have closed.',
    'Who you are, until your account’s menu was opened.',
    'Lists, which are for shopping.',
  ],
  sources: [
    'Saved pages of reviews, with the voting widget and addresses of votes (2019-2025)',
    'Page objects and user scripts for both forms (2023-2026)',
  ],
});
