import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/ledger/entry.ts';
import { recognitionLabels } from '../../lib/report/value-labels.ts';
import { type RecognitionKind, recognitions } from '../../lib/value/recognition.ts';
import { ask } from '../ask.ts';
import { TextField } from '../text-field.tsx';
import { words } from '../words.ts';

const { say } = words;

/** Writes down thanks, votes or an accepted answer for one entry: counts, as they stand now. */
export function Recognise({ entry }: { entry: Entry }) {
  const [kind, setKind] = useState<RecognitionKind>('thanks');
  const [count, setCount] = useState('1');
  const [by, setBy] = useState('');
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<'notDone' | 'writtenDown' | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await ask('returned', {
        what: {
          type: 'recognition',
          at: new Date().toISOString(),
          zone: entry.zone,
          entry: entry.id,
          kind,
          count: Number(count),
          ...(by ? { by } : {}),
        },
      });
      setSaid('writtenDown');
    } catch {
      setSaid('notDone');
    }
  };
  return (
    <>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('recogniseThis')}
      </button>
      {open && (
        <form class="row" onSubmit={save}>
          <select
            aria-label={say('accountRecognised')}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as RecognitionKind)}
          >
            {recognitions.map((name) => (
              <option key={name} value={name}>
                {say(recognitionLabels[name])}
              </option>
            ))}
          </select>
          <label class="row small">
            {say('inAll')}
            <input
              type="number"
              class="short"
              min="0"
              max="1000000000"
              step="1"
              required
              value={count}
              onInput={({ currentTarget }) => setCount(currentTarget.value)}
            />
          </label>
          <TextField name={say('moneyFrom')} value={by} set={setBy} most={256} />
          <button type="submit" class="button">
            {say('writeDown')}
          </button>
          <span class="small" role="status">
            {said && say(said)}
          </span>
        </form>
      )}
    </>
  );
}
