import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/report/words.ts';
import { words } from '../words.ts';
import type { Restored, Tell } from './backup-work.ts';

const { say } = words;

/** Sealing and opening, and the schemas of what comes out, are a chunk of their own: few visits need them. */
const work = () => import('./backup-work.ts');

type State<Result> =
  | { is: 'idle' }
  | { is: 'working'; done: number; of: number }
  | { is: 'done'; result: Result }
  | { is: 'stopped' }
  | { is: 'failed'; why: MessageKey };

class Stopped extends Error {}

/** A piece of work with progress that can be stopped. */
function useWork<Result>(whyOf: (error: unknown) => MessageKey) {
  const [state, setState] = useState<State<Result>>({ is: 'idle' });
  const stopping = useRef(false);
  async function run(task: (tell: Tell) => Promise<Result>) {
    stopping.current = false;
    setState({ is: 'working', done: 0, of: 0 });
    try {
      const result = await task((done, of) => {
        if (stopping.current) throw new Stopped();
        setState({ is: 'working', done, of });
      });
      setState({ is: 'done', result });
    } catch (error) {
      setState(error instanceof Stopped ? { is: 'stopped' } : { is: 'failed', why: whyOf(error) });
    }
  }
  const stop = () => {
    stopping.current = true;
  };
  return { state, run, stop };
}

/** A passphrase: long enough, and never remembered by the page. */
export function Passphrase({ value, change, fresh = false }: PassphraseGiven) {
  return (
    <label class="field">
      <span>{say('backupPassphrase')}</span>
      <input
        type="password"
        required
        minLength={fresh ? 10 : 1}
        maxLength={1024}
        autoComplete={fresh ? 'new-password' : 'off'}
        value={value}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </label>
  );
}

interface PassphraseGiven {
  value: string;
  change: (value: string) => void;
  /** Chosen now, and not one that must fit. */
  fresh?: boolean;
}

export function Progress({ done, of }: { done: number; of: number }) {
  return (
    <progress aria-label={say('backupProgress')} {...(of > 0 && { max: of, value: done })}>
      {of > 0 ? Math.round((done / of) * 100) : ''}
    </progress>
  );
}

/** Makes an encrypted copy of everything, as a file. */
export function MakeBackup() {
  const [passphrase, setPassphrase] = useState('');
  const { state, run, stop } = useWork<{ address: string; name: string; entries: number }>(() => 'notDone');
  useEffect(() => (state.is === 'done' ? () => URL.revokeObjectURL(state.result.address) : undefined), [state]);

  function make(event: Event) {
    event.preventDefault();
    return run(async (tell) => {
      const { file, name, entries } = await (await work()).makeBackup(passphrase, tell);
      setPassphrase('');
      return { address: URL.createObjectURL(file), name, entries };
    });
  }

  return (
    <form class="fields" onSubmit={make} data-testid="make-backup">
      <Passphrase value={passphrase} change={setPassphrase} fresh />
      <p class="note quiet">{say('backupPassphraseMore')}</p>
      <div class="row">
        {state.is === 'done' ? (
          <a class="button primary" href={state.result.address} download={state.result.name} data-testid="save-backup">
            {say('backupSave')}
          </a>
        ) : state.is === 'working' ? (
          <Working {...state} stop={stop} />
        ) : (
          <button type="submit" class="button">
            {say('backupMake')}
          </button>
        )}
      </div>
      <p role="status" class="note">
        {state.is === 'done' && say('backupReady', words.number(state.result.entries))}
        {state.is === 'failed' && <span class="danger-text">{say(state.why)}</span>}
      </p>
    </form>
  );
}

const restoreProblems: Record<string, MessageKey> = {
  'not-a-backup': 'restoreNotBackup',
  newer: 'restoreNewer',
  passphrase: 'restoreWrong',
  header: 'restoreHeader',
  unreachable: 'backupUnreachable',
  refused: 'backupRefused',
  missing: 'restoreNoneThere',
};

/** Takes a backup in: into an empty ledger, or beside what is there already. */
export function RestoreBackup({ fromServer }: { fromServer: boolean }) {
  const [passphrase, setPassphrase] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const { state, run, stop } = useWork<Restored>(
    (error) => restoreProblems[(error as { problem?: string }).problem ?? ''] ?? 'notDone',
  );

  const start = (server: boolean) =>
    run(async (tell) => {
      const { filesSource, restore, serverSource } = await work();
      const source = server ? await serverSource() : filesSource(files);
      if (!source) throw Object.assign(new Error('no backup there'), { problem: 'missing' });
      const restored = await restore(source, passphrase, tell);
      setPassphrase('');
      return restored;
    });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void start(event.submitter?.getAttribute('value') === 'server');
  }

  return (
    <form class="fields" onSubmit={submit} data-testid="restore">
      <label class="field">
        <span>{say('restoreFile')}</span>
        <input
          type="file"
          multiple
          onChange={({ currentTarget }) => setFiles([...(currentTarget.files ?? [])])}
          data-testid="restore-files"
        />
      </label>
      <Passphrase value={passphrase} change={setPassphrase} />
      <div class="row">
        {state.is === 'working' ? (
          <Working {...state} stop={stop} />
        ) : (
          <>
            <button type="submit" class="button" disabled={files.length === 0} value="files">
              {say('restoreStart')}
            </button>
            {fromServer && (
              <button type="submit" class="button" value="server" data-testid="restore-server">
                {say('restoreFromServer')}
              </button>
            )}
          </>
        )}
      </div>
      <div role="status" class="note stacked" data-state={state.is} data-testid="restore-status">
        {state.is === 'stopped' && <p>{say('restoreStopped')}</p>}
        {state.is === 'failed' && <p class="danger-text">{say(state.why)}</p>}
        {state.is === 'done' && <Outcome {...state.result} />}
      </div>
    </form>
  );
}

const shownLogs = 5;

/** What a restore came to, in plain words: what is missing is named. */
function Outcome({ added, known, forgotten, refused, unlike, condition }: Restored) {
  const { damaged, missing, ended, mixed } = condition;
  const number = (n: number) => words.number(n);
  return (
    <>
      <p>{say('restoreDone', number(added), number(known))}</p>
      {forgotten > 0 && <p>{say('restoreForgotten', number(forgotten))}</p>}
      {(damaged.length > 0 || missing > 0 || mixed) && (
        <p class="danger-text">{say('restoreDamaged', number(Math.max(missing, damaged.length, 1)))}</p>
      )}
      {!ended && <p class="danger-text">{say('restoreCut')}</p>}
      {refused.length > 0 && <p class="danger-text">{say('restoreRefused', number(refused.length))}</p>}
      {unlike.length > 0 && (
        <ul>
          {unlike.slice(0, shownLogs).map(({ id, account, host, size, here }) => (
            <li key={id}>
              <bdi>{[account, host].filter(Boolean).join(' · ') || id}</bdi>:{' '}
              {say('restorePartly', number(here), number(size))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Working({ done, of, stop }: { done: number; of: number; stop: () => void }) {
  return (
    <>
      <Progress done={done} of={of} />
      <button type="button" class="button" onClick={stop}>
        {say('backupCancel')}
      </button>
    </>
  );
}
