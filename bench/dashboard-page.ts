import { readForReport } from '../components/reader.ts';
import { earlier, type Period } from '../lib/report/calendar.ts';
import { periodsBefore } from '../lib/report/report.ts';

/** Runs in a page of the extension, where the filled ledger lies: the report's own read, and the bare read of the same rows. */
export async function reads(period: Period, times: number): Promise<{ own: number[]; bare: number[]; rows: number }> {
  const own: number[] = [];
  const bare: number[] = [];
  const range = { from: earlier(period, periodsBefore).from, to: period.to };
  const db = await open();
  let rows = 0;
  await readForReport(period);
  // In turns, so that whatever else the machine does falls on both.
  for (let i = 0; i < times; i++) {
    bare.push(
      await timed(async () => {
        const transaction = db.transaction(['rollups', 'streams']);
        const [found] = await Promise.all([
          answer(transaction.objectStore('rollups').getAll(IDBKeyRange.bound([range.from], [range.to, []]))),
          answer(transaction.objectStore('streams').getAll()),
        ]);
        rows = found.length;
      }),
    );
    own.push(await timed(() => readForReport(period)));
  }
  db.close();
  return { own, bare, rows };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const answer = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = () => answer(indexedDB.open('contrail'));
