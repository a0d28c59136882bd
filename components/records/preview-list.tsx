import type { EvidenceLevel } from '../../lib/ledger/kinds.ts';
import { evidenceLabels, kindLabels } from '../../lib/report/labels.ts';
import { words } from '../words.ts';
import type { Preview, PreviewLine } from './preview.ts';

const { say } = words;

/** The entries as a reader will see them: times in UTC, people and things by their addresses. */
export function PreviewList(props: {
  preview: Preview;
  without: readonly string[];
  leave: (without: readonly string[]) => void;
}) {
  const { preview, without, leave } = props;
  const { total, lines } = preview;
  const more = total - lines.filter(({ id }) => !without.includes(id)).length;
  return (
    <>
      <p class="quiet note">
        {words.count('recordLines', total)}. {say('recordAlso')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="lines" tabIndex={0} aria-label={say('recordPreview')}>
        <ul>
          {lines.map((one) => (
            <Line
              key={one.id}
              {...one}
              shown={!without.includes(one.id)}
              toggle={() =>
                leave(without.includes(one.id) ? without.filter((id) => id !== one.id) : [...without, one.id])
              }
            />
          ))}
        </ul>
      </section>
      {more > 0 && <p class="quiet note">{words.count('andMore', more)}</p>}
    </>
  );
}

function Line({ line, shown, toggle }: PreviewLine & { shown: boolean; toggle: () => void }) {
  const changed = line.type === 'Undo' ? say('takenBack') : line.type === 'Update' ? say('revised') : '';
  const facts = [
    say(evidenceLabels[line.evidence as EvidenceLevel].word),
    line.seconds === undefined ? '' : words.duration(line.seconds),
    line.words === undefined ? '' : words.count('wordsWritten', line.words),
  ];
  return (
    <li class={shown ? 'private' : 'private left-out'}>
      <label class="pick">
        <input type="checkbox" checked={shown} onChange={toggle} aria-label={say('recordShowLine')} />
      </label>
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
