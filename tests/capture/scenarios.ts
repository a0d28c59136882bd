import type { Entry } from '../../lib/ledger/entry.ts';
import type { Browser } from '../browser/browser.ts';
import type { Given } from './run.ts';

export interface Scenario {
  /** A sentence of behaviour. */
  name: string;
  play(given: Given): Promise<unknown>;
  /** How many entries there are in the end. */
  expect: number;
  look?(entries: Entry[]): void;
  /** A host that a definition names; a host of its own unless given. */
  host?: string;
  only?: 'chromium' | 'firefox';
}

const star = '.star-icon';
const levels =
  (...expected: string[]) =>
  (entries: Entry[]) => {
    const found = entries.map(({ evidence }) => evidence.level);
    if (found.join() !== expected.join()) throw new Error(`evidence is ${found}, not ${expected}`);
  };

/** Whether the page's script has had so many answers. */
const hasAnswers = (count: number) => Number(document.body.dataset.answered ?? 0) >= count;

/** Says what the popup's pause button says. */
async function pause(browser: Browser, paused: boolean): Promise<void> {
  await (await browser.extensionPage()).evaluate((given) => {
    const api = globalThis as unknown as Record<'browser' | 'chrome', typeof import('wxt/browser').browser | undefined>;
    return (api.browser ?? api.chrome)?.runtime.sendMessage({ name: 'pause', input: { paused: given } });
  }, paused);
}

