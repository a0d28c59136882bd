import { describe, expect, it } from 'vitest';
import { decideConsent, hasConsent } from '../../../lib/browser/consent.ts';
import { counted, createHealth } from '../../../lib/browser/health.ts';
import { inTurn } from '../../../lib/browser/in-turn.ts';
import { createLeavings } from '../../../lib/browser/leavings.ts';
import { createLives } from '../../../lib/browser/lives.ts';
import { nextAt } from '../../../lib/browser/notice.ts';
import { isWatching } from '../../../lib/browser/pause.ts';
import { recognise } from '../../../lib/browser/recognise.ts';
import { createSettings, type Settings } from '../../../lib/browser/settings.ts';
import { isOn, switchSite } from '../../../lib/browser/sites.ts';
import { gestureKept, idleBeforeSleep } from '../../../lib/capture/times.ts';
import { compile } from '../../../lib/sites/engine.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { aGesture, meadow, t0 } from './fixtures.ts';

/** `storage`, as far as it is used. */
function area(items: Record<string, unknown> = {}) {
  return {
    items,
    async get(key: string | null): Promise<Record<string, unknown>> {
      return structuredClone(key === null ? items : { [key]: items[key] });
    },
    async set(more: Record<string, unknown>) {
      Object.assign(items, structuredClone(more));
    },
    async remove(keys: string[]) {
      for (const key of keys) delete items[key];
    },
  };
}

const { hosts: _hosts, ...hostless } = meadow;
const marsh: Site = { ...hostless, id: 'marsh', signals: [{ select: '#marsh' }] };
const lea: Site = { ...meadow, id: 'lea', only: [{ select: '#lea' }], hosts: ['two.example'] };
const leaOld: Site = { ...meadow, id: 'lea-old', hosts: ['two.example'] };
const index = compile([meadow, marsh, lea, leaOld]);
const at = (url: string) => new URL(url);

async function decided(change: Partial<Settings>): Promise<Settings> {
  const settings = createSettings(area());
  await settings.change(() => ({ consent: { version: 1, at: '2026-11-21T12:00:00Z' }, ...change }));
  return settings.read();
}

