import { browser } from 'wxt/browser';
import { ListError } from '../lists/errors.ts';
import type { ListRefused, SiteLine } from '../messages.ts';
import { kindLabels } from '../report/labels.ts';
import { originsOf } from '../sites/engine.ts';
import { genericId } from '../sites/generic.ts';
import type { Site } from '../sites/schema.ts';
import { ownPrefix } from '../teach/draft.ts';
import { isFirefox } from './build.ts';
import { hasConsent } from './consent.ts';
import type { Definitions } from './definitions.ts';
import type { createHealth, SiteHealth } from './health.ts';
import type { Lists } from './lists.ts';
import type { PageHandlers } from './messages.ts';
import type { SettingsStore } from './settings.ts';
import { isOn, missingOrigins } from './sites.ts';
import { browserWords } from './words.ts';

interface Parts {
  definitions: Definitions;
  settings: SettingsStore;
  health: ReturnType<typeof createHealth>;
  lists: Lists;
}

type Answers = Pick<
  PageHandlers,
  'sites' | 'listLook' | 'listSubscribe' | 'listUpdate' | 'listBack' | 'listChoose' | 'listRemove'
>;

/** Answers to the Sites screen: every definition in use, and the lists that some of them come from. */
export function siteAnswers({ definitions, settings, health, lists }: Parts): Answers {
  return {
    async sites() {
      await definitions.ready;
      const known = await settings.read();
      const { index } = definitions;
      const sites = [...index.byId.values()].map(({ site }) => site);
      const [missing, counts, lines] = await Promise.all([
        missingOrigins(known, index),
        health.ofAll(sites.map(({ id }) => id)),
        lists.lines(),
      ]);
      const { say } = browserWords();
      const lineOf = (site: Site): SiteLine => {
        // What the person taught is named as theirs; reports leave it out like everything that did not come along.
        const list = lists.sourceOf(site) ?? (site.id.startsWith(ownPrefix) ? say('teachOwn') : undefined);
        const [host] = site.hosts ?? [];
        return {
          site: site.id,
          name: site.id === genericId ? say('genericName') : site.name,
          group: site.group,
          version: site.version,
          confidence: site.confidence,
          ...(list === undefined ? {} : { list }),
          hosts: [...(site.hosts ?? [])],
          origins: host === undefined ? [] : originsOf(site, host),
          on: host !== undefined && isOn(known, site, host),
          missing: [...new Set((site.hosts ?? []).flatMap((one) => missing.get(`${site.id} ${one}`) ?? []))],
          sees: [...new Set(site.actions.map(({ kind }) => say(kindLabels[kind])))],
          unseen: site.unseen ?? [],
          software: site.signals !== undefined,
          instances: Object.entries(known.instances)
            .filter(([, instance]) => instance.site === site.id)
            .map(([at, { on }]) => ({
              host: at,
              on,
              origins: originsOf(site, at),
              missing: missing.get(`${site.id} ${at}`) ?? [],
            })),
          health: healthLine(counts.get(site.id)),
        };
      };
      return {
        consent: hasConsent(known),
        paused: known.paused,
        // The generic one stands for hosts of the person's choice: without any there is nothing to show.
        sites: sites.map(lineOf).filter(({ site, instances }) => site !== genericId || instances.length > 0),
        lists: lines,
        build: { version: browser.runtime.getManifest().version, browser: isFirefox ? 'firefox' : 'chromium' },
      };
    },
    listLook: ({ address }) => orRefused(async () => ({ found: await lists.look(address) })),
    listSubscribe: (chosen) => orRefused(() => lists.subscribe(chosen).then(() => null)),
    listUpdate: ({ id }) => orRefused(() => lists.update(id).then(() => null)),
    async listBack({ id }) {
      await lists.back(id);
      return null;
    },
    async listChoose({ id, every, pinned }) {
      await lists.choose(id, {
        ...(every === undefined ? {} : { every }),
        ...(pinned === undefined ? {} : { pinned }),
      });
      return null;
    },
    async listRemove({ id }) {
      await lists.remove(id);
      return null;
    },
  };
}

function healthLine(health: SiteHealth | undefined): SiteLine['health'] {
  const { lastSeen, presses = 0, misses = 0, row = { misses: 0, alone: 0 }, alone = 0, refused = {} } = health ?? {};
  return { ...(lastSeen === undefined ? {} : { lastSeen }), presses, misses, row, alone, refused };
}

/** A list that is refused is an answer, with its reason, and not a failure. */
async function orRefused<Answer>(work: () => Promise<Answer>): Promise<Answer | ListRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ListError) return { refused: { problem: error.problem, detail: error.detail } };
    throw error;
  }
}
