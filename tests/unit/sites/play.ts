import { randomBytes, randomUUID } from 'node:crypto';
import { Window } from 'happy-dom';
import type { Gesture, Profile } from '../../../lib/capture/gesture.ts';
import { type Held, hold } from '../../../lib/capture/watcher/held.ts';
import { outcomeNow } from '../../../lib/capture/watcher/outcome.ts';
import { finder, fits, pathFrom } from '../../../lib/capture/watcher/path.ts';
import { privacyOf } from '../../../lib/capture/watcher/private.ts';
import { append } from '../../../lib/ledger/append.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import type { CaseAct, PageChange, RecordedRequest, SiteCase } from '../../../lib/sites/cases.ts';
import { contributionOf } from '../../../lib/sites/contribution.ts';
import {
  type Match,
  match,
  type ObservedRequest,
  probesFor,
  profileOf,
  type SiteIndex,
  sitesOfPage,
} from '../../../lib/sites/engine.ts';
import type { Signal, Site } from '../../../lib/sites/schema.ts';

/**
 * Plays one case without a browser: the real engine, the watcher's own snapping and the real ledger, in a document
 * made of the case's markup. What a browser adds (events, webRequest, timing) is left to the replays.
 *
 * @returns the entries that the case itself added
 */
export async function playCase(
  index: SiteIndex,
  ledger: LedgerDatabase,
  all: readonly SiteCase[],
  one: SiteCase,
): Promise<Entry[]> {
  for (const name of one.after ?? []) {
    const earlier = all.find((other) => other.name === name);
    if (!earlier) throw new Error(`no case named ${name}`);
    await playCase(index, ledger, all, earlier);
  }
  const document = documentOf(one);
  const site = recognise(index, document, one.page.url);
  const profile = site && profileOf(site);
  const gesture = profile && pressIn(document, one, profile);
  const added: Entry[] = [];
  for (const change of one.shows ?? []) changePage(document, change);
  const requests = (one.sends ?? []).map((request) => ({ request, observed: observe(request, one.page.url) }));
  const found = requests.flatMap(({ request, observed }) =>
    match(index, observed, site?.id).map((hit) => ({ hit, request })),
  );
  for (const change of one.then ?? []) changePage(document, change);
  if (!site || !gesture) return [];

  const settle = (told: { match?: Match; request?: RecordedRequest; action: string }) => {
    const definition = told.match ? index.byId.get(told.match.site) : index.byId.get(site.id);
    const action = definition?.actions.get(told.action);
    if (!definition || !action) throw new Error(`no action ${told.action}`);
    const { outcome } = outcomeNow(gesture, { actions: [action.id], want: {}, settle: 0 }, profile, document);
    const answer = {
      status: told.request?.answer?.status ?? (told.request?.answer?.location ? 302 : 200),
      ...locationOf(told.request, one.page.url),
    };
    return contributionOf(definition.site, action, {
      gesture: gesture.gesture,
      outcome,
      ...(told.match ? { match: told.match, answer } : {}),
    });
  };

  const results = found.map(({ hit, request }) => settle({ match: hit, request, action: hit.action }));
  if (found.length === 0) {
    for (const control of gesture.pressed.keys()) if (control.alone) results.push(settle({ action: control.action }));
  }
  for (const result of results) {
    if ('refused' in result) continue;
    const { contribution } = result;
    const key = `${gesture.gesture.id} ${contribution.kind} ${contribution.object.url} ${contribution.undo ?? ''}`;
    const appended = await append(
      ledger,
      { ...contribution, key },
      { random: (length) => new Uint8Array(randomBytes(length)) },
    );
    if (appended.outcome !== 'duplicate') added.push(appended.entry);
  }
  return added;
}

function documentOf({ page }: SiteCase): Document {
  const window = new Window({ url: page.url });
  const document = window.document as unknown as Document;
  document.head.innerHTML = page.head ?? '';
  document.body.innerHTML = page.html;
  openShadowRoots(document.body);
  return document;
}

/** `innerHTML` does not open declarative shadow roots; a browser's parser does. */
function openShadowRoots(root: Element | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = template.innerHTML;
    template.remove();
    openShadowRoots(shadow);
  }
}

