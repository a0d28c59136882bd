import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../lib/record/verifier.ts';
import type { Advice, Refusal, Step, Verified } from '../../lib/record/verify.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { words } from '../words.ts';
import { run } from './job.ts';

const { say } = words;

type State =
  | { is: 'idle' }
  | { is: 'checking'; name: string; share: number }
  | { is: 'told'; name: string; verdict: Verdict }
  | { is: 'failed'; name: string };

const stepNames: Record<Step, MessageKey> = {
  1: 'checkStep1',
  2: 'checkStep2',
  3: 'checkStep3',
  4: 'checkStep4',
  5: 'checkStep5',
  6: 'checkStep6',
  7: 'checkStep7',
  8: 'checkStep8',
  9: 'checkStep9',
  10: 'checkStep10',
};

const advices: Record<Advice, MessageKey> = {
  ask: 'checkAsk',
  files: 'checkFiles',
  clock: 'checkClock',
  namespace: 'checkNamespace',
  time: 'checkTime',
};

/** No record is larger; the browser would only run out of memory. */
const largest = 1024 ** 3;

/** Checks a record that somebody gave: dropped here or chosen, alone or beside an earlier one. */
export function CheckRecord() {
  const [state, setState] = useState<State>({ is: 'idle' });
  const [record, setRecord] = useState<File>();
  const [earlier, setEarlier] = useState<File>();
  const [over, setOver] = useState(false);
  const job = useRef<{ stop(): void }>();
  useEffect(() => () => job.current?.stop(), []);

  async function check(file: File | undefined, before: File | undefined) {
    job.current?.stop();
    setRecord(file);
    setEarlier(before);
    if (!file) return setState({ is: 'idle' });
    const { name } = file;
    if (file.size > largest || (before?.size ?? 0) > largest) return setState({ is: 'failed', name });
    setState({ is: 'checking', name, share: 0 });
    try {
      const zip = new Uint8Array(await file.arrayBuffer());
      const beside = before && { earlier: new Uint8Array(await before.arrayBuffer()) };
      const checking = run({ check: { zip, ...beside } }, (share) => setState({ is: 'checking', name, share }));
      job.current = checking;
      const verdict = await checking.result;
      setState({ is: 'told', name, verdict });
    } catch {
      setState({ is: 'failed', name });
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen by the keyboard too, below
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void check(event.dataTransfer?.files[0], earlier);
      }}
    >
      <p class="quiet">{say('checkMore')}</p>
      <FileField name={say('checkChoose')} testid="check-file" choose={(file) => check(file, earlier)} />
      <FileField name={say('checkEarlier')} testid="check-earlier" choose={(file) => check(record, file)} />
      {state.is === 'checking' && (
        <div class="row">
          <progress value={state.share} aria-label={say('checkRunning')} />
          <button
            type="button"
            class="button"
            onClick={() => {
              job.current?.stop();
              setState({ is: 'idle' });
            }}
          >
            {say('recordStop')}
          </button>
        </div>
      )}
      <div role="status" data-testid="verdict">
        {state.is === 'checking' && <p class="note">{say('checkRunning')}</p>}
        {state.is === 'failed' && <p class="danger-text">{say('checkBroken')}</p>}
        {state.is === 'told' && <Told {...state} />}
      </div>
    </div>
  );
}

function FileField(props: { name: string; testid: string; choose: (file: File | undefined) => void }) {
  return (
    <label class="field">
      <span class="small quiet">{props.name}</span>
      <input
        type="file"
        accept=".zip,application/zip"
        data-testid={props.testid}
        onChange={({ currentTarget }) => props.choose(currentTarget.files?.[0])}
      />
    </label>
  );
}

function Told({ name, verdict }: { name: string; verdict: Verdict }) {
  return (
    <>
      <p class={verdict.ok ? 'verdict good' : 'verdict danger-text'}>
        {say(verdict.ok ? 'checkValid' : verdict.of ? 'checkNotEarlier' : 'checkNot', name)}
      </p>
      {verdict.ok ? <ValidDetails summary={verdict.summary} /> : <RefusalDetails refusal={verdict} />}
      <ol class="steps">
        {Object.keys(stepNames).map((number) => (
          <StepLine key={number} step={Number(number) as Step} verdict={verdict} />
        ))}
      </ol>
    </>
  );
}

function StepLine({ step, verdict }: { step: Step; verdict: Verdict }) {
  const failed = !verdict.ok && step === verdict.step;
  const reached = verdict.ok || step <= verdict.step;
  const look = failed ? 'danger-text' : reached ? '' : 'quiet';
  return (
    <li class={look}>
      {failed ? '✗' : reached ? '✓' : '–'} {say(stepNames[step])}
      {failed && `: ${say('checkFailed')}`}
      {!reached && `: ${say('checkNotReached')}`}
    </li>
  );
}

function RefusalDetails({ refusal: { what, file, line, advice } }: { refusal: Refusal }) {
  return (
    <>
      <p>{say(advices[advice])}</p>
      {file && (
        <p>
          {say('checkWhere')} <code>{file}</code>
          {line !== undefined && `, ${say('checkLine', String(line))}`}
        </p>
      )}
      <p class="note quiet" lang="en">
        {what}
      </p>
    </>
  );
}

const receiptKeys = { known: 'checkKeyKnown', carried: 'checkKeyCarried', missing: 'checkKeyMissing' } as const;

function ValidDetails({ summary }: { summary: Verified['summary'] }) {
  return (
    <>
      <p>{say('checkValidMore')}</p>
      <ul class="found private">
        {summary.streams.map(({ origin, account, entries, shown }) => (
          <li key={origin}>
            <bdi>{account}</bdi>{' '}
            <span class="quiet">{say('checkShown', words.number(shown), words.number(entries))}</span>
          </li>
        ))}
        {summary.receipts.map(({ file, issuer, key }) => (
          <li key={file}>
            {say('checkReceipt')} <bdi>{issuer}</bdi> <span class="quiet">{say(receiptKeys[key])}</span>
          </li>
        ))}
      </ul>
      {summary.continued > 0 && <p>{say('checkContinues')}</p>}
    </>
  );
}
