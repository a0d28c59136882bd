import './value.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Entry } from '../../lib/ledger/entry.ts';
import { dayHere, type Period, spanOf } from '../../lib/report/calendar.ts';
import { figureText } from '../../lib/report/money.ts';
import { alwaysSaid, confidenceLabels, methodLabel } from '../../lib/report/value-labels.ts';
import { book as bookEntries, type Transaction } from '../../lib/value/accounts.ts';
import { type Answering, answer, answering, type PricingName, pricing } from '../../lib/value/answers.ts';
import { BookError, monthOf, ratesNow, ratesOf } from '../../lib/value/book.ts';
import { disagree } from '../../lib/value/compare-methods.ts';
import { weakest } from '../../lib/value/confidence.ts';
import { estimateEntries } from '../../lib/value/estimates.ts';
import type { Figure } from '../../lib/value/figure.ts';
import type { Hiding } from '../../lib/value/may-hide.ts';
import { type Loaded, useLive } from '../live.ts';
import { PeriodPicker, periodFrom } from '../period-picker.tsx';
import { mostEntries } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { Accounts } from './accounts.tsx';
import { CameBack } from './came-back.tsx';
import { CloseMonth } from './close-month.tsx';
import { figuresHidden, hideFigures } from './hidden.ts';
import { Methods } from './methods.tsx';
import { OwnRatesForm } from './own-rates.tsx';
import { Payouts } from './payouts.tsx';
import { RateCards } from './rate-cards.tsx';
import {
  chooseMethod,
  chosenMethod,
  countPeriod,
  readForAccounts,
  readForValue,
  readHiding,
  type ValueMaterial,
  type Valuing,
  valuing,
} from './read-value.ts';
import { TakeOut } from './take-out.tsx';

const { say } = words;

/** What a time was worth: several answers side by side, what came back, and at which rates. */
export function ValueScreen({ name }: { name: string }) {
  const today = dayHere(new Date());
  const period = periodFrom(name, today, 'month');
  const material = useLive(() => readForValue(period), [period.from, period.to]);
  const [known, setKnown] = useState<Loaded<Hiding>>({ is: 'loading' });
  useEffect(() => {
    readHiding().then(
      (value) => setKnown({ is: 'ready', value }),
      () => setKnown({ is: 'error' }),
    );
  }, []);
  if (material.is === 'error' || known.is === 'error') return <Problem title={say('readError')} />;
  if (material.is === 'loading' || known.is === 'loading') return <Waiting title={say('navValue')} />;
  return (
    <>
      <div class="week-bar">
        <PeriodPicker period={period} today={today} at="#/value" />
      </div>
      <Shown material={material.value} today={today} known={known.value} />
    </>
  );
}

interface Known {
  material: ValueMaterial;
  today: string;
  known: Hiding;
}

function Shown({ material, today, known }: Known) {
  const { period, book, rollups, back } = material;
  const [method, setMethod] = useState(chosenMethod);
  const valued = useMemo(() => {
    try {
      const valuer = valuing(book, period, known);
      const counted = countPeriod(rollups, valuer);
      return { valuer, figures: answering.map((one) => answer(one, counted, valuer.ratesFor, valuer.currency)) };
    } catch (error) {
      if (error instanceof BookError) return null;
      throw error;
    }
  }, [material, known]);
  const choose = (chosen: Answering) => {
    chooseMethod(chosen);
    setMethod(chosen);
  };
  const receipts = back.receipts.filter(({ at }) => isIn(period, at.slice(0, 10)));
  const currency = valued?.valuer.currency ?? 'USD';
  const some = rollups.length > 0;
  return (
    <article class="report value">
      <header class="opening">
        <h1 class="sentence private">{some && valued ? headline(valued.figures, method) : say('valueEmpty')}</h1>
        {some && <p class="quiet note">{say('always1')}</p>}
      </header>
      <Section title="cameBack">
        <CameBack receipts={receipts} today={today} currency={currency} />
      </Section>
      {!valued && <p class="danger-text">{say('bookGone')}</p>}
      {some && valued && (
        <Section title="valueMethods">
          {figuresHidden.value ? (
            <p class="row">
              {say('figuresHidden')}
              <button type="button" class="button" onClick={() => hideFigures(false)}>
                {say('showFigures')}
              </button>
            </p>
          ) : (
            <>
              <ShownFirst method={method} choose={choose} />
              <Methods figures={valued.figures} />
              <Payouts rates={ratesOf(book, monthOf(period.to))} currency={currency} />
            </>
          )}
        </Section>
      )}
      {some && valued && <Told material={material} valuer={valued.valuer} method={method} receipts={receipts} />}
      {spanOf(period) === 'month' && period.to < today && <CloseMonth material={material} figures={valued?.figures} />}
      <Folded title="ownRates">
        <OwnRatesForm
          key={book.own.length}
          book={book}
          today={today}
          sites={[...new Set(rollups.map(({ site }) => site))].sort()}
        />
      </Folded>
      <Folded title="rateCard">
        <RateCards book={book} today={today} />
      </Folded>
      <Section title="whatTheyAre">
        <ul class="always small quiet">
          {alwaysSaid.map((key) => (
            <li key={key}>
              {say(key)}{' '}
              {key === 'always5' && !figuresHidden.value && (
                <button type="button" class="link" onClick={() => hideFigures(true)}>
                  {say('hideFigures')}
                </button>
              )}
            </li>
          ))}
          <li>{ratesSentence(valued?.figures ?? [], ratesNow(book, monthOf(today)).card.asOf)}</li>
        </ul>
      </Section>
    </article>
  );
}

