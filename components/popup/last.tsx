import type { Entry } from '../../lib/ledger/entry.ts';
import { familyOf } from '../../lib/ledger/kinds.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import { placeOf } from '../../lib/report/report.ts';
import { Forget } from '../forget.tsx';
import { Mark } from '../mark.tsx';
import { words } from '../words.ts';

const { say } = words;

/** The newest entries, each of which can be forgotten. */
export function Last({ entries, changed }: { entries: Entry[]; changed: () => void }) {
  return (
    <section class="last">
      <h2>{say('last')}</h2>
      {entries.length === 0 ? (
        <p class="note quiet">{say('lastEmpty')}</p>
      ) : (
        <ul class="rows">
          {entries.map((entry) => (
            <Line key={entry.id} entry={entry} changed={changed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ entry, changed }: { entry: Entry; changed: () => void }) {
  const title = entry.object.title || entry.to?.name || placeOf(entry.host);
  return (
    <li>
      <Mark family={familyOf(entry.kind)} />
      <span class="grow stacked">
        <span class="one-line private">
          <bdi>{title}</bdi>
        </span>
        <span class="small quiet">
          {say(kindLabels[entry.kind])}
          {entry.undo && ` (${say('takenBack')})`} · {words.time(entry.at, entry.zone)}
        </span>
      </span>
      <Forget id={entry.id} title={title} forgotten={changed} />
    </li>
  );
}
