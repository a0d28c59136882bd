import { kindLabels } from '../../lib/report/labels.ts';
import { rangeText } from '../../lib/report/money.ts';
import { confidenceLabels, methodCaveat, noteLabel, unknownLabel } from '../../lib/report/value-labels.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import type { Source } from '../../lib/value/card.ts';
import type { Figure, Input, Line } from '../../lib/value/figure.ts';
import type { Rate } from '../../lib/value/rate.ts';
import { approximate, type Ratio } from '../../lib/value/ratio.ts';
import { Scroll } from '../scroll.tsx';
import { words } from '../words.ts';

const { say, number } = words;

const bases: Record<Rate['basis'], MessageKey> = {
  published: 'basisPublished',
  derived: 'basisDerived',
  assumption: 'basisAssumption',
  own: 'basisOwn',
  measured: 'basisMeasured',
};

const checks: Record<Source['checked'], MessageKey> = {
  'seen-primary': 'seenPrimary',
  'seen-secondary': 'seenSecondary',
  'from-memory': 'seenFromMemory',
  'project-assumption': 'seenAssumption',
};

const rateFormat = new Intl.NumberFormat(words.locale, { maximumSignificantDigits: 4 });
const rate = (value: Ratio) => rateFormat.format(approximate(value));

/** Everything a figure was made from: formula, inputs, sources, how sure it is, and what to keep in mind. */
export function FigureDetails({ figure }: { figure: Figure }) {
  const { formula, confidence, movesMost, notes, exchange } = figure;
  return (
    <div class="figure-details">
      <p>{say(methodCaveat(figure.method))}</p>
      {notes.length > 0 && (
        <ul class="notes small quiet">
          {notes.map((note) => (
            <li key={note}>{say(noteLabel(note))}</li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <div>
          <dt>{say('formula')}</dt>
          <dd>
            <code>{formula}</code>
          </dd>
        </div>
        {confidence && (
          <div>
            <dt>{say('confidence')}</dt>
            <dd>{say(confidenceLabels[confidence])}</dd>
          </div>
        )}
      </dl>
      {movesMost && <p class="small">{say('movesMost', `${movesMost.symbol}, ${movesMost.rate.name}`)}</p>}
      {exchange && (
        <p class="small quiet">
          {say('exchangeIs', exchange.from, rate(exchange.rate), exchange.to, words.day(exchange.date, 'date'))}
        </p>
      )}
      {figure.lines.length > 0 && <Lines figure={figure} />}
      {figure.unknown.length > 0 && (
        <ul class="rows">
          {figure.unknown.map(({ site, kind, acts, why }) => (
            <li key={`${site} ${kind} ${why}`}>
              <span class="grow stacked">
                <span>
                  {site} · {say(kindLabels[kind])}
                </span>
                <span class="small quiet">
                  {say('valueUnknown')}: {say(unknownLabel(why))}
                </span>
              </span>
              <span class="private">{number(acts)}</span>
            </li>
          ))}
        </ul>
      )}
      <Inputs
        inputs={figure.lines.flatMap(({ inputs, beside }) => [...inputs, ...beside.flatMap((one) => one.inputs)])}
      />
      <Sources sources={figure.sources} />
    </div>
  );
}

function Lines({ figure }: { figure: Figure }) {
  return (
    <Scroll name={say('siteAndKind')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say('siteAndKind')}</th>
            <th scope="col">{say('howMany')}</th>
            <th scope="col">{say('estimate')}</th>
          </tr>
        </thead>
        <tbody class="private">
          {figure.lines.map((line) => (
            <tr key={`${line.site} ${line.kind}`}>
              <th scope="row">
                {line.site} · {say(kindLabels[line.kind])}
              </th>
              <td>{number(line.acts)}</td>
              <td>
                {rangeText(line.range, figure.currency, figure.confidence, words)}
                <Beside line={line} figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Beside({ line, figure }: { line: Line; figure: Figure }) {
  return line.beside.map(({ what, range }) => (
    <span key={what} class="small quiet beside">
      {say(what === 'ceiling' ? 'ceilingIs' : 'stockIs', rangeText(range, figure.currency, figure.confidence, words))}
    </span>
  ));
}

function Inputs({ inputs }: { inputs: readonly Input[] }) {
  const distinct = [...new Map(inputs.map((input) => [`${input.symbol} ${input.rate.ref} ${input.rate.name}`, input]))];
  if (distinct.length === 0) return null;
  return (
    <details>
      <summary>{say('figuresIn')}</summary>
      <Scroll name={say('figuresIn')}>
        <table class="table">
          <thead>
            <tr>
              {(['rateName', 'rateLow', 'rateMid', 'rateHigh', 'unit', 'confidence'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {distinct.map(
              ([
                key,
                {
                  symbol,
                  rate: { name, range, unit, basis, confidence, sources },
                },
              ]) => (
                <tr key={key}>
                  <th scope="row">
                    <var>{symbol}</var> · {name}
                    <span class="small quiet beside">{[say(bases[basis]), ...sources].join(' · ')}</span>
                  </th>
                  <td>{rate(range.low)}</td>
                  <td>{rate(range.mid)}</td>
                  <td>{rate(range.high)}</td>
                  <td class="unit">{unit}</td>
                  <td>{say(confidenceLabels[confidence])}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <details>
      <summary>
        {say('sources')} <span class="quiet small">{number(sources.length)}</span>
      </summary>
      <ul class="rows" lang="en">
        {sources.map(({ id, citation, url, year, checked }) => (
          <li key={id}>
            <span class="grow stacked">
              <span>
                <code class="small">{id}</code>{' '}
                {url ? (
                  <a href={url} target="_blank" rel="noreferrer">
                    {citation}
                  </a>
                ) : (
                  citation
                )}
              </span>
              <span class="small quiet" lang={words.locale}>
                {year} · {say(checks[checked])}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
