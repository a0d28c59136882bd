import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "undo" case: a helpful vote cannot be taken back, and reviews are deleted from the profile.
// No "switch" case: there is only one way to vote.
// No "private" case: messages to sellers are on pages that this definition does not read.

const nav = (signedIn: boolean) =>
  signedIn
    ? `<header><a id="nav-link-accountList" href="/gp/css/homepage.html" data-nav-ref="nav_youraccount_btn">Hello, Nora</a>
        <div id="nav-flyout-accountList"><a href="/gp/profile/amzn1.account.AENORA1234567890?ref=nav">Your profile</a></div></header>`
    : `<header><a id="nav-link-accountList" href="/ap/signin?openid.return_to=x" data-nav-ref="nav_ya_signin">Hello, sign in</a></header>`;

const account = 'amzn1.account.AENORA1234567890';

/** A review as the shop writes it: thanks and error wait behind a veil. */
const review = (id: string, button = voteButton, around = 'customer_review-') => `
  <div id="${around}${id}" data-hook="review" class="a-section review">
    <a href="/gp/profile/amzn1.account.AEAUTHOR12345678/ref=cm_cr_dp_d_gw_tr?ie=UTF8" class="a-profile"><span class="a-profile-name">Tidewaiter</span></a>
    <a data-hook="review-title" href="/gp/customer-reviews/${id}/ref=cm_cr_dp_d_rvw_ttl?ie=UTF8&amp;ASIN=B0TIDES001"><span>Accurate for Falmouth</span></a>
    <span class="cr-vote" data-hook="review-voting-widget">
      <div class="cr-helpful-button cr-vote-component">${button}</div>
      <span class="cr-vote-feedback cr-vote-component aok-hidden">Sending feedback...</span>
      <span data-hook="vote-success-message" class="cr-vote-success cr-vote-component aok-hidden">Thank you for your feedback.</span>
      <span class="cr-vote-error cr-vote-component aok-hidden">Sorry, we failed to record your vote.</span>
    </span>
    <a class="report-abuse-link" href="/hz/reviews-render/report-review?ie=UTF8&amp;reviewId=${id}">Report</a>
  </div>`;
const voteButton = `<span class="a-declarative" data-action="reviews:vote-action"><span class="a-button"><span class="a-button-inner">
  <input type="submit" data-hook="vote-helpful-button" class="a-button-input" value="Mark this review as helpful" /></span></span></span>`;

const product = (...reviews: string[]) =>
  `${nav(true)}<span id="productTitle">Tide clock, brass</span><div id="cm-cr-dp-review-list">${reviews.join('')}</div>`;

const vote = (id: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  method: 'GET',
  url: `/dp/B0TIDES001/ref=cm_cr_dp_d_vote_lft?ie=UTF8&voteInstanceId=${id}&voteValue=1&csrfT=gliD0sT3FjR1bD94`,
  by: 'xhr',
  ...more,
});

const thanked: PageChange = {
  select: '.cr-vote-success',
  set: { class: 'cr-vote-success cr-vote-component' },
};
const press = 'input[data-hook="vote-helpful-button"]';

const newForm = `${nav(true)}<div id="react-app" class="ryp__desktop"><div class="in-context-ryp__container">
  <a href="/dp/B0TIDES002">Tide clock, steel</a>
  <form id="in-context-ryp-form" data-testid="in-context-ryp-form" onsubmit="event.preventDefault()">
    <div role="radiogroup"><span role="radio" tabindex="0" class="in-context-ryp__form-field--starRating-single" aria-label="select to rate item four star.">★</span></div>
    <input id="reviewTitle" name="reviewTitle"><textarea id="reviewText" name="reviewText"></textarea>
    <span class="a-button"><input class="a-button-input" type="submit" value="Submit"></span>
  </form></div></div>`;

