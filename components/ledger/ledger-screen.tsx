import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../lib/ledger/entry.ts';
import { type Family, families, familyOf } from '../../lib/ledger/kinds.ts';
import { localDay } from '../../lib/ledger/local-day.ts';
import { familyLabels } from '../../lib/report/labels.ts';
import { useLive } from '../live.ts';
import { Mark } from '../mark.tsx';
import { readEntry, readPage, readPlaces } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { EntryLine } from './entry-line.tsx';

const { say } = words;

/** All entries, newest first. `chosen` is the id of one to open. */
export function LedgerScreen({ chosen }: { chosen: string }) {
  const [family, setFamily] = useState<Family | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [text, setText] = useState('');
  /** Where each page after the first began, so that one can go back. */
  const [cursors, setCursors] = useState<number[]>([]);
  const before = cursors.at(-1);
  const page = useLive(() => readPage({ before, family, place }), [before, family, place]);
  const places = useLive(readPlaces, []);

  if (page.is === 'error') return <Problem title={say('readError')} />;
  if (page.is === 'loading') return <Waiting title={say('navLedger')} />;

  const filtered = family !== null || place !== null || before !== undefined;
  const { next } = page.value;
  const found = page.value.entries.filter((entry) => speaksOf(entry, text));
  return (
    <section class="ledger">
      <h1 class="title">{say('navLedger')}</h1>
      {page.value.entries.length === 0 && !filtered ? (
        <p class="quiet nothing">{say('ledgerEmpty')}</p>
      ) : (
        <>
          <search class="filters" aria-label={say('filter')}>
            <fieldset class="chips" aria-label={say('filterFamily')}>
              {(Object.keys(families) as Family[]).map((name) => (
                <button
                  key={name}
                  type="button"
                  class="chip"
                  aria-pressed={family === name}
                  onClick={() => {
                    setFamily(family === name ? null : name);
                    setCursors([]);
                  }}
                >
                  <Mark family={name} /> {say(familyLabels[name])}
                </button>
              ))}
            </fieldset>
            <select
              aria-label={say('filterPlace')}
              value={place ?? ''}
              onChange={(event) => {
                setPlace(event.currentTarget.value || null);
                setCursors([]);
              }}
            >
              <option value="">{say('everyPlace')}</option>
              {places.is === 'ready' &&
                places.value.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </select>
            <input
              type="search"
              aria-label={say('searchShown')}
              placeholder={say('searchShown')}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </search>
          <Chosen id={chosen} shown={found} />
          {found.length === 0 && <p class="quiet nothing">{say('nothingFound')}</p>}
          <div class="days">
            {byDay(found).map(([day, entries]) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`}>{words.day(day, 'full')}</h2>
                <ul class="entries">
                  {entries.map((entry) => (
                    <EntryLine key={entry.id} entry={entry} open={entry.id === chosen} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <Pages
            newer={before === undefined ? null : () => setCursors(cursors.slice(0, -1))}
            older={next === undefined ? null : () => setCursors([...cursors, next])}
          />
        </>
      )}
    </section>
  );
}

function Pages({ newer, older }: { newer: (() => void) | null; older: (() => void) | null }) {
  if (!newer && !older) return null;
  const turn = (to: () => void) => () => {
    to();
    document.getElementById('main')?.focus();
  };
  return (
    <nav class="row" aria-label={say('pages')}>
      {newer && (
        <button type="button" class="button" onClick={turn(newer)}>
          {say('newer')}
        </button>
      )}
      {older && (
        <button type="button" class="button" onClick={turn(older)}>
          {say('older')}
        </button>
      )}
    </nav>
  );
}

/** An entry that a link names and that is not on the page: shown above the others. */
function Chosen({ id, shown }: { id: string; shown: Entry[] }) {
  const onPage = id === '' || shown.some((entry) => entry.id === id);
  const entry = useLive(() => (onPage ? Promise.resolve(undefined) : readEntry(id)), [id, onPage]);
  useEffect(() => {
    if (onPage && id) document.getElementById(`entry-${id}`)?.scrollIntoView({ block: 'center' });
  }, [id, onPage]);
  if (onPage || entry.is !== 'ready') return null;
  if (!entry.value) return <p class="quiet">{say('entryGone')}</p>;
  return (
    <ul class="entries chosen">
      <EntryLine entry={entry.value} open />
    </ul>
  );
}

/** Whether an entry holds the text somewhere a person would look for it. */
function speaksOf(entry: Entry, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase(words.locale);
  if (wanted === '') return true;
  const holds = [
    entry.object.title,
    entry.to?.name,
    entry.host,
    say(familyLabels[familyOf(entry.kind)]),
    ...(entry.topics ?? []),
  ];
  return holds.some((part) => part?.toLocaleLowerCase(words.locale).includes(wanted));
}

function byDay(entries: Entry[]): [string, Entry[]][] {
  return [...Map.groupBy(entries, (entry) => localDay(entry.at, entry.zone))];
}
