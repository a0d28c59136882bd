import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { freePort } from '../real/free-port.ts';
import { Person } from '../unit/platform/person.ts';
import { freshPlace } from '../unit/platform/place.ts';
import { Claimant, type Said } from './claimant.ts';
import { type Server, startServer } from './fleet.ts';

/**
 * The server is killed again and again while people claim; whoever was interrupted tries again. In the end every claim
 * has one decision and one receipt, and no act was rewarded twice.
 *
 *     DATABASE_URL=postgres://… node tests/claims/kills.ts [--kills 100] [--people 6]
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, people: { type: 'string', default: '6' } },
});
if (!process.env.DATABASE_URL) throw new Error('Set DATABASE_URL: what survives a kill is the database.');
const kills = Number(values.kills);
const place = await freshPlace();
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const rule = {
  id: 'good-neighbour',
  title: 'Good neighbour',
  terms: 'One like, one fifth.',
  each: { like: '0.2' },
  unit: { points: 'glow' },
  poolPerMonth: '1000000',
};
const options = {
  port,
  publicUrl: url,
  databaseUrl: place.databaseUrl,
  actsPerMinute: 100_000,
  claims: { rules: [rule], limits: { lease: 400, requestsPerMinute: 1_000_000 } },
};
let server: Server | undefined = await startServer(options);
let killed = 0;
let ended = false;

/** Until it works: what failed because the server was gone is tried again. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isGone = error instanceof TypeError || /fetch failed|ECONN|socket|terminated|500/.test(String(error));
      if (!isGone) throw error;
      await new Promise((next) => setTimeout(next, 50));
    }
  }
}
const answered = async (said: Said): Promise<Said> => {
  if (said.status >= 500) throw new TypeError('500');
  return said;
};

const maker = await Person.called('Greta Maker', url);
let claimed = 0;
const refused: string[] = [];

/** Likes, claims, and begins again, until the last kill is over. */
async function contributes(n: number): Promise<void> {
  const name = `Claimer ${n}`;
  const person = await insist(() => Person.called(name, url));
  const wallet = await Claimant.of(url, `${url}/@claimer-${n}`);
  let from = 0;
  const like = async () => {
    const post = await insist(() => maker.posts(`A lamp for ${n}`));
    await insist(() => person.fetch(`${post}/like`, { reaction: 'like', on: '1' }));
    wallet.did({ kind: 'like', object: url + post });
  };
  await like();
  for (let linked = false; !linked; )
    linked = (await insist(async () => answered(await wallet.link(person.cookie)))).status === 200;
  for (let own = 0; !ended || own === 0; own++) {
    await like();
    const { body: request } = await insist(async () => answered(await wallet.request()));
    const presentation = await insist(() => wallet.presentation(request, { claim: { fromIndex: from } }));
    // The same presentation, however often: it is one claim.
    const accepted = await insist(async () => answered(await wallet.answer(request, presentation)));
    if (accepted.status !== 200) {
      refused.push(JSON.stringify(accepted.body));
      continue;
    }
    const body = wallet.body(from);
    const sent = await insist(async () => answered(await wallet.upload(accepted.body.upload, body)));
    if (sent.status !== 200) refused.push(JSON.stringify(sent.body));
    let state: Said;
    do state = await insist(async () => answered(await wallet.settled(accepted.body.claim)));
    while (state.status !== 200 || ['received', 'checking'].includes(state.body.status));
    if (state.body.status !== 'decided') refused.push(JSON.stringify(state.body));
    from = wallet.lines.length;
    claimed += 1;
  }
}

const working = Promise.all(Array.from({ length: Number(values.people) }, (_, n) => contributes(n)));
while (killed < kills) {
  await new Promise((next) => setTimeout(next, randomInt(20, 900)));
  await server.kill();
  killed += 1;
  server = await startServer(options);
}
ended = true;
await working;

const client = new pg.Client({ connectionString: place.databaseUrl });
await client.connect();
const one = async (text: string) => Number((await client.query(text)).rows[0]?.n);
const checks: [string, boolean][] = [
  [`${claimed} claims were decided, nothing was refused ${refused[0] ?? ''}`, refused.length === 0 && claimed > 0],
  [
    'no claim is left undecided',
    (await one(`select count(*) as n from claims where status in ('received', 'checking', 'awaiting_upload')`)) === 0,
  ],
  [
    'every claim has one receipt',
    (await one(
      `select count(*) as n from (select claim from claim_receipts group by claim having count(*) > 1) twice`,
    )) === 0 && (await one(`select count(*) as n from claims where reward <> 'link' and receipt is null`)) === 0,
  ],
  ['no work is left', (await one('select count(*) as n from claim_jobs')) === 0],
  [
    'what was granted is what was rewarded, act by act',
    (await one('select coalesce(sum(amount::numeric), 0) * 1000000 as n from claim_grants')) ===
      200_000 * (await one('select count(*) as n from claim_rewarded')),
  ],
  [
    'the books of the pool agree',
    (await one(`select granted::numeric * 1000000 as n from claim_budgets where account = ''`)) ===
      (await one('select sum(amount::numeric) * 1000000 as n from claim_grants')),
  ],
];
await client.end();
await server.kill();
await place.remove();
for (const [what, holds] of checks) console.log(`${holds ? '·' : '✗'} ${what}`);
const failed = checks.filter(([, holds]) => !holds).length;
console.log(`${killed} kills`);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
