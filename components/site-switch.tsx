import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { SiteState } from '../lib/messages.ts';
import { ask } from './ask.ts';
import { words } from './words.ts';

type KnownSite = Pick<Exclude<SiteState, { state: 'unknown' }>, 'state' | 'site' | 'name' | 'host' | 'origins'>;

/**
 * Switches one site. The browser's question must come straight from the press, before anything is awaited;
 * otherwise it is refused as not asked for by the person.
 */
export function SiteSwitch({ site, changed }: { site: KnownSite; changed: () => void }) {
  const [problem, setProblem] = useState('');
  const on = site.state === 'on';

  async function press() {
    try {
      const allowed = on || (await browser.permissions.request({ origins: site.origins }));
      if (!allowed) return setProblem(words.say('siteRefused'));
      await ask('switchSite', { site: site.site, host: site.host, on: !on });
      setProblem('');
      changed();
    } catch {
      setProblem(words.say('notDone'));
    }
  }

  return (
    <span class="site-switch">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-label={words.say('watchSite', site.name)}
        onClick={press}
      >
        <span aria-hidden="true" />
      </button>
      {problem && (
        <span role="alert" class="small danger-text">
          {problem}
        </span>
      )}
    </span>
  );
}
