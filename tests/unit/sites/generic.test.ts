// First of all: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDefinitions } from '../../../lib/browser/definitions.ts';
import { definitionNow } from '../../../lib/browser/generic.ts';
import { recognise } from '../../../lib/browser/recognise.ts';
import { createSettings, type Settings } from '../../../lib/browser/settings.ts';
import { isOn } from '../../../lib/browser/sites.ts';
import { type LedgerDatabase, openLedger } from '../../../lib/ledger/database.ts';
import { compile } from '../../../lib/sites/engine.ts';
import cases from '../../../lib/sites/generic.cases.ts';
import { genericId, genericSite, genericSorts } from '../../../lib/sites/generic.ts';
import { genericLabels } from '../../../lib/sites/generic-labels.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { siteSchema } from '../../../lib/sites/schema.ts';
import { meadow } from '../capture/fixtures.ts';
import { compared } from './expected.ts';
import { playCase } from './play.ts';

const index = compile([genericSite()]);
let ledger: LedgerDatabase;
let turn = 0;
beforeEach(() => {
  ledger = openLedger({ name: `generic-${turn++}` });
});
afterEach(() => ledger.delete());

describe('a page that nobody described', () => {
  it.each(cases)('$name', async (one) => {
    const entries = await playCase(index, ledger, cases, one);
    expect(compared(entries, one.expect)).toEqual(one.expect);
  });
});

describe('the generic definition', () => {
  it('holds to the schema, but for hosts and marks, so that no list can bring one like it', () => {
    const issues = siteSchema.safeParse(genericSite()).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual(['a site needs hosts or signals']);
    const { error } = siteSchema.safeParse({ ...genericSite(), hosts: ['somewhere.example'] });
    expect(error?.issues ?? []).toEqual([]);
  });

  it('names no act by a word that stands for another, in no language', () => {
    for (const [language, labels] of Object.entries(genericLabels)) {
      const all = genericSorts.flatMap((sort) => labels[sort].flatMap((words) => words.split('|')));
      expect([language, new Set(all).size]).toEqual([language, all.length]);
      expect(all.map((word) => word.toLowerCase().trim())).toEqual(all);
    }
  });
});

const unknown = new URL('https://somewhere.example/posts/7');
const instances = { 'somewhere.example': { site: genericId, on: true } };
const { index: inUse } = createDefinitions([meadow]);
const generic = inUse.byId.get(genericId)?.site as Site;

async function decided(change: Partial<Settings>): Promise<Settings> {
  const items: Record<string, unknown> = {};
  const settings = createSettings({ get: async () => items, set: async (more) => void Object.assign(items, more) });
  await settings.change(() => ({ consent: { version: 1, at: '2026-11-21T12:00:00Z' }, ...change }));
  return settings.read();
}

describe('detection on pages that nobody described', () => {
  it('is off by default, also where decisions were stored before it was there', async () => {
    const settings = await decided({ instances });
    expect(settings.generic).toEqual({ on: false, not: [] });
    expect(recognise(settings, inUse, unknown)).toBeNull();
    expect(definitionNow(settings, inUse, genericId)).toBeUndefined();
    expect(isOn(settings, generic, 'somewhere.example')).toBe(false);
    const { generic: _new, ...before } = settings;
    const stored = createSettings({ get: async () => ({ decisions: before }), set: async () => {} });
    expect(await stored.read()).toEqual(settings);
  });

  it('is on only on hosts that the person chose, and without consent nowhere', async () => {
    const settings = await decided({ generic: { on: true, not: [] }, instances });
    expect(recognise(settings, inUse, unknown)).toMatchObject({ site: { id: genericId } });
    expect(recognise(settings, inUse, new URL('https://elsewhere.example/'))).toBeNull();
    expect(isOn(settings, generic, 'elsewhere.example')).toBe(false);
    expect(recognise({ ...settings, consent: null }, inUse, unknown)).toBeNull();
    expect(recognise({ ...settings, paused: true }, inUse, unknown)).toBeNull();
  });

  it('leaves out each kind that was switched off, and is off with the last', async () => {
    for (const sort of genericSorts) {
      const settings = await decided({ generic: { on: true, not: [sort] }, instances });
      const found = recognise(settings, inUse, unknown);
      const controls = found && 'profile' in found ? found.profile.controls : [];
      expect(new Set(controls.map(({ action }) => action))).toEqual(
        new Set(genericSorts.filter((one) => one !== sort)),
      );
      expect(definitionNow(settings, inUse, genericId)?.actions.map(({ id }) => id)).not.toContain(sort);
    }
    const none = await decided({ generic: { on: true, not: [...genericSorts] }, instances });
    expect(recognise(none, inUse, unknown)).toBeNull();
  });

  it('gives way to a definition of the host, whether that is on or off', async () => {
    const chosen = { 'meadow.example': { site: genericId, on: true } };
    const described = new URL('https://meadow.example/');
    const base = { generic: { on: true, not: [] }, instances: chosen };
    const on = await decided({ ...base, sites: { meadow: true } });
    expect(recognise(on, inUse, described)).toMatchObject({ site: { id: 'meadow' } });
    const off = await decided({ ...base, sites: { meadow: false } });
    expect(recognise(off, inUse, described)).toBeNull();
  });

  it('cannot be taken over by a definition of the same name', () => {
    const definitions = createDefinitions([{ ...meadow, id: genericId }]);
    expect(definitions.index.byId.get(genericId)?.site).toEqual(genericSite());
  });
});
