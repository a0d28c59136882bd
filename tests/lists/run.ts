import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { Site } from '../../lib/sites/schema.ts';
import type { BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld } from '../browser/world.ts';
import { bundleOf, heath, signerOf, tampered } from '../unit/lists/make.ts';

/**
 * A site list in a real browser: looked at, followed, used for a site that nobody described before, also by a
 * background that was just ended; and every edition that must be refused, with its reason on the screen.
 *
 *     node tests/lists/run.ts [--browser chromium|firefox] [--extension FOLDER]
 */
const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, extension: { type: 'string' } },
});
const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const signer = await signerOf(7);
const patient = 15_000;

const page = `<!doctype html><title>Heath</title><button>like</button><script>
  document.querySelector('button').onclick = () => fetch('/api/like', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: location.pathname.slice(1), parent: null }),
  });
</script>`;

let served: Uint8Array = await bundleOf(signer);
let passed = 0;
let failed = 0;
const world = await openWorld();
// Of this machine, because a background does not take the certificates of a world that signs its own.
const origin = `http://127.0.0.1:${world.port}`;
const address = `${origin}/sites.json`;
world.tell(({ url, method }) => {
  if (url.origin === origin)
    return url.pathname === '/sites.json'
      ? { headers: { 'content-type': 'application/json' }, body: Buffer.from(served) }
      : { headers: { 'content-type': 'text/html', 'set-cookie': 'who=nora' }, body: '<p>lists' };
  if (url.hostname !== 'heath.example') return undefined;
  return method === 'GET' ? { headers: { 'content-type': 'text/html' }, body: page } : { body: '{}' };
});
const asked = () => world.requests.filter(({ url }) => url.href === address);
const browser = await launch({ browser: name, extension, hostsTo: world.port });
try {
  const acts = async () =>
    (await browser.readStore<Entry>('entries')).map(({ definition, object }) => `${definition} ${object.url}`);
  /** Presses the button of a page of the site, and gives what the ledger holds once that is there, or after a while. */
  const like = async (id: number, expected: number): Promise<string[]> => {
    const site = await browser.newPage();
    await site.goto(`https://heath.example/${id}`);
    await site.click('button');
    for (const until = Date.now() + (expected === 0 ? 3_000 : patient); Date.now() < until; ) {
      const found = await acts();
      if (expected > 0 && found.length >= expected) break;
      await new Promise((resume) => setTimeout(resume, 100));
    }
    await site.close();
    return acts();
  };

  const visitor = await browser.newPage();
  await visitor.goto(`${origin}/`);
  judge(
    'the server of the list knows this browser by a cookie',
    await visitor.evaluate(() => document.cookie),
    'who=nora',
  );
  await visitor.close();
  const screen = await browser.newPage();
  await screen.goto(browser.extensionUrl('dashboard.html#/sites/lists'));
  await screen.see('[data-testid=list-address]');
  judge('a site that nobody described gives nothing', await like(1, 0), []);
  judge('nothing is fetched before the person asks', asked().length, 0);

  await screen.type('[data-testid=list-address]', address);
  await screen.click('[data-testid=list-look]');
  await screen.see('[data-testid=list-found]');
  judge('the look shows what would be new', await textOf(screen, '.change-lists bdi'), 'Heath');
  judge('and whose key it is', await textOf(screen, '.found code'), signer.did.replace('did:key:', ''));
  const [first] = asked();
  judge(
    'the server is told neither cookie nor referrer',
    [first?.headers.cookie, first?.headers.referer],
    [undefined, undefined],
  );
  judge('looking changes nothing', await like(2, 0), []);

  await screen.click('[data-testid=list-use]');
  await screen.see('[data-testid=list]');
  const one = ['heath@1 https://heath.example/3'];
  judge('what a followed list describes is recorded', await like(3, 1), one);
  await browser.stopBackground();
  const two = [...one, 'heath@1 https://heath.example/4'];
  judge('also by a background that was just ended', await like(4, 2), two);

  const good = await bundleOf(signer, { serial: 9, sites: [{ ...heath, version: 2 }] });
  const refusals: [string, Uint8Array, string][] = [
    ['ten megabytes of junk', new Uint8Array(10 * 1024 * 1024).fill(0x5b), 'too-large'],
    ['a page instead of a list', new TextEncoder().encode('<p>away'), 'not-a-list'],
    [
      'a definition changed after signing',
      tampered(good, ({ sites }) => Object.assign((sites as Site[])[0] ?? {}, { name: 'Bog' })),
      'signature',
    ],
    ['a list of another key', await bundleOf(await signerOf(8), { serial: 9 }), 'signature'],
  ];
  for (const [what, bytes, problem] of refusals) {
    served = bytes;
    await screen.click('[data-testid=list-now]');
    await screen.see(`[data-testid=list] [data-problem=${problem}]`);
    judge(`refused, with the reason: ${what}`, await heldEdition(screen), '1');
    // So that the next reason is not taken for this one.
    served = await bundleOf(signer);
    await screen.click('[data-testid=list-now]');
    await screen.waitFor(() => document.querySelector('[data-testid=list] [data-problem]') === null);
  }

  served = good;
  await screen.click('[data-testid=list-now]');
  await screen.see('[data-testid=list-back]');
  judge('a newer edition is in use at once', (await like(5, 3)).at(-1), 'heath@2 https://heath.example/5');
  served = await bundleOf(signer, { serial: 8, sites: [{ ...heath, version: 3 }] });
  await screen.click('[data-testid=list-now]');
  await screen.see('[data-testid=list] [data-problem=older]');
  judge('an older edition is refused', await heldEdition(screen), '9');
  await screen.click('[data-testid=list-back]');
  await screen.waitFor(() => document.querySelector<HTMLInputElement>('[data-testid=list-pin]')?.checked === true);
  judge('taken back, the former definition is in use', (await like(6, 4)).at(-1), 'heath@1 https://heath.example/6');
  await screen.click('[data-testid=list-remove]');
  await screen.waitFor(() => document.querySelector('[data-testid=list]') === null);
  judge('left, the list gives nothing more', (await like(7, 0)).length, 4);
  judge('nothing was fetched but by pressing', asked().length, 12);
} finally {
  await browser.close();
  await world.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function judge(sentence: string, found: unknown, expected: unknown): void {
  const right = JSON.stringify(found) === JSON.stringify(expected);
  if (right) passed += 1;
  else failed += 1;
  console.log(right ? `· ${sentence}` : `✗ ${sentence}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

function textOf(from: Page, selector: string): Promise<string> {
  return from.evaluate((one: string) => document.querySelector(one)?.textContent ?? '', selector);
}

/** Number of the edition in use, as the screen says it. */
async function heldEdition(from: Page): Promise<string> {
  return /\d+/.exec(await textOf(from, '[data-testid=list] > div > p'))?.[0] ?? '';
}
