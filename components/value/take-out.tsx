import type { Entry } from '../../lib/ledger/entry.ts';
import { type Period, periodName } from '../../lib/report/calendar.ts';
import { methodLabel } from '../../lib/report/value-labels.ts';
import type { Transaction } from '../../lib/value/accounts.ts';
import type { Method } from '../../lib/value/figure.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';

const { say } = words;

interface Content {
  period: Period;
  method: Method;
  transactions: readonly Transaction[];
  entries: readonly Entry[];
}

/** What each file is: its ending, its media type, and how it is made. */
const formats: Record<string, { ending: string; type: string; make: (content: Content) => Promise<string> }> = {
  hledger: {
    ending: 'journal',
    type: 'text/plain',
    make: async ({ transactions }) =>
      (await import('../../lib/value/exports/plain-journal.ts')).plainJournal(transactions, 'hledger'),
  },
  ledger: {
    ending: 'ledger',
    type: 'text/plain',
    make: async ({ transactions }) =>
      (await import('../../lib/value/exports/plain-journal.ts')).plainJournal(transactions, 'ledger'),
  },
  beancount: {
    ending: 'beancount',
    type: 'text/plain',
    make: async ({ transactions }) =>
      (await import('../../lib/value/exports/beancount.ts')).beancountJournal(transactions),
  },
  CSV: {
    ending: 'csv',
    type: 'text/csv',
    make: async ({ transactions }) =>
      (await import('../../lib/value/exports/transactions.ts')).transactionsCsv(transactions),
  },
  'JSON Lines': {
    ending: 'jsonl',
    type: 'application/jsonl',
    make: async ({ transactions }) =>
      (await import('../../lib/value/exports/transactions.ts')).transactionsJsonLines(transactions),
  },
  ActivityStreams: {
    ending: 'activity.json',
    type: 'application/activity+json',
    make: async ({ entries }) =>
      `${JSON.stringify((await import('../../lib/value/exports/activity-streams.ts')).activityStreams(entries), undefined, 1)}\n`,
  },
  iCalendar: {
    ending: 'ics',
    type: 'text/calendar',
    make: async ({ entries }) =>
      (await import('../../lib/value/exports/icalendar.ts')).effortCalendar(entries, new Date().toISOString()),
  },
};

/** The accounts and acts of a period as files for other programs. */
export function TakeOut(content: Content) {
  const save = async (name: string) => {
    const format = formats[name];
    if (!format) return;
    const text = await format.make(content);
    download(text, `${format.type};charset=utf-8`, `contrail-${periodName(content.period)}.${format.ending}`);
  };
  return (
    <>
      <p class="note quiet">{say('exportMore', say(methodLabel(content.method)))}</p>
      <div class="row">
        {Object.keys(formats).map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            data-testid={`export-${name}`}
            title={name === 'iCalendar' ? say('effortCalendar') : undefined}
            onClick={() => save(name)}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  );
}
