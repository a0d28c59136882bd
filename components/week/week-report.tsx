import type { ComponentChildren } from 'preact';
import { type Family, families } from '../../lib/ledger/kinds.ts';
import { stepsOf } from '../../lib/report/calendar.ts';
import { evidenceLabels, familyLabels, kindLabels, rememberLabels } from '../../lib/report/labels.ts';
import type { FamilyLine, Note, PersonLine, PlaceLine, Report } from '../../lib/report/report.ts';
import { comparisonOf, sentenceOf } from '../../lib/report/sentence.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { Mark } from '../mark.tsx';
import { words } from '../words.ts';
import { Days } from './days.tsx';
import { FoldedList } from './folded-list.tsx';
import { WorthLines } from './worth.tsx';

const { say, number } = words;

/** One report on the screen. `lib/report/html.ts` says the same in the saved file, with the same classes. */
export function WeekReport({ report }: { report: Report }) {
  const some = report.totals.given > 0;
  return (
    <article class="report">
      <header class="opening">
        <h1 class="sentence private">{sentenceOf(report, words)}</h1>
        {some && <p class="quiet private">{comparisonOf(report, words)}</p>}
        {!some && <Nothing over={report.over} />}
      </header>
      {some && <Families lines={report.families} />}
      {some && (
        <div class="sections">
          <Section title={stepsOf(report.period) === 'months' ? 'byMonth' : 'byDay'}>
            <Days report={report} />
          </Section>
          {report.people.length > 0 && (
            <Section title="toWhom">
              <FoldedList lines={report.people} row={(line) => <Person line={line} />} />
            </Section>
          )}
        </div>
      )}
      <div class="columns">
        {some && report.worth && (
          <Section title="valueSection">
            <WorthLines worth={report.worth} period={report.period} />
          </Section>
        )}
        {report.places.length > 0 && (
          <Section title="where">
            <FoldedList
              lines={report.places}
              row={(line) => <Place line={line} most={report.places[0]?.count ?? 1} />}
            />
          </Section>
        )}
        {report.remember.length > 0 && (
          <Section title="remember">
            <FoldedList
              lines={report.remember}
              row={({ why, note }) => (
                <span class="grow stacked">
                  <span class="small quiet">{say(rememberLabels[why])}</span>
                  <NoteLine note={note} />
                </span>
              )}
            />
          </Section>
        )}
        {report.undone.length > 0 && (
          <Section title="undone">
            <FoldedList
              lines={report.undone}
              row={(note) => (
                <span class="grow stacked">
                  <NoteLine note={note} />
                </span>
              )}
            />
          </Section>
        )}
        {report.evidence.length > 0 && (
          <Section title="evidence">
            <ul class="rows">
              {report.evidence.map(({ level, count }) => (
                <li key={level}>
                  <span class="grow stacked">
                    {say(evidenceLabels[level].word)}
                    <span class="small quiet">{say(evidenceLabels[level].meaning)}</span>
                  </span>
                  <span class="private">{number(count)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Unseen sites={report.unseen} />
      </div>
    </article>
  );
}

function Nothing({ over }: { over: boolean }) {
  return <p class="quiet nothing">{say(over ? 'nothingOver' : 'nothingYet')}</p>;
}

function Section({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`section-${title}`}>
      <h2 id={`section-${title}`}>{say(title)}</h2>
      {children}
    </section>
  );
}

function Families({ lines }: { lines: FamilyLine[] }) {
  return (
    <ul class="families">
      {lines.map(({ family, count, kinds, before }) => (
        <li
          key={family}
          class={`family-${family}`}
          title={kinds.map((line) => `${say(kindLabels[line.kind])} ${number(line.count)}`).join(', ')}
        >
          <Mark family={family} />
          <span class="name">{say(familyLabels[family])}</span>
          <span class="figure">
            <span class="number private">{number(count)}</span>
            <Trend counts={[...before, count]} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The last five weeks as small bars, this one in colour. */
function Trend({ counts }: { counts: number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <span class="trend private">
      <span class="visually-hidden">{say('lastFive', counts.map(number).join(', '))}</span>
      {counts.map((count, i) => (
        <span key={i} aria-hidden="true" style={{ blockSize: `${Math.round((count / most) * 100)}%` }} />
      ))}
    </span>
  );
}

function Person({ line }: { line: PersonLine }) {
  return (
    <>
      <span class="grow one-line private">
        <bdi>{line.name}</bdi>{' '}
        <span class="quiet small">
          <bdi>{line.place}</bdi>
        </span>
      </span>
      <span class="private">{number(line.count)}</span>
    </>
  );
}

function Place({ line, most }: { line: PlaceLine; most: number }) {
  return (
    <>
      <span class="grow stacked private">
        <bdi>{line.place}</bdi>
        <span
          class="share"
          aria-hidden="true"
          style={{ inlineSize: `${Math.round((line.count / Math.max(1, most)) * 100)}%` }}
        >
          {(Object.keys(families) as Family[])
            .filter((family) => line.families[family] > 0)
            .map((family) => (
              <span key={family} class={`family-${family}`} style={{ flex: line.families[family] }} />
            ))}
        </span>
      </span>
      <span class="private">{number(line.count)}</span>
    </>
  );
}

function NoteLine({ note }: { note: Note }) {
  return (
    <>
      <a class="private" href={`#/ledger/${note.id}`}>
        <bdi>{note.title || note.to || note.place}</bdi>
      </a>
      <span class="small quiet private">
        {say(kindLabels[note.kind])}
        {note.to && note.title ? (
          <>
            {' · '}
            <bdi>{note.to}</bdi>
          </>
        ) : null}
        {' · '}
        <bdi>{note.place}</bdi>
        {' · '}
        {words.day(note.day, 'short weekday')} {words.time(note.at, note.zone)}
        {note.seconds >= 60 ? ` · ${words.duration(note.seconds)}` : ''}
      </span>
    </>
  );
}

function Unseen({ sites }: { sites: Report['unseen'] }) {
  return (
    <Section title="unseen">
      <p class="note quiet">{say('unseenAlways')}</p>
      {sites.length > 0 && (
        <ul class="rows">
          {sites.map(({ name, place, what, doubtful }) => (
            <li key={`${place} ${name}`}>
              <details open={doubtful}>
                <summary>
                  <bdi>{name}</bdi> <span class="quiet small">{number(what.length + (doubtful ? 1 : 0))}</span>
                </summary>
                <ul class="small quiet">
                  {doubtful && <li class="danger-text">{say('healthDoubtful')}</li>}
                  {what.map((text) => (
                    <li key={text} lang="en">
                      {text}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
