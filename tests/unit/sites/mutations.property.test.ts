import { Window } from 'happy-dom';
import { afterAll, describe, expect, it } from 'vitest';
import { createCorrelator, type World } from '../../../lib/capture/correlate.ts';
import type { Gesture } from '../../../lib/capture/gesture.ts';
import type { Begun, Pending } from '../../../lib/capture/pending.ts';
import { hold } from '../../../lib/capture/watcher/held.ts';
import { pathFrom } from '../../../lib/capture/watcher/path.ts';
import { type Contribution, contributionSchema } from '../../../lib/ledger/entry.ts';
import type { SiteCase } from '../../../lib/sites/cases.ts';
import { contributionOf } from '../../../lib/sites/contribution.ts';
import { compile, type Match, many, match, type ObservedRequest, profileOf } from '../../../lib/sites/engine.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { loadSites } from '../../../scripts/load-sites.ts';

/**
 * The engine under requests and pages that nobody recorded: every request of every case, bent in every way that a
 * hostile or a broken page could bend it. It must never throw, never hang, and never record what is no act. The
 * numbers come from a seed, which is printed with every failure: `SEED=123 vitest run …` plays the same again.
 */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const inputs = 100_000;
/** Milliseconds for one input, on a machine that does other things besides. They take tens of microseconds. */
const mostForOne = 3_000;

const files = await loadSites();
const sites = files.map(({ site }) => site);
const index = compile(sites);

let state = seed;
/** mulberry32 */
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const below = (most: number) => Math.floor(random() * most);
const pick = <One>(some: readonly One[]): One => some[below(some.length)] as One;

interface Seen {
  site: Site;
  one: SiteCase;
  request: ObservedRequest;
}
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Every request of every case, as the browser shows it. */
const recorded: Seen[] = files.flatMap(({ site, cases }) =>
  cases.flatMap((one) =>
    (one.sends ?? []).map((sent): Seen => {
      const request: ObservedRequest = { method: sent.method ?? 'POST', url: new URL(sent.url, one.page.url).href };
      const form = sent.form ?? sent.multipart;
      if (form) request.formData = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value]]));
      const text = sent.text ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json));
      if (text !== undefined) request.raw = encoder.encode(text);
      return { site, one, request };
    }),
  ),
);

const tricks = [
  '',
  '\0',
  '\ud800',
  '\u202e\u2066',
  'e\u0301'.repeat(50),
  '../../..',
  '%',
  '%00%ff',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'http://[::1',
  '-1',
  '1e999',
  '9'.repeat(400),
  'null',
  '/'.repeat(2_000),
  'a'.repeat(5_000),
  '{"a":'.repeat(500),
  'İſ',
];
const values: unknown[] = [null, true, 0, -0.5, 1e300, [], {}, [[[[]]]], ...tricks];

