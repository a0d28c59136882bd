import { useState } from 'preact/hooks';
import { exactAmount } from '../../lib/report/money.ts';
import { currenciesOf } from '../../lib/value/exchange.ts';
import { shippedExchange } from '../../lib/value/rates/exchange.ts';
import type { Receipt } from '../../lib/value/recognition.ts';
import { ask } from '../ask.ts';
import { TextField } from '../text-field.tsx';
import { words } from '../words.ts';

const { say } = words;

/** ISO 4217 codes that can be converted, in order. */
export const currencies = [...currenciesOf(shippedExchange)].sort();

interface Shown {
  receipts: readonly Receipt[];
  today: string;
  currency: string;
}

/** Money that was received, first and apart from every estimate, and a form to write more down. */
export function CameBack({ receipts, today, currency }: Shown) {
  return (
    <>
      {receipts.length === 0 && <p class="quiet note">{say('nothingCameBack')}</p>}
      {receipts.length > 0 && (
        <ul class="rows">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <span class="grow stacked private">
                <bdi>{receipt.from || receipt.site}</bdi>
                <span class="small quiet">
                  {words.day(receipt.at.slice(0, 10), 'date')}
                  {receipt.note && (
                    <>
                      {' · '}
                      <bdi>{receipt.note}</bdi>
                    </>
                  )}
                </span>
              </span>
              <span class="received private">{exactAmount(receipt.amount, receipt.currency, words)}</span>
              <button type="button" class="link forget" onClick={() => ask('unreturned', { id: receipt.id })}>
                {say('takeOut')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <MoneyForm today={today} currency={currency} />
    </>
  );
}

function MoneyForm({ today, currency }: { today: string; currency: string }) {
  const empty = { amount: '', currency, from: '', site: '', note: '', day: today };
  const [draft, setDraft] = useState(empty);
  const [said, setSaid] = useState<'amountBad' | 'notDone' | 'writtenDown' | null>(null);
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value });
  const save = async (event: Event) => {
    event.preventDefault();
    if (!/^\d{1,12}(\.\d{1,6})?$/.test(draft.amount) || Number(draft.amount) === 0) return setSaid('amountBad');
    try {
      await ask('returned', { what: { type: 'money', ...draft, site: draft.site || draft.from || 'money' } });
      setDraft({ ...empty, currency: draft.currency });
      setSaid('writtenDown');
    } catch {
      setSaid('notDone');
    }
  };
  return (
    <details>
      <summary>{say('moneyAdd')}</summary>
      <form class="money-form" onSubmit={save} data-testid="money-form">
        <TextField name={say('amount')} value={draft.amount} set={set('amount')} mode="decimal" />
        <label class="field">
          <span class="small quiet">{say('currency')}</span>
          <select value={draft.currency} onChange={({ currentTarget }) => set('currency')(currentTarget.value)}>
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="small quiet">{say('day')}</span>
          <input
            type="date"
            value={draft.day}
            max={today}
            onChange={({ currentTarget }) => currentTarget.value && set('day')(currentTarget.value)}
          />
        </label>
        <TextField name={say('moneyFrom')} value={draft.from} set={set('from')} most={256} />
        <TextField name={say('moneyWhere')} value={draft.site} set={set('site')} most={64} />
        <TextField name={say('moneyNote')} value={draft.note} set={set('note')} most={512} />
        <button type="submit" class="button">
          {say('writeDown')}
        </button>
        <p class="small" role="status">
          {said && say(said)}
        </p>
      </form>
    </details>
  );
}
