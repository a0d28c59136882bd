import { useState } from 'preact/hooks';
import type { TeachProblem } from '../../lib/messages.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';

const { say } = words;

export const teachProblems: Record<TeachProblem | 'failed', MessageKey> = {
  page: 'teachBadPage',
  described: 'teachBadDescribed',
  host: 'teachBadHost',
  failed: 'notDone',
};

/** Begins to listen in this tab: the person shows a control by pressing it. */
export function TeachHere({ tab }: { tab: { id: number; url: string } }) {
  const [state, setState] = useState<'idle' | 'listening' | TeachProblem | 'failed'>('idle');
  const begin = () =>
    ask('teachBegin', { tab: tab.id, url: tab.url }).then(
      ({ problem }) => setState(problem ?? 'listening'),
      () => setState('failed'),
    );
  return (
    <div class="note" data-testid="teach-here">
      {state !== 'listening' && (
        <button type="button" class="link" onClick={begin} title={say('teachMore')}>
          {say('teachStart')}
        </button>
      )}
      <p role="status">
        {state === 'listening' && say('teachNow')}
        {state !== 'listening' && state !== 'idle' && <span class="danger-text">{say(teachProblems[state])}</span>}
      </p>
    </div>
  );
}
