import './sites.css';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SiteLine, SitesState } from '../../lib/messages.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import type { Site } from '../../lib/sites/schema.ts';
import { ask } from '../ask.ts';
import { refreshOverview } from '../dashboard/overview.ts';
import type { Loaded } from '../live.ts';
import { Problem, Waiting } from '../states.tsx';
import { TeachScreen } from '../teach/teach-screen.tsx';
import { words } from '../words.ts';
import { BreakageReport } from './breakage-report.tsx';
import { ListsScreen } from './lists-screen.tsx';
import { OwnDefinitions } from './own-definitions.tsx';
import { SiteRow } from './site-row.tsx';

const { say } = words;

const groups: Record<Site['group'], MessageKey> = {
  social: 'groupSocial',
  knowledge: 'groupKnowledge',
  community: 'groupCommunity',
  reviews: 'groupReviews',
  work: 'groupWork',
  demo: 'groupDemo',
};

/** All sites: what each sees and does not, whether it may and whether it works. `name` chooses the lists. */
export function SitesScreen({ name }: { name: string }) {
  const [state, setState] = useState<Loaded<SitesState>>({ is: 'loading' });
  const load = useCallback(async () => {
    try {
      setState({ is: 'ready', value: await ask('sites', {}) });
    } catch {
      setState({ is: 'error' });
    }
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  if (name === 'teach') return <TeachScreen />;
  if (state.is === 'error') return <Problem title={say('backgroundError')} />;
  if (state.is === 'loading') return <Waiting title={say('navSites')} />;
  if (name === 'lists') return <ListsScreen lists={state.value.lists} changed={load} />;
  const changed = () => {
    void load();
    void refreshOverview();
  };
  return <AllSites state={state.value} changed={changed} />;
}

const isOn = ({ on, instances }: SiteLine) => on || instances.some((instance) => instance.on);

function AllSites({ state, changed }: { state: SitesState; changed: () => void }) {
  const [text, setText] = useState('');
  const [onlyOn, setOnlyOn] = useState(false);
  const sorted = useMemo(
    () => state.sites.toSorted((one, other) => one.name.localeCompare(other.name, words.locale)),
    [state.sites],
  );
  const wanted = text.trim().toLocaleLowerCase(words.locale);
  const shown = sorted.filter((site) => (!onlyOn || isOn(site)) && speaksOf(site, wanted));
  const on = state.sites.filter(isOn).length;
  return (
    <section class="all-sites">
      <h1 class="title">{say('navSites')}</h1>
      <p class="quiet lede">
        {say('settingSitesMore')} {say('sitesOn', on, state.sites.length)}
      </p>
      <p class="note">
        <a href="#/sites/lists">{say('lists')}</a>
      </p>
      <search class="filters" aria-label={say('filter')}>
        <input
          type="search"
          aria-label={say('sitesSearch')}
          placeholder={say('sitesSearch')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="button" class="chip" aria-pressed={onlyOn} onClick={() => setOnlyOn(!onlyOn)}>
          {say('sitesOnlyOn')}
        </button>
      </search>
      {shown.length === 0 && <p class="quiet nothing">{say('nothingFound')}</p>}
      {Object.entries(groups).map(([group, title]) => {
        const sites = shown.filter((site) => site.group === group);
        if (sites.length === 0) return null;
        return (
          <section key={group} class="site-group" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {say(title)} <span class="quiet">{words.number(sites.length)}</span>
            </h2>
            <ul>
              {sites.map((site) => (
                <SiteRow key={site.site} site={site} paused={state.paused} changed={changed} />
              ))}
            </ul>
          </section>
        );
      })}
      <OwnDefinitions changed={changed} />
      <BreakageReport sites={state.sites} build={state.build} />
    </section>
  );
}

const speaksOf = ({ name, hosts, instances, list = '' }: SiteLine, wanted: string): boolean =>
  wanted === '' ||
  [name, list, ...hosts, ...instances.map(({ host }) => host)].some((part) =>
    part.toLocaleLowerCase(words.locale).includes(wanted),
  );
