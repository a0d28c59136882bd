import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import { refreshOverview } from '../dashboard/overview.ts';
import { words } from '../words.ts';

const { say } = words;

/** Removes all there is, after the person typed the word: this cannot be a slip. */
export function ForgetEverything() {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const word = say('forgetWord');
  const ready = typed.trim().toLocaleLowerCase(words.locale) === word.toLocaleLowerCase(words.locale);

  async function forget(event: Event) {
    event.preventDefault();
    if (!ready) return;
    try {
      await ask('forgetEverything', { sure: true });
      // What the screens keep for themselves: chosen skills, words of the business model, wallets.
      localStorage.clear();
      setState('done');
      setTyped('');
      await refreshOverview();
    } catch {
      setState('failed');
    }
  }

  return (
    <form class="row" onSubmit={forget}>
      <label class="note">
        {say('forgetType', word)}{' '}
        <input type="text" autoComplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button danger" disabled={!ready} data-testid="forget-everything">
        {say('forgetEverything')}
      </button>
      <p role="status" class="note">
        {state === 'done' && say('forgotten')}
        {state === 'failed' && say('notDone')}
      </p>
    </form>
  );
}
