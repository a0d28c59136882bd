import { parseArgs } from 'node:util';
import { bringMediawiki } from '../tests/real/mediawiki/server.ts';
import { findChromium, findFirefox, MissingBrowser } from './browsers.ts';
import { runProgram } from './program.ts';
import { type Counts, ofLastLine, type Stage, stages } from './stages.ts';

/**
 * `npm test`: everything that CI runs, in the order of `stages.ts`, at most two stages at a time.
 *
 *     npm test -- --only unit,replay-chromium
 *
 * The last line is `N passed, N failed`. What a stage needs and lacks (a browser, MediaWiki) is brought first; where
 * that is impossible its stages fail.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',').map((name) => name.trim());
const unknown = wanted?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
const chosen = stages.filter(({ name }) => wanted?.includes(name) ?? true);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const began = Date.now();
const results = new Map<string, Counts>();
bringWhatIsMissing();
const waiting = [...chosen];
const running = new Map<Stage, Promise<void>>();
while ((waiting.length > 0 || running.size > 0) && !stopping.signal.aborted) {
  const next = waiting.find(mayStart);
  if (next) {
    waiting.splice(waiting.indexOf(next), 1);
    const done = run(next).then(() => void running.delete(next));
    running.set(next, done);
  } else await Promise.race(running.values());
}
await Promise.all(running.values());
for (const stage of chosen) {
  if (!stage.again || stopping.signal.aborted || (results.get(stage.name)?.failed ?? 0) === 0) continue;
  if ((stage.needs ?? []).some((name) => (results.get(name)?.failed ?? 0) > 0)) continue;
  console.log(`Once more, alone: ${stage.name}`);
  await run(stage);
}

const total = [...results.values()].reduce(
  (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
  { passed: 0, failed: stopping.signal.aborted ? 1 : 0 },
);
console.log(`\n${chosen.length} stages in ${minutes(Date.now() - began)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Stages keep their order: one may overtake only what is waiting for something else. */
function mayStart(stage: Stage): boolean {
  const needed = (stage.needs ?? []).filter((name) => chosen.some((one) => one.name === name));
  if (needed.some((name) => !results.has(name))) return false;
  const [other] = running.keys();
  return running.size === 0 || (running.size === 1 && !stage.alone && !other?.alone);
}

async function run(stage: Stage): Promise<void> {
  const broken = (stage.needs ?? []).find((name) => (results.get(name)?.failed ?? 0) > 0);
  if (broken) return report(stage, { passed: 0, failed: 1 }, 0, `not tried: ${broken} failed`);
  const start = Date.now();
  const ended = await runProgram(stage.run, {
    limit: stage.minutes * 60_000,
    signal: stopping.signal,
    env: { NO_COLOR: '1' },
  });
  const read = (stage.counts ?? ofLastLine)(ended);
  const counts = read ?? { passed: 0, failed: 1 };
  // A program that says all is well and ends otherwise is not believed.
  if (ended.code !== 0 && counts.failed === 0) counts.failed = 1;
  report(stage, counts, Date.now() - start, counts.failed > 0 ? ended.output : '');
}

function report({ name }: Stage, counts: Counts, time: number, words: string): void {
  results.set(name, counts);
  const mark = counts.failed === 0 ? '·' : '✗';
  console.log(`${mark} ${name.padEnd(20)} ${counts.passed} passed, ${counts.failed} failed  ${minutes(time)}`);
  if (words) console.log(words.trim().replaceAll(/^/gm, '    '));
}

/** Once, before stages that run side by side would both install it. What stays missing fails its stages. */
function bringWhatIsMissing(): void {
  const has = (part: string) => chosen.some(({ name }) => name.includes(part));
  const need = [
    ...(has('chromium') ? [findChromium] : []),
    ...(has('firefox') ? [findFirefox] : []),
    ...(has('mediawiki') ? [bringMediawiki] : []),
  ];
  for (const bring of need) {
    try {
      const found = bring();
      if (typeof found === 'object') console.log(`${found.name} ${found.version}`);
      else console.log(found ? 'MediaWiki' : 'MediaWiki is missing and cannot be installed here.');
    } catch (error) {
      if (!(error instanceof MissingBrowser)) throw error;
      console.log(error.message);
    }
  }
}

function minutes(time: number): string {
  const seconds = Math.round(time / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
