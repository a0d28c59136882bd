import './teach.css';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Kind, kinds } from '../../lib/ledger/kinds.ts';
import type { ListRefused, TeachChoice, TeachProblem, TeachState } from '../../lib/messages.ts';
import { kindLabels } from '../../lib/report/labels.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import type { Loaded } from '../live.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { teachProblems } from './teach-here.tsx';

const { say } = words;

const refusals: Record<Extract<TeachState, { state: 'refused' }>['why'], MessageKey> = {
  private: 'teachPrivate',
  password: 'teachPassword',
  field: 'teachField',
};

/** What the person pressed, what it is, and what would be recorded of it. */
export function TeachScreen() {
  const [choice, setChoice] = useState<TeachChoice>({ kind: 'like' });
  const [view, setView] = useState<Loaded<TeachState>>({ is: 'loading' });
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<TeachProblem | 'failed' | 'refused' | ListRefused>();
  const load = useCallback(
    () =>
      ask('teach', choice).then(
        (value) => setView({ is: 'ready', value }),
        () => setView({ is: 'error' }),
      ),
    [choice],
  );
  useEffect(() => {
    void load();
    // The press happens in another tab: what it told is here when the person is back.
    const back = () => document.visibilityState === 'visible' && void load();
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [load]);

  const again = () =>
    ask('teachAgain', {}).then(
      (answer) => {
        setProblem(answer.problem);
        setChoice(({ kind }) => ({ kind }));
      },
      () => setProblem('failed'),
    );
  const end = () => ask('teachEnd', {}).then(load, () => setProblem('failed'));
  const save = async (host: string, origins: string[]) => {
    try {
      // Straight from the press: the browser asks the person, and only then.
      if (!(await browser.permissions.request({ origins }))) return setProblem('refused');
      const refused = await ask('teachSave', choice);
      if (refused) return setProblem(refused);
      setProblem(undefined);
      setDone(host);
      await load();
    } catch {
      setProblem('failed');
    }
  };

  if (view.is === 'error') return <Problem title={say('backgroundError')} />;
  if (view.is === 'loading') return <Waiting title={say('teachTitle')} />;
  const state = view.value;
  return (
    <section class="teach" data-testid="teach" data-state={state.state}>
      <h1 class="title">{say('teachTitle')}</h1>
      <p class="note">
        <a href="#/sites">{say('listsBack')}</a>
      </p>
      {done && (
        <p role="status" data-testid="teach-saved">
          {say('teachSaved', done)}
        </p>
      )}
      {state.state === 'none' && !done && <p class="quiet lede">{say('teachNone', say('teachStart'))}</p>}
      {state.state === 'listening' && <p role="status">{say('teachListening', state.host)}</p>}
      {state.state === 'refused' && <p role="alert">{say(refusals[state.why])}</p>}
      {state.state === 'pressed' && <Shown state={state} choice={choice} choose={setChoice} />}
      {problem && (
        <p role="alert" class="note danger-text">
          {typeof problem === 'object' ? (
            <>
              {say('notDone')} <bdi lang="en">{problem.refused.detail}</bdi>
            </>
          ) : (
            say(problem === 'refused' ? 'siteRefused' : teachProblems[problem])
          )}
        </p>
      )}
      {state.state !== 'none' && (
        <div class="row">
          {state.state === 'pressed' && state.found && (
            <button
              type="button"
              class="button primary"
              data-testid="teach-save"
              onClick={() => save(state.host, state.found?.origins ?? [])}
            >
              {say('teachSave')}
            </button>
          )}
          <button type="button" class="button" data-testid="teach-again" onClick={again}>
            {say('tryAgain')}
          </button>
          <button type="button" class="link note" data-testid="teach-cancel" onClick={end}>
            {say('teachCancel')}
          </button>
        </div>
      )}
    </section>
  );
}

interface Showing {
  state: Extract<TeachState, { state: 'pressed' }>;
  choice: TeachChoice;
  choose: (choice: TeachChoice) => void;
}

function Shown({ state, choice, choose }: Showing) {
  const { found } = state;
  return (
    <>
      <p class="pressed">
        <bdi class="private">{state.label || state.control}</bdi>{' '}
        <span class="quiet">
          · <bdi>{state.host}</bdi>
        </span>
      </p>
      <div class="row">
        <label>
          {say('teachKind')}{' '}
          <select
            value={choice.kind}
            data-testid="teach-kind"
            onChange={(event) => choose({ ...choice, kind: event.currentTarget.value as Kind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(kindLabels[kind])}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={state.tookBack}
            onChange={(event) => choose({ ...choice, tookBack: event.currentTarget.checked })}
          />
          {say('teachTookBack')}
        </label>
      </div>
      {found ? (
        <>
          <h2>{say('teachWould')}</h2>
          <dl class="facts" data-testid="teach-would">
            <div>
              <dt>{say('teachKind')}</dt>
              <dd>{say(kindLabels[choice.kind])}</dd>
            </div>
            <div>
              <dt>{say('teachObject')}</dt>
              <dd class="private">
                {found.object.title && (
                  <>
                    <bdi>{found.object.title}</bdi>
                    <br />
                  </>
                )}
                <bdi class="quiet" dir="ltr" data-testid="teach-object">
                  {found.object.url}
                </bdi>
              </dd>
            </div>
            {found.to && (
              <div>
                <dt>{say('toWhom')}</dt>
                <dd class="private">
                  <bdi>{found.to}</bdi>
                </dd>
              </div>
            )}
          </dl>
        </>
      ) : (
        <p role="alert">{say('teachNoState')}</p>
      )}
      {state.weak && <p class="note quiet">{say('teachWeak')}</p>}
      <details class="note">
        <summary>{say('teachFoundBy')}</summary>
        <ul>
          {[state.item, state.control, found?.on].map(
            (select) =>
              select && (
                <li key={select}>
                  <code dir="ltr">{select}</code>
                </li>
              ),
          )}
        </ul>
      </details>
    </>
  );
}
