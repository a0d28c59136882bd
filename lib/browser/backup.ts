import { browser } from 'wxt/browser';
import { contentSchema } from '../backup/content.ts';
import { keysNameOf } from '../backup/keys-name.ts';
import { type Merged, mergeEnd, mergeEntries, mergeSide } from '../backup/merge.ts';
import { freshDerivation, keyOfPassphrase } from '../backup/passphrase.ts';
import { manifestName, type Part, type Place, PlaceError } from '../backup/place.ts';
import { advance, beginRun, progressOf, type Run } from '../backup/run.ts';
import { webdav } from '../backup/webdav.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { BackupPlan, BackupState } from '../messages.ts';
import { downloadsPlace } from './downloads-place.ts';
import type { PageHandlers } from './messages.ts';

export const backupAlarm = 'backup';

/** Names of settings. Whatever begins so stays in this browser (see `staysHere`). */
const names = { plan: 'backup-plan', run: 'backup-run', last: 'backup-last', made: 'backup-made' } as const;

/** The plan as it is kept: the passphrase is not, only the key that it gave, which no script can read. */
type KeptPlan = Omit<BackupPlan, 'passphrase'> & {
  key: CryptoKey;
  derivation: ReturnType<typeof freshDerivation>;
};
type Last = NonNullable<BackupState['last']>;
type Made = { name: string; parts: string[] }[];

const minute = 60_000;
const periods: Record<BackupPlan['every'], number> = { day: 24 * 60 * minute, week: 7 * 24 * 60 * minute };
/** Minutes to wait after the first, second, … failure in a row. */
const patience = [1, 5, 15, 60, 6 * 60];
/** So many complete backups are left at a place. */
const kept = 3;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Backups to a place of the person's choice: on a schedule, and when asked. A run is stored after every part, so it
 * goes on where it was after the background, the browser or the server ended.
 */
export function createBackups(db: LedgerDatabase, now: () => Date) {
  let running: Promise<void> | undefined;
  let stopping = false;
  let progress: { done: number; of: number } | undefined;

  const read = async <Value>(name: string) => (await db.settings.get(name))?.value as Value | undefined;
  const write = (name: string, value: unknown) => db.settings.put({ name, value });

  /** Sets the alarm for the next run, or the next try of one that is not finished. */
  async function schedule(): Promise<void> {
    const plan = await read<KeptPlan>(names.plan);
    if (!plan) return void (await browser.alarms.clear(backupAlarm));
    const last = await read<Last>(names.last);
    const wait = last?.problem
      ? (patience[Math.min(last.failures, patience.length) - 1] ?? 1) * minute
      : periods[plan.every];
    const from = last ? Date.parse(last.at) : now().getTime() - periods[plan.every];
    browser.alarms.create(backupAlarm, { when: Math.max(now().getTime() + minute, from + wait) });
  }

  /** Begins a run, or goes on with the one that was interrupted. Never two at once. */
  function start(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
      progress = undefined;
      stopping = false;
    });
    return running;
  }

  async function run(): Promise<void> {
    const plan = await read<KeptPlan>(names.plan);
    if (!plan) return;
    try {
      const place = placeOf(plan);
      await place.prepare();
      const parts = await finish(plan, place);
      if (!parts) return;
      await write(names.last, {
        at: now().toISOString(),
        failures: 0,
        bytes: parts.reduce((sum, { size }) => sum + size, 0),
      } satisfies Last);
      await removeOld(place);
    } catch (error) {
      const failures = ((await read<Last>(names.last))?.failures ?? 0) + 1;
      const problem = error instanceof PlaceError ? error.problem : 'failed';
      if (await read(names.plan)) await write(names.last, { at: now().toISOString(), failures, problem });
    } finally {
      await schedule();
    }
  }

  /** @returns the parts of the finished backup; undefined where it was stopped */
  async function finish(plan: KeptPlan, place: Place): Promise<Part[] | undefined> {
    const stored = await read<Run>(names.run);
    const keys = await keysNameOf(db);
    let at = stored ?? (await beginRun(db, { ...plan, keys }, { now: now(), random }));
    while (!stopping) {
      await write(names.run, at);
      progress = progressOf(at);
      const step = await advance(db, plan.key, place, at);
      if ('manifest' in step) {
        const made = (await read<Made>(names.made)) ?? [];
        await write(names.made, [...made, { name: at.name, parts: step.manifest.parts.map(({ name }) => name) }]);
        await db.settings.delete(names.run);
        return step.manifest.parts;
      }
      at = step.run;
      // A worker that calls nothing of the browser's for half a minute is taken for idle.
      await browser.runtime.getPlatformInfo();
    }
    await db.settings.delete(names.run);
    return undefined;
  }

  /** Removes backups that are older than the newest ones: their list first, so that none looks complete and is not. */
  async function removeOld(place: Place): Promise<void> {
    const made = (await read<Made>(names.made)) ?? [];
    for (const { name, parts } of made.slice(0, -kept)) {
      for (const file of [manifestName(name), ...parts]) await place.remove(file);
    }
    await write(names.made, made.slice(-kept));
  }

  const answers = {
    async backup(): Promise<BackupState> {
      const plan = await read<KeptPlan>(names.plan);
      const last = await read<Last>(names.last);
      const next = await browser.alarms.get(backupAlarm);
      return {
        plan: plan ? { target: withoutPassword(plan.target), every: plan.every } : null,
        ...(progress && { running: progress }),
        ...(last && { last }),
        unfinished: (await read<Run>(names.run)) !== undefined,
        ...(plan && next && { next: new Date(next.scheduledTime).toISOString() }),
      };
    },
    async backupPlan({ plan: { passphrase, ...plan } }) {
      await stop();
      const derivation = freshDerivation(random);
      const key = await keyOfPassphrase(passphrase, derivation);
      // Another place or another key: what was begun there cannot be ended here.
      await db.settings.bulkDelete([names.run, names.last, names.made]);
      await write(names.plan, { ...plan, key, derivation } satisfies KeptPlan);
      void start();
      return null;
    },
    async backupNow() {
      void start();
      return null;
    },
    async backupStop() {
      await stop();
      return null;
    },
    async backupEnd() {
      await stop();
      await db.settings.bulkDelete(Object.values(names));
      await schedule();
      return null;
    },
    async merge({ content }) {
      const { data } = contentSchema.safeParse(content);
      if (!data) throw new Error('not the content of a backup');
      const nothing: Merged = { added: 0, known: 0, forgotten: 0, beside: 0, refused: [] };
      if (data.kind === 'end') return { ...nothing, unlike: await mergeEnd(db, data) };
      if (data.kind === 'side') return { ...(await mergeSide(db, data)), unlike: [] };
      return { ...(await mergeEntries(db, data, { keys: await keysNameOf(db) })), unlike: [] };
    },
  } satisfies Partial<PageHandlers>;

  async function stop(): Promise<void> {
    if (!running) return void (await db.settings.delete(names.run));
    stopping = true;
    await running;
  }

  return {
    answers,
    start,
    /** Sets the alarm where a plan is kept and the browser lost it (Firefox forgets alarms when it ends). */
    async wake() {
      if (!(await browser.alarms.get(backupAlarm))) await schedule();
    },
  };
}

function placeOf({ target }: Pick<KeptPlan, 'target'>): Place {
  return target.kind === 'webdav' ? webdav(target) : downloadsPlace();
}

function withoutPassword(target: BackupPlan['target']): NonNullable<BackupState['plan']>['target'] {
  return target.kind === 'webdav' ? { kind: 'webdav', url: target.url, user: target.user } : target;
}