const oldForm = `${nav(true)}<div id="react-app"><div class="ryp__card">
  <button type="button" data-hook="ryp-star" class="ryp__star__button" aria-label="4 stars">★</button>
  <input id="scarface-review-title-label"><textarea id="scarface-review-text-card-title"></textarea>
  <span data-hook="ryp-review-submit-button" class="a-button"><button type="button" class="a-button-text">Submit</button></span></div></div>`;

export default defineCases([
  {
    name: 'finds a review helpful',
    about: 'do',
    page: {
      url: 'https://www.amazon.com/Tide-clock-brass/dp/B0TIDES001/ref=sr_1_1?keywords=tide+clock',
      html: product(review('R4JVS78AO38E1'), review('R4JVS78AO38E2')),
    },
    act: [{ click: `#customer_review-R4JVS78AO38E1 ${press}` }],
    sends: [vote('R4JVS78AO38E1')],
    then: [
      { select: '#customer_review-R4JVS78AO38E1 .cr-helpful-button', remove: true },
      { select: '#customer_review-R4JVS78AO38E1 .cr-vote-success', set: { class: 'cr-vote-success' } },
    ],
    expect: [
      {
        kind: 'vote',
        object: {
          url: 'https://www.amazon.com/gp/customer-reviews/R4JVS78AO38E1/',
          id: 'R4JVS78AO38E1',
          title: 'Tide clock, brass',
        },
        to: { name: 'Tidewaiter', url: 'https://www.amazon.com/gp/profile/amzn1.account.AEAUTHOR12345678' },
        detail: { vote: 'up' },
        account,
        audience: 'public',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'finds a review helpful, and the request is of a kind nobody knows',
    about: 'do',
    page: { url: 'https://www.amazon.de/dp/B0TIDES001', html: product(review('R4JVS78AO38E3')) },
    act: [{ click: press }],
    sends: [{ method: 'POST', url: '/review-votes/submit', json: { token: 'x' } }],
    then: [thanked],
    expect: [
      {
        kind: 'vote',
        object: { url: 'https://www.amazon.de/gp/customer-reviews/R4JVS78AO38E3/' },
        detail: { vote: 'up' },
        to: { name: 'Tidewaiter' },
        level: 'seen',
      },
    ],
  },
  {
    name: 'votes with Enter on the focused button',
    about: 'keyboard',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38E4')) },
    act: [{ press: 'Enter', in: press }],
    sends: [vote('R4JVS78AO38E4')],
    then: [thanked],
    expect: [{ kind: 'vote', object: { url: 'https://www.amazon.com/gp/customer-reviews/R4JVS78AO38E4/' } }],
  },
  {
    name: 'votes on the page of all reviews, where ids have no prefix',
    about: 'layout',
    page: {
      url: 'https://www.amazon.co.uk/product-reviews/B0TIDES001',
      html: `${nav(true)}<a data-hook="product-link" href="/dp/B0TIDES001">Tide clock, brass</a>${review('R4JVS78AO38E5', voteButton, '')}`,
    },
    act: [{ click: press }],
    sends: [
      {
        method: 'POST',
        url: '/hz/reviews-render/ajax/vote/ref=cm_cr_arp_d_vote_lft',
        form: { voteInstanceId: 'R4JVS78AO38E5', voteValue: '1', csrfT: 'gliD0sT3FjR1bD94' },
        by: 'xhr',
      },
    ],
    then: [thanked],
    expect: [
      {
        kind: 'vote',
        object: { url: 'https://www.amazon.co.uk/gp/customer-reviews/R4JVS78AO38E5/', title: 'Tide clock, brass' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'a vote that the shop answers with 200 and an apology',
    about: 'refusal',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38E6')) },
    act: [{ click: press }],
    sends: [vote('R4JVS78AO38E6')],
    then: [{ select: '.cr-vote-error', set: { class: 'cr-vote-error cr-vote-component' } }],
    expect: [],
  },
  {
    name: 'a vote that leads to the form for signing in',
    about: 'refusal',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38E7')) },
    act: [{ click: press }],
    sends: [vote('R4JVS78AO38E7', { answer: { status: 302, location: 'https://www.amazon.com/ap/signin?openid=x' } })],
    expect: [],
  },
  {
    name: 'a press on the button while nobody is signed in',
    about: 'signed-out',
    page: {
      url: 'https://www.amazon.com/dp/B0TIDES001',
      html: `${nav(false)}${review(
        'R4JVS78AO38E8',
        '<span class="a-button"><a data-hook="vote-helpful-button" href="/ap/signin?openid.return_to=x" role="button">Helpful</a></span>',
      )}`,
    },
    act: [{ click: '[data-hook="vote-helpful-button"]' }],
    sends: [{ method: 'GET', url: '/ap/signin?openid.return_to=x', by: 'navigate' }],
    expect: [],
  },
  {
    name: 'a script of the page presses the button',
    about: 'synthetic',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38E9')) },
    act: [{ synthetic: press }],
    sends: [vote('R4JVS78AO38E9')],
    then: [thanked],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38F1')) },
    act: [{ click: press }],
    sends: [vote('R4JVS78AO38F1'), vote('R4JVS78AO38F1')],
    then: [thanked],
    expect: [{ kind: 'vote', object: { url: 'https://www.amazon.com/gp/customer-reviews/R4JVS78AO38F1/' } }],
  },
  {
    name: 'turning pages and filtering reviews, although both are posted',
    about: 'look-alike',
    page: {
      url: 'https://www.amazon.com/product-reviews/B0TIDES001',
      html: `${product(review('R4JVS78AO38F2'))}<a class="next" data-action="reviews:page-action" href="#">Next</a>`,
    },
    act: [{ click: '.next' }],
    sends: [
      {
        method: 'POST',
        url: '/hz/reviews-render/ajax/reviews/get/ref=cm_cr_arp_d_paging_btm_next_2',
        form: { sortBy: 'recent', pageNumber: '2', asin: 'B0TIDES001', reftag: 'cm_cr_arp_d_paging_btm_next_2' },
        by: 'xhr',
      },
      {
        method: 'POST',
        url: '/hz/reviews-render/ajax/medley-filtered-reviews/get/ref=cm_cr_dp_d_fltrs_srt',
        form: { language: 'en_US', sortBy: 'helpful' },
        by: 'xhr',
      },
      { method: 'POST', url: '/hz/wishlist/additemtolist', form: { asin: 'B0TIDES001' }, by: 'xhr' },
    ],
    expect: [],
  },
  {
    name: 'following the title of a review',
    about: 'look-alike',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38F3')) },
    act: [{ click: '[data-hook="review-title"]' }],
    sends: [
      {
        method: 'GET',
        url: '/gp/customer-reviews/R4JVS78AO38F3/ref=cm_cr_dp_d_rvw_ttl?ie=UTF8&ASIN=B0TIDES001',
        by: 'navigate',
      },
    ],
    expect: [],
  },
  {
    name: 'opens the form for reporting a review and leaves it',
    about: 'look-alike',
    page: { url: 'https://www.amazon.com/dp/B0TIDES001', html: product(review('R4JVS78AO38F4')) },
    act: [{ click: '.report-abuse-link' }],
    sends: [
      { method: 'GET', url: '/hz/reviews-render/report-review?ie=UTF8&csrfT=x&reviewId=R4JVS78AO38F4', by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'reports a review',
    about: 'do',
    page: {
      url: 'https://www.amazon.com/hz/reviews-render/report-review?ie=UTF8&csrfT=x&reviewId=R4JVS78AO38F5',
      html: `${nav(true)}<form method="post"><input type="hidden" name="reviewId" value="R4JVS78AO38F5"><button>Report</button></form>`,
    },
    act: [{ click: 'button' }],
    sends: [
      {
        method: 'POST',
        url: '/hz/reviews-render/report-review',
        form: { reviewId: 'R4JVS78AO38F5', csrfT: 'x' },
        by: 'xhr',
      },
    ],
    expect: [
      {
        kind: 'moderation',
        object: { url: 'https://www.amazon.com/gp/customer-reviews/R4JVS78AO38F5/' },
        detail: { act: 'report' },
        to: null,
      },
    ],
  },

  {
    name: 'reviews a product in the newer form',
    about: 'do',
    page: { url: 'https://www.amazon.com/review/create-review?asin=B0TIDES002&channel=glance-detail', html: newForm },
    act: [
      { type: '#reviewText', text: 'Keeps time with the harbour' },
      { click: '#in-context-ryp-form input[type="submit"]' },
    ],
    then: [
      {
        select: '#react-app',
        html: '<div class="in-context-ryp__thankyou-container-desktop"><h1 data-testid="in-context-ryp__thankyou-text">Thank you</h1></div>',
      },
    ],
    expect: [
      {
        kind: 'review',
        object: { url: 'https://www.amazon.com/dp/B0TIDES002' },
        account,
        to: null,
        level: 'seen',
      },
    ],
  },
  {
    name: 'reviews a product in the older form',
    about: 'layout',
    page: {
      url: 'https://www.amazon.in/review/review-your-purchases?asins=B0TIDES003',
      html: oldForm,
    },
    act: [
      { type: '#scarface-review-text-card-title', text: 'Runs slow' },
      { click: '[data-hook="ryp-review-submit-button"] button' },
    ],
    then: [{ select: '.ryp__card', html: '<div class="ryp__thank-you-title">Thanks</div>' }],
    expect: [{ kind: 'review', object: { url: 'https://www.amazon.in/dp/B0TIDES003' }, level: 'seen' }],
  },
  {
    name: 'a review that is sent back with a word on what is missing',
    about: 'refusal',
    page: { url: 'https://www.amazon.com/review/create-review?asin=B0TIDES004', html: newForm },
    act: [{ click: '#in-context-ryp-form input[type="submit"]' }],
    then: [{ select: '#in-context-ryp-form', append: '<p role="alert">Please add a headline</p>' }],
    expect: [],
  },
  {
    name: 'writing a review and not sending it',
    about: 'draft',
    page: { url: 'https://www.amazon.com/review/create-review?asin=B0TIDES005', html: newForm },
    act: [{ type: '#reviewText', text: 'Perhaps later' }, { click: '[role="radio"]' }],
    sends: [{ method: 'POST', url: '/review/create-review/save', json: { asin: 'B0TIDES005', starRating: 4 } }],
    expect: [],
  },
  {
    name: 'changes an own review',
    about: 'edit',
    page: {
      url: 'https://www.amazon.com/review/create-review/edit?asin=B0TIDES002&reviewId=R4JVS78AO38F6',
      html: newForm,
    },
    after: ['reviews a product in the newer form'],
    act: [{ type: '#reviewText', text: 'Still does' }, { click: '#in-context-ryp-form input[type="submit"]' }],
    then: [{ select: '#react-app', html: '<h1 data-testid="in-context-ryp__thankyou-text">Thank you</h1>' }],
    expect: [{ kind: 'edit', revises: true, object: { url: 'https://www.amazon.com/dp/B0TIDES002' }, level: 'seen' }],
  },
  {
    name: 'gives feedback about a seller, without keeping the order',
    about: 'do',
    page: {
      url: 'https://www.amazon.com/hz/feedback?sellerID=A1TWYVWG4QDVKK&orderID=111-0000000-0000000',
      html: `${nav(true)}<form method="post"><textarea></textarea><button>Submit</button></form>`,
    },
    act: [{ type: 'textarea', text: 'Quick' }, { click: 'button' }],
    sends: [
      {
        method: 'POST',
        url: '/hz/feedback',
        form: { orderID: '111-0000000-0000000', rating: '5', comments: 'Quick' },
        by: 'xhr',
      },
    ],
    expect: [
      {
        kind: 'review',
        object: {
          url: 'https://www.amazon.com/sp?seller=A1TWYVWG4QDVKK',
          id: 'https://www.amazon.com/sp?seller=A1TWYVWG4QDVKK',
        },
        detail: { act: 'seller' },
        level: 'accepted',
      },
    ],
  },
]);
