import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { base64urlnopad } from '@scure/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jcs } from '../../../lib/ledger/canonical.ts';
import { keyId, parseNote, signNote } from '../../../lib/record/note.ts';
import { lamplightRules } from '../../../platform/claim-site.ts';
import type { ClaimTables } from '../../../platform/claims/tables.ts';
import type { Platform } from '../../../platform/server.ts';
import { Claimant, type Said } from '../../claims/claimant.ts';
import { Person } from './person.ts';
import { freshPlatform, startTime } from './place.ts';

let platform: Platform;
let maker: Person;
let turn = 0;
/** What the desk believes the time to be, in milliseconds from now. */
let ahead = 0;
const [usual] = lamplightRules;
if (!usual) throw new Error('Lamplight has no rule');
const rules = [usual, { ...usual, id: 'capped', capPerMonth: '0.3', poolPerMonth: '0.5', keep: 100 }];
beforeAll(async () => {
  platform = await freshPlatform({
    claims: {
      rules,
      now: () => new Date(Date.now() + ahead),
      limits: { requestsPerMinute: 1000, uploadBytes: 256 * 1024, entries: 2000, uploadTime: 1_500 },
    },
  });
  maker = await Person.called('Greta Maker', platform.url);
}, startTime);
afterAll(() => platform?.close());

interface Someone {
  person: Person;
  wallet: Claimant;
  likes(): Promise<string>;
}

/** Somebody new with an account and a linked key. */
async function someone(options: { linked?: boolean } = {}): Promise<Someone> {
  const n = ++turn;
  const person = await Person.called(`Claimer ${n}`, platform.url);
  const wallet = await Claimant.of(platform.url, `${platform.url}/@claimer-${n}`);
  const likes = async () => {
    const post = await maker.posts(`A lamp no. ${n}`);
    await person.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    wallet.did({ kind: 'like', object: platform.url + post });
    return platform.url + post;
  };
  if (options.linked !== false) {
    await likes();
    const { status } = await wallet.link(person.cookie);
    if (status !== 200) throw new Error(`not linked: ${status}`);
  }
  return { person, wallet, likes };
}

const rows = <Name extends keyof ClaimTables>(table: Name) =>
  platform.database
    .selectFrom(table as never)
    .selectAll()
    .execute() as unknown as Promise<ClaimTables[Name][]>;
const problem = ({ status, body }: Said) => `${status} ${String(body?.type).split('/').at(-1)}`;

/** Answers a fresh request with a presentation that is changed before it is signed. */
async function tries(
  wallet: Claimant,
  changes: Parameters<Claimant['presentation']>[1] = {},
  request?: Said['body'],
): Promise<Said> {
  const asked = request ?? (await wallet.request()).body;
  return wallet.answer(asked, await wallet.presentation(asked, changes));
}

