import { defineSite } from '../define.ts';
import type { RequestRule } from '../schema.ts';

/** The text of each query travels with it, alone or several at once. */
const one: RequestRule = { url: '/graph', where: [{ at: '/json/query', matches: '^\\s*mutation' }] };
const several: RequestRule = {
  url: '/graph',
  decode: ['json', { each: '/json' }],
  where: [{ at: '/item/query', matches: '^\\s*mutation' }],
};

export default defineSite({
  id: 'glassdoor',
  name: 'Glassdoor',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: [
    'www.glassdoor.com',
    'www.glassdoor.ca',
    'www.glassdoor.co.uk',
    'www.glassdoor.ie',
    'www.glassdoor.com.au',
    'www.glassdoor.co.nz',
    'www.glassdoor.co.in',
    'www.glassdoor.sg',
    'www.glassdoor.com.hk',
    'www.glassdoor.de',
    'www.glassdoor.at',
    'www.glassdoor.ch',
    'www.glassdoor.fr',
    'www.glassdoor.be',
    'www.glassdoor.nl',
    'www.glassdoor.it',
    'www.glassdoor.es',
    'www.glassdoor.com.br',
    'www.glassdoor.com.mx',
    'www.glassdoor.com.ar',
  ],
  account: {
    name: { of: 'page', select: '[data-test="profile-name"]' },
    url: '{origin}/member/profile',
    signedOut: '[data-test="sign-in-button"], header a[href*="/profile/login"]',
  },
  items: [
    {
      select: '[id^="empReview_"], [data-test="review-details-container"], [data-brandviews*="review-id="]',
      read: {
        review: { select: 'a[href*="-RVW"]', attr: 'href', match: '^([^?#]+-RVW\\d+\\.htm)' },
        id: [
          { attr: 'id', match: 'empReview_(\\d+)' },
          { select: 'a[href*="-RVW"]', attr: 'href', match: '-RVW(\\d+)' },
        ],
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: 'h1' },
    company: { of: 'page', select: 'main a[href*="-Reviews-E"]', attr: 'href', match: '^([^?#]+-Reviews-E\\d+\\.htm)' },
  },
  composers: ['form textarea'],
  private: { paths: ['/messages*', '/inbox*', '/member/messages*'] },
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      demand: true,
      request: [one, several],
      control: {
        select: 'button[data-test*="helpful" i], .helpfulReviews button',
        on: '[aria-pressed="true"], .voted',
        alone: true,
      },
      undo: 'toggle',
      object: { url: ['{page.review}', '{origin}/Reviews/Employee-Review-RVW{page.id}.htm'], id: '{page.id}' },
      detail: { vote: { text: 'up' } },
      to: { name: { text: '' } },
    },
    {
      id: 'review',
      kind: 'review',
      // Pages of the survey are sent one by one; only what is sent to the review’s own address is the review.
      request: { url: ['/mz-survey/employer/collectReview*', '/survey/employer/collectReview*'] },
      draft: [{ at: '/path', matches: '[Ss]ave|[Dd]raft|[Vv]alidate' }],
      take: {
        employer: {
          from: ['/form/employerId', '/form/employer.id', '/json/employerId', '/query/employerId', '/page/url'],
          via: [{ match: '(?:^|employerId=|-E(?=\\d))(\\d+)' }],
        },
      },
      object: { url: ['{page.company}', '{origin}/Reviews/-Reviews-E{employer}.htm'], id: '{employer}' },
      refusedAt: ['/profile/login*'],
    },
  ],
  unseen: [
    'Which marks a review gives, and changes to one.',
    'Salaries, interviews, photos and posts in communities.',
    'Companies that you follow and jobs that you keep.',
  ],
  sources: [
    'Parsers of reviews (2019-2026) and clients of the calls that read them; calls that write were in no source',
  ],
});
