import { browser } from 'wxt/browser';
import { type Correlator, createCorrelator } from '../capture/correlate.ts';
import { type AnswerDetails, answerOf, goesOn, type RequestDetails, requestOf, typesOf } from '../capture/observer.ts';
import { type Begun, createPendingStore, type SessionArea } from '../capture/pending.ts';
import { append } from '../ledger/append.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { Contribution } from '../ledger/entry.ts';
import { LedgerError } from '../ledger/errors.ts';
import {
  everyUrl,
  type Match,
  match,
  type ObservedRequest,
  requestFilters,
  type SiteIndex,
  sitesOfPage,
} from '../sites/engine.ts';
import { genericId } from '../sites/generic.ts';
import { isE2e, isFirefox } from './build.ts';
import type { Definitions } from './definitions.ts';
import type { createHealth } from './health.ts';
import type { createLeavings } from './leavings.ts';
import type { createLives } from './lives.ts';
import { isWatching } from './pause.ts';
import type { Settings, SettingsStore } from './settings.ts';
import { isOn, softwareOn } from './sites.ts';
import { askGesture, askOutcome } from './tabs.ts';

export const pendingAlarm = 'pending';

interface Parts {
  definitions: Definitions;
  settings: SettingsStore;
  session: SessionArea;
  db: LedgerDatabase;
  health: ReturnType<typeof createHealth>;
  leavings: ReturnType<typeof createLeavings>;
  lives: ReturnType<typeof createLives>;
}

/**
 * Connects the correlator with the browser: `webRequest` on one side, tabs and ledger on the other. Must be called
 * while the background starts, because only listeners registered then wake it again.
 */
export function startCapture(parts: Parts): Correlator {
  const { definitions, settings, lives } = parts;
  const { index } = definitions;
  const correlator = createCorrelator(worldOf(parts));
  const inTime = orderly(definitions.ready);
  const isNew = oncePerEvent();
  /** Requests that no shipped definition knows: one of a list may, and what follows of them waits with them. */
  const unknown = new Set<string>();
  const settle = (id: string, work: () => void) => (unknown.has(id) ? inTime(work) : work());
  const listening: Listening = {
    begun: (details) => {
      lives.note();
      // At once where that can be: what only waits in memory is lost if the background is killed now.
      if (!isNew(details) || begun(details)) return;
      inTime(
        () => {
          unknown.delete(details.requestId);
          begun(details);
        },
        () => unknown.add(details.requestId),
      );
    },
    redirected: (answer) => {
      if (!goesOn(answer)) settle(answer.requestId, () => correlator.answered(answer.requestId, answerOf(answer)));
    },
    completed: (answer) => settle(answer.requestId, () => correlator.answered(answer.requestId, answerOf(answer))),
    failed: (id) => settle(id, () => correlator.failed(id)),
  };

  const shipped = requestFilters(definitions.shipped);
  listen(listening, shipped);
  // Only listeners that are there from the first moment are woken, and which definitions lists have added is known a
  // moment later: until then, and where there are any, every request of the sites that are granted is looked at.
  let stop = shipped.includes(everyUrl) ? undefined : listen(listening, [everyUrl]);
  const fit = () => {
    const known = new Set(shipped);
    const more = requestFilters([...index.byId.values()].map(({ site }) => site)).some((url) => !known.has(url));
    if (more) stop ??= listen(listening, [everyUrl]);
    else {
      stop?.();
      stop = undefined;
    }
  };
  definitions.onChange(fit);
  void definitions.ready.then(fit);

  /** Whether the request fits a definition in use now. */
  function begun(details: RequestDetails): boolean {
    if (details.incognito) return true;
    const { request, origin } = requestOf(details);
    const matches = matchesOf(index, settings.now(), request, origin);
    if (matches.length === 0) return false;
    correlator.began({
      id: details.requestId,
      tab: details.tabId,
      frame: details.frameId,
      startedAt: Math.round(details.timeStamp),
      unloads: details.type === 'main_frame' || details.type === 'sub_frame',
      ...(origin === undefined ? {} : { origin }),
      matches,
    });
    return true;
  }
  return correlator;
}

/** What is done with what the browser says of requests. */
interface Listening {
  begun(details: RequestDetails): void;
  redirected(answer: AnswerDetails): void;
  completed(answer: AnswerDetails): void;
  failed(id: string): void;
}