describe('a claim', () => {
  it('is confirmed by the site’s own log, and what was invented is not found', async () => {
    const { wallet } = await someone();
    wallet.did({ kind: 'like', object: `${platform.url}/p/never-was` });
    const subject = await wallet.claims();
    expect(subject.outcomes).toEqual([
      [0, 1, 'confirmed'],
      [1, 2, 'notFound'],
    ]);
    expect(subject.rewardGranted).toEqual({ type: 'Points', value: '0.2', name: 'glow' });
    expect(subject.checkpoint).toContain('/witness ');
  });

  it('says what was done at another time, withheld, or taken back', async () => {
    const { wallet, person, likes } = await someone();
    wallet.lines = [];
    const late = await likes();
    wallet.lines.pop();
    wallet.did({ kind: 'like', object: late, at: new Date(Date.now() - 3_600_000) });
    await likes();
    const undone = await likes();
    await person.fetch(`${new URL(undone).pathname}/like`, { reaction: 'like', on: '0' });
    const subject = await wallet.claims(0, [1]);
    expect(subject.outcomes).toEqual([
      [0, 1, 'mismatched'],
      [1, 2, 'withheld'],
      [2, 3, 'notEligible'],
    ]);
    expect(subject.rewardGranted).toBeUndefined();
  });

  it('of the next period continues the one before', async () => {
    const { wallet, likes } = await someone();
    await wallet.claims();
    await likes();
    const { body } = await wallet.request();
    expect(body.known_size).toBe(1);
    expect((await wallet.claims(1)).outcomes).toEqual([[1, 2, 'confirmed']]);
  });

  it('gets no more than cap and pool leave, however many come at once', async () => {
    const people = await Promise.all([someone(), someone(), someone()]);
    for (const { likes } of people) await likes();
    const granted = await Promise.all(
      people.map(async ({ wallet }) => {
        const { body: request } = await wallet.request('capped');
        const { body } = await wallet.answer(
          request,
          await wallet.presentation(request, { claim: { reward: 'capped' } }),
        );
        await wallet.upload(body.upload, wallet.body());
        const { body: state } = await wallet.settled(body.claim);
        return (await wallet.signed('GET', state.receipt)).body.credentialSubject.rewardGranted?.value ?? '0';
      }),
    );
    const sum = granted.reduce((all, one) => all + Math.round(Number(one) * 1e6), 0);
    expect(sum).toBe(500_000);
    expect(Math.max(...granted.map(Number))).toBeLessThanOrEqual(0.3);
  });

  it('can be withdrawn before it is decided, and objected to after', async () => {
    const { wallet } = await someone();
    const { body: accepted } = await tries(wallet);
    expect((await wallet.signed('DELETE', accepted.claim)).body).toEqual({ status: 'withdrawn' });
    expect(problem(await wallet.upload(accepted.upload, wallet.body()))).toBe('409 nonce-used');

    wallet.did({ kind: 'like', object: `${platform.url}/p/lost` });
    const { claim } = await wallet.claims();
    expect(problem(await wallet.signed('DELETE', claim))).toBe('409 already-claimed');
    const body = new TextEncoder().encode(JSON.stringify({ reason: 'I did it.', lines: [1] }));
    expect((await wallet.signed('POST', `${claim}/objections`, { body })).status).toBe(200);
    const keeper = await Person.called('Keeper', platform.url);
    const list = await keeper.get('/contribution-claims/desk/objections');
    const [, path = ''] = /action="([^"]*objections\/[^"]+)"/.exec(list.text) ?? [];
    const answers = await Promise.all([1, 2, 3].map(() => keeper.send(path, { decision: 'uphold', answer: 'Yes.' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { body: state } = await wallet.signed('GET', claim);
    const { body: receipt } = await wallet.signed('GET', state.receipt);
    expect(receipt.credentialSubject.outcomes).toEqual([[0, 2, 'confirmed']]);
    expect(receipt.credentialSubject.supersedes).toBe(`${claim}/receipts/1`);
    expect(state.receipt).toBe(`${claim}/receipts/2`);
  });
});

describe('an answer', () => {
  it('sent twice is one claim, and with another presentation it is refused', async () => {
    const { wallet } = await someone();
    const { body: request } = await wallet.request();
    const presentation = await wallet.presentation(request);
    const first = await wallet.answer(request, presentation);
    expect(first.status).toBe(200);
    expect((await wallet.answer(request, presentation)).body).toEqual(first.body);
    expect(problem(await wallet.answer(request, await wallet.presentation(request)))).toBe('409 nonce-used');
  });

  it('wins once of a thousand that come for one nonce at the same time', { timeout: 60_000 }, async () => {
    const { wallet } = await someone();
    const { body: request } = await wallet.request();
    const presentations = await Promise.all(Array.from({ length: 10 }, () => wallet.presentation(request)));
    const before = (await rows('claims')).length;
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => wallet.answer(request, presentations[n % 10])),
    );
    const won = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.claim));
    expect(won.size).toBe(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(problem))).toEqual(new Set(['409 nonce-used']));
    expect((await rows('claims')).length).toBe(before + 1);
  });

  it('for another request, another platform, or no request is refused', async () => {
    const { wallet } = await someone();
    const { body: one } = await wallet.request();
    const { body: other } = await wallet.request();
    expect(problem(await wallet.answer(other, await wallet.presentation(one)))).toBe('401 wrong-challenge');
    const elsewhere = { proof: { domain: 'redirect_uri:https://other.example/response' } };
    expect(problem(await tries(wallet, elsewhere))).toBe('401 wrong-domain');
    expect(problem(await tries(wallet, {}, { ...one, state: 'never' }))).toBe('401 nonce-unknown');
    const foreign = { record: await wallet.record({ stream: { platform: 'https://other.example' } }) };
    expect(problem(await tries(wallet, foreign))).toBe('400 malformed-request');
  });

  it('that comes too late is refused', async () => {
    const { wallet } = await someone();
    const { body: request } = await wallet.request();
    const presentation = await wallet.presentation(request);
    ahead = 601_000;
    const late = await wallet.answer(request, presentation);
    ahead = 0;
    expect(problem(late)).toBe('410 request-expired');
  });

  it('from a clock that is far ahead is refused', async () => {
    const { wallet } = await someone();
    ahead = -301_000 - 2_000;
    const { body: request } = await wallet.request();
    const early = await wallet.answer(request, await wallet.presentation(request));
    ahead = 0;
    expect(problem(early)).toBe('401 proof-invalid');
  });

  it('of a foreign key or account, or one that is not linked, is refused', async () => {
    const [a, b, stranger] = [await someone(), await someone(), await someone({ linked: false })];
    stranger.wallet.did({ kind: 'like', object: `${platform.url}/p/x` });
    expect(problem(await tries(stranger.wallet))).toBe('403 account-not-linked');
    // Somebody else's record, signed by them, presented by another key.
    expect(problem(await tries(a.wallet, { record: await b.wallet.record() }))).toBe('401 proof-invalid');
    // The own key, under somebody else's account.
    const stolen = { record: await a.wallet.record({ stream: { account: b.wallet.account } }) };
    expect(problem(await tries(a.wallet, stolen))).toBe('403 account-not-linked');
    expect(problem(await tries(a.wallet, { signer: b.wallet.signer }))).toBe('401 proof-invalid');
  });

  it('that was changed after it was signed, or signed for something else, is refused', async () => {
    const { wallet } = await someone();
    const { body: request } = await wallet.request();
    const good = JSON.parse(JSON.stringify(await wallet.presentation(request)));
    const changed = (how: (copy: Said['body']) => void) => {
      const copy = structuredClone(good);
      how(copy);
      return wallet.answer(request, copy);
    };
    expect(
      problem(
        await changed((copy) => {
          copy.claim.fromIndex = 1;
        }),
      ),
    ).toBe('401 proof-invalid');
    expect(
      problem(
        await changed((copy) => {
          copy.proof['@context'] = ['https://www.w3.org/ns/credentials/v2'];
        }),
      ),
    ).toBe('401 proof-invalid');
    expect(
      problem(
        await changed((copy) => {
          copy.verifiableCredential[0].validFrom = '2020-01-01T00:00:00Z';
        }),
      ),
    ).toBe('401 proof-invalid');
    expect(
      problem(
        await changed((copy) => {
          copy.proof.proofPurpose = 'assertionMethod';
        }),
      ),
    ).toBe('401 proof-invalid');
    expect(
      problem(
        await changed((copy) => {
          copy.proof.cryptosuite = 'ecdsa-jcs-2019';
        }),
      ),
    ).toBe('422 unsupported-cryptosuite');
    const other = {
      record: await wallet.record({ stream: { entryProfile: 'https://w3id.org/contrail/ns/entry/v9' } }),
    };
    expect(problem(await tries(wallet, other))).toBe('422 unsupported-profile');
    // Nothing of this used the request up.
    expect((await wallet.answer(request, good)).status).toBe(200);
  });

  it('that no reader could understand in one way, or that is too much, is refused', async () => {
    const { wallet } = await someone();
    const { body: request } = await wallet.request();
    const post = async (token: string, type = 'application/x-www-form-urlencoded') => {
      const body = new URLSearchParams({ vp_token: token, state: request.state }).toString();
      const response = await fetch(request.response_uri, { method: 'POST', body, headers: { 'content-type': type } });
      return problem({ status: response.status, body: await response.json(), headers: response.headers });
    };
    const good = JSON.stringify({ record: [await wallet.presentation(request)] });
    expect(await post(good.replace('"holder":', '"holder":"x","holder":'))).toBe('400 malformed-request');
    expect(await post('{"record":')).toBe('400 malformed-request');
    expect(await post(`{"record":${'['.repeat(2000)}${']'.repeat(2000)}}`)).toBe('400 malformed-request');
    expect(await post(`{"record":["${'x'.repeat(10 * 1024 ** 2)}"]}`)).toBe('413 too-large');
    expect(await post(good, 'application/json')).toBe('400 malformed-request');
    expect(await post('{"record":[]}')).toBe('400 malformed-request');
  });

  it('under other terms, or with a payout that nobody offers, is refused', async () => {
    const { wallet } = await someone();
    const terms = { claim: { termsDigest: `uEi${'A'.repeat(44)}` } };
    expect(problem(await tries(wallet, terms))).toBe('400 malformed-request');
    const payout = { claim: { payout: { id: 'https://127.0.0.1/wallet', type: 'WalletAddress' } } };
    expect(problem(await tries(wallet, payout))).toBe('422 payout-address-invalid');
  });
});

