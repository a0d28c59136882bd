import type { SiteState } from '../../lib/messages.ts';
import { genericId } from '../../lib/sites/generic.ts';
import { healthWord } from '../health-word.ts';
import { SiteSwitch } from '../site-switch.tsx';
import { TeachHere } from '../teach/teach-here.tsx';
import { words } from '../words.ts';

const { say } = words;

interface Shown {
  here: SiteState;
  tab: { id: number; url: string };
  paused: boolean;
  changed: () => void;
}

/** What Contrail does on the site of this tab. */
export function Here({ here, tab, paused, changed }: Shown) {
  if (here.state === 'unknown') {
    return (
      <section class="here" aria-label={say('thisSite')}>
        <p class="note quiet">{say('siteUnknown')}</p>
        {/^https?:/.test(tab.url) && <TeachHere tab={tab} />}
      </section>
    );
  }
  return (
    <section class="here" aria-label={say('thisSite')}>
      <div class="here-head">
        <div>
          <h2>
            <bdi>{here.name}</bdi>
          </h2>
          <p class="note quiet">{here.state === 'on' ? workingWord(here, paused) : say('siteOff')}</p>
        </div>
        <SiteSwitch site={here} changed={changed} />
      </div>
      {here.state === 'on' && (
        <details class="note">
          <summary>{say('seesAndNot')}</summary>
          <p>{say('seesHere', words.list(here.sees))}</p>
          {here.unseen.length > 0 && (
            <ul class="quiet">
              {here.unseen.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          )}
        </details>
      )}
      {(here.site === genericId || here.site.startsWith('own-')) && <TeachHere tab={tab} />}
    </section>
  );
}

function workingWord(here: Extract<SiteState, { state: 'on' }>, paused: boolean): string {
  if (paused) return say('sitePaused');
  return healthWord(here).word;
}
