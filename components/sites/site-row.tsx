import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { SiteLine } from '../../lib/messages.ts';
import { placeOf } from '../../lib/report/report.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { ask } from '../ask.ts';
import { healthWord } from '../health-word.ts';
import { SiteSwitch } from '../site-switch.tsx';
import { words } from '../words.ts';

const { say } = words;

const confidences = {
  high: 'confidenceHigh',
  medium: 'confidenceMedium',
  low: 'confidenceLow',
} as const satisfies Record<string, MessageKey>;

/** `*.a.example` of `*://*.a.example/*`. */
const hostOf = (origin: string) => origin.replace(/^\*:\/\/(.*)\/\*$/, '$1');

interface RowProps {
  site: SiteLine;
  paused: boolean;
  changed: () => void;
}

/** One site on a line: its switch, how it is, and all that is known of it when opened. */
export function SiteRow({ site, paused, changed }: RowProps) {
  const [open, setOpen] = useState(false);
  const [host] = site.hosts;
  return (
    <li class="site-row">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <bdi class="site-name">{site.name}</bdi>
          <span class="small quiet where">
            {host === undefined ? say('siteAnyHost') : <bdi>{placeOf(host.replace(/^\*\./, ''))}</bdi>}
          </span>
          <StateWord site={site} paused={paused} />
        </summary>
        {open && <Details site={site} changed={changed} />}
      </details>
      {host !== undefined && (
        <SiteSwitch
          site={{ state: site.on ? 'on' : 'off', site: site.site, name: site.name, host, origins: site.origins }}
          changed={changed}
        />
      )}
      {site.instances.length > 0 && (
        <ul class="instances">
          {site.instances.map((instance) => (
            <li key={instance.host}>
              <bdi class="note">{instance.host}</bdi>
              <Permit origins={instance.missing} changed={changed} />
              <SiteSwitch
                site={{
                  state: instance.on ? 'on' : 'off',
                  site: site.site,
                  name: instance.host,
                  host: instance.host,
                  origins: instance.origins,
                }}
                changed={changed}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function StateWord({ site, paused }: Omit<RowProps, 'changed'>) {
  const on = site.on || site.instances.some((instance) => instance.on);
  if (!on) return <span class="small quiet state-word">{say('siteOffShort')}</span>;
  if (paused) return <span class="small quiet state-word">{say('sitePaused')}</span>;
  if (site.missing.length > 0)
    return <span class="small danger-text state-word">{say('siteMissing', list(site.missing))}</span>;
  const { word, doubtful } = healthWord({ lastSeen: site.health.lastSeen, health: site.health });
  return <span class={`small state-word ${doubtful ? 'danger-text' : 'quiet'}`}>{word}</span>;
}

const list = (origins: readonly string[]) => words.list(origins.map(hostOf));

function Details({ site, changed }: Omit<RowProps, 'paused'>) {
  const { presses, misses, alone } = site.health;
  return (
    <div class="site-details">
      <dl class="facts">
        <Fact title="siteSees">{words.list(site.sees)}</Fact>
        <Fact title="siteUnseen">
          {site.unseen.length === 0 ? (
            say('siteUnseenNone')
          ) : (
            <ul class="unseen">
              {site.unseen.map((what) => (
                <li key={what} lang="en" dir="ltr">
                  {what}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {site.origins.length > 0 && (
          <Fact title="sitePermission">
            <bdi>
              {site.on && site.missing.length < site.origins.length
                ? say('sitePermissionGiven', list(site.origins.filter((origin) => !site.missing.includes(origin))))
                : say('sitePermissionNone', list(site.origins))}
            </bdi>{' '}
            <Permit origins={site.missing} changed={changed} />
          </Fact>
        )}
        <Fact title="siteHealth">{say('siteCounts', presses, misses, alone)}</Fact>
        <Fact title="siteDefinition">
          {site.list === undefined ? say('siteShipped', site.version) : say('siteFromList', site.version, site.list)}
          {` · ${say('confidence')}: ${say(confidences[site.confidence])}`}
        </Fact>
      </dl>
      {site.software && <AddHost site={site} changed={changed} />}
    </div>
  );
}

function Fact({ title, children }: { title: MessageKey; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{say(title)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Asks for what a newer definition wants besides, or was taken away. Straight from the press, as browsers demand. */
function Permit({ origins, changed }: { origins: string[]; changed: () => void }) {
  const [refused, setRefused] = useState(false);
  if (origins.length === 0) return null;
  const press = () =>
    browser.permissions.request({ origins }).then(
      (given) => (given ? changed() : setRefused(true)),
      () => setRefused(true),
    );
  return (
    <>
      <button type="button" class="link note" onClick={press}>
        {say('sitePermit')}
      </button>
      {refused && (
        <span role="alert" class="small danger-text">
          {say('siteRefused')}
        </span>
      )}
    </>
  );
}

/** Software of one's own: the person names the host. */
function AddHost({ site, changed }: Omit<RowProps, 'paused'>) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'siteHostBad' | 'siteRefused' | 'notDone' | null>(null);

  async function add(event: Event) {
    event.preventDefault();
    const host = hostIn(typed);
    if (!host) return setProblem('siteHostBad');
    try {
      const origins = [`*://${host.replace(/:\d+$/, '')}/*`];
      if (!(await browser.permissions.request({ origins }))) return setProblem('siteRefused');
      await ask('switchSite', { site: site.site, host, on: true });
      setTyped('');
      setProblem(null);
      changed();
    } catch {
      setProblem('notDone');
    }
  }

  return (
    <form class="add-host" onSubmit={add}>
      <p class="quiet note">{say('siteAnyHostMore')}</p>
      <div class="row">
        <input
          type="text"
          aria-label={say('siteHost')}
          placeholder="forum.example.org"
          autoCapitalize="off"
          spellcheck={false}
          dir="ltr"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('siteHostAdd')}
        </button>
      </div>
      {problem && (
        <p role="alert" class="small danger-text">
          {say(problem)}
        </p>
      )}
    </form>
  );
}

/** The host in what was typed: a name, with its port, or a whole address. */
function hostIn(typed: string): string | undefined {
  const text = typed.trim();
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  const { host, hostname } = new URL(address);
  return /^[a-z0-9.-]+$/.test(hostname) && hostname.length <= 255 ? host : undefined;
}
