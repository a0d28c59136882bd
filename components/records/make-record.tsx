import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecordProblem } from '../../lib/record/errors.ts';
import type { KeyBackupProblem } from '../../lib/record/key-backup.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { download } from '../download.ts';
import { useLive } from '../live.ts';
import { readHasKeys } from '../reader.ts';
import { words } from '../words.ts';
import { type JobFailed, run } from './job.ts';
import { isComplete, type KeyChoice, KeyQuestion } from './key-choice.tsx';
import type { Choice } from './preview.ts';

const { say } = words;

type State =
  | { is: 'idle' }
  | { is: 'making'; share: number }
  | { is: 'ready'; address: string; shown: number; keys: string | undefined }
  | { is: 'failed'; problem: RecordProblem | KeyBackupProblem | undefined };

const problems: Record<RecordProblem | KeyBackupProblem, MessageKey> = {
  passphrase: 'keysWrong',
  unreadable: 'keysUnreadable',
  'other-keys': 'keysOther',
  'no-ed25519': 'recordNoSigning',
  'no-key-store': 'recordNoKeys',
  nothing: 'recordPreviewEmpty',
  damaged: 'recordDamaged',
  contradiction: 'recordContradiction',
};

/** Seals, signs and hands over what was chosen. */
export function MakeRecord({ choice }: { choice: Choice }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const [keyChoice, setKeyChoice] = useState<KeyChoice>({ copy: 'none' });
  const hasKeys = useLive(readHasKeys, []);
  const job = useRef<{ stop(): void }>();
  useEffect(() => (state.is === 'ready' ? () => URL.revokeObjectURL(state.address) : undefined), [state]);
  useEffect(() => () => job.current?.stop(), []);

  async function make() {
    setState({ is: 'making', share: 0 });
    try {
      const making = run({ make: choice, keys: keyChoice }, (share) => setState({ is: 'making', share }));
      job.current = making;
      const { zip, shown, keys } = await making.result;
      setState({
        is: 'ready',
        shown,
        keys,
        address: URL.createObjectURL(new Blob([zip], { type: 'application/zip' })),
      });
    } catch (error) {
      setState({ is: 'failed', problem: (error as JobFailed).problem });
    }
  }

  function stop() {
    job.current?.stop();
    setState({ is: 'idle' });
  }

  return (
    <section class="make">
      {hasKeys.is === 'ready' && !hasKeys.value && <KeyQuestion choice={keyChoice} choose={setKeyChoice} />}
      <p class="note quiet">{say('recordKey')}</p>
      <div class="row">
        {state.is === 'ready' ? (
          <a
            class="button primary"
            href={state.address}
            download={`contrail-record-${choice.period.from}-${choice.period.to}.zip`}
            data-testid="download-record"
          >
            {say('recordDownload')}
          </a>
        ) : (
          <button
            type="button"
            class="button primary"
            disabled={state.is === 'making' || !isComplete(keyChoice)}
            data-testid="make-record"
            onClick={make}
          >
            {say('recordMake')}
          </button>
        )}
        {state.is === 'ready' && state.keys && (
          <button
            type="button"
            class="button"
            data-testid="save-keys"
            onClick={() => download(state.keys ?? '', 'application/json', 'contrail-keys.json')}
          >
            {say('keysSave')}
          </button>
        )}
        {state.is === 'making' && (
          <>
            <progress value={state.share} aria-label={say('recordMaking')} />
            <button type="button" class="button" onClick={stop}>
              {say('recordStop')}
            </button>
          </>
        )}
        <p role="status" class="note">
          {state.is === 'making' && say('recordMaking')}
          {state.is === 'ready' && say('recordReady', words.count('recordLines', state.shown))}
          {state.is === 'failed' && (
            <span class="danger-text">{say(state.problem ? problems[state.problem] : 'notDone')}</span>
          )}
        </p>
      </div>
    </section>
  );
}