/** A tree with one place in it changed: another type, gone, doubled, or buried deep. */
function bent(value: unknown, deep = 0): unknown {
  if (typeof value !== 'object' || value === null || deep > 20 || random() < 0.15) {
    if (random() < 0.1) {
      let buried = value;
      for (let n = 0; n < 200; n++) buried = random() < 0.5 ? [buried] : { x: buried };
      return buried;
    }
    return pick(values);
  }
  if (Array.isArray(value)) {
    const at = below(value.length + 1);
    return [...value.slice(0, at), bent(value[at], deep + 1), ...value.slice(at + (random() < 0.5 ? 1 : 0))];
  }
  const names = Object.keys(value);
  const name = names.length === 0 || random() < 0.1 ? pick(tricks) : pick(names);
  const copy: Record<string, unknown> = { ...value };
  if (random() < 0.2) delete copy[name];
  else
    Object.defineProperty(copy, name, {
      value: bent(copy[name], deep + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

const cutOrGrown = (text: string): string => {
  const at = below(text.length + 1);
  return random() < 0.5 ? text.slice(0, at) : text.slice(0, at) + pick(tricks) + text.slice(at);
};

const mutations: Record<string, (request: ObservedRequest) => ObservedRequest> = {
  bytes(request) {
    const raw = Uint8Array.from(request.raw ?? encoder.encode('{}'));
    for (let n = below(4) + 1; n > 0 && raw.length > 0; n--) raw[below(raw.length)] = below(256);
    return { ...request, raw };
  },
  cut: (request) => ({
    ...request,
    raw: (request.raw ?? new Uint8Array()).slice(0, below((request.raw?.length ?? 0) + 1)),
  }),
  json(request) {
    let tree: unknown = {};
    try {
      tree = JSON.parse(decoder.decode(request.raw));
    } catch {}
    const raw = encoder.encode(JSON.stringify(bent(tree)) ?? '');
    const { formData: _, ...rest } = request;
    return { ...rest, raw };
  },
  form(request) {
    const formData: Record<string, readonly string[]> = { ...request.formData };
    const names = Object.keys(formData);
    for (let n = below(3) + 1; n > 0; n--) {
      const name = names.length > 0 && random() < 0.8 ? pick(names) : pick(tricks);
      formData[name] =
        random() < 0.2 ? [] : random() < 0.2 ? tricks : [cutOrGrown(formData[name]?.[0] ?? pick(tricks))];
    }
    return { ...request, formData };
  },
  swapped(request) {
    const text = new URLSearchParams(
      Object.entries(request.formData ?? {}).map(([name, [value = '']]): [string, string] => [name, value]),
    ).toString();
    const { formData: _, ...rest } = request;
    return { ...rest, raw: encoder.encode(text || `x=${decoder.decode(request.raw)}`) };
  },
  url(request) {
    if (!URL.canParse(request.url)) return request;
    const url = new URL(request.url);
    if (random() < 0.5) url.pathname = cutOrGrown(url.pathname);
    else url.searchParams.append(pick(tricks), pick(tricks));
    return { ...request, url: random() < 0.1 ? cutOrGrown(request.url) : url.href };
  },
  huge: (request) => ({
    ...request,
    raw: encoder.encode(
      `{"${pick(['id', 'query', 'variables'])}":"${pick(['a', '/', '-', '"\\"'.slice(1, 3)]).repeat(below(random() < 0.03 ? 200_000 : 5_000))}"}`,
    ),
  }),
};
const names = Object.keys(mutations);

/** What a page could tell of a press: every control of the site, and readings full of tricks. */
function gestureOn(site: Site, { page }: SiteCase, change: Partial<Gesture> = {}): Gesture {
  const readings: Record<string, string | string[]> = {};
  for (const name of ['url', 'id', 'title', 'author', 'authorUrl', 'topics', ...Object.keys(site.page ?? {})])
    if (random() < 0.5)
      readings[name] = random() < 0.1 ? tricks.map((one) => one.slice(0, 512)) : pick(tricks).slice(0, 512);
  return {
    id: 'a-gesture',
    at: Date.UTC(2026, 10, 22),
    type: 'click',
    url: page.url,
    zone: 60,
    controls: site.actions.map(({ id }) => ({ action: id, state: pick(['on', 'off', null] as const) })),
    page: readings,
    account: pick(['nora', ...tricks]).slice(0, 256),
    signedOut: false,
    private: false,
    ...change,
  };
}

function resultOf(found: Match, gesture: Gesture, status = 200): { contribution: Contribution } | { refused: string } {
  const compiled = index.byId.get(found.site);
  const action = compiled?.actions.get(found.action);
  if (!compiled || !action) throw new Error(`no action ${found.site}/${found.action}`);
  const answer =
    random() < 0.5
      ? { status }
      : { status: status === 200 ? 302 : status, location: `${gesture.url}${pick(['', '#a', '?b'])}` };
  const outcome = {
    states: Object.fromEntries([...compiled.actions.keys()].map((id) => [id, pick(['on', 'off', null] as const)])),
    made: { id: pick(tricks).slice(0, 512) },
  };
  return contributionOf(compiled.site, action, { match: found, gesture, answer, outcome });
}

let slowest = { took: 0, what: '' };
/** Runs one input; what it was is told where it fails. */
function tried<Result>(what: string, input: ObservedRequest, work: () => Result): Result {
  const started = performance.now();
  try {
    const result = work();
    const took = performance.now() - started;
    if (took > slowest.took) slowest = { took, what };
    if (took > mostForOne) throw new Error(`took ${took.toFixed(0)} ms`);
    return result;
  } catch (error) {
    const body = input.raw ? decoder.decode(input.raw).slice(0, 300) : JSON.stringify(input.formData)?.slice(0, 300);
    throw new Error(`SEED=${seed}, ${what}: ${input.method} ${input.url.slice(0, 300)} ${body}`, { cause: error });
  }
}

const badBefore = (site: Site) => (site.hosts ? undefined : site.id);

describe(`the engine, bent (SEED=${seed})`, () => {
  afterAll(() => console.log(`slowest of all: ${slowest.took.toFixed(1)} ms, ${slowest.what}`));

  it(`neither throws nor hangs over ${inputs} requests, and gives only what the ledger takes`, () => {
    let matched = 0;
    for (let n = 0; n < inputs; n++) {
      const { site, one, request } = recorded[n % recorded.length] as Seen;
      const name = names[(n + Math.floor(n / recorded.length)) % names.length] as string;
      const mutate = mutations[name] as (request: ObservedRequest) => ObservedRequest;
      const input = mutate(random() < 0.1 ? (mutations[pick(names)]?.(request) ?? request) : request);
      tried(`${site.id}: ${one.name}: ${name}`, input, () => {
        for (const found of match(index, input, badBefore(site))) {
          matched++;
          const result = resultOf(found, gestureOn(site, one));
          if (!('contribution' in result)) continue;
          const checked = contributionSchema.safeParse(result.contribution);
          if (!checked.success) throw checked.error;
        }
      });
    }
    // Were nothing recognised any more, nothing would have been tried.
    expect(matched).toBeGreaterThan(inputs / 20);
  });

  it('finds nothing on a host that no definition names, and by a method that none names', () => {
    for (const { site, request } of recorded) {
      const url = new URL(request.url);
      url.hostname = `${url.hostname.replaceAll(/[[\]:]/g, '')}.elsewhere.invalid`;
      expect([site.id, match(index, { ...request, url: url.href })]).toEqual([site.id, []]);
      for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'post', ''])
        expect([site.id, match(index, { ...request, method }, site.id)]).toEqual([site.id, []]);
    }
  });

  it('finds no act that is told by its body alone, once the body is gone', () => {
    const ofBody = /^\/(form|json|item)(\/|$)/;
    for (const { site, request } of recorded) {
      const found = match(index, { method: request.method, url: request.url }, site.id);
      for (const { site: of, action } of found) {
        const rules = many(index.byId.get(of)?.actions.get(action)?.request);
        const needsBody = rules.every(
          ({ decode, where }) =>
            (decode ?? []).length > 0 ||
            (where ?? []).some((test) => 'is' in test && typeof test.at === 'string' && ofBody.test(test.at)),
        );
        expect([of, action, request.url, needsBody]).toEqual([of, action, request.url, false]);
      }
    }
  });

  it('records nothing in private, signed out, or where the site said no', () => {
    for (const { site, one, request } of recorded) {
      for (const found of match(index, request, site.id)) {
        expect(resultOf(found, gestureOn(site, one, { private: true }))).toHaveProperty('refused');
        expect(resultOf(found, gestureOn(site, one, { signedOut: true }))).toHaveProperty('refused');
        for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 503])
          expect(contributionFor(found, gestureOn(site, one), status)).toHaveProperty('refused');
      }
    }
  });

  it('keeps drafts and private messages out, whatever else is added to the request', () => {
    const kept = recorded.filter(
      ({ one }) => ['draft', 'private'].includes(one.about) && one.expect.length === 0 && !one.after,
    );
    const silent = kept.filter(({ site, request }) => match(index, request, site.id).length === 0);
    expect(silent.length).toBeGreaterThan(50);
    for (const { site, one, request } of silent) {
      for (let n = 0; n < 20; n++) {
        const url = new URL(request.url);
        url.searchParams.append(`contrail_${n}`, pick(tricks).toWellFormed());
        const input: ObservedRequest = { ...request, url: url.href };
        if (request.formData) input.formData = { ...request.formData, [`contrail_${n}`]: [pick(tricks)] };
        expect([one.name, match(index, input, site.id)]).toEqual([one.name, []]);
      }
    }
  });

  it('appends nothing without a gesture, however often and in whatever form the request comes', async () => {
    let appended = 0;
    let told = 0;
    const { world, pending } = silentWorld(
      () => appended++,
      () => told++,
    );
    const correlator = createCorrelator(world);
    for (const [n, { site, one, request }] of recorded.entries()) {
      const mutate = mutations[names[n % names.length] as string] ?? ((same) => same);
      for (const input of [request, mutate(request)]) {
        const id = `${n}-${input === request}`;
        const matches = match(index, input, site.id);
        if (matches.length === 0) continue;
        correlator.began({
          id,
          tab: 1,
          frame: 0,
          startedAt: 0,
          unloads: false,
          origin: new URL(one.page.url).origin,
          matches,
        });
        correlator.answered(id, { status: 200 });
      }
    }
    for (let turn = 0; turn < 200 && pending.size > 0; turn++) await new Promise((resume) => setTimeout(resume, 10));
    expect([appended, pending.size]).toEqual([0, 0]);
    expect(told).toBeGreaterThan(100);
  });

  it('reads bent pages without throwing', () => {
    for (let n = 0; n < 150; n++) {
      const { site, one } = pick(recorded);
      const html = random() < 0.2 ? `${'<div>'.repeat(400)}${one.page.html}` : cutOrGrown(one.page.html);
      tried(`${site.id}: ${one.name}: page`, { method: '', url: one.page.url }, () => {
        const window = new Window({ url: one.page.url });
        const document = window.document as unknown as Document;
        document.body.innerHTML = html;
        const element = pick([...document.body.querySelectorAll('*'), document.body]);
        hold(profileOf(site), document, {
          id: 'a',
          at: 0,
          type: 'click',
          reach: 'press',
          path: pathFrom(element),
          url: one.page.url,
          zone: 0,
          private: false,
        });
      });
    }
  });
});

