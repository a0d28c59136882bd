import type { Maker } from './built-on.ts';
import { type BuiltOn, type CascadeRules, cascade, thirtySeventy } from './cascade.ts';
import { csvLine } from './exports/csv.ts';
import { type Micros, writeMicros } from './micros.ts';
import { share } from './split.ts';
import { walletAddress } from './wallet.ts';

/** Somebody to thank or tip, with what, and for which works. */
export interface PassOn {
  maker: Maker;
  amount: Micros;
  works: readonly string[];
  /** Open Payments wallet address, where one is known. */
  wallet?: string;
}

export interface PassingOn {
  /** What stays with the person, together with what would have gone to makers nobody knows. */
  kept: Micros;
  list: readonly PassOn[];
}

/**
 * Splits something received over the works it was for and those they were built on. Adds up exactly.
 * @param works the person's own works that it was for; at least one
 * @param walletOf what a maker names as their wallet, as found on a page
 */
export function passItOn(
  received: Micros,
  works: readonly string[],
  sources: (work: string) => readonly BuiltOn[],
  makers: ReadonlyMap<string, Maker>,
  walletOf: (maker: Maker) => string | undefined = () => undefined,
  rules: CascadeRules = thirtySeventy,
): PassingOn {
  const parts = share(
    received,
    works.map(() => 1n),
  );
  let kept = 0n;
  const byMaker = new Map<string, { maker: Maker; amount: Micros; works: Set<string> }>();
  works.forEach((work, i) => {
    for (const [at, amount] of cascade(parts[i] ?? 0n, work, sources, rules).kept) {
      const maker = makers.get(at);
      if (!maker || amount === 0n) {
        kept += amount;
        continue;
      }
      const key = JSON.stringify([maker.site, maker.url ?? maker.name]);
      const line = byMaker.get(key) ?? { maker, amount: 0n, works: new Set<string>() };
      byMaker.set(key, line);
      line.amount += amount;
      line.works.add(at);
    }
  });
  const list = [...byMaker.values()]
    .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
    .map(({ maker, amount, works }) => {
      const wallet = walletAddress(walletOf(maker) ?? '');
      return { maker, amount, works: [...works], ...(wallet ? { wallet } : {}) };
    });
  return { kept, list };
}

/** The list as CSV, safe to open in a spreadsheet. */
export function passItOnCsv({ list }: PassingOn, currency: string): string {
  const rows = list.map(({ maker, amount, works, wallet = '' }) =>
    csvLine([
      maker.name,
      maker.site,
      maker.url ?? '',
      { number: writeMicros(amount) },
      currency,
      wallet,
      works.join(' '),
    ]),
  );
  return [csvLine(['name', 'site', 'address', 'amount', 'currency', 'wallet', 'for']), ...rows].join('');
}
