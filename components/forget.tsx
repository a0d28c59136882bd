import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ask } from './ask.ts';
import { words } from './words.ts';

const { say } = words;

/** *Forget*, asked once more in place before it happens: what is forgotten cannot be brought back. */
export function Forget({ id, title, forgotten }: { id: string; title: string; forgotten: () => void }) {
  const [step, setStep] = useState<'idle' | 'asking' | 'failed'>('idle');
  const confirm = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (step === 'asking') confirm.current?.focus();
  }, [step]);

  if (step === 'idle') {
    return (
      <button type="button" class="link forget" aria-label={say('forgetThis', title)} onClick={() => setStep('asking')}>
        {say('forget')}
      </button>
    );
  }
  if (step === 'failed') {
    return (
      <span role="alert" class="danger-text">
        {say('notDone')}
      </span>
    );
  }
  return (
    <fieldset class="confirm" aria-label={say('forgetThis', title)}>
      <button
        ref={confirm}
        type="button"
        class="link danger"
        onClick={() => ask('forget', { id }).then(forgotten, () => setStep('failed'))}
      >
        {say('forgetSure')}
      </button>
      <button type="button" class="link" onClick={() => setStep('idle')}>
        {say('keep')}
      </button>
    </fieldset>
  );
}
