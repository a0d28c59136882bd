import type { ControlState, Gesture, Outcome } from '../capture/gesture.ts';
import type { Contribution } from '../ledger/entry.ts';
import { isOfPage, type Match, many, valueKey } from './engine.ts';
import {
  allHold,
  fillTemplate,
  pointersOf,
  resolve,
  resolveText,
  type Source,
  sourceOf,
  type Text,
} from './resolve.ts';
import type { Action, Site, Test } from './schema.ts';

/** How the server answered. */
export interface Answer {
  status: number;
  /** Absolute URL of the redirect, where there was one (the last of a chain). */
  location?: string;
}

/** Why something that looked like a contribution is none. Counted for health, never stored with page content. */
export type Refusal =
  | 'status'
  | 'taken-back'
  | 'login'
  | 'no-redirect'
  | 'signed-out'
  | 'private'
  | 'draft'
  | 'no-control'
  | 'no-object'
  | 'unclear';

/**
 * From a gesture, a request and its answer to a contribution: the last pure step of capture.
 *
 * @param match what was kept of the request; undefined where no request was read (evidence `seen`)
 * @param outcome what the page showed afterwards; undefined where it could not be asked (the page is gone)
 * @returns the contribution, or the reason why there is none
 */
export function contributionOf(
  site: Site,
  action: Action,
  told: { gesture: Gesture; match?: Match; answer?: Answer; outcome?: Outcome },
): { contribution: Contribution } | { refused: Refusal } {
  const { match, answer } = told;
  const another = isAboutAnother(action, told.gesture, match);
  const gesture = another ? withoutItem(site, told.gesture) : told.gesture;
  // States were read in the item too; what was created is looked for in the whole page.
  const outcome = another && told.outcome ? { ...told.outcome, states: {} } : told.outcome;
  if (gesture.private) return { refused: 'private' };
  if (gesture.signedOut) return { refused: 'signed-out' };
  const pressed = gesture.controls.find((control) => control.action === action.id);
  if (action.demand && !pressed) return { refused: 'no-control' };

  const made = { ...madeByLocation(action, answer), ...outcome?.made };
  const read = match ? sourceAfter(match, gesture, made) : sourceWithout(action, gesture, made);
  if (holds(action.draft, read)) return { refused: 'draft' };
  if (holds(action.private, read)) return { refused: 'private' };

  const after = outcome?.states[action.id] ?? null;
  const undo = undoOf(action, read, pressed?.state ?? null, after);
  if (undo === undefined) return { refused: 'unclear' };

  const took = evidenceOf(action, {
    answer,
    undo,
    before: pressed?.state ?? null,
    after,
    created: madeAnything(action, answer, outcome),
  });
  if ('refused' in took) return took;

  const page = new URL(gesture.url);
  const host = site.hosts || site.embedded || !match ? page.host : match.host;
  const origin = `${page.protocol}//${host}`;
  const names = namesOf(action, read, { host, origin, account: gesture.account });
  const object = firstUrl(action.object.url, names);
  if (object === undefined) return { refused: 'no-object' };

  const contribution: Contribution = {
    at: new Date(gesture.at).toISOString().replace(/\.\d+Z$/, 'Z'),
    zone: offset(gesture.zone),
    site: site.id,
    host,
    account: cut(gesture.account, 256),
    actor: actorOf(site, names, { origin, account: gesture.account }),
    kind: action.becomes?.find(({ where }) => allHold(where, read))?.kind ?? action.kind,
    object: { url: object, id: cut((action.object.id && fillTemplate(action.object.id, names)) || object, 512) },
    audience: holds(action.limited, read) ? 'limited' : 'public',
    evidence: { level: took.level, signs: [...(pressed ? ['gesture', 'control'] : ['gesture']), ...took.signs] },
    source: 'capture',
    definition: `${site.id}@${site.version}`,
  };

  const title = resolveText(action.object.title ?? '/page/title', read);
  if (title) contribution.object.title = cut(title, 512);
  const to = recipient(action, read, names);
  if (to) contribution.to = to;
  const createdUrl = firstUrl(action.made?.url, names);
  if (createdUrl !== undefined) {
    contribution.made = {
      url: createdUrl,
      id: cut((action.made?.id && fillTemplate(action.made.id, names)) || createdUrl, 512),
    };
  }
  const detail = detailOf(action, read);
  if (detail) contribution.detail = detail;
  if (undo) contribution.undo = true;
  else if (action.edit === true || (Array.isArray(action.edit) && allHold(action.edit, read)))
    contribution.revises = true;
  if (undo && action.undoes) {
    contribution.undoesKinds = [
      ...new Set(action.undoes.flatMap((id) => site.actions.filter((one) => one.id === id).map((one) => one.kind))),
    ];
  }
  if (gesture.effort && !undo && written.has(contribution.kind)) contribution.effort = gesture.effort;
  const topics = topicsOf(action, read);
  if (topics.length > 0) contribution.topics = topics;
  return { contribution };
}

