// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  flipMustStand,
  gestureKept,
  idleCut,
  outcomeWatched,
  saidAgain,
  submitFollows,
  unclaimedAfter,
} from '../../../lib/capture/times.ts';
import { profileOf } from '../../../lib/sites/engine.ts';
import { meadow } from './fixtures.ts';
import { find, WatchedPage } from './page.ts';

const item = (id: string, inner = '') => `
  <article class="item" data-id="${id}">
    <a class="link" href="/items/${id}">x</a> <span class="author">Ada of ${id}</span>
    <a class="tag">larks</a><a class="tag">owls</a>
    <button class="like"><b>♥</b></button> <button class="vote">▲</button> <button class="bookmark">★</button>${inner}
  </article>`;
const page = `<h1>The feed</h1><span class="me">nora</span>${item('a1')}${item('b2')}<button class="other">…</button>`;

let watched: WatchedPage | undefined;
async function open(html = page, options = {}): Promise<WatchedPage> {
  watched = await new WatchedPage(html, options).settle();
  return watched;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12) });
});
afterEach(() => {
  watched?.watcher.stop();
  vi.useRealTimers();
});

describe('a gesture', () => {
  it('snaps the item around what was pressed', async () => {
    const here = await open();
    here.click('[data-id=b2] .like b');
    expect(await here.gesture()).toEqual({
      id: 'gesture-1',
      at: Date.now(),
      type: 'click',
      url: 'https://meadow.example/feed',
      zone: -new Date().getTimezoneOffset(),
      controls: [
        { action: 'like', state: 'off' },
        { action: 'unlike', state: 'off' },
      ],
      page: { id: 'b2', url: 'https://meadow.example/items/b2', author: 'Ada of b2', topics: ['larks', 'owls'] },
      account: 'nora',
      signedOut: false,
      private: false,
    });
  });

  it('is one, though press and click are two events', async () => {
    const here = await open();
    here.press('[data-id=a1] .like');
    const at = Date.now();
    await vi.advanceTimersByTimeAsync(200);
    // A page that acts on the press has flipped the control before the click comes.
    find('[data-id=a1] .like').classList.add('on');
    here.fire('[data-id=a1] .like', new MouseEvent('click', { bubbles: true, composed: true }));
    expect(await here.gesture()).toMatchObject({ id: 'gesture-1', at, controls: [{ state: 'off' }, {}] });
  });

  it('counts anywhere on the page, and reads the page where it is in no item', async () => {
    const here = await open();
    here.click('.other');
    expect(await here.gesture()).toMatchObject({ controls: [], page: { title: 'The feed' } });
  });

  it('belongs to a request for three seconds, to that of its control for five', async () => {
    const here = await open();
    here.click('.other');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await here.gesture()).toBeUndefined();
    here.click('.like');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await here.gesture()).toMatchObject({ id: 'gesture-3' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await here.gesture()).toBeUndefined();
  });

  it('is none that comes after the request began', async () => {
    const here = await open();
    here.click('.like');
    expect(await here.gesture({ startedAt: Date.now() - 1_000 })).toBeUndefined();
  });

  it('is found by what the request names, then by its control, then by being the last', async () => {
    const here = await open();
    here.click('[data-id=a1] .like');
    here.click('[data-id=b2] .like');
    here.click('.other');
    expect(await here.gesture({ mentions: ['a1'] })).toMatchObject({ page: { id: 'a1' } });
    expect(await here.gesture()).toMatchObject({ page: { id: 'b2' } });
    expect(await here.gesture({ actions: ['follow'] })).toMatchObject({ page: { title: 'The feed' } });
  });

  it('in a menu belongs to the item the menu was opened from', async () => {
    const here = await open(`${page}<div role="menu"><button class="choice">Share</button></div>`);
    here.click('[data-id=b2] .vote');
    here.click('.choice');
    expect(await here.gesture({ actions: ['share'] })).toMatchObject({ page: { id: 'b2' } });
    here.click('.other');
    here.click('.choice');
    expect(await here.gesture({ actions: ['share'] })).toMatchObject({ page: { title: 'The feed' } });
  });

  it('is found through open shadow roots', async () => {
    const shadow = `<article class="item" data-id="s1"><a class="link" href="/items/s1">x</a>
      <x-bar><template shadowrootmode="open"><button class="like"><i></i></button></template></x-bar></article>`;
    const here = await open(shadow);
    here.click('x-bar >>> .like');
    expect(await here.gesture()).toMatchObject({
      page: { id: 's1', url: 'https://meadow.example/items/s1' },
      controls: [{ action: 'like', state: 'off' }, { action: 'unlike' }],
    });
    find('x-bar >>> .like').classList.add('on');
    expect(await here.outcome()).toEqual({ states: { like: 'on' } });
  });

  it('of the first moments, and a question about it, wait until the site is known', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    watched = new WatchedPage(page, { answer: () => promise });
    watched.click('[data-id=a1] .like');
    const asked = watched.gesture();
    await watched.settle();
    resolve({ profile: profileOf(meadow) });
    await watched.settle();
    expect(await asked).toMatchObject({ page: { id: 'a1' } });
  });

  it('is forgotten after a minute', async () => {
    const here = await open();
    here.click('.like');
    await vi.advanceTimersByTimeAsync(gestureKept);
    here.click('.other');
    expect(here.outcome()).toBeUndefined();
  });
});

