import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { folderAddress } from '../../lib/backup/folder-address.ts';
import type { BackupState } from '../../lib/messages.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';
import { Passphrase, Progress } from './backup.tsx';

const { say } = words;

const moments = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' });

/** What is known of regular backups; asked again every second while one is under way. */
export function useBackups() {
  const [state, setState] = useState<BackupState | 'loading' | 'error'>('loading');
  const refresh = () => ask('backup', {}).then(setState, () => setState('error'));
  const isRunning = typeof state === 'object' && state.running !== undefined;
  useEffect(() => {
    void refresh();
    const timer = setInterval(refresh, isRunning ? 1_000 : 15_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return { state, refresh };
}

const problems: Record<string, MessageKey> = {
  unreachable: 'backupUnreachable',
  refused: 'backupRefused',
  'no-folder': 'backupNoFolder',
  'no-space': 'backupNoSpace',
  'not-webdav': 'backupNotWebdav',
};

/** Backups in the background: where they go and how they went, or the form that begins them. */
export function RegularBackup({ state, refresh }: ReturnType<typeof useBackups>) {
  if (state === 'loading') return <p class="note quiet">{say('loading')}</p>;
  if (state === 'error') return <p class="note danger-text">{say('backgroundError')}</p>;
  return state.plan ? <Plan {...state} plan={state.plan} refresh={refresh} /> : <NewPlan refresh={refresh} />;
}

type PlanGiven = Omit<BackupState, 'plan'> & { plan: NonNullable<BackupState['plan']>; refresh: () => unknown };

function Plan({ plan: { target, every }, running, unfinished, last, next, refresh }: PlanGiven) {
  const where = target.kind === 'webdav' ? target.url : say('backupDownloads');
  return (
    <div class="fields">
      <p>
        <bdi>{where}</bdi> · {say(every === 'day' ? 'backupDay' : 'backupWeek')}
      </p>
      <div role="status" class="note stacked" data-testid="backup-status" data-state={stateOf({ running, last })}>
        {last && !last.problem && <p>{say('backupLast', moments.format(new Date(last.at)))}</p>}
        {last?.problem && <p class="danger-text">{say(problems[last.problem] ?? 'notDone')}</p>}
        {next && !running && <p class="quiet">{say('backupNext', moments.format(new Date(next)))}</p>}
      </div>
      <div class="row">
        {running ? (
          <>
            <Progress {...running} />
            <button type="button" class="button" onClick={() => ask('backupStop', {}).then(refresh)}>
              {say('backupCancel')}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              class="button"
              onClick={() => ask('backupNow', {}).then(() => setTimeout(refresh, 200))}
              data-testid="backup-now"
            >
              {say(unfinished ? 'backupGoOn' : 'backupNow')}
            </button>
            <button type="button" class="link note" onClick={() => ask('backupEnd', {}).then(refresh)}>
              {say('backupEnd')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function stateOf({ running, last }: { running: PlanGiven['running']; last: PlanGiven['last'] }): string {
  if (running) return 'running';
  return last ? (last.problem ?? 'done') : 'waiting';
}

function NewPlan({ refresh }: { refresh: () => unknown }) {
  const [kind, setKind] = useState<'webdav' | 'downloads'>('webdav');
  const [every, setEvery] = useState<'day' | 'week'>('week');
  const [[url, user, password, passphrase], setTexts] = useState<[string, string, string, string]>(['', '', '', '']);
  const [problem, setProblem] = useState<MessageKey>();
  const text = (at: number) => (value: string) =>
    setTexts((texts) => texts.map((old, n) => (n === at ? value : old)) as typeof texts);

  async function begin(event: Event) {
    event.preventDefault();
    const address = folderAddress(url);
    if (kind === 'webdav' && !address) return setProblem('backupHttps');
    try {
      // First of all: the browser asks only in answer to a press.
      const granted = await browser.permissions.request(
        kind === 'webdav'
          ? { origins: [`${address?.protocol}//${address?.hostname}/*`] }
          : { permissions: ['downloads'] },
      );
      if (!granted) return setProblem('backupRefused');
      const target = kind === 'webdav' ? { kind, url: address?.href ?? '', user, password } : { kind };
      await ask('backupPlan', { plan: { target, every, passphrase } });
      setProblem(undefined);
      setTimeout(refresh, 200);
    } catch {
      setProblem('notDone');
    }
  }

  return (
    <form class="fields" onSubmit={begin} data-testid="backup-plan">
      <div class="row">
        <select
          aria-label={say('backupWhere')}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as typeof kind)}
        >
          <option value="webdav">{say('backupWebdav')}</option>
          <option value="downloads">{say('backupDownloads')}</option>
        </select>
        <select
          aria-label={say('backupWhen')}
          value={every}
          onChange={({ currentTarget }) => setEvery(currentTarget.value as typeof every)}
        >
          <option value="day">{say('backupDay')}</option>
          <option value="week">{say('backupWeek')}</option>
        </select>
      </div>
      {kind === 'webdav' && (
        <>
          <Field label="backupAddress" type="url" value={url} change={text(0)} />
          <Field label="backupUser" type="text" value={user} change={text(1)} />
          <Field label="backupPassword" type="password" value={password} change={text(2)} />
          <label class="note check">
            <input type="checkbox" required data-testid="backup-agree" /> <span>{say('backupAgree')}</span>
          </label>
        </>
      )}
      <Passphrase value={passphrase} change={text(3)} fresh />
      <div class="row">
        <button type="submit" class="button">
          {say('backupBegin')}
        </button>
        <p role="status" class="note">
          {problem && <span class="danger-text">{say(problem)}</span>}
        </p>
      </div>
    </form>
  );
}

interface FieldGiven {
  label: MessageKey;
  type: 'url' | 'text' | 'password';
  value: string;
  change: (value: string) => void;
}

function Field({ label, type, value, change }: FieldGiven) {
  return (
    <label class="field">
      <span>{say(label)}</span>
      <input
        type={type}
        required
        dir={type === 'url' ? 'ltr' : undefined}
        autoComplete="off"
        value={value}
        data-testid={label}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </label>
  );
}
