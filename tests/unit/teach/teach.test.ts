// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOwnSites } from '../../../lib/browser/own-sites.ts';
import { ListError } from '../../../lib/lists/errors.ts';
import { contributionOf } from '../../../lib/sites/contribution.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { draftDefinition, ownIdOf } from '../../../lib/teach/draft.ts';
import { listenForPress } from '../../../lib/teach/listen.ts';
import { judgeOwn, readOwn, writeOwn } from '../../../lib/teach/own.ts';
import { type Pressed, type PressedControl, pressedSchema } from '../../../lib/teach/pressed.ts';
import { changingOf, flipsOf } from '../../../lib/teach/states.ts';

const post = (number: number) =>
  `<article id="post-${number}"><h2><a href="/p/${number}">Post ${number}</a></h2><button class="like" aria-pressed="false">Like</button></article>`;

describe('the state that tells done from not done', () => {
  const snap = (attributes: Record<string, string>) => ({ self: attributes });
  it.each([
    [
      'aria before class',
      { 'aria-pressed': 'false', class: 'a like' },
      { 'aria-pressed': 'true', class: 'a like liked' },
      '[aria-pressed="true"]',
    ],
    ['a data attribute', { 'data-liked': 'false' }, { 'data-liked': 'true' }, '[data-liked="true"]'],
    ['a class that came', { class: 'like' }, { class: 'like liked' }, '.liked'],
    ['a class that went', { class: 'like-empty' }, { class: '' }, ':not(.like-empty)'],
    ['a ticked box', { ':checked': 'false' }, { ':checked': 'true' }, ':checked'],
    ['the chosen part of a CSS module', { class: 'x' }, { class: 'x Like_active__x7F3a' }, '[class*="Like_active__"]'],
  ])('%s', (_what, before, after, on) => expect(flipsOf(snap(before), snap(after))[0]?.on).toBe(on));

  it('is no hover, no counter and no label where anything else is there', () => {
    expect(flipsOf(snap({ class: 'like' }), snap({ class: 'like is-hovered' }))).toEqual([]);
    expect(flipsOf(snap({ 'data-count': '4' }), snap({ 'data-count': '5' }))).toEqual([]);
    const [first] = flipsOf(
      snap({ 'aria-label': 'Like', class: 'a' }),
      snap({ 'aria-label': 'Unlike', class: 'a liked' }),
    );
    expect(first?.on).toBe('.liked');
  });

  it('is what was there before, where the try took the act back', () => {
    expect(flipsOf(snap({ 'aria-pressed': 'true' }), snap({ 'aria-pressed': 'false' }))[0]).toEqual({
      on: '[aria-pressed="true"]',
      tookBack: true,
    });
    expect(flipsOf(snap({ class: 'liked' }), snap({ class: '' }), true)[0]?.on).toBe('.liked');
  });

  it('can be inside the control and around it', () => {
    const inside = { self: {}, 'in 0 svg': { class: 'icon' } };
    expect(flipsOf(inside, { self: {}, 'in 0 svg': { class: 'icon filled' } })[0]?.on).toBe(':has(svg.filled)');
    expect(flipsOf({ self: {}, 'up 0': { class: '' } }, { self: {}, 'up 0': { class: 'voted' } })[0]?.on).toBe(
      '.voted *',
    );
  });

  it('is left out of what a control is known by', () => {
    const changing = changingOf(snap({ class: 'like', 'data-on': '0' }), snap({ class: 'like liked', 'data-on': '1' }));
    expect([...changing].sort()).toEqual(['class liked', 'data-on']);
  });
});

