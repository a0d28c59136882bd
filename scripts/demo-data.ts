import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { shiftDay } from '../lib/ledger/local-day.ts';
import { dayHere } from '../lib/report/calendar.ts';
import { launchChromium } from '../tests/browser/chromium.ts';
import { generate } from '../tests/screens/generate.ts';
import { filler } from '../tests/screens/seed.ts';

/**
 * `npm run demo:data -- --entries 1000000`: fills a real browser profile with invented contributions, through the
 * ledger's own append in a page of the extension: counted, sealed and rolled up like everything else. The same seed
 * and last day give the same acts. Interrupted, it goes on where it stopped; it touches no profile that it did not
 * begin itself.
 *
 *     npm run demo:data -- [--entries N] [--years N] [--seed N] [--until 2026-11-21] [--profile DIR] [--extension DIR] [--fresh]
 */
interface DemoData {
  entries: number;
  years: number;
  seed: number;
  /** Last day of the invented contributions. */
  until: string;
  profile: string;
  extension: string;
}

const progressSchema = z.strictObject({
  seed: z.int(),
  until: z.iso.date(),
  perDay: z.number(),
  days: z.int(),
  /** Weeks that are wholly in the ledger. */
  weeks: z.int(),
});
type Progress = z.infer<typeof progressSchema>;

const week = 7;
const batch = 1_000;

/** Fills the profile. @returns how many entries it holds @throws Error where the profile is somebody else's */
export async function demoData(wanted: DemoData, tell: (line: string) => void): Promise<number> {
  const { entries, years, seed, until, profile, extension } = wanted;
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`There is no extension in ${extension}. Build it first: npm run build:e2e`);
  mkdirSync(profile, { recursive: true });
  const days = Math.ceil((years * 365) / week) * week;
  // A little less than needed is invented for each day; what is short of the number in the end comes in the last week.
  const begun: Progress = { seed, until, days, perDay: Math.max(1, Math.floor((entries / days) * 0.95)), weeks: 0 };
  const path = join(profile, 'demo-data.json');
  const before = existsSync(path) ? progressSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  if (
    before &&
    (before.seed !== seed || before.until !== until || before.days !== days || before.perDay !== begun.perDay)
  )
    throw new Error(
      `${profile} was begun with other choices (${JSON.stringify(before)}). Use --fresh or another --profile.`,
    );
  const progress = before ?? begun;
  const browser = await launchChromium({ extension, profile });
  try {
    const page = await browser.extensionPage();
    const { fillMore, entriesSoFar } = await filler(page);
    let there = await entriesSoFar();
    if (there > 0 && !before) throw new Error(`${profile} holds ${there} entries that this command did not put there.`);
    const [started, from] = [Date.now(), there];
    for (; there < entries; progress.weeks++) {
      const end = shiftDay(until, -Math.max(0, days - (progress.weeks + 1) * week));
      // A week that was interrupted is offered again: the ledger takes nothing twice.
      const acts = generate({
        until: `${end}T20:30:00Z`,
        days: week,
        perDay: progress.perDay,
        seed: seed + progress.weeks,
      });
      for (let i = 0; i < acts.length && there < entries; i += batch)
        there += await fillMore(acts.slice(i, Math.min(i + batch, i + entries - there)));
      writeFileSync(path, JSON.stringify({ ...progress, weeks: progress.weeks + 1 }));
      const seconds = (Date.now() - started) / 1000;
      if (progress.weeks % 10 === 9)
        tell(`${there} of ${entries} entries, ${Math.round((there - from) / seconds)} a second, up to ${end}`);
    }
    return await entriesSoFar();
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '100000' },
      years: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string', default: dayHere(new Date()) },
      profile: { type: 'string', default: '.cache/demo-profile' },
      extension: { type: 'string', default: '.output/chrome-mv3-e2e' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'entries' | 'years' | 'seed') => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} is a whole number above zero, not ${values[name]}`);
  };
  const profile = resolve(values.profile);
  const isOurs = existsSync(join(profile, 'demo-data.json'));
  if (values.fresh && existsSync(profile) && !isOurs)
    throw new Error(`${profile} was not begun by this command, so it is not deleted.`);
  if (values.fresh && isOurs) rmSync(profile, { recursive: true });
  const entries = number('entries');
  const there = await demoData(
    {
      entries,
      years: number('years'),
      seed: number('seed'),
      until: values.until,
      profile,
      extension: resolve(values.extension),
    },
    console.log,
  );
  console.log(`The profile ${profile} holds ${there} entries.`);
  process.exitCode = there >= entries ? 0 : 1;
}
