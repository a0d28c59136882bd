import { useState } from 'preact/hooks';
import { type Kind, kinds } from '../../lib/ledger/kinds.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import { addOwnRates, type Book, monthOf, ratesNow } from '../../lib/value/book.ts';
import type { OwnRates } from '../../lib/value/own-rates.ts';
import { ask } from '../ask.ts';
import { TextField } from '../text-field.tsx';
import { words } from '../words.ts';
import { currencies } from './came-back.tsx';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { readHiding, readLastYear } from './read-value.ts';

const { say } = words;

type Layer = Omit<OwnRates, 'revision'>;
type Bound = 'low' | 'mid' | 'high';
const bounds = [
  ['low', 'rateLow'],
  ['mid', 'rateMid'],
  ['high', 'rateHigh'],
] as const;
const switches = ['measuredTime', 'countAccepted', 'earnedMedia'] as const;
const number = /^\d+(\.\d+)?$/;

interface Draft {
  from: string;
  currency: string;
  wage: Record<Bound, string>;
  exchange: string;
  weights: { kind: string; site: string; weight: string }[];
  measuredTime: boolean;
  countAccepted: boolean;
  earnedMedia: boolean;
}

/** The person's own rates: what they are now, what a change would change, and then the change. */
export function OwnRatesForm({ book, today, sites }: { book: Book; today: string; sites: readonly string[] }) {
  const { own, card } = ratesNow(book, monthOf(today));
  const [draft, setDraft] = useState(() => draftOf(own, card.currency, today));
  const [preview, setPreview] = useState<ReturnType<typeof changesOf> | null>(null);
  const [said, setSaid] = useState<'ownWageBad' | 'amountBad' | 'notDone' | 'takenOn' | null>(null);
  const change = (what: Partial<Draft>) => {
    setDraft({ ...draft, ...what });
    setPreview(null);
    setSaid(null);
  };
  const layer = () => layerOf(draft, own, card.currency);
  const show = async (event: Event) => {
    event.preventDefault();
    const wanted = layer();
    if (typeof wanted === 'string') return setSaid(wanted);
    try {
      const [rollups, known] = await Promise.all([readLastYear(today), readHiding()]);
      setPreview(changesOf(book, addOwnRates(book, wanted), rollups, known));
    } catch {
      setSaid('notDone');
    }
  };
  const save = async () => {
    const wanted = layer();
    if (typeof wanted === 'string') return setSaid(wanted);
    try {
      await ask('ownRates', { layers: [wanted] });
      setPreview(null);
      setSaid('takenOn');
    } catch {
      setSaid('notDone');
    }
  };
  return (
    <form class="own-rates" onSubmit={show} data-testid="own-rates">
      <p class="note quiet">{say('ownRatesMore')}</p>
      <div class="row">
        <label class="field">
          <span class="small quiet">{say('holdsFrom')}</span>
          <input
            type="date"
            value={draft.from}
            onChange={({ currentTarget }) => currentTarget.value && change({ from: currentTarget.value })}
          />
        </label>
        <label class="field">
          <span class="small quiet">{say('currency')}</span>
          <select value={draft.currency} onChange={({ currentTarget }) => change({ currency: currentTarget.value })}>
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        {draft.currency !== card.currency && (
          <TextField
            name={`${say('ownExchange')} (${card.currency})`}
            value={draft.exchange}
            set={(exchange) => change({ exchange })}
            mode="decimal"
          />
        )}
      </div>
      <fieldset class="row">
        <legend class="small quiet">
          {say('ownWage')} ({draft.currency})
        </legend>
        {bounds.map(([bound, label]) => (
          <TextField
            key={bound}
            name={say(label)}
            value={draft.wage[bound]}
            set={(value) => change({ wage: { ...draft.wage, [bound]: value } })}
            mode="decimal"
          />
        ))}
      </fieldset>
      <Weights weights={draft.weights} sites={sites} set={(weights) => change({ weights })} />
      <div class="checks">
        {switches.map((name) => (
          <label key={name} class="check">
            <input type="checkbox" checked={draft[name]} onChange={() => change({ [name]: !draft[name] })} />
            {say(name)}
          </label>
        ))}
      </div>
      <div class="row">
        <button type="submit" class="button">
          {say('showChange')}
        </button>
        {preview && (
          <button type="button" class="button primary" onClick={save} data-testid="lay-rates">
            {say('layRates')}
          </button>
        )}
      </div>
      {preview && <ChangeList {...preview} />}
      <p class="small" role="status">
        {said && say(said)}
      </p>
    </form>
  );
}

