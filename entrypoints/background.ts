import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { pageAnswers } from '../lib/browser/answers.ts';
import { backupAlarm, createBackups } from '../lib/browser/backup.ts';
import { isE2e } from '../lib/browser/build.ts';
import { pendingAlarm, startCapture } from '../lib/browser/capture.ts';
import { claimAlarm, createBrowserClaims } from '../lib/browser/claims.ts';
import { createDefinitions } from '../lib/browser/definitions.ts';
import { createHealth } from '../lib/browser/health.ts';
import { createLeavings } from '../lib/browser/leavings.ts';
import { createLists, listsWorld } from '../lib/browser/lists.ts';
import { createLives } from '../lib/browser/lives.ts';
import { answerMessages } from '../lib/browser/messages.ts';
import { noticeAlarm, openNotice, scheduleNotice, showNotice } from '../lib/browser/notice.ts';
import { createOwnSites } from '../lib/browser/own-sites.ts';
import { createSettings } from '../lib/browser/settings.ts';
import { placeWatcher, switchOffUngranted } from '../lib/browser/sites.ts';
import { tellChanged } from '../lib/browser/tabs.ts';
import { createTeaching } from '../lib/browser/teaching.ts';
import { watcherAnswers } from '../lib/browser/watcher-answers.ts';
import { openLedger } from '../lib/ledger/database.ts';
import { sites } from '../lib/sites/all.ts';

/** Every listener is registered before anything is awaited: only those wake the background again. */
export default defineBackground(() => {
  const now = () => Date.now();
  const { local, session } = browser.storage;
  const definitions = createDefinitions(sites);
  const { index } = definitions;
  const settings = createSettings(local);
  const db = openLedger();
  const health = createHealth(
    local,
    () => new Date(),
    (id) => index.byId.get(id)?.site.version,
  );
  const leavings = createLeavings(session, now);
  const lives = createLives(session, now);
  const claims = createBrowserClaims(db);
  const backups = createBackups(db, () => new Date());
  const correlator = startCapture({ definitions, settings, session, db, health, leavings, lives });
  const dropPending = async () => void (await Promise.all([correlator.drop(), leavings.forgetAll()]));
  const own = createOwnSites(local, definitions);
  const lists = createLists(listsWorld({ ...definitions, use: own.over }));
  const teaching = createTeaching({ session, settings, definitions, own });
  void Promise.allSettled([lists.loaded, own.loaded]).then(definitions.settled);
  definitions.onChange(async () => {
    await placeWatcher(settings, index);
    await tellChanged();
  });
  answerMessages(
    { ...watcherAnswers({ index, settings, leavings, lives, correlator }), pressed: teaching.pressed },
    pageAnswers({ definitions, settings, db, health, lists, own, teaching, backups, claims, dropPending }),
  );

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === pendingAlarm) await correlator.resume();
    await lists.rang(name);
    if (name === backupAlarm) await backups.start();
    if (name === claimAlarm) await claims.run();
    if (name !== noticeAlarm) return;
    await showNotice(db, new Date());
    await scheduleNotice((await settings.read()).notice, new Date());
  });
  browser.notifications.onClicked.addListener((id) => void openNotice(id));
  browser.tabs.onRemoved.addListener((tab) => void leavings.forget(tab));
  browser.permissions.onRemoved.addListener(async () => {
    await switchOffUngranted(settings, index);
    await placeWatcher(settings, index);
    await tellChanged();
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install' && !isE2e) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  void correlator.resume();
  void backups.wake();
  void Promise.all([settings.read(), definitions.ready]).then(async ([known]) => {
    await placeWatcher(settings, index);
    if (!(await browser.alarms.get(noticeAlarm))) await scheduleNotice(known.notice, new Date());
  });
});
