import { openLedger } from '../../lib/ledger/database.ts';
import { localDay } from '../../lib/ledger/local-day.ts';
import { isEntry } from '../../lib/ledger/queries.ts';
import type { Period } from '../../lib/report/calendar.ts';
import { placeOf } from '../../lib/report/report.ts';
import { countsOf, sumsOf, type Worth } from '../../lib/report/worth.ts';
import { answer, answering } from '../../lib/value/answers.ts';
import { chosenMethod, countPeriod, readForValue, readHiding, valuing } from '../value/read-value.ts';

const ledger = openLedger();

/** What a period was worth and what came back: read after the report stands, because it brings the rates with it. */
export async function readWorth(period: Period): Promise<{ period: Period; worth: Worth }> {
  const [{ book, rollups, back }, known] = await Promise.all([readForValue(period), readHiding()]);
  const valuer = valuing(book, period, known);
  const counted = countPeriod(rollups, valuer);
  const isIn = (day: string) => period.from <= day && day <= period.to;
  const ids = [...new Set(back.sightings.map(({ entry }) => entry))];
  const rows = ids.length > 0 ? await ledger.entries.where('id').anyOf(ids).toArray() : [];
  const entries = rows.filter(isEntry).filter(({ at, zone }) => isIn(localDay(at, zone)));
  const inPeriod = new Set(entries.map(({ id }) => id));
  const sightings = back.sightings.filter(({ entry }) => inPeriod.has(entry));
  const seen = new Set(sightings.filter(({ count }) => count > 0).map(({ entry }) => entry));
  const given = rollups.reduce((sum, { done, taken }) => sum + done - taken, 0);
  return {
    period,
    worth: {
      chosen: chosenMethod(),
      figures: answering.map((method) => answer(method, counted, valuer.ratesFor, valuer.currency)),
      received: sumsOf(back.receipts.filter(({ at }) => isIn(at.slice(0, 10)))),
      recognised: countsOf(sightings),
      unrecognised: {
        acts: Math.max(0, given - seen.size),
        places: new Set(rollups.filter(({ done, taken }) => done > taken).map(({ host }) => placeOf(host))).size,
      },
    },
  };
}
