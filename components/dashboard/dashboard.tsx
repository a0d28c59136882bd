import { Eye, EyeOff, Pause, Play } from 'lucide-preact';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { later } from '../later.tsx';
import { LedgerScreen } from '../ledger/ledger-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { WeekScreen } from '../week/week-screen.tsx';
import { words } from '../words.ts';
import { blurred } from './blur.ts';
import { overview, refreshOverview } from './overview.ts';
import { route, type Screen, screens } from './route.ts';

const { say } = words;

const titles: Record<Screen, MessageKey> = {
  week: 'navWeek',
  ledger: 'navLedger',
  value: 'navValue',
  flow: 'navFlow',
  profile: 'navProfile',
  records: 'navRecords',
  sites: 'navSites',
  settings: 'navSettings',
};

const FlowScreen = later(() => import('../flow/flow-screen.tsx').then((module) => module.FlowScreen));
const ProfileScreen = later(() => import('../profile/profile-screen.tsx').then((module) => module.ProfileScreen));
const ValueScreen = later(() => import('../value/value-screen.tsx').then((module) => module.ValueScreen));
const RecordsScreen = later(() => import('../records/records-screen.tsx').then((module) => module.RecordsScreen));
const SitesScreen = later(() => import('../sites/sites-screen.tsx').then((module) => module.SitesScreen));

/** Navigation, and the screen that the address names. */
export function Dashboard() {
  const { screen, rest } = route.value;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {say('skipToContent')}
      </button>
      <header class="bar">
        <a class="brand" href="#/week">
          <img src="/icon.svg" alt="" width="24" height="24" />
          {say('extensionName')}
        </a>
        <nav aria-label={say('screens')}>
          <ul>
            {screens.map((name) => (
              <li key={name}>
                <a href={`#/${name}`} aria-current={name === screen ? 'page' : undefined}>
                  {say(titles[name])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="tools">
          <PauseTool />
          <BlurTool />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {screen === 'week' && <WeekScreen name={rest} />}
        {screen === 'ledger' && <LedgerScreen chosen={rest} />}
        {screen === 'value' && <ValueScreen name={rest} />}
        {screen === 'flow' && <FlowScreen name={rest} />}
        {screen === 'profile' && <ProfileScreen name={rest} />}
        {screen === 'records' && <RecordsScreen />}
        {screen === 'sites' && <SitesScreen name={rest} />}
        {screen === 'settings' && <SettingsScreen />}
      </main>
    </>
  );
}

function PauseTool() {
  const state = overview.value;
  if (state.is !== 'ready' || !state.value.consent) return null;
  const { paused } = state.value;
  const label = say(paused ? 'resume' : 'pause');
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => ask('pause', { paused: !paused }).then(refreshOverview)}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}

function BlurTool() {
  const Icon = blurred.value ? EyeOff : Eye;
  return (
    <button
      type="button"
      class="icon-button"
      aria-pressed={blurred.value}
      aria-label={say('blur')}
      aria-keyshortcuts="b"
      title={`${say('blur')} (b)`}
      onClick={() => {
        blurred.value = !blurred.value;
      }}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
