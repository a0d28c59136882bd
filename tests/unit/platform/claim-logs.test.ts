import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { html } from 'hono/html';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimDesk, claimDesk } from '../../../platform/claims/index.ts';
import { mediawikiLog } from '../../../platform/claims/mediawiki-log.ts';
import type { SiteLog } from '../../../platform/claims/site.ts';
import { type SqlSource, sqlLog } from '../../../platform/claims/sql-log.ts';
import type { ClaimDatabase } from '../../../platform/claims/tables.ts';
import { openDatabase } from '../../../platform/database.ts';
import { Claimant } from '../../claims/claimant.ts';
import { isMediawikiThere, startWiki, type Wiki } from '../../real/mediawiki/server.ts';
import { freshPlace, startTime } from './place.ts';

/** SQLite as a source: what a site would write around its own driver. */
const sqlite =
  (database: DatabaseSync): SqlSource =>
  async (text, values) =>
    database.prepare(text).all(...(values as string[]));

const rules = [
  { id: 'editors', title: 'Editors', terms: 'Thanks.', each: { edit: '2', comment: '1' }, unit: { points: 'ink' } },
] as const;

/** A site that is nothing but somebody signed in, beside a log. */
async function siteBeside(log: SiteLog, account: (origin: string) => string) {
  const place = await freshPlace();
  const db = openDatabase(place);
  let origin = '';
  const visitor = () => ({ account: account(origin), name: 'Ada', session: 'ada-session', csrf: 'token' });
  const desk: ClaimDesk = claimDesk({
    db: db as unknown as ClaimDatabase,
    rules: rules as never,
    site: {
      origin: () => origin,
      log,
      visitor: async (request) => (request.headers.get('cookie') === 'who=ada' ? visitor() : undefined),
      signInPath: () => '/sign-in',
      isKeeper: () => false,
      page: async (_request, title, body) => html`<h1>${title}</h1>${body}`,
      privacyPath: '/privacy',
    },
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: desk.routes.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      resolve(starting);
    });
  });
  desk.start();
  return {
    url: origin,
    close: async () => {
      await desk.stop();
      server.close();
      await db.destroy();
      await place.remove();
    },
  };
}

describe('any table through a mapping file', () => {
  const mapping = {
    table: 'reviews',
    account: { column: 'writer', url: 'https://shop.example/people/{writer}' },
    at: { column: 'written', as: 'seconds' },
    undoneAt: 'removed',
    kind: { column: 'what', values: { R: 'review', L: 'like' } },
    object: 'https://shop.example/items/{item}',
    made: 'https://shop.example/reviews/{id}',
  };
  const database = new DatabaseSync(':memory:');
  database.exec(`create table reviews (id int, writer text, item text, what text, written int, removed int);
    insert into reviews values (1, 'Zoë/1', 'a b', 'R', 1000, null), (2, 'Zoë/1', 'c', 'L', 2000, 3000),
      (3, 'Zoë/1', 'c', 'X', 2000, null), (4, 'other', 'c', 'R', 2000, null)`);
  const zoe = 'https://shop.example/people/Zo%C3%AB%2F1';

  it('tells the acts of one account in a time', async () => {
    const log = sqlLog(sqlite(database), mapping);
    expect(await log.acts(zoe, new Date(0), new Date(5_000_000))).toEqual([
      {
        kind: 'review',
        object: 'https://shop.example/items/a%20b',
        made: 'https://shop.example/reviews/1',
        at: new Date(1_000_000),
      },
      {
        kind: 'like',
        object: 'https://shop.example/items/c',
        made: 'https://shop.example/reviews/2',
        at: new Date(2_000_000),
        undoneAt: new Date(3_000_000),
      },
    ]);
    expect(await log.acts(zoe, new Date(0), new Date(999_000))).toEqual([]);
  });

  it('knows nothing of other sites, other spellings, and queries in names', async () => {
    const log = sqlLog(sqlite(database), mapping);
    for (const account of [
      'https://shop.example/people/Zoë%2F1',
      'https://other.example/people/x',
      'https://shop.example/people/',
    ]) {
      expect(await log.acts(account, new Date(0), new Date(5_000_000))).toEqual([]);
    }
    const quote = `https://shop.example/people/${encodeURIComponent("x' or '1'='1")}`;
    expect(await log.acts(quote, new Date(0), new Date(5_000_000))).toEqual([]);
  });

  it('is refused where it could be a piece of a query', () => {
    expect(() => sqlLog(sqlite(database), { ...mapping, table: 'reviews; drop table reviews' })).toThrow(/table/);
    expect(() => sqlLog(sqlite(database), { ...mapping, account: { column: 'a', url: 'https://x.example/' } })).toThrow(
      /one column/,
    );
    expect(() => sqlLog(sqlite(database), { ...mapping, object: 'javascript:{item}' })).toThrow(/object/);
  });
});