describe('nobody did it', () => {
  it('where the event is not trusted', async () => {
    const here = await open();
    here.fire('.like', new PointerEvent('pointerdown', { bubbles: true }), false);
    here.fire('.like', new MouseEvent('click', { bubbles: true }), false);
    here.fire('.like', new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }), false);
    expect(await here.gesture()).toBeUndefined();
  });

  it('where a script makes the browser click, as a label does', async () => {
    const here = await open(`${page}<label for="field">x</label><input type="checkbox" id="field" class="like">`);
    here.active = false;
    here.fire('#field', new MouseEvent('click', { bubbles: true, composed: true }));
    expect(await here.gesture()).toBeUndefined();
  });

  it('where a script uses the moment of a click elsewhere', async () => {
    const here = await open(`${page}<input type="checkbox" id="field" class="like">`);
    here.click('.other');
    here.fire('#field', new MouseEvent('click', { bubbles: true, composed: true }));
    expect(await here.gesture()).toMatchObject({ controls: [] });
  });

  it('where a script submits a form', async () => {
    const here = await open(`${page}<form class="reply"><textarea></textarea></form>`);
    here.submit('form');
    expect(await here.gesture({ actions: ['comment'] })).toBeUndefined();
    expect(here.said('leaving')).toEqual([]);
    here.click('.other');
    await vi.advanceTimersByTimeAsync(submitFollows + 1);
    here.submit('form');
    expect(here.said('leaving')).toEqual([]);
  });

  it('where a finger only scrolls', async () => {
    const here = await open();
    here.press('.other', 'touch');
    expect(await here.gesture()).toBeUndefined();
    here.press('.like', 'touch');
    here.fire('.like', new PointerEvent('pointercancel', { bubbles: true, pointerType: 'touch' }));
    expect(await here.gesture()).toBeUndefined();
  });

  it('but assistive technology clicks without a press', async () => {
    const here = await open();
    here.fire('.like', new MouseEvent('click', { bubbles: true, composed: true }));
    expect(await here.gesture()).toMatchObject({ controls: [{ action: 'like', state: 'off' }, {}] });
  });
});

describe('keys', () => {
  it('press a focused control', async () => {
    const here = await open();
    here.key('[data-id=a1] .like', ' ');
    here.fire('[data-id=a1] .like', new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }));
    expect(await here.gesture()).toMatchObject({ id: 'gesture-1', type: 'key', controls: [{ action: 'like' }, {}] });
  });

  it('are shortcuts outside of fields, and which one it was is not kept', async () => {
    const here = await open();
    here.key('[data-id=a1]', 'l');
    const gesture = await here.gesture();
    expect(gesture).toMatchObject({ type: 'key', controls: [], page: { id: 'a1' } });
    expect(JSON.stringify(gesture)).not.toMatch(/"l"/);
  });

  it('are typing inside of fields', async () => {
    const here = await open(`${page}<textarea></textarea>`);
    for (const key of ['l', ' ', 'Escape', 'Shift']) here.key('textarea', key);
    expect(await here.gesture()).toBeUndefined();
    here.key('textarea', 'Enter', { ctrlKey: true });
    expect(await here.gesture()).toMatchObject({ type: 'key' });
  });

  it('submit a form by Enter: key, click and submit are one act', async () => {
    const here = await open(`${page}<form class="reply"><input class="text"><button class="go">Go</button></form>`);
    here.key('.text', 'Enter');
    here.fire('.go', new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }));
    here.submit('form', '.go');
    expect(here.said('leaving')).toMatchObject([
      { gesture: { id: 'gesture-1', type: 'submit', controls: [{ action: 'comment', state: null }] } },
    ]);
    expect(await here.gesture({ actions: ['comment'] })).toMatchObject({ id: 'gesture-1' });
  });

  it('that repeat or compose are none', async () => {
    const here = await open();
    here.key('.like', 'Enter', { repeat: true });
    here.key('.like', 'Enter', { isComposing: true });
    expect(await here.gesture()).toBeUndefined();
  });
});