/** Listens for requests to some URLs. Returns the end of it. */
function listen({ begun, redirected, completed, failed }: Listening, urls: string[]): () => void {
  const filter = { urls, types: [...typesOf(isFirefox)] } as { urls: string[] };
  const { onBeforeRequest, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest;
  // Functions of their own each time: the browser knows listeners by them.
  const onBegun = (details: unknown) => void begun(details as RequestDetails);
  const onRedirected = (details: unknown) => redirected(details as AnswerDetails);
  const onDone = (details: unknown) => completed(details as AnswerDetails);
  const onFailed = ({ requestId }: { requestId: string }) => failed(requestId);
  onBeforeRequest.addListener(onBegun, filter, ['requestBody']);
  onBeforeRedirect.addListener(onRedirected, filter);
  onCompleted.addListener(onDone, filter, ['responseHeaders']);
  onErrorOccurred.addListener(onFailed, filter);
  return () => {
    onBeforeRequest.removeListener(onBegun);
    onBeforeRedirect.removeListener(onRedirected);
    onCompleted.removeListener(onDone);
    onErrorOccurred.removeListener(onFailed);
  };
}

/** Work that comes before something is ready waits, in order, and is told so; afterwards nothing is done any more. */
function orderly(ready: Promise<void>): (work: () => void, waits?: () => void) => void {
  let waiting: (() => void)[] | undefined = [];
  void ready.then(() => {
    const due = waiting ?? [];
    waiting = undefined;
    for (const work of due) work();
  });
  return (work, waits) => {
    waiting?.push(work);
    if (waiting) waits?.();
  };
}

/** Two filters can fit one request: true the first time that its beginning is told. A redirect begins it anew. */
function oncePerEvent(): (details: RequestDetails) => boolean {
  const told = new Set<string>();
  // Not by its time: Firefox tells every listener another one.
  return ({ requestId, method, url }) => {
    const event = `${requestId} ${method} ${url}`;
    if (told.has(event)) return false;
    told.add(event);
    if (told.size > 256) told.delete(told.values().next().value as string);
    return true;
  };
}

/**
 * In its first milliseconds the background does not know yet which software runs on a host, and waiting for that
 * would risk the request: every software is tried then, and the correlator drops what turns out not to be allowed.
 * So too in the e2e build where a page has not yet said what it runs.
 */
function matchesOf(
  index: SiteIndex,
  settings: Settings | undefined,
  request: ObservedRequest,
  origin: string | undefined,
): Match[] {
  if (settings && !isWatching(settings)) return [];
  const hosts = [new URL(request.url).host, hostOf(origin)];
  if (!settings || (isE2e && hosts.every((host) => isUnknown(index, settings, host)))) {
    const named = match(index, request);
    return named.length > 0 ? named : index.software.flatMap(({ site }) => match(index, request, site.id));
  }
  return match(index, request, softwareOn(settings, hosts[0] ?? '') ?? softwareOn(settings, hosts[1] ?? ''));
}

const isUnknown = (index: SiteIndex, settings: Settings, host: string) =>
  softwareOn(settings, host) === undefined && sitesOfPage(index, host.replace(/:\d+$/, '')).length === 0;

const hostOf = (origin: string | undefined) => (origin === undefined ? '' : new URL(origin).host);
/** A page that has not said by then what it runs bears no marks that are known. */
const recognisedWithin = 3_000;

function worldOf({ definitions: { index, ready }, settings, session, db, health, leavings, lives }: Parts) {
  const store = createPendingStore(session);
  let hasAlarm: boolean | undefined;
  return {
    index,
    store,
    now: () => Date.now(),
    wait,
    async ready(begun?: Begun): Promise<void> {
      await Promise.all([settings.read(), ready]);
      if (!isE2e || !begun?.matches.some(({ site }) => index.byId.get(site)?.site.hosts === undefined)) return;
      const hosts = [...begun.matches.map(({ host }) => host), hostOf(begun.origin)];
      const isSaid = () => hosts.some((host) => settings.now()?.instances[host] !== undefined);
      for (const until = begun.startedAt + recognisedWithin; !isSaid() && Date.now() < until; ) await wait(50);
    },
    allows(found: { site: string; host: string }, origin: string | undefined): boolean {
      const known = settings.now();
      const site = index.byId.get(found.site)?.site;
      if (!known || !site || !isWatching(known)) return false;
      return [found.host, hostOf(origin)].some(
        (host) => isOn(known, site, host) && (site.hosts !== undefined || softwareOn(known, host) === site.id),
      );
    },
    askGesture,
    askOutcome,
    leavings: leavings.of,
    append: (contributions: Contribution[]) => keep(db, contributions),
    mayHaveMissed: lives.mayHaveMissed,
    tell(fate: Parameters<typeof health.count>[0]): void {
      // On pages nobody described, a toggle of another name that flips is the usual thing and no sign of decay.
      if (fate.site === genericId && fate.what === 'no-request') return;
      void health.count(fate).catch(() => undefined);
    },
    /** Safety net for what no event will bring back: browsers allow no shorter period than half a minute. */
    pending(any: boolean): void {
      if (any === hasAlarm) return;
      hasAlarm = any;
      if (any) browser.alarms.create(pendingAlarm, { periodInMinutes: 0.5 });
      else void browser.alarms.clear(pendingAlarm);
    },
  };
}

const wait = (milliseconds: number) => new Promise<void>((resume) => setTimeout(resume, milliseconds));
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** What is no contribution will never be one; everything else (no space left) may pass, and is thrown to be tried again. */
async function keep(db: LedgerDatabase, contributions: readonly Contribution[]): Promise<void> {
  try {
    await append(db, contributions, { random });
  } catch (error) {
    if (!(error instanceof LedgerError) || error.problem !== 'invalid') throw error;
    const [only] = contributions;
    if (contributions.length > 1) for (const one of contributions) await keep(db, [one]);
    // The message holds field names and rules, nothing of the page.
    else console.warn(`Contrail could not keep an act on ${only?.site}: ${error.message}`);
  }
}
