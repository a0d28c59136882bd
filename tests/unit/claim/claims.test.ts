import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaims } from '../../../lib/claim/claims.ts';
import type { ClaimRow } from '../../../lib/claim/rows.ts';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { keyStoreOf, openKeyRing } from '../../../lib/record/keys.ts';
import type { Platform } from '../../../platform/server.ts';
import { aContribution, aLedger } from '../ledger/factories.ts';
import { Person } from '../platform/person.ts';
import { freshPlatform, startTime } from '../platform/place.ts';

let platform: Platform;
let maker: Person;
let turn = 0;
beforeAll(async () => {
  platform = await freshPlatform({ claims: { limits: { requestsPerMinute: 1000 } } });
  maker = await Person.called('Greta Maker', platform.url);
}, startTime);
afterAll(() => platform?.close());

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
type Ask = typeof fetch;

/** Somebody with an account, a ledger that holds two of their likes, and claims that go through `through`. */
async function someone(through: (real: Ask) => Ask = (real) => real) {
  const n = ++turn;
  const db = aLedger();
  const person = await Person.called(`Holder ${n}`, platform.url);
  const actor = `${platform.url}/@holder-${n}`;
  const likes = async (really = true) => {
    const post = await maker.posts(`A lamp no. ${n}`);
    if (really) await person.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    const url = platform.url + post;
    const place = { site: 'lamplight', host: new URL(url).host, account: `holder-${n}`, actor };
    await append(db, aContribution({ ...place, at: new Date().toISOString(), object: { url, id: url } }), { random });
  };
  await likes();
  await likes(false);
  const [stream] = await db.streams.toArray();
  if (!stream) throw new Error('no stream');
  const world = { fetch: through(fetch), now: () => new Date(), random };
  const claims = createClaims({ db, world, keys: () => openKeyRing(keyStoreOf(db), { random }) });
  const link = async () => {
    const page = await person.get('/contribution-claims/link');
    const request = JSON.parse(/claim-request[^>]*>(.*?)<\/script>/s.exec(page.text)?.[1] ?? 'null');
    const finish = await claims.link(stream.id, request);
    await person.get(finish.slice(platform.url.length));
    return claims.linked(stream.id);
  };
  const send = (seen: [number, number] = [0, 2]) =>
    claims.send({ stream: stream.id, reward: 'good-neighbour', seen, leave: [] });
  return { db, person, stream, claims, link, send, likes };
}

const claimIn = async (db: LedgerDatabase, id?: string) =>
  (await db.receipts.toArray()).find((row) => row.type === 'claim' && (!id || row.id === id)) as unknown as ClaimRow;
const levels = async (db: LedgerDatabase) =>
  ((await db.entries.toArray()) as Entry[]).map(({ evidence }) => evidence.level);
/** Answers of one address are changed before they are heard. */
const changing =
  (where: RegExp, how: (answer: Record<string, unknown>) => unknown) =>
  (real: Ask): Ask =>
  async (...asked) => {
    const response = await real(...asked);
    if (!where.test(String(asked[0]))) return response;
    return new Response(JSON.stringify(how((await response.json()) as Record<string, unknown>)), response);
  };

