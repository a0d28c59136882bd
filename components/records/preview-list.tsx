import type { EvidenceLevel } from '../../lib/ledger/kinds.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import type { ShownLine } from '../../lib/record/shown.ts';
import { evidenceLabels, kindLabels } from '../../lib/report/labels.ts';
import { words } from '../words.ts';
import type { Preview } from './preview.ts';

const { say } = words;

/** The entries as a reader will see them: times in UTC, people and things by their addresses. */
export function PreviewList({ preview: { total, lines } }: { preview: Preview }) {
  const more = total - lines.length;
  return (
    <>
      <p class="quiet note">
        {words.count('recordLines', total)}. {say('recordAlso')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="lines" tabIndex={0} aria-label={say('recordPreview')}>
        <ul>
          {lines.map((line) => (
            <Line key={`${line.stream.id} ${line.index}`} line={line} />
          ))}
        </ul>
      </section>
      {more > 0 && <p class="quiet note">{words.count('andMore', more)}</p>}
    </>
  );
}

function Line({ line }: { line: ShownLine<Stream> }) {
  const changed = line.type === 'Undo' ? say('takenBack') : line.type === 'Update' ? say('revised') : '';
  const facts = [
    say(evidenceLabels[line.evidence as EvidenceLevel].word),
    line.seconds === undefined ? '' : words.duration(line.seconds),
    line.words === undefined ? '' : words.count('wordsWritten', line.words),
  ];
  return (
    <li class="private">
      <time class="quiet" dateTime={line.published}>
        {words.day(line.published.slice(0, 10), 'short date')} {words.time(line.published, '+00:00')} UTC
      </time>
      <span class="stacked">
        <span>{[say(kindLabels[line.kind]), line.rating, changed && `(${changed})`].filter(Boolean).join(' ')}</span>
        <span class="small quiet">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span class="stacked">
        {line.title && <bdi>{line.title}</bdi>}
        <bdi class="small quiet">{line.about ?? line.url}</bdi>
        {line.to && <bdi class="small quiet">→ {line.to}</bdi>}
      </span>
    </li>
  );
}
