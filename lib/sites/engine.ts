import type { Probe, Profile } from '../capture/gesture.ts';
import { decodeBody, type Facts, factsOfUrl, type ObservedRequest } from './facts.ts';
import { allHold, namesIn, pointersOf, pointersOfTests, sourceOf, type Text } from './resolve.ts';
import type { Action, RequestRule, Site, Step, Test, Value } from './schema.ts';
import { hostMatches, UrlRule } from './url-rule.ts';

export type { ObservedRequest } from './facts.ts';

/**
 * What is kept of a request that looks like a contribution: which action it is, and the few values that the action's
 * templates ask for. Plain data, because it waits in storage for the answer; the body is gone.
 */
export interface Match {
  site: string;
  action: string;
  host: string;
  /** By `valueKey`. */
  values: Record<string, Text>;
}

export interface CompiledSite {
  site: Site;
  actions: ReadonlyMap<string, Action>;
  rules: readonly CompiledRule[];
}

interface CompiledRule {
  action: Action;
  rule: RequestRule;
  methods: readonly string[];
  urls: readonly UrlRule[];
  /** The decode steps as a text: rules with the same steps share one reading of the body. */
  decode: string;
  /** What is kept when the rule matches. */
  keeps: readonly { pointer: string; via: readonly Step[] }[];
}

/** All definitions, ready to be asked by host. Asking costs the same with ten sites and with a thousand. */
export interface SiteIndex {
  byId: ReadonlyMap<string, CompiledSite>;
  byHost: ReadonlyMap<string, readonly CompiledSite[]>;
  /** By the domain behind `*.`. */
  byDomain: ReadonlyMap<string, readonly CompiledSite[]>;
  software: readonly CompiledSite[];
}

/** Compiles definitions (already checked by the schema) into an index by host. */
export function compile(sites: readonly Site[]): SiteIndex {
  const byId = new Map<string, CompiledSite>();
  const byHost = new Map<string, CompiledSite[]>();
  const byDomain = new Map<string, CompiledSite[]>();
  const software: CompiledSite[] = [];
  for (const site of sites) {
    const compiled = compileSite(site);
    byId.set(site.id, compiled);
    for (const host of new Set([...(site.hosts ?? []), ...(site.apiHosts ?? []), ...ownHosts(compiled)])) {
      if (host.startsWith('*.')) push(byDomain, host.slice(2), compiled);
      else push(byHost, host, compiled);
    }
    if (site.signals) software.push(compiled);
  }
  const embedded = ({ site }: CompiledSite) => Number(site.embedded ?? false);
  software.sort((one, other) => embedded(other) - embedded(one));
  return { byId, byHost, byDomain, software };
}

function compileSite(site: Site): CompiledSite {
  const rules: CompiledRule[] = [];
  const urls = new Map<string, UrlRule>();
  const urlRule = (source: string) => {
    const known = urls.get(source) ?? new UrlRule(source);
    urls.set(source, known);
    return known;
  };
  for (const action of site.actions) {
    for (const rule of many(action.request)) {
      rules.push({
        action,
        rule,
        methods: rule.method ? many(rule.method) : ['POST'],
        urls: many(rule.url).map(urlRule),
        decode: JSON.stringify(rule.decode ?? null),
        keeps: keptBy(action),
      });
    }
  }
  return { site, actions: new Map(site.actions.map((action) => [action.id, action])), rules };
}

/**
 * What a request means, by the definitions alone.
 *
 * @param request as `webRequest` shows it
 * @param hint id of the definition that was recognised on the page by its marks, where there is one
 * @returns one match for each act in the request; drafts, private messages and everything unknown give none
 */
export function match(index: SiteIndex, request: ObservedRequest, hint?: string): Match[] {
  let url: URL;
  try {
    url = new URL(request.url);
  } catch {
    return [];
  }
  // No name that can be asked for is longer.
  if (!/^https?:$/.test(url.protocol) || url.host.length > 255) return [];
  const named = sitesForHost(index, url.hostname);
  const hinted = hint === undefined ? undefined : index.byId.get(hint);
  // Two layouts of one host: the page has told which. Software on a host of its own: only the page can tell.
  const sites = hinted === undefined ? named : named.includes(hinted) ? [hinted] : [...named, hinted];
  for (const compiled of sites) {
    const found = matchSite(compiled, request, url);
    if (found.length > 0) return found;
  }
  return [];
}

