import { useState } from 'preact/hooks';
import type { PageMessages } from '../../lib/messages.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';

const { say } = words;

type Result = PageMessages['selfCheck']['output'];

/** Checks that the ledger is whole, and says what was found in plain words. */
export function SelfCheck() {
  const [state, setState] = useState<'idle' | 'running' | 'failed' | Result>('idle');
  const run = () => {
    setState('running');
    ask('selfCheck', {}).then(setState, () => setState('failed'));
  };
  return (
    <div class="row">
      <button type="button" class="button" disabled={state === 'running'} onClick={run} data-testid="self-check">
        {say('checkNow')}
      </button>
      <p role="status" class="note">
        {state === 'running' && say('checking')}
        {state === 'failed' && say('notDone')}
        {typeof state === 'object' && resultInWords(state)}
      </p>
    </div>
  );
}

function resultInWords({ ok, entries, problem }: Result) {
  if (ok) return words.count('checkGood', entries);
  if (!problem) return say('checkBadSomewhere');
  return (
    <span class="danger-text">
      {say('checkBad', problem.seq + 1)} <a href={`#/ledger/${problem.id}`}>{say('showEntry')}</a>{' '}
      <bdi>{problem.what}</bdi>
    </span>
  );
}
