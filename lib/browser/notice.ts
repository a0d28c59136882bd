import { browser } from 'wxt/browser';
import type { LedgerDatabase } from '../ledger/database.ts';
import { shiftDay } from '../ledger/local-day.ts';
import { allStreams, entriesOf, rollupsOf } from '../ledger/queries.ts';
import type { WeekHour } from '../messages.ts';
import { dayHere, earlier, type Period, weekName, weekOf, weekStartOf } from '../report/calendar.ts';
import { noticeOf } from '../report/notice.ts';
import { makeReport, periodsBefore } from '../report/report.ts';
import { browserWords } from './words.ts';

export const noticeAlarm = 'notice';
const prefix = 'week/';
/** Not among the paths that WXT knows: it only lists pages. */
const icon = '/icon/128.png' as '/dashboard.html';

/** The next time, in local time, that it is this hour of the week. */
export function nextAt({ day, hour }: WeekHour, now: Date): Date {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ((day - now.getDay() + 7) % 7), hour);
  if (next <= now) next.setDate(next.getDate() + 7);
  return next;
}

/** Sets the alarm anew. By the clock on the wall, so it is set again after each notice: weeks differ by an hour. */
export async function scheduleNotice(when: WeekHour | null, now: Date): Promise<void> {
  if (when === null) await browser.alarms.clear(noticeAlarm);
  else browser.alarms.create(noticeAlarm, { when: nextAt(when, now).getTime() });
}

/** Shows the notice for the last whole week; a week without anything gives none. */
export async function showNotice(db: LedgerDatabase, now: Date): Promise<void> {
  const words = browserWords();
  const today = dayHere(now);
  const week = earlier(weekOf(today, weekStartOf(words.locale)), 1);
  const notice = noticeOf(await reportOf(db, week, today), words);
  if (!notice) return;
  await browser.notifications.create(`${prefix}${weekName(week)}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL(icon),
    ...notice,
  });
}

/** Opens the week that a notice was about. */
export async function openNotice(id: string): Promise<void> {
  if (!id.startsWith(prefix)) return;
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#/${id}`) });
}

async function reportOf(db: LedgerDatabase, week: Period, today: string) {
  const first = shiftDay(week.from, -7 * periodsBefore);
  const [rollups, entries, streams] = await Promise.all([
    rollupsOf(db, { from: first, to: week.to }),
    entriesOf(db, week),
    allStreams(db),
  ]);
  return makeReport({
    period: week,
    today,
    rollups,
    entries,
    streams: streams.map(({ id, account }) => ({ stream: id, account })),
    sites: [],
  });
}