describe('a log', () => {
  it('that is rolled back or split is refused, and both checkpoints are kept', async () => {
    const { wallet, likes } = await someone();
    await likes();
    await wallet.claims();
    const before = (await rows('claim_evidence')).length;
    const lines = wallet.lines;
    wallet.lines = lines.slice(0, 1);
    expect(problem(await tries(wallet))).toBe('422 checkpoint-inconsistent');
    wallet.lines = lines.slice(0, 1);
    wallet.did({ kind: 'like', object: `${platform.url}/p/other` });
    expect(problem(await tries(wallet))).toBe('422 checkpoint-inconsistent');
    // Longer, and another past: only the lines can tell.
    wallet.did({ kind: 'like', object: `${platform.url}/p/more` });
    const { body } = await tries(wallet);
    expect(problem(await wallet.upload(body.upload, wallet.body()))).toBe('422 checkpoint-inconsistent');
    expect((await rows('claim_evidence')).length).toBe(before + 3);
  });

  it('is cosigned once for each size, whoever asks first, and never goes back', async () => {
    const { wallet, likes } = await someone();
    const prefix = (await wallet.discovery()).witness?.submission_prefix;
    const add = async (body: string) => {
      const response = await fetch(`${prefix}/add-checkpoint`, { method: 'POST', body });
      return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
    };
    await likes();
    await likes();
    expect(await add(await wallet.submission(0, 2))).toMatchObject({ status: 200 });
    expect(await add(await wallet.submission(0, 1))).toEqual({ status: 409, text: '2\n', type: 'text/x.tlog.size' });
    expect((await add((await wallet.submission(2, 3)).replace('old 2', 'old 9'))).status).toBe(400);
    expect((await add('old 2\n')).status).toBe(400);
    const forged = await signNote(
      parseNote(await wallet.checkpoint())?.text ?? '',
      wallet.origin,
      (await someone()).wallet.signer,
    );
    expect((await add(`old 2\n\n${forged}`)).status).toBe(403);
    const stranger = (await someone({ linked: false })).wallet;
    stranger.did({ kind: 'like', object: `${platform.url}/p/x` });
    expect((await add(await stranger.submission(0))).status).toBe(404);
    const wrong = (await wallet.submission(2)).replace(/^(old 2\n)[^\n]+/, `$1${randomBytes(32).toString('base64')}`);
    expect((await add(wrong)).status).toBe(422);
    const raced = await Promise.all(Array.from({ length: 8 }, async () => add(await wallet.submission(2))));
    expect(raced.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(raced.filter(({ status }) => status === 409)).toHaveLength(7);
    const known = (await rows('claim_streams')).find(({ origin }) => origin === wallet.origin);
    expect(Number(known?.witnessed_size)).toBe(3);
    expect(keyId({ name: 'a', type: 4, publicKey: new Uint8Array(32) })).toHaveLength(4);
  });
});

describe('lines', () => {
  const sent = async (wallet: Claimant, lines: (string | Uint8Array)[]): Promise<Said> => {
    const { body } = await tries(wallet);
    return wallet.upload(
      body.upload,
      gzipSync(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))),
    );
  };
  const text = (line: Uint8Array | undefined) => new TextDecoder().decode(line);

  it('that are forged, moved, not canonical or not all there are refused with their place', async () => {
    const { wallet, likes } = await someone();
    await likes();
    const [one, two] = [text(wallet.lines[0]), text(wallet.lines[1])];
    const forged = one.replace('"like"', '"answer"');
    expect(problem(await sent(wallet, [forged, two]))).toBe('422 root-mismatch');
    const moved = await sent(wallet, [two, one]);
    expect([problem(moved), moved.body.index]).toEqual(['422 entry-invalid', 0]);
    expect(problem(await sent(wallet, [one, JSON.stringify(JSON.parse(two), null, 1).replaceAll('\n', ' ')]))).toBe(
      '422 entry-not-canonical',
    );
    expect(problem(await sent(wallet, [one.replace('{"actor"', '{"kind":"like","actor"'), two]))).toBe(
      '422 entry-not-canonical',
    );
    const reordered = `{${one.slice(1, -1).split(',').reverse().join(',')}}`;
    expect(problem(await sent(wallet, [reordered, two]))).toBe('422 entry-not-canonical');
    expect(problem(await sent(wallet, [one.replace(/@claimer-\d+/, '@somebody'), two]))).toBe('422 entry-invalid');
    expect(problem(await sent(wallet, [one]))).toBe('422 entry-invalid');
    expect(problem(await sent(wallet, [one, two, two]))).toBe('413 too-many-entries');
    expect(problem(await sent(wallet, [jcs({ redacted: base64urlnopad.encode(randomBytes(32)) }), two]))).toBe(
      '422 root-mismatch',
    );
  });

  it('in a bomb, a foreign wrapping, too large or too slow are refused', { timeout: 20_000 }, async () => {
    const { wallet } = await someone();
    const { body } = await tries(wallet);
    expect(problem(await wallet.upload(body.upload, gzipSync(Buffer.alloc(200 * 1024 ** 2))))).toBe('413 too-large');
    expect(problem(await wallet.upload(body.upload, randomBytes(300 * 1024)))).toBe('413 too-large');
    expect(problem(await wallet.upload(body.upload, randomBytes(1024)))).toBe('400 malformed-request');
    expect(problem(await wallet.upload(body.upload, wallet.body(), { 'content-encoding': 'br' }))).toBe(
      '400 malformed-request',
    );
    const slow = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        controller.enqueue(new Uint8Array(10));
      },
    });
    const response = await fetch(body.upload, {
      method: 'PUT',
      body: slow,
      headers: { 'content-encoding': 'gzip' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(400);
    // The claim is still open for its real lines.
    expect((await wallet.upload(body.upload, wallet.body())).status).toBe(200);
  });

  it('with another digest, another key, an old or a repeated signature are refused', async () => {
    const { wallet } = await someone();
    const other = await someone();
    const { body } = await tries(wallet);
    const lines = wallet.body();
    const gzip = { 'content-encoding': 'gzip' };
    const digest = { ...gzip, 'content-digest': `sha-256=:${randomBytes(32).toString('base64')}:` };
    expect(problem(await wallet.signed('PUT', body.upload, { body: lines, headers: digest }))).toBe(
      '400 digest-mismatch',
    );
    expect(
      problem(await wallet.signed('PUT', body.upload, { body: lines, headers: gzip, signer: other.wallet.signer })),
    ).toBe('404 not-found');
    expect(problem(await wallet.signed('GET', `${body.claim}x`))).toBe('404 not-found');
    const old = new Date(Date.now() - 66_000);
    const soon = new Date(Date.now() + 10_000);
    expect(problem(await wallet.signed('GET', body.claim, { now: old }))).toBe('401 signature-invalid');
    expect(problem(await wallet.signed('GET', body.claim, { now: soon }))).toBe('401 signature-invalid');
    const nonce = randomBytes(16).toString('base64url');
    expect((await wallet.signed('GET', body.claim, { nonce })).status).toBe(200);
    expect(problem(await wallet.signed('GET', body.claim, { nonce }))).toBe('401 signature-invalid');
    const bare = await fetch(body.claim);
    expect(bare.status).toBe(401);
    expect(JSON.stringify(await bare.json())).not.toMatch(/select|claims\.|at \/|node_modules/);
  });
});