/** Kinds that are written: a composer's seconds and words belong to these only. */
const written = new Set(['review', 'answer', 'comment', 'post', 'share', 'edit', 'code-review', 'moderation']);

/** Whether the gesture was in another item than the one the request names. */
function isAboutAnother(action: Action, gesture: Gesture, match: Match | undefined): boolean {
  const target = action.target && match ? resolveText(action.target, sourceAfter(match, gesture, {})) : undefined;
  const { id } = gesture.page;
  return target !== undefined && id !== undefined && id !== target;
}

/** What the page said, without what it said of the item around the gesture. */
function withoutItem(site: Site, gesture: Gesture): Gesture {
  const ofItem = new Set(['url', 'id', 'title', 'author', 'authorUrl', 'topics']);
  for (const { read } of site.items ?? []) {
    for (const [name, reads] of Object.entries(read)) if (many(reads).some(({ of }) => of !== 'page')) ofItem.add(name);
  }
  const page = Object.fromEntries(Object.entries(gesture.page).filter(([name]) => !ofItem.has(name)));
  return { ...gesture, page, controls: [] };
}

/** Values of the request come from what was kept, everything else from the page. */
function sourceAfter(match: Match | undefined, gesture: Gesture, made: Record<string, Text>): Source {
  const ofPage = sourceOf({
    page: { ...gesture.page, url: gesture.page.url ?? gesture.url },
    made,
    account: gesture.account,
  });
  return (pointer, via) => (isOfPage(pointer) ? ofPage(pointer, via) : match?.values[valueKey(pointer, via)]);
}

/** Where no request was read, the thing that it would have named is the item that the gesture was in. */
function sourceWithout(action: Action, gesture: Gesture, made: Record<string, Text>): Source {
  const target = action.target === undefined ? [] : pointersOf(action.target);
  const names = new Set(target.map(({ pointer, via }) => valueKey(pointer, via)));
  const ofPage = sourceAfter(undefined, gesture, made);
  return (pointer, via) => (names.has(valueKey(pointer, via)) ? ofPage('/page/id', []) : ofPage(pointer, via));
}

function madeByLocation(action: Action, answer: Answer | undefined): Record<string, string> {
  if (!action.made?.location || !answer?.location) return {};
  const found = locationGroups(action.made.location, answer.location);
  return found ? { ...found, location: answer.location } : {};
}

function madeAnything(action: Action, answer: Answer | undefined, outcome: Outcome | undefined): boolean {
  if (outcome?.made) return true;
  return Boolean(action.made?.location && answer?.location && locationGroups(action.made.location, answer.location));
}

/** Named groups of path, query and fragment, where a Location fits a URLPattern; undefined where it does not. */
function locationGroups(pattern: string, location: string): Record<string, string> | undefined {
  const found = patternFor(pattern).exec(location);
  if (!found) return undefined;
  const groups: Record<string, string> = {};
  for (const part of [found.pathname, found.search, found.hash]) {
    for (const [name, value] of Object.entries(part.groups))
      if (value !== undefined && !/^\d+$/.test(name)) groups[name] = value;
  }
  return groups;
}

const patterns = new Map<string, URLPattern>();

/** A path pattern holds on any origin; `?` and `#` in it start the patterns of query and fragment. */
function patternFor(source: string): URLPattern {
  let known = patterns.get(source);
  if (!known) {
    const [, origin, pathname, search, hash] =
      /^(https?:\/\/[^/]+)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(source) ?? [];
    const { protocol, hostname } = origin ? new URL(origin) : {};
    known = new URLPattern({
      ...(protocol && hostname ? { protocol: protocol.slice(0, -1), hostname } : {}),
      pathname: pathname || '*',
      search: search ?? '*',
      hash: hash ?? '*',
    });
    patterns.set(source, known);
  }
  return known;
}

const holds = (tests: readonly Test[] | undefined, read: Source): boolean =>
  tests !== undefined && allHold(tests, read);

