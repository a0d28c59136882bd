import { parseArgs } from 'node:util';
import type { Discovery } from '../lib/claim/protocol.ts';
import { canonicalBytes } from '../lib/ledger/canonical.ts';
import { leafHash } from '../lib/ledger/merkle.ts';
import { Claimant, type Said } from '../tests/claims/claimant.ts';
import { type Server, startServer } from '../tests/claims/fleet.ts';
import { freePort } from '../tests/real/free-port.ts';
import { Person } from '../tests/unit/platform/person.ts';
import { freshPlace } from '../tests/unit/platform/place.ts';

/**
 * Load on a claim desk: claims of many lines against server processes that share one PostgreSQL, compared with the
 * bare work of the same lines (JCS and SHA-256) on the same machine in the same run.
 *
 *     DATABASE_URL=postgres://… node bench/claims.ts [--claims 40] [--lines 1000] [--together 8] [--servers 2]
 */
const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '40' },
    lines: { type: 'string', default: '1000' },
    together: { type: 'string', default: '8' },
    servers: { type: 'string', default: '2' },
  },
});
const [claims, lines, together, servers] = [values.claims, values.lines, values.together, values.servers].map(
  Number,
) as [number, number, number, number];
if (!process.env.DATABASE_URL) throw new Error('Set DATABASE_URL to a PostgreSQL.');

const place = await freshPlace();
const ports = await Promise.all(Array.from({ length: servers }, () => freePort()));
// One platform has one address; which of its processes answers is a matter of the network before it.
const publicUrl = `http://127.0.0.1:${ports[0]}`;
const fleet: Server[] = [];
for (const port of ports) {
  fleet.push(
    await startServer({
      port,
      publicUrl,
      databaseUrl: place.databaseUrl,
      claims: { limits: { requestsPerMinute: 1_000_000 } },
    }),
  );
}

/** Each claim by somebody new, ready to be sent but for what must be fresh. */
const ready = await Promise.all(
  Array.from({ length: claims }, async (_, n) => {
    const person = await Person.called(`Bench ${n}`, publicUrl);
    const wallet = await Claimant.of(publicUrl, `${publicUrl}/@bench-${n}`);
    for (let line = 0; line < lines; line++) wallet.did({ kind: 'like', object: `${publicUrl}/p/bench-${n}-${line}` });
    await wallet.link(person.cookie);
    const { body: request } = await wallet.request();
    return { wallet, request, presentation: await wallet.presentation(request), body: wallet.body() };
  }),
);

const objects = ready
  .slice(0, 10)
  .flatMap(({ wallet }) => wallet.lines.map((line) => JSON.parse(new TextDecoder().decode(line))));
const bareStart = performance.now();
for (const object of objects) leafHash(canonicalBytes(object));
const bare = (objects.length / (performance.now() - bareStart)) * 1000;

const answering: number[] = [];
/** The same request to another process of the fleet. */
const at = (url: string, n: number) => url.replace(publicUrl, fleet[n % fleet.length]?.url ?? publicUrl);
async function send(n: number): Promise<void> {
  const one = ready[n];
  if (!one) return;
  const { wallet, request, presentation, body } = one;
  const before = performance.now();
  const { body: accepted } = await wallet.answer(
    { ...request, response_uri: at(request.response_uri, n) },
    presentation,
  );
  answering.push(performance.now() - before);
  const uploaded = await wallet.upload(accepted.upload, body);
  if (uploaded.status !== 200) throw new Error(`not uploaded: ${uploaded.status}`);
  const state: Said = await wallet.settled(accepted.claim, 120_000, 500);
  if (state.body.status !== 'decided') throw new Error(`not decided: ${JSON.stringify(state.body)}`);
}
let next = 0;
const start = performance.now();
await Promise.all(
  Array.from({ length: together }, async () => {
    while (next < claims) await send(next++);
  }),
);
const seconds = (performance.now() - start) / 1000;
answering.sort((one, other) => one - other);
const percentile = (part: number) =>
  answering[Math.min(answering.length - 1, Math.floor(answering.length * part))] ?? 0;
const rate = (claims * lines) / seconds;
const discovery: Discovery = (await ready[0]?.wallet.discovery()) as Discovery;
console.log(
  `${claims} claims of ${lines} lines, ${together} at once, ${servers} processes, rules: ${discovery.rewards.length}`,
);
console.log(
  JSON.stringify({
    bareLinesPerSecond: Math.round(bare),
    verifiedLinesPerSecond: Math.round(rate),
    part: Number((rate / bare).toFixed(3)),
    claimsPerMinute: Math.round((claims / seconds) * 60),
    answerMedianMs: Number(percentile(0.5).toFixed(1)),
    answerP99Ms: Number(percentile(0.99).toFixed(1)),
  }),
);
for (const server of fleet) await server.kill();
await place.remove();
