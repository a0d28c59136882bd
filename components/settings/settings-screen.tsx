import type { ComponentChildren } from 'preact';
import { shiftDay } from '../../lib/ledger/local-day.ts';
import type { WeekHour } from '../../lib/messages.ts';
import { weekStartOf } from '../../lib/report/calendar.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { overview, refreshOverview } from '../dashboard/overview.ts';
import { openPage } from '../open.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { MakeBackup, RestoreBackup } from './backup.tsx';
import { ForgetEverything } from './forget-everything.tsx';
import { Generic } from './generic.tsx';
import { RegularBackup, useBackups } from './regular-backup.tsx';
import { SelfCheck } from './self-check.tsx';

const { say } = words;

/** What the person decides: pause, sites, the weekly notice, checking and forgetting. */
export function SettingsScreen() {
  const state = overview.value;
  const backups = useBackups();
  const isOnServer = typeof backups.state === 'object' && backups.state.plan?.target.kind === 'webdav';
  if (state.is === 'error') return <Problem title={say('backgroundError')} />;
  if (state.is === 'loading') return <Waiting title={say('navSettings')} />;
  const { consent, paused, notice, generic } = state.value;
  return (
    <section class="settings">
      <h1 class="title">{say('navSettings')}</h1>
      <Setting title="settingWatching">
        <p class="quiet">{say(consent ? (paused ? 'pausedNow' : 'watchingNow') : 'popupNoConsentMore')}</p>
        {consent ? (
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => ask('pause', { paused: !paused }).then(refreshOverview)}
            >
              {say(paused ? 'resume' : 'pause')}
            </button>
            <button type="button" class="link note" onClick={() => openPage('welcome.html')}>
              {say('readAgain')}
            </button>
          </div>
        ) : (
          <button type="button" class="button primary" onClick={() => openPage('welcome.html')}>
            {say('readAndDecide')}
          </button>
        )}
      </Setting>
      <Setting title="settingSites">
        <p class="quiet">{say('settingSitesMore')}</p>
        <p class="note">
          <a href="#/sites">{say('chooseSites')}</a>
        </p>
      </Setting>
      <Setting title="settingGeneric">
        <p class="quiet">{say('settingGenericMore')}</p>
        <Generic choice={generic} />
      </Setting>
      <Setting title="settingNotice">
        <p class="quiet">{say('settingNoticeMore')}</p>
        <Notice when={notice} />
      </Setting>
      <Setting title="settingBackup">
        <p class="quiet">{say('settingBackupMore')}</p>
        <MakeBackup />
      </Setting>
      <Setting title="settingRegular">
        <p class="quiet">{say('settingRegularMore')}</p>
        <RegularBackup {...backups} />
      </Setting>
      <Setting title="settingRestore">
        <p class="quiet">{say('settingRestoreMore')}</p>
        <RestoreBackup fromServer={isOnServer} />
      </Setting>
      <Setting title="settingCheck">
        <p class="quiet">{say('settingCheckMore')}</p>
        <SelfCheck />
      </Setting>
      <Setting title="settingForget">
        <p class="quiet">{say('settingForgetMore')}</p>
        <ForgetEverything />
      </Setting>
    </section>
  );
}

function Setting({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  return (
    <section class="setting" aria-labelledby={title}>
      <h2 id={title}>{say(title)}</h2>
      <div>{children}</div>
    </section>
  );
}

/** A Sunday: its week names the weekdays. */
const someSunday = '2026-11-15';
/** The morning after a week is over. */
const byDefault: WeekHour = { day: weekStartOf(words.locale), hour: 9 };

function Notice({ when }: { when: WeekHour | null }) {
  const save = (next: WeekHour | null) => ask('notice', { when: next }).then(refreshOverview);
  const hour = (n: number) => words.time(`${someSunday}T${String(n).padStart(2, '0')}:00:00Z`, '+00:00');
  return (
    <div class="row">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={when !== null}
        aria-label={say('settingNotice')}
        onClick={() => save(when ? null : byDefault)}
      >
        <span aria-hidden="true" />
      </button>
      {when && (
        <>
          <select
            aria-label={say('day')}
            value={when.day}
            onChange={({ currentTarget }) => save({ ...when, day: Number(currentTarget.value) })}
          >
            {Array.from({ length: 7 }, (_, day) => (
              <option key={day} value={day}>
                {words.day(shiftDay(someSunday, day), 'weekday')}
              </option>
            ))}
          </select>
          <select
            aria-label={say('hour')}
            value={when.hour}
            onChange={({ currentTarget }) => save({ ...when, hour: Number(currentTarget.value) })}
          >
            {Array.from({ length: 24 }, (_, n) => (
              <option key={n} value={n}>
                {hour(n)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
