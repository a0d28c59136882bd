import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlerFor, type PageHandlers, type Sender, type WatcherHandlers } from '../../../lib/browser/messages.ts';
import { parseFromPage, parseFromWatcher, parseGesture, parseOutcome } from '../../../lib/messages.ts';
import { aGesture, flipped } from './fixtures.ts';

const own = { id: 'contrail', base: 'chrome-extension://contrail/' };
const inPage: Sender = { id: own.id, url: 'https://meadow.example/feed', frameId: 0, tab: { id: 3, incognito: false } };
const inPopup: Sender = { id: own.id, url: `${own.base}popup.html` };

/** Handlers that say which of them was called. */
const say = new Proxy({}, { get: (_all, name) => async () => name });
const called = (message: unknown, sender: Sender) =>
  handlerFor(message, sender, own, say as WatcherHandlers, say as PageHandlers)?.();

const fromWatcher = [
  { name: 'page', input: { url: 'https://meadow.example/feed' } },
  { name: 'page', input: { url: 'https://meadow.example/feed', signals: ['meadow'] } },
  { name: 'leaving', input: { gesture: aGesture() } },
  { name: 'unclaimed', input: { site: 'meadow', gesture: aGesture(), outcome: flipped } },
];
const fromPage = [
  { name: 'popup', input: { tab: 1, url: 'https://meadow.example/' } },
  { name: 'overview', input: {} },
  { name: 'consent', input: { given: true } },
  { name: 'pause', input: { paused: true } },
  { name: 'switchSite', input: { site: 'meadow', host: 'meadow.example', on: true } },
  { name: 'notice', input: { when: { day: 1, hour: 9 } } },
  { name: 'notice', input: { when: null } },
  { name: 'forget', input: { id: 'x' } },
  { name: 'forgetEverything', input: { sure: true } },
  { name: 'selfCheck', input: {} },
];

describe('messages to the background', () => {
  it.each(fromWatcher)('$name is heard from a watcher and from nobody else', async (message) => {
    await expect(called(message, inPage)).resolves.toBe(message.name);
    expect(called(message, inPopup)).toBeUndefined();
  });

  it.each(fromPage)('$name is heard from a page of the extension and from nobody else', async (message) => {
    await expect(called(message, inPopup)).resolves.toBe(message.name);
    expect(called(message, inPage)).toBeUndefined();
  });

  it.each<[string, Sender]>([
    ['another extension', { ...inPage, id: 'another' }],
    ['nobody', {}],
    ['no tab', { id: own.id, url: inPage.url, frameId: 0 }],
    ['a private window', { ...inPage, tab: { id: 3, incognito: true } }],
    ['a page without an address', { ...inPage, url: 'about:blank', tab: { id: 3 } }],
    ['a local file', { ...inPage, url: 'file:///etc/passwd' }],
    ['another origin than the gesture names', { ...inPage, url: 'https://evil.example/' }],
    ['a look-alike of the extension', { ...inPage, url: 'https://x.example/chrome-extension://contrail/' }],
  ])('are not heard from %s', (_name, sender) => {
    for (const message of fromWatcher) expect(called(message, sender)).toBeUndefined();
  });

  it('are heard from a frame without an address of its own, in the name of the page around it', async () => {
    const frame = { ...inPage, url: 'about:srcdoc', frameId: 5, origin: 'https://meadow.example' };
    await expect(called(fromWatcher[0], frame)).resolves.toBe('page');
  });

  it.each<[string, unknown]>([
    ['a field too many', { name: 'page', input: { url: 'https://meadow.example/', more: 1 } }],
    ['a field too few', { name: 'unclaimed', input: { site: 'meadow', gesture: aGesture() } }],
    ['text that is too long', { name: 'page', input: { url: `https://meadow.example/${'x'.repeat(5_000)}` } }],
    ['an unknown name', { name: 'append', input: {} }],
    ['a name from the prototype', { name: 'constructor', input: {} }],
    ['a kind of gesture that is none', { name: 'leaving', input: { gesture: { ...aGesture(), type: 'thought' } } }],
    [
      'effort that is no count',
      { name: 'leaving', input: { gesture: aGesture({ effort: { seconds: -1, words: 0 } }) } },
    ],
    ['an address that is none', { name: 'page', input: { url: 'nowhere' } }],
    ['nothing', null],
  ])('are refused with %s', (_name, message) => {
    expect(called(message, inPage)).toBeUndefined();
    expect(called(message, inPopup)).toBeUndefined();
  });

  it('are refused, not thrown at, whatever they are', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.constantFrom(...fromWatcher, ...fromPage).map(({ name }) => name), input: fc.anything() }),
    );
    fc.assert(
      fc.property(anything, (message) => {
        parseFromWatcher(message);
        parseFromPage(message);
        parseGesture(message);
        parseOutcome(message);
      }),
    );
  });

  it('do not make a watcher believe it was heard where the work failed', async () => {
    const failing = new Proxy({}, { get: () => async () => Promise.reject(new Error('no space')) });
    const handle = (sender: Sender, message: unknown) =>
      handlerFor(message, sender, own, failing as WatcherHandlers, failing as PageHandlers)?.();
    await expect(handle(inPage, fromWatcher[3])).resolves.toBeUndefined();
    await expect(handle(inPopup, fromPage[1])).rejects.toThrow('no space');
  });
});

describe('answers of a page', () => {
  it('are read where they are exactly what was asked for', () => {
    expect(parseGesture(aGesture())).toEqual(aGesture());
    expect(parseOutcome(flipped)).toEqual(flipped);
  });

  it('are nothing otherwise', () => {
    for (const answer of [undefined, null, {}, { ...aGesture(), html: '<b>' }, aGesture({ zone: 99_999 })])
      expect(parseGesture(answer)).toBeNull();
    for (const answer of [undefined, {}, { states: { like: 'maybe' } }]) expect(parseOutcome(answer)).toBeNull();
  });
});