/** Do or undo; undefined where a toggle's direction cannot be told. */
function undoOf(action: Action, read: Source, before: ControlState, after: ControlState): boolean | undefined {
  if (action.undo !== 'toggle')
    return action.undo === true || (Array.isArray(action.undo) && allHold(action.undo, read));
  if (before !== null) return before === 'on';
  if (after !== null) return after === 'off';
  return undefined;
}

/** Design §3: what the answer and the page together say. */
function evidenceOf(
  action: Action,
  told: { answer: Answer | undefined; undo: boolean; before: ControlState; after: ControlState; created: boolean },
): { level: 'seen' | 'accepted' | 'confirmed'; signs: string[] } | { refused: Refusal } {
  const { answer, undo, before, after, created } = told;
  const wanted = undo ? 'off' : 'on';
  const flipped = after === wanted;
  const showsRefusal = after !== null && !flipped;
  if (!answer) return flipped && before !== after ? { level: 'seen', signs: ['flip'] } : { refused: 'taken-back' };
  if (answer.location !== undefined && many(action.refusedAt).some((at) => locationGroups(at, answer.location ?? '')))
    return { refused: 'login' };
  const redirected = answer.location !== undefined || (answer.status >= 300 && answer.status < 400);
  const succeeded = redirected || (answer.status >= 200 && answer.status < 300);
  if (!succeeded) return { refused: 'status' };
  if (action.refusal === 'redirect' && !redirected) return { refused: 'no-redirect' };
  // The page itself took the act back: whatever the status said, the site did not take it.
  if (action.refusal === 'hidden' && showsRefusal) return { refused: 'taken-back' };
  const signs = ['request'];
  if (redirected) signs.push('redirect');
  if (flipped) signs.push('flip');
  if (created) signs.push('created');
  return { level: flipped || created ? 'confirmed' : 'accepted', signs };
}

function namesOf(action: Action, read: Source, fixed: Record<string, string>): (name: string) => string | undefined {
  return (name) => {
    const taken = action.take?.[name];
    if (taken !== undefined) return resolveText(taken, read);
    if (Object.hasOwn(fixed, name)) return fixed[name];
    return name.includes('.') ? resolveText(`/${name.replaceAll('.', '/')}`, read) : undefined;
  };
}

/** The first template that can be filled and is a web address then. */
function firstUrl(
  templates: string | readonly string[] | undefined,
  names: (name: string) => string | undefined,
): string | undefined {
  for (const template of many(templates)) {
    const filled = fillTemplate(template, names);
    if (filled === undefined) continue;
    const url = webUrl(filled);
    if (url !== undefined) return url;
  }
  return undefined;
}

function webUrl(text: string): string | undefined {
  try {
    const url = new URL(text);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.href.length <= 4096 && !url.username
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

function actorOf(
  site: Site,
  names: (name: string) => string | undefined,
  { origin, account }: { origin: string; account: string },
): string {
  return (account && firstUrl(site.account?.url, names)) || `${origin}/`;
}

function recipient(action: Action, read: Source, names: (name: string) => string | undefined): Contribution['to'] {
  const name = resolveText(action.to?.name ?? '/page/author', read)?.trim();
  if (!name) return undefined;
  const url = firstUrl(action.to?.url ?? '{page.authorUrl}', names);
  return { name: cut(name, 256), ...(url === undefined ? {} : { url }) };
}

function detailOf(action: Action, read: Source): Contribution['detail'] {
  const detail: NonNullable<Contribution['detail']> = {};
  for (const word of ['reaction', 'rating', 'act'] as const) {
    const value = action.detail?.[word];
    const text = value === undefined ? undefined : resolveText(value, read);
    if (text) detail[word] = cut(text, word === 'rating' ? 32 : 64);
  }
  const vote = action.detail?.vote === undefined ? undefined : resolveText(action.detail.vote, read);
  if (vote === 'up' || vote === 'down') detail.vote = vote;
  return Object.keys(detail).length > 0 ? detail : undefined;
}

function topicsOf(action: Action, read: Source): string[] {
  const found = resolve(action.topics ?? '/page/topics', read);
  const list = found === undefined ? [] : Array.isArray(found) ? found : [found];
  return [...new Set(list.map((topic) => cut(topic.trim(), 64)).filter(Boolean))].slice(0, 32);
}

/** Cuts without leaving half a character. */
function cut(text: string, length: number): string {
  return (text.length <= length ? text : text.slice(0, length)).toWellFormed().replace(/\uFFFD$/, '');
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}
