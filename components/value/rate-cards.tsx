import { useState } from 'preact/hooks';
import { addCard, addOwnRates, type Book, monthOf, ratesNow } from '../../lib/value/book.ts';
import type { RateCard } from '../../lib/value/card.ts';
import type { OwnRates } from '../../lib/value/own-rates.ts';
import { rateChanges } from '../../lib/value/repricing.ts';
import { ask } from '../ask.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { readHiding, readLastYear } from './read-value.ts';

const { say, number } = words;
const json = 'application/json;charset=utf-8';

type Fault = { line: number; message: string };
type Read =
  | { is: 'refused'; faults: readonly Fault[] }
  | { is: 'same' }
  | { is: 'card'; card: RateCard; text: string; effect: ReturnType<typeof changesOf> }
  | { is: 'own'; layers: OwnRates[]; effect: ReturnType<typeof changesOf> }
  | { is: 'taken' }
  | { is: 'failed' };

/** The card that the published figures come from: kept as a file, and others taken from files. */
export function RateCards({ book, today }: { book: Book; today: string }) {
  const { card } = ratesNow(book, monthOf(today));
  const [read, setRead] = useState<Read | null>(null);
  const from = `${today.slice(0, 7)}-01`;
  const take = async (file: File) => {
    setRead(await readFile(await file.text(), book, from, today).catch((): Read => ({ is: 'failed' })));
  };
  const use = async () => {
    try {
      if (read?.is === 'card') await ask('rateCard', { text: read.text, from });
      if (read?.is === 'own') await ask('ownRates', { layers: read.layers.map(({ revision: _, ...layer }) => layer) });
      setRead({ is: 'taken' });
    } catch {
      setRead({ is: 'failed' });
    }
  };
  return (
    <div class="rate-cards" data-testid="rate-cards">
      <p class="note quiet">{say('rateCardIs', card.version, words.day(card.asOf, 'date'), card.sources.length)}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => saveCard(card)}>
          {say('saveCard')}
        </button>
        <button type="button" class="button" onClick={() => saveOwn(book)}>
          {say('saveOwnRates')}
        </button>
        <label class="button">
          {say('takeFile')}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              currentTarget.value = '';
              if (file) void take(file);
            }}
          />
        </label>
      </div>
      <div role="status">
        {read?.is === 'refused' && (
          <>
            <p class="danger-text">{say('fileRefused')}</p>
            <ul class="faults small" data-testid="faults">
              {read.faults.slice(0, 20).map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  {say('lineSays', line, '')} <span lang="en">{message}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {read?.is === 'same' && <p>{say('cardSame')}</p>}
        {read?.is === 'taken' && <p>{say('takenOn')}</p>}
        {read?.is === 'failed' && <p class="danger-text">{say('notDone')}</p>}
      </div>
      {(read?.is === 'card' || read?.is === 'own') && (
        <>
          {read.is === 'card' && <CardChanges before={card} after={read.card} />}
          <ChangeList {...read.effect} />
          <p>
            <button type="button" class="button primary" onClick={use}>
              {read.is === 'card' ? say('useFrom', words.day(from, 'date')) : say('layRates')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function CardChanges({ before, after }: { before: RateCard; after: RateCard }) {
  const changes = rateChanges(before, after);
  return (
    <details>
      <summary>{words.count('figuresDiffer', changes.length)}</summary>
      <ul class="rows">
        {changes.slice(0, 200).map(({ list, row, field = '', from, to }) => (
          <li key={`${list} ${row} ${field}`}>
            <span class="grow">
              <code class="small">{[list, row, field].filter(Boolean).join(' / ')}</code>
            </span>
            <span class="small quiet">
              {short(from)} → {short(to)}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > 200 && <p class="small quiet">{number(changes.length)}</p>}
    </details>
  );
}

const short = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value).slice(0, 60));

/** Reads a file as a rate card or as own rates; what is wrong with it is told with the lines. */
async function readFile(text: string, book: Book, from: string, today: string): Promise<Read> {
  // The reader brings a validator with it, which nobody needs before they bring a file.
  const [{ readCard, CardError }, { readOwnRates }, { currenciesOf }] = await Promise.all([
    import('../../lib/value/read-card.ts'),
    import('../../lib/value/own-rates-file.ts'),
    import('../../lib/value/exchange.ts'),
  ]);
  const currencies = currenciesOf(ratesNow(book, monthOf(today)).exchange);
  const [rollups, known] = await Promise.all([readLastYear(today), readHiding()]);
  try {
    if (/"contrail"\s*:\s*"own-rates"/.test(text.slice(0, 1000))) {
      const layers = readOwnRates(text, currencies);
      const after = layers.reduce(addOwnRates, book);
      return { is: 'own', layers, effect: changesOf(book, after, rollups, known) };
    }
    const card = readCard(text, currencies);
    if (book.cards.some((held) => held.card.version === card.version)) return { is: 'same' };
    return { is: 'card', card, text, effect: changesOf(book, addCard(book, from, card), rollups, known) };
  } catch (error) {
    if (error instanceof CardError) return { is: 'refused', faults: error.faults };
    throw error;
  }
}

async function saveCard(card: RateCard) {
  const { writeCard } = await import('../../lib/value/read-card.ts');
  download(writeCard(card), json, `contrail-rates-${card.version}.json`);
}

async function saveOwn(book: Book) {
  const { writeOwnRates } = await import('../../lib/value/own-rates-file.ts');
  download(writeOwnRates(book.own), json, 'contrail-own-rates.json');
}