/** An answer without a redirect: a redirect can be the refusal itself. */
function contributionFor(found: Match, gesture: Gesture, status: number) {
  const compiled = index.byId.get(found.site);
  const action = compiled?.actions.get(found.action);
  if (!compiled || !action) throw new Error('no such action');
  return contributionOf(compiled.site, action, { match: found, gesture, answer: { status } });
}

/** A world in which nobody ever did anything. */
function silentWorld(appended: () => void, told: () => void) {
  const pending = new Map<string, Pending>();
  const world: World = {
    index,
    store: {
      load: async () => undefined,
      begin: (begun: Begun) => void pending.set(begun.id, { ...begun }),
      note: (id, part, value) => void Object.assign(pending.get(id) ?? {}, { [part]: value }),
      forget: async (id) => void pending.delete(id),
      get: (id) => pending.get(id),
      all: () => [...pending.values()],
      mayHold: (id) => pending.has(id),
    },
    now: () => 1_000,
    wait: async () => undefined,
    ready: async () => undefined,
    allows: () => true,
    askGesture: async () => null,
    askOutcome: async () => null,
    leavings: async () => [],
    append: async () => appended(),
    mayHaveMissed: async () => false,
    tell: () => told(),
    pending: () => undefined,
  };
  return { world, pending };
}