export const scenarios: Scenario[] = [
  {
    name: 'a press of a person is recorded, with all its evidence',
    async play({ open }) {
      const page = await open();
      await page.click(star);
    },
    expect: 1,
    look: levels('confirmed'),
  },
  {
    name: 'doing, undoing and doing again are three acts in order',
    async play({ open, arrive }) {
      const page = await open();
      for (let count = 1; count <= 3; count++) {
        await page.click(star);
        await arrive(count);
      }
    },
    expect: 3,
    look: (entries) => {
      if (entries.map(({ undo }) => undo ?? false).join() !== 'false,true,false') throw new Error('not in order');
    },
  },
  {
    name: 'what a script of the page does is not recorded',
    async play({ open }) {
      const page = await open({
        html: '<form id="form" action="/api/v1/statuses" method="post"><input name="x"></form><label for="box">x</label><input type="checkbox" id="box">',
        script: `
          const press = (what) => what.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, isTrusted: true }));
          addEventListener('load', () => setTimeout(() => {
            const star = document.querySelector('.star-icon');
            star.click();
            setTimeout(() => press(star), 300);
            setTimeout(() => star.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })), 400);
            setTimeout(() => fetch('/api/v1/statuses/1001/favourite', { method: 'POST' }), 600);
            setTimeout(() => { document.querySelector('label').click(); fetch('/api/v1/statuses/1001/bookmark', { method: 'POST' }); }, 800);
            form.onsubmit = (event) => { event.preventDefault(); fetch('/api/v1/statuses/1001/reblog', { method: 'POST' }); document.body.dataset.all = '1'; };
            setTimeout(() => form.requestSubmit(), 1000);
          }, 300));`,
      });
      await page.waitFor(() => document.body.dataset.all === '1');
    },
    expect: 0,
  },
  {
    name: 'a page that fights back does not stop the watcher',
    async play({ open }) {
      const page = await open({
        script: `
          // Everything a content-script framework might listen to, in the name of every script.
          for (const name of ['wxt:content-script-started', 'wxt:watcher:content-script-started', 'wxt:locationchange'])
            for (const target of [document, window]) target.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'watcher' } }));
          postMessage({ type: 'wxt:content-script-started', contentScriptName: 'watcher', messageId: 'x' }, '*');
          for (const type of ['pointerdown', 'click', 'keydown']) {
            window.addEventListener(type, (event) => type === 'click' || event.stopImmediatePropagation(), true);
          }
          EventTarget.prototype.addEventListener = () => {};
          window.setTimeout = () => 0;
          Element.prototype.matches = () => { throw new Error('no'); };
          window.Date = class { static now() { return 0; } };
          Object.defineProperty(Event.prototype, 'composedPath', { value: () => [] });`,
      });
      await page.click(star);
    },
    expect: 1,
  },
  {
    name: 'an act that is sent twice counts once',
    async play({ open }) {
      const page = await open({
        script: `const send = window.fetch; window.fetch = async (...all) => { await send(...all); return send(...all); };`,
      });
      await page.click(star);
      await page.waitFor(hasAnswers, 1);
    },
    expect: 1,
  },
  {
    name: 'an act that is repeated by itself after an error counts once',
    async play({ open }) {
      let asked = 0;
      const page = await open({
        writes: () => ({ status: asked++ === 0 ? 503 : 200, body: '{}' }),
        script: `const send = window.fetch; window.fetch = async (...all) => { const first = await send(...all); return first.ok ? first : send(...all); };`,
      });
      await page.click(star);
      await page.waitFor(hasAnswers, 1);
    },
    expect: 1,
  },
  {
    name: 'the same act in two tabs counts once',
    async play({ open, arrive }) {
      const [one, two] = [await open(), await open()];
      await one.click(star);
      await arrive(1);
      await two.click(star);
      await two.waitFor(hasAnswers, 1);
    },
    expect: 1,
  },
  {
    name: 'quick acts on several things each find their own',
    async play({ open }) {
      const posts = ['2001', '2002', '2003', '2004'];
      const page = await open({
        posts,
        script: `const send = window.fetch; window.fetch = (...all) => new Promise((done) => setTimeout(() => done(send(...all)), 400));`,
      });
      for (const id of posts) await page.click(`[data-id="${id}"] ${star}`);
    },
    expect: 4,
    look: (entries) => {
      const urls = entries.map(({ object }) => object.url.split('/').at(-1)).sort();
      if (urls.join() !== '2001,2002,2003,2004') throw new Error(`they are about ${urls}`);
      levels('confirmed', 'confirmed', 'confirmed', 'confirmed')(entries);
    },
  },
  {
    name: 'a refused act gives nothing, even where the page shows it for a moment',
    async play({ open }) {
      const page = await open({ writes: () => ({ status: 403, body: '{}' }) });
      await page.click(star);
      await page.waitFor(hasAnswers, 1);
    },
    expect: 0,
  },
  {
    name: 'a form that unloads its page is recorded',
    host: 'news.ycombinator.com',
    async play({ open, world, host }) {
      const form =
        '<table class="fatitem"><tr class="athing" id="77"><td><span class="titleline"><a href="https://a.example/">A</a></span></td></tr></table><a id="me" href="user?id=nora">nora</a><form action="comment" method="post"><input type="hidden" name="parent" value="77"><textarea name="text"></textarea><input type="submit" value="add comment"></form>';
      const page = await open({
        html: form,
        writes: () => ({ status: 302, headers: { location: '/item?id=77' } }),
      });
      await page.type('textarea', 'three short words');
      await page.click('input[type=submit]');
      await page.waitFor(() => location.pathname === '/item');
      if (!world.requests.some(({ method, url }) => method === 'POST' && url.hostname === host))
        throw new Error('not sent');
    },
    expect: 1,
    look: ([entry]) => {
      if (entry?.kind !== 'comment' || entry.effort?.words !== 3)
        throw new Error(`a ${entry?.kind} with ${JSON.stringify(entry?.effort)}`);
    },
  },
  {
    name: 'a page inside a page that has no address of its own is watched too',
    async play({ open }) {
      const inner = `<div id="mastodon"><div class="status" data-id="3001">
        <a class="status__relative-time" href="/@ada/3001">x</a>
        <button class="star-icon" style="position:fixed;inset:0"
          onclick="fetch('/api/v1/statuses/3001/favourite', { method: 'POST' }).then(() => this.classList.add('active'))">
          inside</button></div></div>`;
      const page = await open({
        posts: [],
        html: `<iframe srcdoc="${inner.replaceAll('"', '&quot;')}" style="position:fixed;inset:0;border:0"></iframe>`,
      });
      await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.readyState === 'complete');
      await page.click('iframe');
    },
    expect: 1,
    look: levels('confirmed'),
  },
  {
    name: 'an act that the page hands to its service worker is recorded',
    // Certificates of these tests are their own, with which Chromium starts no service worker; this machine's own
    // names are trusted without one.
    host: 'meadow.localhost',
    async play({ open }) {
      const worker = `
        addEventListener('install', () => skipWaiting());
        addEventListener('activate', (event) => event.waitUntil(clients.claim()));
        addEventListener('fetch', (event) => {
          if (event.request.method === 'POST') event.respondWith(fetch(event.request.url, { method: 'POST', body: '{}' }));
        });`;
      const page = await open({
        files: { '/worker.js': { headers: { 'content-type': 'text/javascript' }, body: worker } },
        script: `navigator.serviceWorker.register('/worker.js').catch((error) => { document.body.dataset.failed = error.message; });`,
      });
      const state = await page.waitFor(() => document.body.dataset.failed ?? navigator.serviceWorker.controller?.state);
      if (state !== 'activated' && state !== 'activating') throw new Error(state);
      await page.click(star);
    },
    expect: 1,
    look: levels('confirmed'),
  },
  {
    name: 'a second injection changes nothing',
    async play({ open, browser }) {
      const page = await open();
      const inject = async () => {
        const api = globalThis as unknown as Record<
          'browser' | 'chrome',
          typeof import('wxt/browser').browser | undefined
        >;
        const extension = api.browser ?? api.chrome;
        for (const { id } of (await extension?.tabs.query({})) ?? []) {
          const target = { tabId: id ?? -1, allFrames: true };
          await extension?.scripting.executeScript({ target, files: ['/watcher.js'] }).catch(() => {});
        }
      };
      const own = await browser.extensionPage();
      await own.evaluate(inject);
      await own.evaluate(inject);
      await page.click(star);
    },
    expect: 1,
    look: levels('confirmed'),
  },
  {
    name: 'while it is paused nothing is recorded',
    async play({ open, browser }) {
      const page = await open();
      await pause(browser, true);
      try {
        const fresh = await open();
        for (const one of [page, fresh]) {
          await one.click(star);
          await one.waitFor(hasAnswers, 1);
        }
      } finally {
        await pause(browser, false);
      }
    },
    expect: 0,
  },
  {
    name: 'a page that was opened while it was paused is watched afterwards',
    async play({ open, browser }) {
      await pause(browser, true);
      const page = await open();
      await pause(browser, false);
      await page.click(star);
    },
    expect: 1,
  },
  {
    name: 'a background that is killed between request and answer records once',
    async play({ open, browser }) {
      const { promise: killed, resolve } = Promise.withResolvers<void>();
      const page = await open({
        writes: async () => {
          await killed;
          return { body: '{}' };
        },
      });
      await page.click(star);
      await page.evaluate(() => new Promise((resume) => setTimeout(resume, 300)));
      await browser.stopBackground();
      resolve();
      await page.waitFor(hasAnswers, 1);
    },
    expect: 1,
    look: levels('confirmed'),
  },
  {
    name: 'a background that sleeps wakes for an act',
    async play({ open, browser, arrive }) {
      const page = await open();
      await page.click(star);
      await arrive(1);
      await browser.stopBackground();
      await page.click(star);
    },
    expect: 2,
    look: levels('confirmed', 'confirmed'),
  },
];