const isIn = ({ from, to }: Period, day: string) => from <= day && day <= to;

/** A sentence with a range and the method's name; that methods disagree is said before any number (methods §8.7). */
function headline(figures: readonly Figure[], method: Answering): string {
  if (figuresHidden.value) return say('figuresHidden');
  const figure = figures.find((one) => one.method === method && one.range) ?? figures.find(({ range }) => range);
  if (!figure) return say('valueEmpty');
  const told = say('valueBy', say(methodLabel(figure.method)), figureText(figure, words));
  return disagree(figures) ? `${say('valueDisagree')} ${told}` : told;
}

function ratesSentence(figures: readonly Figure[], asOf: string): string {
  const years = figures.flatMap(({ oldestYear }) => oldestYear ?? []);
  const levels = figures.flatMap(({ confidence }) => confidence ?? []);
  const day = words.day(asOf, 'date');
  return say('ratesOf', day, years.length > 0 ? `${Math.min(...years)}` : '–', say(confidenceLabels[weakest(levels)]));
}

function ShownFirst({ method, choose }: { method: Answering; choose: (method: Answering) => void }) {
  return (
    <label class="row small">
      {say('shownFirst')}
      <select value={method} onChange={({ currentTarget }) => choose(currentTarget.value as Answering)}>
        {answering.map((name) => (
          <option key={name} value={name}>
            {say(methodLabel(name))}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Books {
  material: ValueMaterial;
  valuer: Valuing;
  method: Answering;
  receipts: ValueMaterial['back']['receipts'];
}

/** The accounts and the files made of them, from the entries themselves. */
function Told({ material: { period, back }, valuer, method, receipts }: Books) {
  const entries = useLive(() => readForAccounts(period), [period.from, period.to]);
  const priced: PricingName = method === 'peers' ? 'replacement' : method;
  const transactions = useMemo((): Transaction[] => {
    if (entries.is !== 'ready' || !entries.value) return [];
    const { rules, ratesFor, currency } = valuer;
    const { given } = estimateEntries(entries.value, rules, pricing[priced], ratesFor, currency);
    return bookEntries(given, back.sightings, receipts, currency);
  }, [entries, valuer, priced, back]);
  if (entries.is === 'error') return <p class="danger-text">{say('readError')}</p>;
  if (entries.is === 'loading') return <p class="quiet">{say('loading')}</p>;
  if (!entries.value) return <p class="quiet">{say('tooMany', mostEntries)}</p>;
  const content = { period, method: priced, transactions, entries: entries.value as readonly Entry[] };
  return (
    <>
      <Section title="accountsTitle">
        <Accounts transactions={transactions} currency={valuer.currency} />
      </Section>
      <Folded title="exportTitle">
        <TakeOut {...content} />
      </Folded>
    </>
  );
}

type Title = 'cameBack' | 'valueMethods' | 'accountsTitle' | 'exportTitle' | 'ownRates' | 'rateCard' | 'whatTheyAre';

function Section({ title, children }: { title: Title; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`section-${title}`}>
      <h2 id={`section-${title}`}>{say(title)}</h2>
      {children}
    </section>
  );
}

/** A section that is there when it is wanted. */
function Folded({ title, children }: { title: Title; children: ComponentChildren }) {
  return (
    <details class="folded" data-testid={`open-${title}`}>
      <summary>
        <h2>{say(title)}</h2>
      </summary>
      {children}
    </details>
  );
}
