import type { Site } from './schema.ts';

/**
 * What definitions of embedded services share: the page that the service stands in is what was reviewed or commented
 * on. Its own word for its address goes before the address bar, which often carries where the visitor came from.
 */
export const ofPage = {
  canonical: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' },
  title: [
    { of: 'page', select: 'meta[property="og:title"]', attr: 'content' },
    { of: 'page', select: 'h1' },
  ],
} satisfies Site['page'];

/** The address bar without its fragment, for `take`. */
export const here = { from: '/page/url', via: [{ match: '^[^#]+' }] };

/** The page's address, for `object.url`; `more` goes behind it. */
export const pageAddress = (more = '') => [`{page.canonical}${more}`, `{here}${more}`];
