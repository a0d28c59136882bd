import type { z } from 'zod';
import { many } from '../sites/engine.ts';
import { isSafePattern, unsafePattern } from '../sites/safe-pattern.ts';
import { type Site, siteSchema } from '../sites/schema.ts';
import { UrlRule } from '../sites/url-rule.ts';
import { ListError } from './errors.ts';
import { hostsOf, isNarrow } from './hosts.ts';

/**
 * Judges definitions that did not come with the extension: each must be exactly what the schema allows, hold no
 * expression that can hang a browser, and reach for no more than the hosts of one site.
 *
 * @returns the definitions, as the schema read them
 * @throws ListError that names the first definition that is refused, and why
 */
export function judgeSites(given: readonly unknown[]): Site[] {
  const ids = new Set<string>();
  return given.map((one, at) => {
    const parsed = siteSchema.safeParse(one);
    if (!parsed.success) throw refusalOf(parsed.error.issues, nameOf(one) ?? `number ${at + 1}`);
    const site = parsed.data;
    if (ids.has(site.id)) throw new ListError('definition', `${site.id}: twice`);
    ids.add(site.id);
    for (const url of urlsOf(site)) judgeUrl(site, url);
    const wide = hostsOf(site).find((host) => !isNarrow(host));
    if (wide !== undefined) throw new ListError('hosts', `${site.id}: ${wide}`);
    return site;
  });
}

function refusalOf(issues: readonly z.core.$ZodIssue[], name: string): ListError {
  const unsafe = issues.some(isAboutPattern);
  const [issue] = issues;
  const where = issue ? `${name}: ${issue.path.join('.')}: ${issue.message}` : name;
  return new ListError(unsafe ? 'pattern' : 'definition', where);
}

const isAboutPattern = (issue: z.core.$ZodIssue): boolean =>
  issue.message === unsafePattern ||
  (issue.code === 'invalid_union' && issue.errors.some((issues) => issues.some(isAboutPattern)));

const nameOf = (one: unknown): string | undefined =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? one.id : undefined;

/** Everything in a definition that is compiled as a URLPattern. */
function urlsOf(site: Site): string[] {
  return [
    ...(site.private?.paths ?? []),
    ...site.actions.flatMap((action) => [
      ...many(action.request).flatMap(({ url }) => many(url)),
      ...many(action.made?.location),
      ...(action.refusedAt ?? []),
    ]),
  ];
}

/** URLPattern takes regular expressions in brackets, which the schema does not see. */
function judgeUrl(site: Site, url: string): void {
  for (const expression of expressionsIn(url)) {
    if (!isSafePattern(`^(?:${expression})$`)) throw new ListError('pattern', `${site.id}: ${url}`);
  }
  try {
    const path = url.replace(/^https?:\/\/[^/]+/, '');
    const [, pathname = '', search, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(path) ?? [];
    new URLPattern({ pathname: pathname || '*', search: search ?? '*', hash: hash ?? '*' });
    new UrlRule(path).groups(new URL('https://any.example/any/path'));
  } catch {
    throw new ListError('definition', `${site.id}: ${url}`);
  }
}

/** The texts between outer brackets. */
function expressionsIn(url: string): string[] {
  const found: string[] = [];
  let open = 0;
  let from = 0;
  for (let at = 0; at < url.length; at++) {
    if (url[at] === '\\') at++;
    else if (url[at] === '(' && open++ === 0) from = at + 1;
    else if (url[at] === ')' && open > 0 && --open === 0) found.push(url.slice(from, at));
  }
  return found;
}
