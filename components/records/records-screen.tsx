import { useState } from 'preact/hooks';
import { type Family, families, type Kind } from '../../lib/ledger/kinds.ts';
import { shiftDay } from '../../lib/ledger/local-day.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import { dayHere } from '../../lib/report/calendar.ts';
import { familyLabels, kindLabels } from '../../lib/report/labels.ts';
import { placeOf } from '../../lib/report/report.ts';
import { ClaimsPart } from '../claims/claims-part.tsx';
import { useLive } from '../live.ts';
import { readFirstDay, readRecordPreview, readStreams } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { CheckRecord } from './check-record.tsx';
import { MakeRecord } from './make-record.tsx';
import { type Preset, presetLabels, presets } from './presets.ts';
import type { Choice } from './preview.ts';
import { PreviewList } from './preview-list.tsx';

const { say } = words;
/** Four weeks: a record shows no more of the past than its owner chose. */
const daysAtFirst = 27;

/** Signed records: choose what to show, see what a reader will see, make it, keep it. */
export function RecordsScreen() {
  const today = dayHere(new Date());
  const streams = useLive(readStreams, []);
  const [from, setFrom] = useState(shiftDay(today, -daysAtFirst));
  const [to, setTo] = useState(today);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [titles, setTitles] = useState(true);
  const [noKinds, setNoKinds] = useState<readonly Kind[]>([]);
  const [without, setWithout] = useState<readonly string[]>([]);
  const first = useLive(readFirstDay, []);

  if (streams.is === 'error') return <Problem title={say('readError')} />;
  if (streams.is === 'loading') return <Waiting title={say('navRecords')} />;
  const filled = streams.value
    .filter(({ size }) => size > 0)
    .sort((one, other) => (placeOf(one.host) < placeOf(other.host) ? -1 : 1));
  const choice: Choice = {
    period: { from, to },
    streams: filled.map(({ id }) => id).filter((id) => !left.includes(id)),
    kinds: Object.values(families)
      .flat()
      .filter((kind) => !noKinds.includes(kind)),
    without,
    titles,
  };
  const take = (preset: Preset) => {
    const taken = presets[preset];
    setFrom(taken.always && first.is === 'ready' ? (first.value ?? from) : shiftDay(today, -taken.days));
    setTo(today);
    setLeft(taken.single ? filled.slice(1).map(({ id }) => id) : []);
    setNoKinds(taken.without);
    setWithout([]);
    setTitles(taken.titles);
  };
  return (
    <section class="records">
      <h1 class="title">{say('navRecords')}</h1>
      <p class="lede quiet">{say('recordsMore')}</p>
      {filled.length === 0 ? (
        <p class="quiet nothing">{say('ledgerEmpty')}</p>
      ) : (
        <>
          <div class="setting">
            <h2>{say('recordWhat')}</h2>
            <div>
              <Presets take={take} />
              <div class="row">
                <DayField name={say('recordFrom')} value={from} max={to} choose={setFrom} />
                <DayField name={say('recordTo')} value={to} max={today} choose={setTo} />
              </div>
              <Accounts streams={filled} left={left} choose={setLeft} />
              {choice.streams.length > 1 && <p class="quiet">{say('recordTogether')}</p>}
              <Kinds left={noKinds} choose={setNoKinds} />
              <label class="check">
                <input type="checkbox" checked={titles} onChange={() => setTitles(!titles)} />
                {say('recordTitles')}
              </label>
            </div>
          </div>
          <Chosen choice={choice} leave={setWithout} />
          <ClaimsPart />
        </>
      )}
      <div class="setting">
        <h2>{say('checkTitle')}</h2>
        <CheckRecord />
      </div>
    </section>
  );
}

function DayField(props: { name: string; value: string; max: string; choose: (day: string) => void }) {
  return (
    <label class="field">
      <span class="small quiet">{props.name}</span>
      <input
        type="date"
        value={props.value}
        max={props.max}
        onChange={({ currentTarget }) => currentTarget.value && props.choose(currentTarget.value)}
      />
    </label>
  );
}

function Accounts(props: { streams: Stream[]; left: readonly string[]; choose: (left: readonly string[]) => void }) {
  const { streams, left, choose } = props;
  return (
    <fieldset class="checks">
      <legend class="small quiet">{say('recordWhose')}</legend>
      {streams.map(({ id, account, host }) => (
        <label key={id} class="check private">
          <input
            type="checkbox"
            checked={!left.includes(id)}
            onChange={() => choose(left.includes(id) ? left.filter((other) => other !== id) : [...left, id])}
          />
          <span>
            <bdi>{account || say('recordNoAccount')}</bdi>{' '}
            <span class="quiet">
              <bdi>{placeOf(host)}</bdi>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Presets({ take }: { take: (preset: Preset) => void }) {
  return (
    <fieldset class="presets">
      <legend class="small quiet">{say('recordFor')}</legend>
      {(Object.keys(presets) as Preset[]).map((preset) => (
        <button key={preset} type="button" class="chip" data-testid={`preset-${preset}`} onClick={() => take(preset)}>
          {say(presetLabels[preset])}
        </button>
      ))}
    </fieldset>
  );
}

function Kinds({ left, choose }: { left: readonly Kind[]; choose: (left: readonly Kind[]) => void }) {
  return (
    <details class="kinds">
      <summary class="kinds-title">{say('recordKinds')}</summary>
      {(Object.keys(families) as Family[]).map((family) => (
        <fieldset key={family} class="checks">
          <legend class="small quiet">{say(familyLabels[family])}</legend>
          {families[family].map((kind: Kind) => (
            <label key={kind} class="check">
              <input
                type="checkbox"
                checked={!left.includes(kind)}
                onChange={() => choose(left.includes(kind) ? left.filter((one) => one !== kind) : [...left, kind])}
              />
              {say(kindLabels[kind])}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}

function Chosen({ choice, leave }: { choice: Choice; leave: (without: readonly string[]) => void }) {
  const preview = useLive(() => readRecordPreview(choice), [JSON.stringify(choice)]);
  if (preview.is === 'error') return <Problem title={say('readError')} />;
  if (preview.is === 'loading') return <p class="quiet">{say('loading')}</p>;
  return (
    <>
      <div class="preview">
        <h2>{say('recordPreview')}</h2>
        {preview.value.lines.length === 0 ? (
          <p class="quiet">{say('recordPreviewEmpty')}</p>
        ) : (
          <PreviewList preview={preview.value} without={choice.without} leave={leave} />
        )}
      </div>
      {/* A changed choice begins anew: a record that is ready belongs to what was chosen then. */}
      {preview.value.total > 0 && <MakeRecord key={JSON.stringify(choice)} choice={choice} />}
    </>
  );
}