describe('decisions', () => {
  it('are none at first: nothing is watched', async () => {
    const settings = await createSettings(area()).read();
    expect([hasConsent(settings), isWatching(settings), isOn(settings, meadow, 'meadow.example')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('that cannot be read are none', async () => {
    for (const decisions of [null, 5, { version: 1, consent: 'yes' }, { version: 99 }])
      expect(isWatching(await createSettings(area({ decisions })).read())).toBe(false);
  });

  it('outlive the background', async () => {
    const storage = area();
    const settings = createSettings(storage);
    await decideConsent(settings, true, new Date(t0));
    await switchSite(settings, meadow, 'meadow.example', true);
    await switchSite(settings, marsh, 'own.example:8080', true);
    const next = await createSettings(storage).read();
    expect(isWatching(next)).toBe(true);
    expect(isOn(next, meadow, 'meadow.example')).toBe(true);
    expect(isOn(next, marsh, 'own.example:8080')).toBe(true);
    expect(isOn(next, marsh, 'other.example')).toBe(false);
    await decideConsent(settings, false, new Date(t0));
    expect(isWatching(await settings.read())).toBe(false);
  });

  it('made at the same time do not undo each other', async () => {
    const settings = createSettings(area());
    await Promise.all(
      ['a', 'b', 'c'].map((host) =>
        settings.change(({ instances }) => ({ instances: { ...instances, [host]: { site: 'marsh', on: true } } })),
      ),
    );
    expect(Object.keys((await settings.read()).instances)).toEqual(['a', 'b', 'c']);
  });

  it('for another wording of consent do not stand', async () => {
    expect(hasConsent(await decided({ consent: { version: 2, at: '2026-11-21T12:00:00Z' } }))).toBe(false);
  });
});

describe('a page', () => {
  const on = { sites: { meadow: true, lea: true, 'lea-old': true } };

  it.each<[string, Partial<Settings>]>([
    ['consent is missing', { ...on, consent: null }],
    ['it is paused', { ...on, paused: true }],
    ['the site is off', { sites: { meadow: false } }],
    ['the site was never switched on', {}],
  ])('is not watched where %s', async (_name, change) => {
    expect(recognise(await decided(change), index, at('https://meadow.example/'))).toBeNull();
  });

  it('of a site that is on is watched by its definition', async () => {
    expect(recognise(await decided(on), index, at('https://meadow.example/'))).toMatchObject({
      site: { id: 'meadow' },
    });
    expect(recognise(await decided(on), index, at('https://sub.meadow.example/'))).toBeNull();
  });

  it('with several layouts is asked which one it is', async () => {
    const settings = await decided(on);
    const asked = (signals?: string[]) => recognise(settings, index, at('https://two.example/'), signals);
    expect(asked()).toMatchObject({ probes: [{ site: 'lea' }] });
    expect(asked(['lea'])).toMatchObject({ site: { id: 'lea' } });
    expect(asked([])).toMatchObject({ site: { id: 'lea-old' } });
  });

  it('of self-hosted software is watched where the person switched that host on', async () => {
    const settings = await decided({ instances: { 'own.example:8080': { site: 'marsh', on: true } } });
    expect(recognise(settings, index, at('http://own.example:8080/'))).toMatchObject({ site: { id: 'marsh' } });
    expect(recognise(settings, index, at('http://own.example/'), ['marsh'])).toBeNull();
  });
});

describe('health', () => {
  const none = { presses: 0, misses: 0, row: { misses: 0, alone: 0 }, alone: 0, refused: {} };
  it.each([
    [{ what: 'recorded', pressed: true } as const, { presses: 1, lastSeen: '2026-11-21T12:00:00.000Z' }],
    [{ what: 'recorded', pressed: false } as const, { presses: 0 }],
    [{ what: 'no-request' } as const, { presses: 1, misses: 1 }],
    [{ what: 'no-gesture' } as const, { alone: 1 }],
    [{ what: 'refused', why: 'login' } as const, { refused: { login: 1 } }],
  ])('counts %j', (fate, expected) => {
    expect(counted(none, { site: 'meadow', ...fate }, new Date(t0))).toMatchObject(expected);
  });

  it('knows what went wrong since the site was last seen working', async () => {
    const health = createHealth(area(), () => new Date(t0));
    await health.count({ site: 'meadow', what: 'no-request' });
    await health.count({ site: 'meadow', what: 'recorded', pressed: true });
    expect(await health.of('meadow')).toMatchObject({ misses: 1, row: { misses: 0 } });
    for (let n = 0; n < 5; n++) await health.count({ site: 'meadow', what: 'no-request' });
    await health.count({ site: 'meadow', what: 'no-gesture' });
    expect(await health.of('meadow')).toMatchObject({ misses: 6, row: { misses: 5, alone: 1 } });
  });

  it('begins anew with another version of the definition, but not what was last seen working', async () => {
    let version = 1;
    const health = createHealth(
      area(),
      () => new Date(t0),
      () => version,
    );
    await health.count({ site: 'meadow', what: 'recorded', pressed: true });
    await health.count({ site: 'meadow', what: 'no-request' });
    version = 2;
    expect(await health.of('meadow')).toMatchObject({ presses: 0, misses: 0, lastSeen: '2026-11-21T12:00:00.000Z' });
  });

  it('reads counts of a former version of Contrail', async () => {
    const old = { lastSeen: '2026-11-20T12:00:00.000Z', presses: 4, misses: 1, alone: 2, refused: { login: 1 } };
    const health = createHealth(
      area({ 'health.meadow': old }),
      () => new Date(t0),
      () => 3,
    );
    expect(await health.of('meadow')).toMatchObject({ ...old, row: { misses: 0, alone: 0 } });
  });
});

describe('pages that go', () => {
  it('leave their last gestures, each once, for a minute', async () => {
    let now = t0;
    const leavings = createLeavings(area(), () => now);
    await Promise.all([leavings.keep(3, aGesture()), leavings.keep(3, aGesture({ type: 'submit' }))]);
    await leavings.keep(4, aGesture({ id: 'gesture-2' }));
    expect(await leavings.of(3)).toMatchObject([{ id: 'gesture-1', type: 'submit' }]);
    now += gestureKept;
    expect(await leavings.of(3)).toEqual([]);
  });
});

describe('a life of the background', () => {
  it('that began too soon after the last may have missed what happened between', async () => {
    const storage = area();
    await createLives(storage, () => t0).mayHaveMissed(t0);
    const next = createLives(storage, () => t0 + 4_000);
    expect(await next.mayHaveMissed(t0 + 2_000)).toBe(true);
    expect(await next.mayHaveMissed(t0 + 5_000)).toBe(false);
    expect(await next.mayHaveMissed(t0 - 60_000)).toBe(false);
    // What is known of the gap outlives the next life too.
    expect(await createLives(storage, () => t0 + 60_000).mayHaveMissed(t0 + 2_000)).toBe(true);
  });

  it('that is one of many short ones still knows of the first gap', async () => {
    const storage = area();
    for (let life = 0; life < 100; life++) await createLives(storage, () => t0 + life * 2_000).mayHaveMissed(0);
    const last = createLives(storage, () => t0 + 201_000);
    expect(await last.mayHaveMissed(t0 + 3_000)).toBe(true);
    expect((storage.items.gaps as unknown[]).length).toBe(1);
  });

  it('that began after a sleep has missed nothing', async () => {
    const storage = area({ alive: t0 });
    const next = createLives(storage, () => t0 + idleBeforeSleep + 1);
    expect(await next.mayHaveMissed(t0 + 2_000)).toBe(false);
  });
});

describe('the weekly notice', () => {
  it.each([
    ['2026-11-21T12:00', '2026-11-23T09:00'],
    ['2026-11-23T08:59', '2026-11-23T09:00'],
    ['2026-11-23T09:00', '2026-11-30T09:00'],
    ['2026-12-28T10:00', '2027-01-04T09:00'],
  ])('at %s comes next at %s', (now, next) => {
    expect(nextAt({ day: 1, hour: 9 }, new Date(now))).toEqual(new Date(next));
  });
});

it('work in turn goes on after a piece of it failed', async () => {
  const turn = inTurn();
  const done: number[] = [];
  const failed = turn(async () => Promise.reject(new Error('no')));
  const second = turn(async () => done.push(2));
  await expect(failed).rejects.toThrow('no');
  await second;
  expect(done).toEqual([2]);
});
