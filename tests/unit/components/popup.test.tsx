// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PopupState, SiteState } from '../../../lib/messages.ts';
import { makeEntry, messagesOf } from '../report/make.ts';

/** The browser as far as the popup uses it. */
const browser = vi.hoisted(() => ({
  i18n: { getMessage: (_key: string, _parts?: string[]): string => '', getUILanguage: () => 'en-GB' },
  runtime: { sendMessage: (_message: unknown): Promise<unknown> => Promise.resolve(), getURL: (path: string) => path },
  permissions: { request: (_wanted: unknown): Promise<boolean> => Promise.resolve(true) },
  tabs: { create: (_tab: unknown): Promise<unknown> => Promise.resolve() },
}));
vi.mock('wxt/browser', () => ({ browser }));

const english = messagesOf('en');
browser.i18n.getMessage = (key, parts = []) =>
  (english[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => parts[Number(digit) - 1] ?? '');
const { Popup } = await import('../../../components/popup/popup.tsx');

const off: SiteState = {
  state: 'off',
  site: 'forum',
  name: 'Forum',
  host: 'forum.example',
  origins: ['*://forum.example/*'],
};
const makeState = (changes: Partial<PopupState> = {}): PopupState => ({
  consent: true,
  paused: false,
  today: 7,
  week: 92,
  here: { state: 'unknown' },
  recognises: false,
  last: [],
  ...changes,
});

let said: { name: string; input: unknown }[];
let root: HTMLElement;

/** Shows the popup over a background that answers like this. */
async function show(answer: (name: string) => unknown): Promise<void> {
  browser.runtime.sendMessage = async (message) => {
    const { name } = message as { name: string; input: unknown };
    said.push(message as { name: string; input: unknown });
    return answer(name);
  };
  await settle(() => render(<Popup tab={{ id: 3, url: 'https://forum.example/' }} />, root));
}
/** Does something, and then lets effects, answers and what they change follow each other. */
async function settle(work: () => void = () => {}): Promise<void> {
  await act(work);
  for (let turn = 0; turn < 3; turn++) await act(async () => {});
}
const over = (state: PopupState) => show((name) => (name === 'popup' ? state : null));
const press = (selector: string) => settle(() => root.querySelector<HTMLElement>(selector)?.click());
const text = () => root.textContent ?? '';

beforeEach(() => {
  said = [];
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

describe('the popup', () => {
  it('asks for its tab and says that it is reading', async () => {
    await show(() => new Promise(() => {}));
    expect(said).toEqual([{ name: 'popup', input: { tab: 3, url: 'https://forum.example/' } }]);
    expect(root.querySelector('[aria-busy=true]')?.textContent).toContain('One moment');
  });

  it.each([
    ['the background fails', { failed: 'no space left' }],
    ['nobody answers', undefined],
  ])('says that nothing is lost where %s, and asks again when pressed', async (_, answer) => {
    await show(() => answer);
    expect(text()).toContain('Nothing was lost');
    expect(text()).not.toContain('no space left');
    await press('.button');
    expect(said).toHaveLength(2);
  });

  it('watches nothing and leads to the welcome page before consent', async () => {
    const create = vi.spyOn(browser.tabs, 'create');
    await over(makeState({ consent: false }));
    expect(text()).toContain('Contrail watches nothing yet.');
    expect(root.querySelector('.switch')).toBeNull();
    await press('.button.primary');
    expect(create).toHaveBeenCalledWith({ url: '/welcome.html' });
  });

  it('shows today, the week, and an empty ledger', async () => {
    await over(makeState({ today: 0, week: 0 }));
    expect(text()).toContain('Today 0');
    expect(text()).toContain('Nothing yet.');
    expect(text()).toContain('does not know this site');
  });

  it('listens for a control that the person shows, on a site nobody described', async () => {
    await show((name) => (name === 'popup' ? makeState() : {}));
    await press('[data-testid=teach-here] button');
    expect(said.at(1)).toEqual({ name: 'teachBegin', input: { tab: 3, url: 'https://forum.example/' } });
    expect(text()).toContain('Now press the control on the page');
  });

  it('says why nothing can be shown', async () => {
    await show((name) => (name === 'popup' ? makeState() : { problem: 'page' }));
    await press('[data-testid=teach-here] button');
    expect(text()).toContain('The browser lets no extension look into this page.');
  });

  it('says that it is paused and goes on when pressed', async () => {
    await over(makeState({ paused: true }));
    expect(text()).toContain('Paused: nothing is noticed');
    await press('.icon-button');
    expect(said.at(1)).toEqual({ name: 'pause', input: { paused: false } });
    expect(said.at(2)?.name).toBe('popup');
  });
});

describe('the switch of a site', () => {
  it('asks the browser for exactly the origins of the site, in the press itself', async () => {
    const request = vi.spyOn(browser.permissions, 'request').mockResolvedValue(true);
    await over(makeState({ here: off }));
    const before = said.length;
    root.querySelector<HTMLElement>('.switch')?.click();
    // Before anything was awaited: later it would no longer count as asked for by the person.
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://forum.example/*'] });
    await settle();
    expect(said.at(before)).toEqual({ name: 'switchSite', input: { site: 'forum', host: 'forum.example', on: true } });
  });

  it('stays off where the browser gives no permission', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false);
    await over(makeState({ here: off }));
    await press('.switch');
    expect(said.map(({ name }) => name)).toEqual(['popup']);
    expect(root.querySelector('[role=alert]')?.textContent).toContain('gave no permission');
  });

  it('needs no permission to switch off', async () => {
    const request = vi.spyOn(browser.permissions, 'request');
    const on: SiteState = {
      ...off,
      state: 'on',
      sees: ['Like'],
      unseen: ['Polls'],
      health: { presses: 0, misses: 0, row: { misses: 0, alone: 0 } },
    };
    await over(makeState({ here: on }));
    expect(text()).toContain('It sees: Like.');
    expect(text()).toContain('Polls');
    await press('.switch');
    expect(request).not.toHaveBeenCalled();
    expect(said.at(1)?.input).toMatchObject({ on: false });
  });

  it('says where a definition may be out of date', async () => {
    const doubtful: SiteState = {
      ...off,
      state: 'on',
      sees: [],
      unseen: [],
      health: { presses: 10, misses: 9, row: { misses: 9, alone: 0 } },
    };
    await over(makeState({ here: doubtful }));
    expect(text()).toContain('May be out of date');
  });
});

describe('forget', () => {
  const entry = makeEntry({ id: 'the-entry', object: { url: 'https://forum.example/1', id: '1', title: '<i>x</i>' } });

  it('asks once more before it forgets', async () => {
    await over(makeState({ last: [entry] }));
    expect(text()).toContain('<i>x</i>');
    await press('.forget');
    expect(said.map(({ name }) => name)).toEqual(['popup']);
    await press('.confirm .danger');
    expect(said.at(1)).toEqual({ name: 'forget', input: { id: 'the-entry' } });
  });

  it('keeps the entry where the question is answered so', async () => {
    await over(makeState({ last: [entry] }));
    await press('.forget');
    await press('.confirm .link:not(.danger)');
    expect(root.querySelector('.confirm')).toBeNull();
    expect(said.map(({ name }) => name)).toEqual(['popup']);
  });

  it('says so where it did not work', async () => {
    await show((name) => (name === 'popup' ? makeState({ last: [entry] }) : { failed: 'disk' }));
    await press('.forget');
    await press('.confirm .danger');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('nothing was changed');
  });
});
