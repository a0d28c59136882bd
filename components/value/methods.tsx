import { figureText } from '../../lib/report/money.ts';
import { confidenceLabels, methodLabel, methodMeaning } from '../../lib/report/value-labels.ts';
import type { Figure } from '../../lib/value/figure.ts';
import { words } from '../words.ts';
import { FigureDetails } from './figure-details.tsx';
import { RangeBar, type Scale, scaleFor } from './range-bar.tsx';

const { say } = words;

/** The answers of several methods, side by side and never added. Each opens to all it was made from. */
export function Methods({ figures }: { figures: readonly Figure[] }) {
  const money = figures.flatMap(({ range, currency }) => (range && currency !== 'points' ? [range] : []));
  const scale = scaleFor(money);
  return (
    <ul class="methods">
      {figures.map((figure) => (
        <li key={figure.method}>
          <details id={`method-${figure.method}`}>
            <summary>
              <Answer figure={figure} scale={scale} />
            </summary>
            <FigureDetails figure={figure} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Answer({ figure, scale }: { figure: Figure; scale: Scale }) {
  const { method, range, currency, confidence } = figure;
  return (
    <span class="answer">
      <span class="method-name">
        <strong>{say(methodLabel(method))}</strong>
        <span class="small quiet">{say(methodMeaning(method))}</span>
      </span>
      <span class="answer-figure private">
        <span class={range ? 'estimate' : 'quiet'}>{figureText(figure, words)}</span>
        {range && currency !== 'points' && <RangeBar range={range} scale={scale} />}
        {confidence && range && (
          <span class="small quiet">
            {say('estimate')} · {say('confidence')}: {say(confidenceLabels[confidence])}
          </span>
        )}
      </span>
    </span>
  );
}
