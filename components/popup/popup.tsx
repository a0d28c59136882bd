import { Pause, Play } from 'lucide-preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupState } from '../../lib/messages.ts';
import { ask } from '../ask.ts';
import { openPage } from '../open.ts';
import { words } from '../words.ts';
import { Here } from './here.tsx';
import { Last } from './last.tsx';

const { say, number } = words;

type View = { is: 'loading' } | { is: 'error' } | { is: 'ready'; state: PopupState };

/** The small window of the toolbar button, for the tab it was opened on. */
export function Popup({ tab }: { tab: { id: number; url: string } }) {
  const [view, setView] = useState<View>({ is: 'loading' });
  const load = useCallback(
    () =>
      ask('popup', { tab: tab.id, url: tab.url }).then(
        (state) => setView({ is: 'ready', state }),
        () => setView({ is: 'error' }),
      ),
    [tab.id, tab.url],
  );
  useEffect(() => {
    load();
  }, [load]);

  if (view.is === 'loading') {
    return (
      <main class="popup" aria-busy="true">
        <h1 class="visually-hidden">{say('extensionName')}</h1>
        <p class="quiet note">{say('loading')}</p>
      </main>
    );
  }
  if (view.is === 'error') {
    return (
      <main class="popup">
        <h1 class="lead">{say('popupError')}</h1>
        <p class="note quiet">{say('nothingLost')}</p>
        <button type="button" class="button" onClick={load}>
          {say('tryAgain')}
        </button>
      </main>
    );
  }
  return view.state.consent ? <Full state={view.state} tab={tab} changed={load} /> : <Consentless />;
}

function Consentless() {
  return (
    <main class="popup">
      <h1 class="lead">{say('popupNoConsent')}</h1>
      <p class="note quiet">{say('popupNoConsentMore')}</p>
      <button type="button" class="button primary" onClick={() => openPage('welcome.html')}>
        {say('readAndDecide')}
      </button>
    </main>
  );
}

function Full({ state, tab, changed }: { state: PopupState; tab: { id: number; url: string }; changed: () => void }) {
  return (
    <main class="popup">
      <header class="counts">
        <h1 class="visually-hidden">{say('extensionName')}</h1>
        <p>
          <span class="quiet">{say('today')}</span> <strong class="private">{number(state.today)}</strong>
        </p>
        <p>
          <span class="quiet">{say('inTheWeek')}</span> <strong class="private">{number(state.week)}</strong>
        </p>
        <PauseButton paused={state.paused} changed={changed} />
      </header>
      {state.paused && (
        <p class="paused note" role="status">
          {say('pausedNow')}
        </p>
      )}
      <Here here={state.here} tab={tab} paused={state.paused} changed={changed} />
      {state.recognises && (
        <p class="note quiet" data-testid="popup-recognises">
          {say('popupRecognises')}{' '}
          <button type="button" class="link" onClick={() => openPage('dashboard.html#/records')}>
            {say('popupRecognisesOpen')}
          </button>
        </p>
      )}
      <Last entries={state.last} changed={changed} />
      <footer>
        <button type="button" class="link note" onClick={() => openPage('dashboard.html#/week')}>
          {say('openWeek')}
        </button>
      </footer>
    </main>
  );
}

function PauseButton({ paused, changed }: { paused: boolean; changed: () => void }) {
  const label = say(paused ? 'resume' : 'pause');
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => ask('pause', { paused: !paused }).then(changed)}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