describe('private places', () => {
  const region = `<div class="private">${item('p1', '<textarea></textarea>')}</div>`;

  it.each([
    ['by region', region, {}],
    ['by address', item('p1', '<textarea></textarea>'), { url: 'https://meadow.example/messages/5' }],
  ])('%s: nothing is read, nothing is measured', async (_name, html, options) => {
    const here = await open(html, options);
    here.key('textarea', 'h');
    await vi.advanceTimersByTimeAsync(9_000);
    here.key('textarea', 'i');
    here.click('.like');
    const gesture = await here.gesture();
    expect(gesture).toMatchObject({ private: true, page: {}, account: '', controls: [] });
    expect(gesture).not.toHaveProperty('effort');
    find('.like').classList.add('on');
    await vi.advanceTimersByTimeAsync(unclaimedAfter + 1);
    window.dispatchEvent(trusted(new Event('pagehide')));
    expect(here.sent.map(({ name }) => name)).toEqual(['page']);
  });

  it('win over an earlier press that the request could be about as well', async () => {
    const here = await open(`${page}${region}`);
    here.click('[data-id=a1] .like');
    here.click('.private .like');
    expect(await here.gesture({ mentions: ['a1'] })).toMatchObject({ private: true });
  });
});

describe('effort', () => {
  const form = '<form class="reply"><textarea></textarea><button class="go">Go</button></form>';
  const write = async (here: WatchedPage, text: string, selector = 'textarea', pause = 2_000) => {
    const field = find(selector) as HTMLTextAreaElement;
    for (const letter of text) {
      here.key(selector, letter);
      field.value += letter;
      await vi.advanceTimersByTimeAsync(letter === ' ' ? pause : 100);
    }
    here.key(selector, 'Shift');
  };

  it('is active seconds and words, and no text', async () => {
    const here = await open(form);
    await write(here, 'two words');
    here.click('.go');
    const gesture = await here.gesture({ actions: ['comment'], takesEffort: true });
    expect(gesture?.effort).toEqual({ seconds: 3, words: 2 });
    expect(JSON.stringify(here.sent)).not.toContain('words"]');
    expect(JSON.stringify(gesture)).not.toContain('two');
  });

  it('counts a pause as thinking up to fifteen seconds', async () => {
    const here = await open(form);
    await write(here, 'a b', 'textarea', 600_000);
    here.click('.go');
    expect((await here.gesture())?.effort?.seconds).toBe(Math.round((idleCut + 200) / 1000));
  });

  it('starts anew once it was taken, and not before', async () => {
    const here = await open(form);
    await write(here, 'one two');
    here.click('.go');
    expect((await here.gesture({ takesEffort: false }))?.effort).toBeDefined();
    here.click('.go');
    expect((await here.gesture({ takesEffort: true }))?.effort).toMatchObject({ words: 2 });
    here.click('.go');
    expect((await here.gesture())?.effort).toBeUndefined();
  });

  it('belongs to the composer of the same form', async () => {
    const here = await open(
      `<form class="reply" id="one"><textarea></textarea><button class="go">Go</button></form>
       <form class="reply" id="two"><textarea></textarea></form>`,
    );
    await write(here, 'one', '#one textarea');
    await write(here, 'one two three', '#two textarea');
    here.click('#one .go');
    expect((await here.gesture())?.effort?.words).toBe(1);
  });

  it('keeps the last count where the page empties the field as it sends', async () => {
    const here = await open(form);
    await write(here, 'one two three');
    here.key('textarea', 'Enter', { ctrlKey: true });
    (find('textarea') as HTMLTextAreaElement).value = '';
    here.click('.go');
    expect((await here.gesture())?.effort?.words).toBe(3);
  });

  it('counts words in languages that put no spaces between them', async () => {
    const here = await open(form);
    await write(here, '東京都に住んでいます');
    here.click('.go');
    expect((await here.gesture())?.effort?.words).toBeGreaterThan(2);
  });

  it('never reads what is typed, even where a definition asks for it', async () => {
    const here = await open(`<div class="item" data-id="x"><a class="link" href="/x">x</a>
      <div contenteditable="true" class="author">secret</div><button class="like"></button></div>`);
    here.click('.like');
    expect((await here.gesture())?.page).not.toHaveProperty('author');
  });
});