// In CI its absence is a failure, not a skip.
describe.skipIf(!isMediawikiThere() && !process.env.CI)('a real MediaWiki', () => {
  let wiki: Wiki;
  beforeAll(async () => {
    wiki = await startWiki();
  }, startTime);
  afterAll(() => wiki?.close());

  it('confirms edits by its own database, and invented ones are not found', { timeout: startTime }, async () => {
    const ada = await signedIn(wiki);
    await ada.saves('Lighthouse', 'A tower that shows a light.');
    await ada.saves('Lighthouse', 'A tower that shows a light by night.');
    await ada.saves('Talk:Lighthouse', 'How far does it shine?');
    const log = mediawikiLog(sqlite(new DatabaseSync(wiki.database, { readOnly: true })), { origin: wiki.url });
    const account = `${wiki.url}/wiki/User:${wiki.ada.name}`;
    const site = await siteBeside(log, () => account);
    try {
      const wallet = await Claimant.of(site.url, account);
      const page = `${wiki.url}/wiki/Lighthouse`;
      wallet.did(
        { kind: 'edit', object: page },
        { kind: 'edit', object: page },
        { kind: 'comment', object: `${wiki.url}/wiki/Talk:Lighthouse`, made: `${wiki.url}/wiki/Talk:Lighthouse#A` },
        { kind: 'edit', object: page },
        { kind: 'edit', object: `${wiki.url}/wiki/Never_was` },
      );
      expect((await wallet.link('who=ada')).status).toBe(200);
      const { body: request } = await wallet.request('editors');
      const { body: accepted } = await wallet.answer(
        request,
        await wallet.presentation(request, { claim: { reward: 'editors' } }),
      );
      expect((await wallet.upload(accepted.upload, wallet.body())).status).toBe(200);
      const { body: state } = await wallet.settled(accepted.claim);
      const { body: receipt } = await wallet.signed('GET', state.receipt);
      expect(receipt.credentialSubject.outcomes).toEqual([
        [0, 3, 'confirmed'],
        [3, 5, 'notFound'],
      ]);
      expect(receipt.credentialSubject.rewardGranted).toEqual({ type: 'Points', value: '5', name: 'ink' });
    } finally {
      await site.close();
    }
  });
});

/** Ada at the wiki's own API, with her password, as any program that edits would be. */
async function signedIn(wiki: Wiki) {
  const api = `${wiki.url}/w/api.php`;
  const jar = new Map<string, string>();
  const ask = async (fields: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = new URLSearchParams({ format: 'json', formatversion: '2', ...fields });
    const response = await fetch(api, { method: 'POST', body, headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return (await response.json()) as Record<string, Record<string, unknown>>;
  };
  const tokenOf = async (type: string) => {
    const { query } = await ask({ action: 'query', meta: 'tokens', type });
    const tokens = query?.tokens as Record<string, string> | undefined;
    return tokens?.[`${type}token`] ?? '';
  };
  const { name, password } = wiki.ada;
  const done = await ask({
    action: 'clientlogin',
    username: name,
    password,
    loginreturnurl: wiki.url,
    logintoken: await tokenOf('login'),
  });
  if (done.clientlogin?.status !== 'PASS') throw new Error(`Ada could not sign in: ${JSON.stringify(done)}`);
  return {
    async saves(title: string, text: string) {
      const { edit } = await ask({ action: 'edit', title, text, token: await tokenOf('csrf') });
      if (edit?.result !== 'Success') throw new Error(`not saved: ${JSON.stringify(edit)}`);
    },
  };
}
