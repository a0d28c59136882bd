import { defineSite } from '../define.ts';
import type { Value } from '../schema.ts';

const overall: Value = { from: '/page/overall', via: [{ map: { POSITIVE: 'up', NEGATIVE: 'down' } }] };

export default defineSite({
  id: 'ebay',
  name: 'eBay feedback',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: [
    'www.ebay.com',
    'www.ebay.co.uk',
    'www.ebay.de',
    'www.ebay.fr',
    'www.ebay.it',
    'www.ebay.es',
    'www.ebay.nl',
    'www.ebay.pl',
    'www.ebay.ie',
    'www.ebay.at',
    'www.ebay.ch',
    'www.ebay.be',
    'www.ebay.ca',
    'www.ebay.com.au',
    'www.ebay.com.hk',
    'www.ebay.com.sg',
    'www.ebay.com.my',
    'www.ebay.ph',
  ],
  account: {
    name: {
      of: 'page',
      select: '#gh a[href*="/usr/"], header a[href*="/usr/"], #gh a[href*="/fdbk/feedback_profile/"]',
      attr: 'href',
      match: '/(?:usr|feedback_profile)/([\\w.*-]+)',
    },
    url: '{origin}/usr/{account}',
    signedOut: '#gh a[href*="signin.ebay."], #gh-ug a[href*="signin.ebay."]',
  },
  items: [
    {
      select: '.single-feedback-template',
      read: {
        item: { select: 'a[href*="/itm/"]', attr: 'href', match: '/(\\d{9,})' },
        title: { select: 'a[href*="/itm/"]' },
        author: {
          select: 'a[href*="/usr/"], a[href*="/feedback_profile/"]',
          attr: 'href',
          match: '/(?:usr|feedback_profile)/([\\w.*-]+)',
        },
        authorUrl: {
          select: 'a[href*="/usr/"], a[href*="/feedback_profile/"]',
          attr: 'href',
          match: '^([^?#]+)',
        },
        overall: { select: 'input[name^="OVERALL_EXPERIENCE"]:checked', attr: 'value' },
        stars: { select: 'input[name^="DSR_ITEM_AS_DESCRIBED"]:checked', attr: 'value' },
      },
    },
  ],
  composers: ['[name="OVERALL_EXPERIENCE_COMMENT"]'],
  private: { paths: ['/mesg/*', '/cnt/*', '/contact/*'] },
  actions: [
    {
      id: 'feedback',
      kind: 'review',
      demand: true,
      // One button for each purchase of the page: the write that follows its press is its own.
      request: { url: '/fdbk/*' },
      control: { select: 'button[id^="submitFeedbackBtn-"]' },
      object: { url: ['{origin}/itm/{page.item}', '{page.authorUrl}'], id: '{page.item}' },
      detail: {
        vote: overall,
        rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] },
      },
      refusedAt: ['https://signin.ebay.com/*', '/signin/*'],
    },
  ],
  unseen: [
    'Replies to feedback, follow-ups, and feedback that is changed on request.',
    'Reviews of products, and whether one was helpful.',
    'Sellers and searches that you save.',
  ],
  sources: ['User scripts that fill in the form for feedback (2021-2023); the address it is sent to is own knowledge'],
});
