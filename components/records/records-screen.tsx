import { useState } from 'preact/hooks';
import { shiftDay } from '../../lib/ledger/local-day.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import { dayHere } from '../../lib/report/calendar.ts';
import { placeOf } from '../../lib/report/report.ts';
import { ClaimsPart } from '../claims/claims-part.tsx';
import { useLive } from '../live.ts';
import { readRecordPreview, readStreams } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { MakeRecord } from './make-record.tsx';
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

  if (streams.is === 'error') return <Problem title={say('readError')} />;
  if (streams.is === 'loading') return <Waiting title={say('navRecords')} />;
  const filled = streams.value
    .filter(({ size }) => size > 0)
    .sort((one, other) => (placeOf(one.host) < placeOf(other.host) ? -1 : 1));
  const choice: Choice = {
    period: { from, to },
    streams: filled.map(({ id }) => id).filter((id) => !left.includes(id)),
    titles,
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
              <div class="row">
                <DayField name={say('recordFrom')} value={from} max={to} choose={setFrom} />
                <DayField name={say('recordTo')} value={to} max={today} choose={setTo} />
              </div>
              <Accounts streams={filled} left={left} choose={setLeft} />
              {choice.streams.length > 1 && <p class="quiet">{say('recordTogether')}</p>}
              <label class="check">
                <input type="checkbox" checked={titles} onChange={() => setTitles(!titles)} />
                {say('recordTitles')}
              </label>
            </div>
          </div>
          <Chosen choice={choice} />
          <ClaimsPart />
        </>
      )}
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

function Chosen({ choice }: { choice: Choice }) {
  const preview = useLive(() => readRecordPreview(choice), [JSON.stringify(choice)]);
  if (preview.is === 'error') return <Problem title={say('readError')} />;
  if (preview.is === 'loading') return <p class="quiet">{say('loading')}</p>;
  return (
    <>
      <div class="preview">
        <h2>{say('recordPreview')}</h2>
        {preview.value.total === 0 ? (
          <p class="quiet">{say('recordPreviewEmpty')}</p>
        ) : (
          <PreviewList preview={preview.value} />
        )}
      </div>
      {/* A changed choice begins anew: a record that is ready belongs to what was chosen then. */}
      {preview.value.total > 0 && <MakeRecord key={JSON.stringify(choice)} choice={choice} />}
    </>
  );
}