interface WeightLines {
  weights: Draft['weights'];
  sites: readonly string[];
  set: (weights: Draft['weights']) => void;
}

function Weights({ weights, sites, set }: WeightLines) {
  const edit = (i: number, what: Partial<Draft['weights'][number]>) =>
    set(weights.map((line, at) => (at === i ? { ...line, ...what } : line)));
  return (
    <fieldset class="weights">
      <legend class="small quiet">
        {say('weights')}. {say('weightsMore')}
      </legend>
      {weights.map((line, i) => (
        <div key={i} class="row">
          <select
            aria-label={say('byKind')}
            value={line.kind}
            onChange={({ currentTarget }) => edit(i, { kind: currentTarget.value })}
          >
            <option value="">{say('everyKind')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(kindLabels[kind])}
              </option>
            ))}
          </select>
          <select
            aria-label={say('bySite')}
            value={line.site}
            onChange={({ currentTarget }) => edit(i, { site: currentTarget.value })}
          >
            <option value="">{say('everySite')}</option>
            {[...new Set([...sites, ...(line.site ? [line.site] : [])])].map((site) => (
              <option key={site}>{site}</option>
            ))}
          </select>
          <input
            type="text"
            class="short"
            inputMode="decimal"
            aria-label={say('weight')}
            value={line.weight}
            onInput={({ currentTarget }) => edit(i, { weight: currentTarget.value })}
          />
          <button type="button" class="link" onClick={() => set(weights.filter((_, at) => at !== i))}>
            {say('remove')}
          </button>
        </div>
      ))}
      <p>
        <button type="button" class="link note" onClick={() => set([...weights, { kind: '', site: '', weight: '1' }])}>
          {say('addWeight')}
        </button>
      </p>
    </fieldset>
  );
}

function draftOf(own: OwnRates, cardCurrency: string, today: string): Draft {
  const wage = own.wages.find((line) => 'mid' in line && !line.kind && !line.site && !line.topic);
  const currency = own.currency ?? cardCurrency;
  return {
    from: `${today.slice(0, 7)}-01`,
    currency,
    wage:
      wage && 'mid' in wage
        ? { low: `${wage.low}`, mid: `${wage.mid}`, high: `${wage.high}` }
        : { low: '', mid: '', high: '' },
    exchange: own.exchange.find(({ from, to }) => from === cardCurrency && to === currency)?.rate ?? '',
    weights: own.weights
      .filter(({ topic }) => !topic)
      .map(({ kind = '', site = '', weight }) => ({ kind, site, weight: `${weight}` })),
    measuredTime: own.measuredTime,
    countAccepted: own.countAccepted,
    earnedMedia: own.earnedMedia,
  };
}

/** The layer a draft stands for, or what is wrong with it. What the form does not show is kept as it was. */
function layerOf(draft: Draft, own: OwnRates, cardCurrency: string): Layer | 'ownWageBad' | 'amountBad' {
  const { revision: _, ...kept } = own;
  const wage = [draft.wage.low, draft.wage.mid, draft.wage.high];
  const hasWage = wage.some((text) => text !== '');
  const [low = 0, mid = 0, high = 0] = wage.map(Number);
  if (hasWage && !(wage.every((text) => number.test(text)) && low <= mid && mid <= high)) return 'ownWageBad';
  if (draft.weights.some(({ weight }) => !number.test(weight))) return 'amountBad';
  if (draft.exchange !== '' && !(number.test(draft.exchange) && Number(draft.exchange) > 0)) return 'amountBad';
  const { from, currency, measuredTime, countAccepted, earnedMedia } = draft;
  const narrower = own.wages.filter((line) => !('mid' in line) || line.kind || line.site || line.topic);
  const pairs = own.exchange.filter((line) => line.from !== cardCurrency || line.to !== currency);
  const topical = own.weights.filter(({ topic }) => topic);
  return {
    ...kept,
    from,
    currency,
    wages: [...(hasWage ? [{ currency, low, mid, high }] : []), ...narrower],
    exchange: draft.exchange
      ? [...pairs, { date: from, from: cardCurrency, to: currency, rate: draft.exchange }]
      : pairs,
    weights: [
      ...topical,
      ...draft.weights.map(({ kind, site, weight }) => ({
        ...(kind ? { kind: kind as Kind } : {}),
        ...(site ? { site } : {}),
        weight: Number(weight),
      })),
    ],
    measuredTime,
    countAccepted,
    earnedMedia,
  };
}
