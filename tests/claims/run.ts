import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClaimRow } from '../../lib/claim/rows.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import { lamplightRules } from '../../platform/claim-site.ts';
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { Person } from '../unit/platform/person.ts';
import { freshPlatform } from '../unit/platform/place.ts';

/**
 * The whole way of a claim in a real browser against a running platform: contribute, ask, link, see what goes out,
 * send, receipt; the next claim; an objection; a withdrawal.
 *
 *     node tests/claims/run.ts --browser chromium|firefox [--pictures]      DATABASE_URL=… for PostgreSQL
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    extension: { type: 'string' },
    pictures: { type: 'boolean', default: false },
    headed: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const [usual] = lamplightRules;
if (!usual) throw new Error('Lamplight has no rule');
const byHand = { ...usual, id: 'by-hand', title: 'Looked at by people', decision: 'people' as const };
const platform = await freshPlatform({ claims: { rules: [usual, byHand] } });
const browser = await launch({ browser: name, extension, headless: !values.headed });

let passed = 0;
const failures: string[] = [];
async function step(what: string, work: () => Promise<void>): Promise<void> {
  // What follows builds on it: after a failure there is nothing to try.
  if (failures.length > 0) return;
  try {
    await work();
    passed += 1;
    console.log(`· ${what}`);
  } catch (error) {
    failures.push(what);
    console.log(`✗ ${what}\n    ${error instanceof Error ? error.message : error}`);
  }
}

const claims = async (of: Browser): Promise<ClaimRow[]> =>
  (await of.readStore<ClaimRow>('receipts'))
    .filter(({ type }) => type === 'claim')
    .sort((a, b) => (a.at < b.at ? -1 : 1));
const matchedIn = async (of: Browser): Promise<number> =>
  (await of.readStore<Entry>('entries')).filter(({ evidence }) => evidence?.level === 'matched').length;
async function until<T>(what: string, read: () => Promise<T | undefined | false>, patience = 20_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await read();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s`);
    await new Promise((next) => setTimeout(next, 200));
  }
}
const expectThat = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};

/** One like in the community's own page, kept in the ledger before it goes on. */
async function likes(page: Page, post: string): Promise<void> {
  const before = (await browser.readStore('entries')).length;
  await page.goto(platform.url + post);
  await page.click('main > .post button[data-act="like"]');
  await until('the like is in the ledger', async () => (await browser.readStore('entries')).length > before);
}

const counts = (row: ClaimRow | undefined): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const [from, to, outcome] of row?.receipt?.credentialSubject.outcomes ?? []) {
    sums[outcome] = (sums[outcome] ?? 0) + to - from;
  }
  return sums;
};

async function picture(page: Page, what: string): Promise<void> {
  if (!values.pictures) return;
  mkdirSync('out/claims', { recursive: true });
  await page.screenshot(`out/claims/${name}-${what}.png`, { whole: true });
}