describe('the outcome', () => {
  it('is there at once where the state is there already', async () => {
    const here = await open();
    here.click('.like');
    find('.like').classList.add('on');
    expect(await here.outcome()).toEqual({ states: { like: 'on' } });
  });

  it('is waited for, around the item alone', async () => {
    const here = await open();
    here.click('[data-id=a1] .like');
    const outcome = here.outcome();
    await vi.advanceTimersByTimeAsync(500);
    find('[data-id=b2] .like').classList.add('on');
    await vi.advanceTimersByTimeAsync(500);
    find('[data-id=a1] .like').classList.add('on');
    await here.settle();
    expect(await outcome).toEqual({ states: { like: 'on' } });
  });

  it('ends after three seconds with what is there', async () => {
    const here = await open();
    here.click('.like');
    const outcome = here.outcome();
    await vi.advanceTimersByTimeAsync(outcomeWatched);
    expect(await outcome).toEqual({ states: { like: 'off' } });
  });

  it('believes no flip that reverts', async () => {
    const here = await open();
    here.click('.vote');
    find('.vote').classList.add('on');
    const outcome = here.outcome({ actions: ['vote'], want: { vote: 'on' }, settle: flipMustStand });
    await vi.advanceTimersByTimeAsync(flipMustStand - 50);
    find('.vote').classList.remove('on');
    await vi.advanceTimersByTimeAsync(outcomeWatched);
    expect(await outcome).toEqual({ states: { vote: 'off' } });
  });

  it('believes a flip that stands', async () => {
    const here = await open();
    here.click('.vote');
    find('.vote').classList.add('on');
    const outcome = here.outcome({ actions: ['vote'], want: { vote: 'on' }, settle: flipMustStand });
    await vi.advanceTimersByTimeAsync(flipMustStand);
    expect(await outcome).toEqual({ states: { vote: 'on' } });
  });

  it('is read from the control that stands in the place of the pressed one', async () => {
    const here = await open();
    here.click('[data-id=a1] .like');
    find('[data-id=a1] .like').outerHTML = '<button class="like on"></button>';
    expect(await here.outcome()).toEqual({ states: { like: 'on' } });
  });

  it('is read from the item that stands in the place of the former one', async () => {
    const here = await open();
    here.click('[data-id=b2] .like');
    const fresh = document.createElement('div');
    fresh.innerHTML = item('b2').replace('class="like"', 'class="like on"');
    find('[data-id=b2]').replaceWith(fresh.firstElementChild as Element);
    expect(await here.outcome()).toEqual({ states: { like: 'on' } });
  });

  it('is not read from an item inside the item', async () => {
    const here = await open(item('a1').replace('<button class="like">', `${item('inner')}<button class="like">`));
    here.key('[data-id=a1]', 'l');
    find('[data-id=inner] .like').classList.add('on');
    const outcome = here.outcome();
    await vi.advanceTimersByTimeAsync(outcomeWatched);
    expect(await outcome).toEqual({ states: { like: 'off' } });
  });

  it('is what appears anew, not what was there', async () => {
    const here = await open(
      `<p class="comment" data-id="old"></p><form class="reply"><button class="go">Go</button></form>`,
    );
    here.click('.go');
    const outcome = here.outcome({ actions: ['comment'], want: { comment: 'on' } });
    await vi.advanceTimersByTimeAsync(1_000);
    document.body.insertAdjacentHTML('beforeend', '<p class="comment" data-id="new"></p>');
    await here.settle();
    expect(await outcome).toEqual({ states: { comment: null }, made: { id: 'new' } });
  });

  it('of a gesture that another frame had is nobody’s to tell', async () => {
    const here = await open();
    expect(here.outcome({ gesture: 'of-another-frame' })).toBeUndefined();
  });
});