function matchSite(compiled: CompiledSite, request: ObservedRequest, url: URL): Match[] {
  let facts: Facts | undefined;
  const decoded = new Map<string, Facts[]>();
  /** Operations (by their place in the body) that an action already stands for. */
  const taken = new Map<number, true>();
  const found: Match[] = [];
  const inUrl = new Map<UrlRule, Record<string, string> | null>();
  for (const { action, rule, methods, urls, decode, keeps } of compiled.rules) {
    if (!methods.includes(request.method)) continue;
    let groups: Record<string, string> | null = null;
    for (const one of urls) {
      let answer = inUrl.get(one);
      if (answer === undefined) {
        answer = one.groups(url) ?? null;
        inUrl.set(one, answer);
      }
      groups = answer;
      if (groups) break;
    }
    if (!groups) continue;
    facts ??= factsOfUrl(request.method, url);
    let trees = decoded.get(decode);
    if (!trees) {
      trees = decodeBody(facts, request, rule.decode);
      decoded.set(decode, trees);
    }
    for (const [place, tree] of trees.entries()) {
      if (taken.has(place) && !action.also) continue;
      const read = sourceOf({ ...tree, url: groups });
      if (rule.where && !allHold(rule.where, read)) continue;
      taken.set(place, true);
      // A draft is the action's own request and must not fall through to a looser action after it.
      if (action.draft && allHold(action.draft, read)) continue;
      const values: Record<string, Text> = {};
      for (const { pointer, via } of keeps) {
        const value = read(pointer, via);
        if (value !== undefined) values[valueKey(pointer, via)] = shortened(value);
      }
      found.push({ site: compiled.site.id, action: action.id, host: url.host, values });
    }
  }
  return found;
}

/** Definitions whose pages or requests live on this host, most exact first. */
export function sitesForHost(index: SiteIndex, host: string): readonly CompiledSite[] {
  const exact = index.byHost.get(host);
  if (exact) return exact;
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
    const found = index.byDomain.get(host.slice(dot + 1));
    if (found) return found;
  }
  return [];
}

/** Definitions that describe *pages* on this host (not hosts that only receive requests), most exact first. */
export const sitesOfPage = (index: SiteIndex, host: string): readonly CompiledSite[] =>
  sitesForHost(index, host).filter(({ site }) => site.hosts?.some((pattern) => hostMatches(pattern, host)));

/** What the watcher tries on a page: the marks of all software, or those that tell the layouts of one host apart. */
export function probesFor(sites: readonly CompiledSite[]): Probe[] {
  return sites.map(({ site }) => ({ site: site.id, signals: site.only ?? site.signals ?? [] }));
}

/** What the watcher gets to know of a site: its selectors, nothing of its requests. */
export function profileOf(site: Site): Profile {
  const profile: Profile = {
    site: site.id,
    version: site.version,
    items: site.items ?? [],
    page: site.page ?? {},
    composers: site.composers ?? [],
    private: { paths: site.private?.paths ?? [], within: site.private?.within ?? [] },
    controls: site.actions.flatMap((action) =>
      many(action.control).map((control) => ({ ...control, action: action.id })),
    ),
    made: {},
  };
  if (site.account) {
    const { name, signedOut } = site.account;
    profile.account = { name: [...many(name)], ...(signedOut === undefined ? {} : { signedOut }) };
  }
  for (const { id, made } of site.actions) {
    if (!made?.appears) continue;
    profile.made[id] = { appears: made.appears, ...(made.read ? { read: made.read } : {}) };
  }
  return profile;
}

/** Every request of the sites that are granted. */
export const everyUrl = '*://*/*';