try {
  const maker = await Person.called('Greta Maker', platform.url);
  const posts = [await maker.posts('A lamp'), await maker.posts('A shade'), await maker.posts('A bulb')];
  const page = await browser.newPage();
  const dashboard = await browser.newPage();

  await step('contributes', async () => {
    await page.goto(`${platform.url}/sign-in`);
    await page.type('main input[name="name"]', 'Vera Visitor');
    await page.press('Enter');
    await page.see('a.me');
    for (const post of posts.slice(0, 2)) await likes(page, post);
  });

  await step('asks what is recognised, and nobody was asked before', async () => {
    const asked = (await browser.readStore('receipts')).length;
    await dashboard.goto(browser.extensionUrl('dashboard.html#/records'));
    await dashboard.see('[data-testid="claim-look"]');
    expectThat(asked === 0, 'something was asked before');
    await dashboard.click('[data-testid="claim-look"]');
    await dashboard.see('[data-testid="claim-link"]');
    await picture(dashboard, 'offer');
  });

  await step('links the key', async () => {
    await dashboard.click('[data-testid="claim-link"]');
    await dashboard.see('[data-testid="claim-preview"]');
  });

  await step('sees what goes out, sends it, and keeps the receipt', async () => {
    await dashboard.click('[data-testid="claim-preview"]');
    await dashboard.see('[data-testid="claim-send"]');
    await picture(dashboard, 'preview');
    await dashboard.click('[data-testid="claim-send"]');
    const row = await until('the receipt', async () => (await claims(browser)).find(({ receipt }) => receipt));
    expectThat(counts(row).confirmed === 2, `not both are confirmed: ${JSON.stringify(counts(row))}`);
    expectThat(row.receipt?.credentialSubject.rewardGranted?.value !== undefined, 'nothing was granted');
    expectThat((await matchedIn(browser)) === 2, 'the entries are not matched');
    await dashboard.see('[data-testid="claim"][data-receipt="yes"]');
    await picture(dashboard, 'receipt');
  });

  await step('claims what came after, and the log continues the one before', async () => {
    await likes(page, posts[2] ?? '');
    // An act that the platform lost, or that never was: its own log decides.
    await platform.database
      .deleteFrom('acts')
      .where('object', '=', posts[2] ?? '')
      .execute();
    await likes(page, await maker.posts('A wick'));
    await dashboard.click('[data-testid="claim-preview"]');
    await dashboard.see('[data-testid="claim-send"]');
    await dashboard.click('[data-testid="claim-send"]');
    const row = await until(
      'the second receipt',
      async () => (await claims(browser)).filter(({ receipt }) => receipt)[1],
    );
    expectThat(row.from === 2, `it begins at ${row.from}`);
    const sums = counts(row);
    expectThat(sums.confirmed === 1 && sums.notFound === 1, `outcomes are ${JSON.stringify(sums)}`);
    expectThat((await matchedIn(browser)) === 3, 'an entry that is not in the log became matched');
  });

  await step('objects, is heard, and gets a receipt in place of the old one', async () => {
    await dashboard.click('[data-testid="claim-object-open"]');
    await dashboard.type('.claim-history textarea', 'I did press it, the page showed it.');
    await dashboard.click('[data-testid="claim-object"]');
    await until('the objection', async () => (await claims(browser)).some(({ objectedAt }) => objectedAt));
    const keeper = await Person.called('Keeper', platform.url);
    const list = await keeper.get('/contribution-claims/desk/objections');
    const [, path = ''] = /action="([^"]*objections\/[^"]+)"/.exec(list.text) ?? [];
    const heard = await keeper.send(path, { decision: 'uphold', answer: 'You are right, our log had a gap.' });
    expectThat(heard.status === 303, `the keeper was answered ${heard.status}`);
    await dashboard.click('[data-testid="claim-refresh"]');
    const row = await until('the new receipt', async () =>
      (await claims(browser)).find(({ receipt }) => receipt?.credentialSubject.supersedes),
    );
    expectThat(counts(row).confirmed === 2, `outcomes are ${JSON.stringify(counts(row))}`);
    expectThat((await matchedIn(browser)) === 4, 'the entry did not become matched');
  });

  await step('withdraws a claim that waits for people', async () => {
    await dashboard.click('.claim-offers > li:nth-child(2) [data-testid="claim-preview"]');
    await dashboard.see('[data-testid="claim-send"]');
    await dashboard.click('[data-testid="claim-send"]');
    await dashboard.see('[data-testid="claim-withdraw"]');
    await until('it waits', async () =>
      (await claims(browser)).some(({ step: at, detail }) => at === 'uploaded' && detail),
    );
    await dashboard.click('[data-testid="claim-withdraw"]');
    await until('withdrawn', async () => (await claims(browser)).some(({ step: at }) => at === 'withdrawn'));
    const left = await platform.database
      .selectFrom('claims' as never)
      .select(['status' as never])
      .execute();
    expectThat(
      (left as { status: string }[]).some(({ status }) => status === 'withdrawn'),
      'the platform still has it',
    );
  });

  await step('the ledger is whole after all of it', async () => {
    const own = await browser.extensionPage();
    const check = await own.evaluate(async () => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(given: object): Promise<unknown> } } }
      ).chrome;
      return (await runtime.sendMessage({ name: 'selfCheck', input: {} })) as { ok: boolean };
    });
    expectThat(check.ok, 'the self-check found damage');
  });
} finally {
  await browser.close();
  await platform.close();
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
