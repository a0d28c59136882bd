import type { RateCard } from './card.ts';

/** Something wrong with a card, and where: keys and places in lists, outermost first. */
export interface Fault {
  path: (string | number)[];
  message: string;
}

/**
 * What is wrong with a card beyond its shape: sources that are not there, bounds in the wrong order, currencies nobody
 * can convert, names used twice. Empty for a sound card.
 * @param currencies codes that can be converted
 */
export function cardFaults(card: RateCard, currencies: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  if (!currencies.has(card.currency)) {
    faults.push({ path: ['currency'], message: `the currency ${card.currency} is not known here` });
  }
  const ids = new Set(card.sources.map(({ id }) => id));
  walk(card, [], (value, path) => {
    if (isList(value) && path.at(-1) === 'sources' && path.length > 1) {
      value.forEach((id, i) => {
        if (!ids.has(id as string)) faults.push({ path: [...path, i], message: `there is no source "${id}"` });
      });
    }
    if (isRecord(value)) faults.push(...boundFaults(value, path));
  });
  return [...faults, ...nameFaults(card), ...wageFaults(card)];
}

/** Low, middle and high, as far as they are known, must be in that order. */
function boundFaults(row: Record<string, unknown>, path: Fault['path']): Fault[] {
  const known = ['low', 'mid', 'high'].filter((side) => typeof row[side] === 'number');
  const faults: Fault[] = [];
  known.forEach((side, i) => {
    const before = known[i - 1];
    if (before && (row[before] as number) > (row[side] as number)) {
      faults.push({ path: [...path, before], message: `${before} (${row[before]}) is above ${side} (${row[side]})` });
    }
  });
  return faults;
}

/** What tells the rows of each list apart; a second row of the same name could never be found. */
const names: { [List in keyof RateCard]?: (row: never) => string } = {
  sources: ({ id }: RateCard['sources'][number]) => id,
  timePerAction: ({ kind }: RateCard['timePerAction'][number]) => kind,
  kindTimes: ({ kind }: RateCard['kindTimes'][number]) => kind,
  wages: ({ name, region }: RateCard['wages'][number]) => `${name} (${region})`,
  adMarket: ({ platform, kind, region }: RateCard['adMarket'][number]) => `${platform}/${kind}/${region}`,
  platformRevenue: ({ platform, year, measure }: RateCard['platformRevenue'][number]) =>
    `${platform}/${year}/${measure ?? '-'}`,
  actualPayouts: ({ platform, programme, metric }: RateCard['actualPayouts'][number]) =>
    `${platform}/${programme}/${metric}`,
  peerWeights: ({ system, kind }: RateCard['peerWeights'][number]) => `${system}/${kind}`,
  aiLicensing: ({ platform, year }: RateCard['aiLicensing'][number]) => `${platform}/${year}`,
};

/** Name of a row within its list, or nothing where the list is told apart by place. */
export function rowName(list: string, row: unknown): string | undefined {
  const name = names[list as keyof RateCard] as ((row: unknown) => string) | undefined;
  return name?.(row);
}

function nameFaults(card: RateCard): Fault[] {
  const faults: Fault[] = [];
  for (const list of Object.keys(names) as (keyof RateCard)[]) {
    const seen = new Set<string>();
    (card[list] as unknown[]).forEach((row, i) => {
      const name = rowName(list, row) ?? '';
      if (seen.has(name)) faults.push({ path: [list, i], message: `"${name}" is there twice` });
      seen.add(name);
    });
  }
  return faults;
}

/** Times name wages, and kinds name times: both must be there. */
function wageFaults(card: RateCard): Fault[] {
  const wages = new Set(card.wages.map(({ name }) => name));
  const times = new Set(card.timePerAction.map(({ kind }) => kind));
  const faults: Fault[] = [];
  card.timePerAction.forEach(({ wage }, i) => {
    if (wage !== null && !wages.has(wage)) {
      faults.push({ path: ['timePerAction', i, 'wage'], message: `there is no wage "${wage}"` });
    }
  });
  card.kindTimes.forEach(({ time }, i) => {
    if (!times.has(time)) faults.push({ path: ['kindTimes', i, 'time'], message: `there is no time "${time}"` });
  });
  return faults;
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);

function walk(value: unknown, path: Fault['path'], visit: (value: unknown, path: Fault['path']) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of isList(value) ? value.entries() : Object.entries(value)) walk(part, [...path, key], visit);
}