/**
 * Match patterns for the static filter of `webRequest`: a request outside all of them never wakes the extension. Where
 * one of them takes every request (software whose forms post to the page's own address) the others say nothing more,
 * and handing a browser thousands of them costs half a second at each start.
 */
export function requestFilters(sites: readonly Site[]): string[] {
  const patterns = new Set<string>();
  for (const site of sites) {
    const hosts = [...(site.hosts ?? []), ...(site.apiHosts ?? []), ...(site.signals ? ['*'] : [])];
    for (const action of site.actions) {
      for (const rule of many(action.request)) {
        for (const url of many(rule.url)) {
          for (const pattern of new UrlRule(url).matchPatterns(hosts)) patterns.add(pattern);
        }
      }
    }
  }
  return patterns.has(everyUrl) || patterns.has(`${everyUrl}*`) ? [everyUrl] : [...patterns];
}

/** Origins (match patterns) a site needs to be watched: its pages and every host its requests go to. */
export function originsOf(site: Site, host: string): string[] {
  const name = host.replace(/:\d+$/, '');
  const services = () => [...(site.apiHosts ?? []), ...ownHosts(compileSite(site))];
  // Software on a host of its own, also where the definition names well-known hosts of it.
  const hosts = site.hosts?.some((pattern) => hostMatches(pattern, name))
    ? [...site.hosts, ...services()]
    : [name, ...(site.embedded ? services() : [])];
  return [...new Set(hosts)].map((one) => `*://${one}/*`);
}

/** Name under which a value waits in a `Match`. */
export const valueKey = (pointer: string, via: readonly Step[]): string =>
  via.length === 0 ? pointer : `${pointer} ${JSON.stringify(via)}`;

/** Pointers that are answered by the page (gesture, created item), not by the request. */
export const isOfPage = (pointer: string): boolean => /^\/(page|made|account)(\/|$)/.test(pointer);

/** Everything of the request that an action can ask for after the answer is there. */
function keptBy(action: Action): { pointer: string; via: readonly Step[] }[] {
  const values: Value[] = Object.values(action.take ?? {});
  const templates: string[] = [];
  const tests: Test[] = [];
  values.push(
    ...[
      action.target,
      action.object.title,
      action.to?.name,
      ...Object.values(action.detail ?? {}),
      action.topics,
    ].filter((value) => value !== undefined),
  );
  templates.push(
    ...many(action.object.url),
    ...many(action.object.id),
    ...many(action.to?.url),
    ...many(action.made?.url),
    ...many(action.made?.id),
  );
  for (const when of [action.undo, action.edit, action.draft, action.private, action.limited])
    if (Array.isArray(when)) tests.push(...when);
  for (const { where } of action.becomes ?? []) tests.push(...where);
  const dotted = templates.flatMap(namesIn).filter((one) => one.includes('.'));
  const all = [
    ...values.flatMap(pointersOf),
    ...pointersOfTests(tests),
    ...dotted.map((one) => ({ pointer: `/${one.replaceAll('.', '/')}`, via: [] as readonly Step[] })),
  ];
  return all.filter(({ pointer }) => !isOfPage(pointer));
}

/** What waits in storage is an id, a name, a choice: never a text somebody wrote. */
const longestValue = 512;
const shortened = (value: Text): Text =>
  Array.isArray(value) ? value.slice(0, 64).map((one) => one.slice(0, longestValue)) : value.slice(0, longestValue);

/** Hosts that single rules name. */
const ownHosts = ({ rules }: CompiledSite): string[] =>
  rules.flatMap(({ urls }) => urls.map(({ host }) => host).filter((host) => host !== undefined));

/** One, several or none as a list. */
export function many<One>(some: One | readonly One[] | undefined): readonly One[] {
  if (some === undefined) return [];
  return Array.isArray(some) ? some : [some as One];
}

function push<Key, One>(map: Map<Key, One[]>, key: Key, one: One): void {
  const list = map.get(key);
  if (!list) map.set(key, [one]);
  else if (!list.includes(one)) list.push(one);
}
