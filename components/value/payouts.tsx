import { useState } from 'preact/hooks';
import { figureText, rangeText } from '../../lib/report/money.ts';
import {
  confidenceLabels,
  methodCaveat,
  methodLabel,
  methodMeaning,
  unknownLabel,
} from '../../lib/report/value-labels.ts';
import type { Rates } from '../../lib/value/book.ts';
import { payout } from '../../lib/value/methods/payouts.ts';
import { TextField } from '../text-field.tsx';
import { words } from '../words.ts';
import { FigureDetails } from './figure-details.tsx';

const { say } = words;

/** What a real programme would pay for what the person says they have. */
export function Payouts({ rates, currency }: { rates: Rates; currency: string }) {
  const programmes = rates.card.actualPayouts;
  const [chosen, setChosen] = useState(0);
  const [metric, setMetric] = useState('');
  const [eligible, setEligible] = useState(false);
  const programme = programmes[chosen];
  if (!programme) return null;
  const result = /^\d{1,15}(\.\d{1,6})?$/.test(metric) ? payout(programme, metric, eligible, rates, currency) : null;
  return (
    <details class="payouts">
      <summary>
        <span class="method-name">
          <strong>{say(methodLabel('payouts'))}</strong>
          <span class="small quiet">{say(methodMeaning('payouts'))}</span>
        </span>
      </summary>
      <div class="figure-details">
        <div class="row">
          <label class="field">
            <span class="small quiet">{say('programme')}</span>
            <select value={chosen} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
              {programmes.map((one, i) => (
                <option key={`${one.platform} ${one.programme} ${one.metric}`} value={i}>
                  {one.platform}: {one.programme} ({one.metric})
                </option>
              ))}
            </select>
          </label>
          <TextField name={say('howMuch')} value={metric} set={setMetric} mode="decimal" />
        </div>
        <p class="small quiet">{say('programmeCounts', programme.metric)}</p>
        <p class="small quiet">{say('programmeNeeds', programme.eligibility || '–')}</p>
        <label class="check">
          <input type="checkbox" checked={eligible} onChange={() => setEligible(!eligible)} />
          {say('meetsAll')}
        </label>
        {result && (
          <div role="status">
            <p>
              <strong class="private">{say('paid', figureText(result.figure, words))}</strong>
            </p>
            <p class="small quiet">
              {say(
                'ifEligible',
                typeof result.ifEligible === 'string'
                  ? say(unknownLabel(result.ifEligible))
                  : rangeText(result.ifEligible, currency, programme.confidence, words),
              )}{' '}
              · {say('confidence')}: {say(confidenceLabels[programme.confidence])}
            </p>
            <FigureDetails figure={result.figure} />
          </div>
        )}
        {!result && <p class="small quiet">{say(methodCaveat('payouts'))}</p>}
      </div>
    </details>
  );
}
