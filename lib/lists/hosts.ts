import { many, originsOf } from '../sites/engine.ts';
import type { Site } from '../sites/schema.ts';
import { UrlRule } from '../sites/url-rule.ts';

/**
 * Host patterns that a definition asks permission for: its pages, and every host its requests go to. Software is asked
 * for host by host, so only what its rules name stands here.
 */
export function hostsOf(site: Site): string[] {
  const [host] = site.hosts ?? [];
  const asked = host === undefined ? [] : originsOf(site, host.replace('*', 'any')).map(hostOfOrigin);
  const named = site.actions.flatMap(({ request }) =>
    many(request).flatMap(({ url }) => many(url).flatMap((one) => new UrlRule(one).host ?? [])),
  );
  return [...new Set([...(site.hosts ?? []), ...(site.apiHosts ?? []), ...asked, ...named])];
}

/** `*.a.example` of `*://*.a.example/*`. */
const hostOfOrigin = (origin: string) => origin.replace(/^\*:\/\/(.*)\/\*$/, '$1');

/** Names under which countries sell names: `*.co.uk` is nobody's site. */
const secondLevels = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gov', 'gouv', 'ne', 'net', 'or', 'org']);
/** A list has no business at home. */
const homes = new Set(['arpa', 'home', 'internal', 'lan', 'local', 'localhost']);

/** Whether a host pattern stays within one site: a whole name, or everything below a name that somebody owns. */
export function isNarrow(pattern: string): boolean {
  const wild = pattern.startsWith('*.');
  const labels = (wild ? pattern.slice(2) : pattern).split('.');
  const last = labels.at(-1) ?? '';
  if (pattern.length > 255 || labels.length < 2) return false;
  if (!labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))) return false;
  if (/^\d+$/.test(last) || homes.has(last)) return false;
  return !(wild && labels.length === 2 && last.length === 2 && secondLevels.has(labels[0] ?? ''));
}
