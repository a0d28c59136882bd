import { shortestPassphrase } from '../../lib/record/passphrase.ts';
import { words } from '../words.ts';

const { say } = words;

/** What is to become of the keys that the first record makes. */
export type KeyChoice =
  | { copy: 'none' }
  | { copy: 'make'; passphrase: string }
  | { copy: 'restore'; passphrase: string; file: Uint8Array | undefined };

/** Whether nothing is missing that was chosen. */
export function isComplete(choice: KeyChoice): boolean {
  if (choice.copy === 'none') return true;
  if (choice.copy === 'restore' && !choice.file) return false;
  return choice.passphrase.length >= shortestPassphrase;
}

/** Asked once, before the first record: the only moment in which the keys can be copied. */
export function KeyQuestion({ choice, choose }: { choice: KeyChoice; choose: (choice: KeyChoice) => void }) {
  const option = (copy: KeyChoice['copy'], label: 'keysNoCopy' | 'keysCopy' | 'keysHave') => (
    <label class="check">
      <input
        type="radio"
        name="key-copy"
        checked={choice.copy === copy}
        onChange={() => choose(copy === 'none' ? { copy } : { copy, passphrase: '', file: undefined })}
      />
      {say(label)}
    </label>
  );
  return (
    <fieldset class="fields" data-testid="key-question">
      <legend>{say('keysTitle')}</legend>
      <p class="note quiet">{say('keysMore')}</p>
      {option('none', 'keysNoCopy')}
      {option('make', 'keysCopy')}
      {option('restore', 'keysHave')}
      {choice.copy === 'restore' && (
        <label class="field">
          <span class="small quiet">{say('keysFile')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={async ({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              choose({ ...choice, file: file && new Uint8Array(await file.slice(0, 8192).arrayBuffer()) });
            }}
          />
        </label>
      )}
      {choice.copy !== 'none' && (
        <label class="field">
          <span class="small quiet">{say('keysPassphrase')}</span>
          <input
            type="password"
            autocomplete={choice.copy === 'make' ? 'new-password' : 'current-password'}
            value={choice.passphrase}
            onInput={({ currentTarget }) => choose({ ...choice, passphrase: currentTarget.value })}
          />
        </label>
      )}
    </fieldset>
  );
}