describe('a claim', () => {
  it('goes from the question to the receipt, and raises only what the platform found', async () => {
    const { db, claims, link, send } = await someone();
    expect((await claims.look(platform.url)).rewards.map(({ id }) => id)).toEqual(['good-neighbour']);
    expect(await link()).toBe(true);
    const row = await claimIn(db, await send());
    expect(row.receipt?.credentialSubject.outcomes).toEqual([
      [0, 1, 'confirmed'],
      [1, 2, 'notFound'],
    ]);
    expect(await levels(db)).toEqual(['matched', 'confirmed']);
    // What was sealed is what it was: the log still fits, and gives the same lines.
    expect((await checkLedger(db)).ok).toBe(true);
  });

  it('shows nothing that was not in the preview, though the log has grown since', async () => {
    const { db, link, send, likes } = await someone();
    await link();
    await likes();
    const row = await claimIn(db, await send([0, 2]));
    expect(row.receipt?.credentialSubject.outcomes.at(-1)).toEqual([2, 3, 'withheld']);
    const next = await claimIn(db, await send([2, 3]));
    expect(next.receipt?.credentialSubject.outcomes).toEqual([[2, 3, 'confirmed']]);
  });

  it('goes on where it was after every step at which it can be cut off', async () => {
    for (const cut of ['/response', '/upload', '/claims/\\w+$', '/receipts/', 'did.json']) {
      let left = 1;
      // The platform heard it, and its answer was lost on the way.
      const lossy =
        (real: Ask): Ask =>
        async (...asked) => {
          const response = await real(...asked);
          if (isReady && new RegExp(cut).test(String(asked[0])) && left-- > 0) throw new TypeError('lost');
          return response;
        };
      let isReady = false;
      const { db, claims, link, send } = await someone(lossy);
      await link();
      isReady = true;
      await expect(send()).rejects.toMatchObject({ problem: 'unreachable' });
      await claims.runDue();
      const rows = (await db.receipts.toArray()).filter((row) => row.type === 'claim') as unknown as ClaimRow[];
      expect([cut, rows.length, rows[0]?.receipt !== undefined, rows[0]?.problem]).toEqual([cut, 1, true, undefined]);
    }
  });

  it('that was not linked is refused for good, and says why', async () => {
    const { db, send } = await someone();
    await expect(send()).rejects.toMatchObject({ problem: 'account-not-linked' });
    expect(await claimIn(db)).toMatchObject({ step: 'refused', problem: { name: 'account-not-linked' } });
    expect(await levels(db)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a platform', () => {
  it('that publishes nothing is remembered as such', async () => {
    const { claims, db } = await someone(() => async () => new Response('<h1>Not found</h1>', { status: 404 }));
    await expect(claims.look(platform.url)).rejects.toMatchObject({ problem: 'nobody' });
    expect((await db.receipts.toArray()).filter(({ type }) => type === 'platform')).toMatchObject([
      { platform: platform.url },
    ]);
  });

  it('that leads elsewhere, or is not reached safely, is not believed', async () => {
    const elsewhere = changing(/contribution-claims$/, (answer) => ({
      ...answer,
      claim_request_endpoint: 'https://other.example/x',
    }));
    await expect((await someone(elsewhere)).claims.look(platform.url)).rejects.toMatchObject({ problem: 'strange' });
    const { claims } = await someone();
    await expect(claims.look('http://social.example')).rejects.toMatchObject({ problem: 'strange' });
    const relay = changing(/\/requests$/, (answer) => ({
      ...answer,
      client_id: 'redirect_uri:https://other.example/response',
    }));
    const tricked = await someone(relay);
    await tricked.link();
    await expect(tricked.send()).rejects.toMatchObject({ problem: 'strange' });
  });

  it('that answers with a receipt that does not hold raises nothing', async () => {
    const say = (how: (subject: Record<string, unknown>) => object) =>
      changing(/\/receipts\/1$/, (answer) => ({
        ...answer,
        credentialSubject: {
          ...(answer.credentialSubject as object),
          ...how(answer.credentialSubject as Record<string, unknown>),
        },
      }));
    const lies = [
      say(() => ({ outcomes: [[0, 2, 'confirmed']] })),
      say(() => ({ outcomes: [[0, 1, 'confirmed']] })),
      say(() => ({ id: 'did:key:z6MkvK3SrE6SgGV2hPRKy2VrX7MGAbEPD2ogpshDEcRoKqrp' })),
      say(() => ({ rewardGranted: { type: 'MonetaryAmount', value: '1000000', currency: 'EUR' } })),
      changing(/\/receipts\/1$/, (answer) => ({ ...answer, issuer: 'did:web:other.example' })),
    ];
    for (const lie of lies) {
      const { db, link, send } = await someone(lie);
      await link();
      await expect(send()).rejects.toMatchObject({ problem: 'bad-receipt' });
      expect(await levels(db)).toEqual(['confirmed', 'confirmed']);
      expect((await claimIn(db)).receipt).toBeUndefined();
    }
  });
});

describe('consent to repeat', () => {
  it('claims what is new when it is due, until it is taken back', async () => {
    const { db, claims, link, send, stream, likes } = await someone();
    await link();
    await send();
    await claims.stand(stream.id, 'good-neighbour', 'P1W');
    await likes();
    await claims.runDue();
    const count = async () => (await db.receipts.toArray()).filter(({ type }) => type === 'claim').length;
    expect(await count()).toBe(1);
    const [standing] = (await db.receipts.toArray()).filter(({ type }) => type === 'standing');
    if (standing) await db.receipts.put({ ...standing, next: '2026-01-01T00:00:00.000Z' });
    await claims.runDue();
    expect(await count()).toBe(2);
    await claims.stand(stream.id, 'good-neighbour', null);
    await likes();
    await claims.runDue();
    expect(await count()).toBe(2);
  });
});