describe('listening for a press', () => {
  let told: Pressed[];
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  function page(html: string, url = 'https://meadow.example/feed'): void {
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
    document.body.innerHTML = html;
    stop = listenForPress(window as Window & typeof globalThis, (pressed) => told.push(pressed));
  }
  function press(selector: string, trusted = true): void {
    for (const type of ['pointerdown', 'click']) {
      const event = new MouseEvent(type, { bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'isTrusted', { value: trusted });
      document.querySelector(selector)?.dispatchEvent(event);
    }
    vi.advanceTimersByTime(2_000);
  }
  const react = () =>
    document
      .querySelector('#post-2 .like')
      ?.addEventListener('click', ({ currentTarget }) =>
        (currentTarget as Element).setAttribute('aria-pressed', 'true'),
      );

  it('tells what was pressed, once, and makes a definition that records such a press and its undo', () => {
    page(post(1) + post(2) + post(3));
    react();
    press('#post-2 .like');
    press('#post-1 .like');
    expect(told).toHaveLength(1);
    const pressed = pressedSchema.parse(told[0]) as PressedControl;
    const draft = draftDefinition({ host: 'meadow.example', pressed, kind: 'like' });
    if (!draft) throw new Error('no draft');
    expect(judgeOwn([draft.site])).toEqual([draft.site]);
    expect(draft.action.control).toEqual({ select: 'button[aria-pressed]', on: '[aria-pressed="true"]', alone: true });
    const gesture = {
      id: 'g',
      at: 0,
      type: 'click' as const,
      url: 'https://meadow.example/feed',
      zone: 0,
      controls: [{ action: 'like', state: 'off' as const }],
      page: pressed.page,
      account: '',
      signedOut: false,
      private: false,
    };
    const record = (before: 'on' | 'off', after: 'on' | 'off') =>
      contributionOf(draft.site, draft.action, {
        gesture: { ...gesture, controls: [{ action: 'like', state: before }] },
        outcome: { states: { like: after } },
      });
    expect(record('off', 'on')).toMatchObject({
      contribution: {
        kind: 'like',
        object: { url: 'https://meadow.example/p/2', title: 'Post 2' },
        evidence: { level: 'seen' },
      },
    });
    expect(record('on', 'off')).toMatchObject({ contribution: { undo: true } });
    expect(record('off', 'off')).toEqual({ refused: 'taken-back' });
  });

  it('hears no script', () => {
    page(post(1) + post(2));
    press('#post-2 .like', false);
    expect(told).toEqual([]);
  });

  it('writes nothing to the page', () => {
    page(post(1) + post(2));
    const before = document.documentElement.outerHTML;
    press('#post-2 .like');
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it.each([
    ['private', '<button>Send</button>', 'https://meadow.example/messages/4'],
    ['password', '<form><input type="password"><button>Go</button></form>', undefined],
    ['field', '<textarea></textarea>', undefined],
  ])('refuses: %s', (why, html, url) => {
    page(html, url);
    press('button, textarea');
    expect(told).toEqual([{ refused: why }]);
  });

  it('makes no definition where nothing shows that it was done', () => {
    page(post(1) + post(2));
    press('#post-2 .like');
    const pressed = pressedSchema.parse(told[0]) as PressedControl;
    expect(draftDefinition({ host: 'meadow.example', pressed, kind: 'answer' })).toBeUndefined();
  });
});

describe('own definitions', () => {
  const pressed: PressedControl = {
    control: { select: '.like', place: 'class', label: 'Like' },
    item: null,
    page: {},
    before: { self: { class: 'like' } },
    after: { self: { class: 'like liked' } },
  };
  const taught = (host: string, known?: Site) => draftDefinition({ host, pressed, kind: 'like', known })?.site as Site;

  it('have an id for each host', () => {
    expect(ownIdOf('a-b.example')).toBe('own-a--b-example');
    expect(ownIdOf('a.b.example')).toBe('own-a-b-example');
    expect(ownIdOf(`${'a'.repeat(63)}.example`)).toBeUndefined();
  });

  it('learn the same control anew and others beside it', () => {
    const once = taught('meadow.example');
    expect(taught('meadow.example', once)).toMatchObject({ version: 2, actions: [{ id: 'like' }] });
    const other = { ...pressed, control: { ...pressed.control, select: '.applaud' } };
    const both = draftDefinition({ host: 'meadow.example', pressed: other, kind: 'like', known: once })?.site;
    expect(both?.actions.map(({ id }) => id)).toEqual(['like', 'like-2']);
  });

  it('come back from a file as they were', () => {
    const sites = [taught('meadow.example'), taught('marsh.example')];
    expect(readOwn(writeOwn(sites))).toEqual(sites);
  });

  it.each<[string, (site: Site) => unknown, ListError['problem']]>([
    ['another host', (site) => ({ ...site, hosts: ['bank.example'] }), 'hosts'],
    ['more hosts', (site) => ({ ...site, hosts: ['meadow.example', 'bank.example'] }), 'hosts'],
    ['hosts of requests', (site) => ({ ...site, apiHosts: ['api.example'] }), 'hosts'],
    ['code', (site) => ({ ...site, run: 'alert(1)' }), 'definition'],
    ['a request', (site) => ({ ...site, actions: [{ ...site.actions[0], request: { url: '/x' } }] }), 'definition'],
    ['a pattern that hangs', (site) => ({ ...site, page: { title: { match: '(a+)+$' } } }), 'pattern'],
  ])('are refused with %s', (_what, bend, problem) => {
    const file = JSON.stringify({ format: 'contrail-own-sites/1', sites: [bend(taught('meadow.example'))] });
    expect(() => readOwn(file)).toThrow(expect.objectContaining({ problem }) as ListError);
  });

  it.each(['', '{}', 'null', '{"format":"contrail-own-sites/2","sites":[{}]}'])('no file of ours: %s', (text) =>
    expect(() => readOwn(text)).toThrow(ListError),
  );

  it('lie over the others, are kept, and go without a trace', async () => {
    const items: Record<string, unknown> = {};
    const area = {
      get: async (key: string) => ({ [key]: structuredClone(items[key]) }),
      set: async (more: Record<string, unknown>) => void Object.assign(items, structuredClone(more)),
    };
    let used: readonly Site[] = [];
    const use = (sites: readonly Site[]) => {
      used = sites;
    };
    const shipped = [taught('marsh.example')];
    const own = createOwnSites(area, { shipped, use });
    await own.add([taught('meadow.example')]);
    expect(used.map(({ id }) => id)).toEqual(['own-marsh-example', 'own-meadow-example']);
    own.over([]);
    expect(used.map(({ id }) => id)).toEqual(['own-meadow-example']);
    const later = createOwnSites(area, { shipped: [], use });
    await later.loaded;
    expect(await later.all()).toEqual([taught('meadow.example')]);
    await later.remove('own-meadow-example');
    expect(used).toEqual([]);
    expect(items.own).toEqual({ version: 1, sites: [] });
  });
});
