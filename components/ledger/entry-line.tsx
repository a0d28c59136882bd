import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/ledger/entry.ts';
import { familyOf } from '../../lib/ledger/kinds.ts';
import { localDay } from '../../lib/ledger/local-day.ts';
import { evidenceLabels, kindLabels } from '../../lib/report/labels.ts';
import { placeOf } from '../../lib/report/report.ts';
import { Forget } from '../forget.tsx';
import { Mark } from '../mark.tsx';
import { Recognise } from '../value/recognise.tsx';
import { words } from '../words.ts';
import { moveFocus } from './move-focus.ts';

const { say } = words;

/** One entry; opens to what stands behind it. */
export function EntryLine({ entry, open }: { entry: Entry; open: boolean }) {
  const title = entry.object.title || entry.to?.name || entry.object.url;
  // What stands behind an entry is drawn when it is opened: fifty of them at once would be most of a page's work.
  const [opened, setOpened] = useState(open);
  return (
    <li id={`entry-${entry.id}`}>
      <details open={open} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed and focused by its nature */}
        <summary onKeyDown={moveFocus}>
          <Mark family={familyOf(entry.kind)} />
          <span class="kind">
            {say(kindLabels[entry.kind])}
            {entry.undo && <span class="quiet"> ({say('takenBack')})</span>}
            {entry.revises && <span class="quiet"> ({say('revised')})</span>}
          </span>
          <span class="what private">
            <bdi>{title}</bdi>
          </span>
          <span class="where quiet private">
            <bdi>{placeOf(entry.host)}</bdi>
          </span>
          <time class="quiet" dateTime={entry.at}>
            {words.time(entry.at, entry.zone)}
          </time>
        </summary>
        {opened && <Details entry={entry} title={title} />}
      </details>
    </li>
  );
}

function Details({ entry, title }: { entry: Entry; title: string }) {
  const { detail, effort, evidence } = entry;
  const level = evidenceLabels[evidence.level];
  return (
    <div class="details">
      <dl class="facts">
        <Fact name={say('factObject')}>
          <WebLink url={entry.object.url}>{entry.object.url}</WebLink>
        </Fact>
        {entry.made && (
          <Fact name={say('factMade')}>
            <WebLink url={entry.made.url}>{entry.made.url}</WebLink>
          </Fact>
        )}
        {entry.to && (
          <Fact name={say('factTo')}>
            {entry.to.url ? <WebLink url={entry.to.url}>{entry.to.name}</WebLink> : <bdi>{entry.to.name}</bdi>}
          </Fact>
        )}
        {entry.account && (
          <Fact name={say('factAccount')}>
            <bdi>{entry.account}</bdi>
          </Fact>
        )}
        {detail && (
          <Fact name={say('factDetail')}>
            <bdi>{Object.values(detail).filter(Boolean).join(' · ')}</bdi>
          </Fact>
        )}
        {effort && (
          <Fact name={say('effort')}>
            {words.list([words.duration(effort.seconds), words.count('wordsWritten', effort.words)])}
          </Fact>
        )}
        {entry.topics && entry.topics.length > 0 && (
          <Fact name={say('factTopics')}>
            <bdi>{entry.topics.join(', ')}</bdi>
          </Fact>
        )}
        <Fact name={say('factWhen')}>
          {words.day(localDay(entry.at, entry.zone), 'full')}, {words.time(entry.at, entry.zone)} (UTC{entry.zone})
        </Fact>
        <Fact name={say('evidence')}>
          {say(level.word)}. <span class="quiet">{say(level.meaning)}</span>
        </Fact>
        <Fact name={say('factSigns')}>
          <span class="quiet">{[entry.definition, ...evidence.signs].join(' · ')}</span>
        </Fact>
        <Fact name={say('factSealed')}>
          <code class="small quiet">{entry.leaf}</code>
        </Fact>
      </dl>
      {!entry.undo && !entry.revises && <Recognise entry={entry} />}
      <Forget id={entry.id} title={title} forgotten={() => {}} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="private">{children}</dd>
    </div>
  );
}

/** A link to a page of the web; any other address is shown as text, because pressing it could run something. */
function WebLink({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <bdi>{children}</bdi>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <bdi>{children}</bdi>
    </a>
  );
}