describe('what nobody asks for', () => {
  it('is told once a control has flipped and five seconds have gone', async () => {
    const here = await open();
    here.click('[data-id=a1] .like');
    find('[data-id=a1] .like').classList.add('on');
    await vi.advanceTimersByTimeAsync(unclaimedAfter);
    expect(here.said('unclaimed')).toMatchObject([
      { site: 'meadow', gesture: { id: 'gesture-1' }, outcome: { states: { like: 'on' } } },
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.said('unclaimed')).toHaveLength(1);
  });

  it('is told again until it is heard', async () => {
    const here = await open();
    here.click('.like');
    find('.like').classList.add('on');
    here.answer = () => Promise.reject(new Error('no receiving end'));
    await vi.advanceTimersByTimeAsync(unclaimedAfter);
    here.answer = async () => null;
    await vi.advanceTimersByTimeAsync(saidAgain);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.said('unclaimed')).toHaveLength(2);
  });

  it('is told again where a dying background leaves it without an answer', async () => {
    const here = await open();
    here.click('.like');
    find('.like').classList.add('on');
    here.answer = () => new Promise(() => {});
    await vi.advanceTimersByTimeAsync(unclaimedAfter);
    here.answer = async () => null;
    await vi.advanceTimersByTimeAsync(saidAgain);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.said('unclaimed')).toHaveLength(2);
  });

  it('is not told where a request asked, nothing flipped, or nothing known was pressed', async () => {
    const here = await open();
    here.click('[data-id=a1] .like');
    await here.gesture();
    find('[data-id=a1] .like').classList.add('on');
    here.click('[data-id=b2] .vote');
    here.click('.other');
    await vi.advanceTimersByTimeAsync(unclaimedAfter);
    expect(here.said('unclaimed')).toEqual([]);
  });

  it('is told at the last moment where the page goes first', async () => {
    const here = await open();
    here.click('.like');
    window.dispatchEvent(trusted(new Event('pagehide')));
    expect(here.said('leaving')).toMatchObject([{ gesture: { id: 'gesture-1' } }]);
  });

  it('is told at the last moment although a request asked for it: the answer may be lost with the page', async () => {
    const here = await open();
    here.click('.other');
    await here.gesture();
    window.dispatchEvent(trusted(new Event('pagehide')));
    expect(here.said('leaving')).toMatchObject([{ gesture: { id: 'gesture-1', controls: [] } }]);
  });

  it('is told at once where a known control is a link', async () => {
    const here = await open('<article class="item" data-id="l"><a class="like" href="/vote">▲</a></article>');
    here.click('.like');
    expect(here.said('leaving')).toMatchObject([{ gesture: { page: { id: 'l' } } }]);
  });
});

describe('a watcher', () => {
  it('stops where the site is not watched, and starts when told that this changed', async () => {
    watched = await new WatchedPage(page, { answer: async () => null }).settle();
    watched.click('.like');
    expect(await watched.gesture()).toBeUndefined();
    watched.answer = async () => ({ profile: profileOf(meadow) });
    watched.watcher.receive({ name: 'changed', input: {} });
    await watched.settle();
    watched.click('.like');
    expect(await watched.gesture()).toBeDefined();
  });

  it('looks for marks where the background asks for them', async () => {
    const probes = [
      { site: 'meadow', signals: [{ select: 'meta[name=generator]', attr: 'content', matches: '^Meadow' }] },
      { site: 'marsh', signals: [{ select: '.marsh' }, { select: ':::' }] },
    ];
    watched = await new WatchedPage(`${page}<meta name="generator" content="Meadow 4">`, {
      answer: async ({ input }) =>
        (input as { signals?: string[] }).signals ? { profile: profileOf(meadow) } : { probes },
    }).settle();
    expect(watched.said('page')).toEqual([
      { url: 'https://meadow.example/feed', signals: undefined },
      { url: 'https://meadow.example/feed', signals: ['meadow'] },
    ]);
  });

  it('that the extension has left behind stops quietly', async () => {
    const here = await open();
    here.click('.like');
    find('.like').classList.add('on');
    here.alive = false;
    here.answer = () => Promise.reject(new Error('Extension context invalidated.'));
    await vi.advanceTimersByTimeAsync(unclaimedAfter * 2);
    here.click('.like');
    expect(await here.gesture()).toBeUndefined();
  });

  it('never writes to the page', async () => {
    const here = await open();
    const before = document.documentElement.outerHTML;
    here.click('.like');
    await here.gesture();
    const outcome = here.outcome();
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
