import { browser } from 'wxt/browser';
import { claimsRelation } from '../claim/protocol.ts';
import { checkLedger } from '../ledger/check.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import { forget, forgetEverything } from '../ledger/forget.ts';
import { newestPage, rollupsOf, standingIn } from '../ledger/queries.ts';
import type { Overview, PopupState, SiteState } from '../messages.ts';
import { namespace } from '../namespace.ts';
import { dayHere, weekOf, weekStartOf } from '../report/calendar.ts';
import { kindLabels } from '../report/labels.ts';
import { originsOf, probesFor, type SiteIndex, sitesOfPage } from '../sites/engine.ts';
import { genericId } from '../sites/generic.ts';
import type { Site } from '../sites/schema.ts';
import type { createBackups } from './backup.ts';
import { type createBrowserClaims, recognisedIn } from './claims.ts';
import { decideConsent, hasConsent } from './consent.ts';
import type { Definitions } from './definitions.ts';
import { definitionNow } from './generic.ts';
import type { createHealth } from './health.ts';
import type { Lists } from './lists.ts';
import type { PageHandlers } from './messages.ts';
import { scheduleNotice } from './notice.ts';
import type { OwnSites } from './own-sites.ts';
import { probeTab } from './probe-tab.ts';
import type { Settings, SettingsStore } from './settings.ts';
import { siteAnswers } from './site-answers.ts';
import { giveBack, isOn, placeWatcher, switchSite } from './sites.ts';
import { tellChanged } from './tabs.ts';
import type { Teaching } from './teaching.ts';
import { valueAnswers } from './value-answers.ts';
import { browserWords } from './words.ts';

const lastShown = 5;

interface Parts {
  definitions: Definitions;
  settings: SettingsStore;
  db: LedgerDatabase;
  health: ReturnType<typeof createHealth>;
  lists: Lists;
  own: OwnSites;
  teaching: Teaching;
  backups: ReturnType<typeof createBackups>;
  claims: ReturnType<typeof createBrowserClaims>;
  /** Drops what is still pending. */
  dropPending(): Promise<void>;
}

/** Answers to the extension's own pages. */
export function pageAnswers({
  definitions,
  settings,
  db,
  health,
  lists,
  own,
  teaching,
  backups,
  claims,
  dropPending,
}: Parts): PageHandlers {
  const { index } = definitions;
  /** Brings pages and registrations in line with a decision that was just stored. */
  async function follow(): Promise<void> {
    await placeWatcher(settings, index);
    await tellChanged();
  }

  async function stateOf(known: Settings, site: Site, host: string): Promise<Exclude<SiteState, { state: 'unknown' }>> {
    const { say } = browserWords();
    const name = site.id === genericId ? say('genericName') : site.name;
    const about = { site: site.id, name, host, origins: originsOf(site, host) };
    if (!isOn(known, site, host)) return { state: 'off', ...about };
    const { lastSeen, presses, misses, row } = await health.of(site.id);
    return {
      state: 'on',
      ...about,
      ...(lastSeen === undefined ? {} : { lastSeen }),
      sees: [
        ...new Set((definitionNow(known, index, site.id) ?? site).actions.map(({ kind }) => say(kindLabels[kind]))),
      ],
      unseen: site.unseen ?? [],
      health: { presses, misses, row },
    };
  }

  async function here(known: Settings, tab: number, address: string): Promise<SiteState> {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) return { state: 'unknown' };
    const site = await siteAt(known, index, tab, url);
    return site ? stateOf(known, site, url.host) : { state: 'unknown' };
  }

  async function counts(): Promise<{ today: number; week: number }> {
    const today = dayHere(new Date());
    const week = await rollupsOf(db, weekOf(today, weekStartOf(browser.i18n.getUILanguage())));
    return { today: standingIn(week.filter(({ day }) => day === today)), week: standingIn(week) };
  }

  return {
    ...siteAnswers({ definitions, settings, health, lists }),
    ...teaching.answers,
    ...valueAnswers(
      db,
      [...index.byId.values()].map(({ site }) => site),
    ),
    ...backups.answers,
    async popup({ tab, url }): Promise<PopupState> {
      const known = await settings.read();
      const [place, sums, { entries }, recognises] = await Promise.all([
        here(known, tab, url),
        counts(),
        newestPage(db, { limit: lastShown }),
        recognisedIn(tab, claimsRelation(namespace)),
      ]);
      return { consent: hasConsent(known), paused: known.paused, ...sums, here: place, recognises, last: entries };
    },
    async overview(): Promise<Overview> {
      const known = await settings.read();
      const named = [...index.byId.values()].flatMap(({ site }) =>
        site.hosts?.[0] === undefined ? [] : [{ site, host: site.hosts[0] }],
      );
      const instances = Object.entries(known.instances).flatMap(([host, { site: id }]) => {
        const site = definitionNow(known, index, id);
        return site ? [{ site, host }] : [];
      });
      const sites = await Promise.all([...named, ...instances].map(({ site, host }) => stateOf(known, site, host)));
      return { consent: hasConsent(known), paused: known.paused, notice: known.notice, generic: known.generic, sites };
    },
    async consent({ given }) {
      await decideConsent(settings, given, new Date());
      await follow();
      return null;
    },
    async pause({ paused }) {
      await settings.change(() => ({ paused }));
      await follow();
      return null;
    },
    async switchSite({ site: id, host, on }) {
      const site = index.byId.get(id)?.site;
      if (!site) throw new Error(`no site is called ${id}`);
      await switchSite(settings, site, host, on);
      if (!on) await giveBack(await settings.read(), index, site, host);
      await follow();
      return null;
    },
    async generic(choice) {
      await settings.change(() => ({ generic: choice }));
      const site = index.byId.get(genericId)?.site;
      const { generic, instances } = await settings.read();
      // Switching off gives the permissions back, as it does for any site.
      if (site && !generic.on) {
        for (const [host, instance] of Object.entries(instances)) {
          if (instance.site !== genericId || !instance.on) continue;
          await switchSite(settings, site, host, false);
          await giveBack(await settings.read(), index, site, host);
        }
      }
      await follow();
      return null;
    },
    async notice({ when }) {
      await settings.change(() => ({ notice: when }));
      await scheduleNotice(when, new Date());
      return null;
    },
    async forget({ id }) {
      await forget(db, id);
      return null;
    },
    claims: ({ wish }) => claims.wish(wish),
    async forgetEverything() {
      await dropPending();
      await backups.answers.backupEnd();
      await forgetEverything(db);
      await health.forgetAll();
      await lists.forgetAll();
      await own.forgetAll();
      return null;
    },
    async selfCheck() {
      const { ok, entries, problem } = await checkLedger(db);
      return { ok, entries, ...(problem ? { problem } : {}) };
    },
  };
}

/** The definition for a page: by its host, by an earlier switch, or by the marks it bears now. */
async function siteAt(known: Settings, index: SiteIndex, tab: number, url: URL): Promise<Site | undefined> {
  const named = sitesOfPage(index, url.hostname);
  const [only] = named;
  const instance = known.instances[url.host];
  // A host that nobody described may have been described since.
  if (instance && (instance.site !== genericId || !only)) return definitionNow(known, index, instance.site);
  if (only && named.length === 1) return only.site;
  const candidates = named.length > 0 ? named : index.software;
  const found = await probeTab(tab, probesFor(candidates));
  return (
    (candidates.find(({ site }) => found.includes(site.id)) ?? only)?.site ?? definitionNow(known, index, genericId)
  );
}