function recognise(index: SiteIndex, document: Document, url: string): Site | undefined {
  const named = sitesOfPage(index, new URL(url).hostname);
  const candidates = named.length > 0 ? named : index.software;
  if (named.length > 0 && named.every(({ site }) => !site.only)) return named[0]?.site;
  const marked = probesFor(candidates).filter(({ signals }) => signals.some((signal) => showsSignal(document, signal)));
  const byMark = marked.map(({ site }) => index.byId.get(site)?.site).find((site) => site !== undefined);
  // Only where the index was made with it: the one for pages that nobody described.
  return byMark ?? named.find(({ site }) => !site.only)?.site ?? index.byId.get('generic')?.site;
}

function showsSignal(document: Document, signal: Signal): boolean {
  const element = finder().one(document, signal.select);
  if (!element) return false;
  return !('attr' in signal) || new RegExp(signal.matches, 'u').test(element.getAttribute(signal.attr) ?? '');
}

function pressIn(document: Document, one: SiteCase, profile: Profile): Held | undefined {
  const act = one.act.filter((each) => !('wait' in each)).at(-1);
  if (!act || 'synthetic' in act || 'nothing' in act) return undefined;
  const element = findDeep(document, selectorOf(act)) ?? document.body;
  const path = pathFrom(element);
  const key = 'press' in act ? act.press : undefined;
  const press =
    key === undefined ||
    (key === 'Space' && !fits(element, 'input, textarea, [contenteditable]')) ||
    (key === 'Enter' && fits(element, 'button, a[href], [role="button"]'));
  const typed = one.act.find((each) => 'type' in each);
  const composer =
    typed && profile.composers.map((selector) => finder().one(document, selector)).find((found) => found !== undefined);
  return hold(profile, document, {
    id: randomUUID(),
    at: Date.now(),
    type: key === undefined ? 'click' : 'key',
    reach: press ? 'press' : key?.endsWith('Enter') ? 'enter' : 'none',
    path,
    url: one.page.url,
    zone: 60,
    private: privacyOf(profile)(one.page.url, path),
    ...(composer && typed
      ? {
          composed: {
            composer,
            effort: { seconds: 20, words: typed.text.split(/\s+/).filter(Boolean).length } satisfies NonNullable<
              Gesture['effort']
            >,
          },
        }
      : {}),
  });
}

const selectorOf = (act: CaseAct): string =>
  'click' in act ? act.click : 'type' in act ? act.type : 'press' in act ? (act.in ?? 'body') : 'body';

/** `>>>` steps into an open shadow root, as in the replays; without it roots are searched too, as Playwright does. */
function findDeep(document: Document, selector: string): Element | undefined {
  let root: Document | Element = document;
  let found: Element | undefined;
  for (const part of selector.split('>>>')) {
    found = finder().one(root, part.trim());
    if (!found) return undefined;
    root = found;
  }
  return found;
}

function changePage(document: Document, change: PageChange): void {
  const parts = change.select.split('>>>').map((part) => part.trim());
  const last = parts.pop() ?? '';
  const root = parts.length > 0 ? findDeep(document, parts.join('>>>')) : document;
  if (!root) throw new Error(`nothing on the page is ${change.select}`);
  const matches = finder().all(root, last);
  if (matches.length === 0) throw new Error(`nothing on the page is ${change.select}`);
  for (const element of matches) {
    for (const [name, value] of Object.entries(change.set ?? {})) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    if (change.html !== undefined) element.innerHTML = change.html;
    if (change.append !== undefined) element.insertAdjacentHTML('beforeend', change.append);
    forgetMatches(element);
    if (change.remove) element.remove();
  }
}

/** happy-dom remembers what matched a selector until the element itself changes, not what is around or in it. */
function forgetMatches(changed: Element): void {
  for (const one of [...pathFrom(changed), ...changed.querySelectorAll('*')]) {
    one.setAttribute('data-looked-at', '');
    one.removeAttribute('data-looked-at');
  }
}

/** The recorded request as `webRequest` would show it. */
function observe(request: RecordedRequest, pageUrl: string): ObservedRequest {
  const method = request.method ?? 'POST';
  const observed: ObservedRequest = { method, url: new URL(request.url, pageUrl).href };
  // Chromium shows the bodies of POST and PUT only; a definition must not need more.
  if (method !== 'POST' && method !== 'PUT') return observed;
  const form = request.form ?? request.multipart;
  if (form) observed.formData = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, [value]]));
  const text = request.text ?? (request.json === undefined ? undefined : JSON.stringify(request.json));
  if (text !== undefined) observed.raw = new TextEncoder().encode(text);
  return observed;
}

function locationOf(request: RecordedRequest | undefined, pageUrl: string): { location?: string } {
  const location = request?.answer?.location;
  return location === undefined ? {} : { location: new URL(location, pageUrl).href };
}