describe('the same act', () => {
  it('is rewarded once, also through a second key and a second log', async () => {
    const { wallet, person } = await someone();
    expect((await wallet.claims()).rewardGranted?.value).toBe('0.2');
    const object = JSON.parse(new TextDecoder().decode(wallet.lines[0])).object.id;
    const second = await Claimant.of(platform.url, wallet.account);
    second.did({ kind: 'like', object });
    expect((await second.link(person.cookie)).status).toBe(200);
    const subject = await second.claims();
    expect(subject.outcomes).toEqual([[0, 1, 'alreadyClaimed']]);
    expect(subject.rewardGranted).toBeUndefined();
    const again = await tries(wallet);
    expect([problem(again), typeof again.body.receipt]).toEqual(['409 already-claimed', 'string']);
  });

  it('twice in one claim, or claimed twice at once, is rewarded once', async () => {
    const { wallet, likes } = await someone();
    const object = await likes();
    wallet.did({ kind: 'like', object });
    const [one, two] = await Promise.all([wallet.claims(), wallet.claims()]);
    const granted = [one, two].map(({ rewardGranted }) => Number(rewardGranted?.value ?? 0));
    expect(granted.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0.4);
    const own = (await rows('claim_rewarded')).filter(({ account }) => account === wallet.account);
    expect(own).toHaveLength(2);
  });
});

