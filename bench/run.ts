/**
 * `npm run bench`: every figure beside a floor taken in the same run. `-- --json` prints one JSON object on the last
 * line; `-- --only append,matching` runs some; `-- --entries 1000000` is how large a ledger the dashboard is opened on. Exit code 1 where a budget is not kept.
 */
import { parseArgs } from 'node:util';
import { keeps, type Measurement } from './measurement.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, entries: { type: 'string', default: '100000' } },
});

const benches: Record<string, () => Promise<Measurement[]>> = {
  matching: async () => (await import('./matching.ts')).measureMatching(),
  'page-load': async () => (await import('./page-load.ts')).measurePageLoad(),
  stored: async () => (await import('./stored.ts')).measureStored(),
  dashboard: async () => (await import('./dashboard.ts')).measureDashboard(Number(values.entries)),
  append: async () => (await import('./in-chromium.ts')).inChromium('./append-page.ts'),
  record: async () => (await import('./record.ts')).measureRecord('chromium'),
  'record-firefox': async () => (await import('./record.ts')).measureRecord('firefox'),
};

const wanted = values.only?.split(',') ?? Object.keys(benches);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0)
  throw new Error(`no benchmark is named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);

const all: Measurement[] = [];
for (const name of wanted) {
  for (const one of (await benches[name]?.()) ?? []) {
    all.push(one);
    const floor = one.floor ? `, floor ${one.floor.value.toFixed(2)} (${one.floor.name})` : '';
    console.log(
      `${keeps(one) ? 'kept  ' : 'BROKEN'} ${one.name}: ${one.value.toFixed(2)} ${one.unit} of ${one.budget.most} ${one.unit}${floor}`,
    );
  }
}
if (values.json)
  console.log(
    JSON.stringify({ node: process.version, measurements: all.map((one) => ({ ...one, kept: keeps(one) })) }),
  );
process.exitCode = all.every(keeps) ? 0 : 1;
