import { periodName } from '../../lib/report/calendar.ts';
import type { Report } from '../../lib/report/report.ts';
import { firstFigure, type Worth, worthInWords } from '../../lib/report/worth.ts';
import { figuresHidden } from '../value/hidden.ts';
import { RangeBar, scaleFor } from '../value/range-bar.tsx';
import { words } from '../words.ts';

const { say } = words;

/** What the time was worth by the method the person looks by, what came back, and what is not recognised yet. */
export function WorthLines({ worth, period }: { worth: Worth; period: Report['period'] }) {
  if (figuresHidden.value) {
    return (
      <p class="note quiet">
        {say('figuresHidden')} <a href={`#/value/${periodName(period)}`}>{say('navValue')}</a>
      </p>
    );
  }
  const told = worthInWords(worth, words);
  const figure = firstFigure(worth);
  return (
    <>
      {told.disagree && <p class="small quiet">{told.disagree}</p>}
      {told.first && (
        <p class="answer-figure private">
          <span class="small quiet">
            {told.first.name} ({say('estimate')})
          </span>
          <span class="estimate">{told.first.text}</span>
          {figure?.range && figure.currency !== 'points' && (
            <RangeBar range={figure.range} scale={scaleFor([figure.range])} />
          )}
        </p>
      )}
      <ul class="rows">
        <li>
          <span class="grow stacked private">
            <span class="small quiet">{say('cameBack')}</span>
            <span class={told.cameBack ? 'received' : ''}>{told.back}</span>
          </span>
        </li>
        <li>
          <span class="grow stacked private">
            <span class="small quiet">{say('accountUnrecognised')}</span>
            {told.unrecognised}
          </span>
        </li>
      </ul>
      {told.others.length > 0 && (
        <details>
          <summary>{say('otherMethods')}</summary>
          <ul class="rows">
            {told.others.map(({ name, text }) => (
              <li key={name}>
                <span class="grow stacked private">
                  <span class="small quiet">{name}</span>
                  <span class="estimate">{text}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="small">
        <a href={`#/value/${periodName(period)}`}>{say('allMethods')}</a>
      </p>
    </>
  );
}