describe('a link', () => {
  it('is finished by the session that began it, and by no other', async () => {
    const { person: attacker } = await someone({ linked: false });
    const mark = `${platform.url}/@claimer-${turn}`;
    const victim = await Person.called('Victim', platform.url);
    const wallet = await Claimant.of(platform.url, mark);
    wallet.did({ kind: 'like', object: `${platform.url}/p/x` });
    const page = await attacker.get('/contribution-claims/link');
    const request = JSON.parse(/claim-request[^>]*>(.*?)<\/script>/s.exec(page.text)?.[1] ?? '');
    const presentation = await wallet.presentation(request, { claim: { reward: 'link', fromIndex: 0, toIndex: 0 } });
    const { body } = await wallet.answer(request, presentation);
    const path = body.redirect_uri.slice(platform.url.length);
    expect((await victim.get(path)).status).toBe(403);
    expect((await wallet.signed('GET', body.claim)).body.status).toBe('needs_link');
    expect((await attacker.get(path)).status).toBe(200);
    expect((await attacker.get(path)).status).toBe(403);
    // A record of another account cannot be linked from this session at all.
    expect(problem(await wallet.link(victim.cookie))).toBe('403 account-not-linked');
  });

  it('that its owner stopped ends every open claim, and does not come back', async () => {
    const { wallet, person } = await someone();
    const { body } = await tries(wallet);
    expect((await person.send('/contribution-claims/keys/stop', { did: wallet.signer.did })).status).toBe(303);
    expect((await wallet.signed('GET', body.claim)).body.status).toBe('refused');
    expect(problem(await tries(wallet))).toBe('403 account-not-linked');
    expect((await wallet.link(person.cookie)).status).toBe(403);
    const stranger = await someone();
    await stranger.person.send('/contribution-claims/keys/stop', { did: wallet.signer.did });
    expect((await stranger.wallet.claims()).outcomes).toEqual([[0, 1, 'confirmed']]);
  });
});

it('a stranger does not see the desk, and forms from elsewhere do nothing', async () => {
  const { person } = await someone();
  expect((await person.get('/contribution-claims/desk')).status).toBe(404);
  const keeper = await Person.called('Keeper', platform.url);
  expect((await keeper.get('/contribution-claims/desk')).status).toBe(200);
  keeper.csrf = 'wrong';
  expect((await keeper.send('/contribution-claims/desk/dry-run', { rule: '{}' })).status).toBe(400);
});

it(
  'too many requests in a minute are told to wait',
  async () => {
    const busy = await freshPlatform({ claims: { limits: { requestsPerMinute: 3 } } });
    try {
      const wallet = await Claimant.of(busy.url, `${busy.url}/@x`);
      for (let n = 0; n < 3; n++) expect((await wallet.request()).status).toBe(200);
      const refused = await wallet.request();
      expect([problem(refused), refused.headers.get('retry-after')]).toEqual(['429 rate-limited', '60']);
    } finally {
      await busy.close();
    }
  },
  startTime,
);
