import type { Hono } from 'hono';
import { type Namespace, namespace as ownNamespace } from '../../lib/namespace.ts';
import { migrate } from '../migrate.ts';
import { workOnce } from './decide.ts';
import { openKeys } from './keys.ts';
import { type ClaimLimits, type Desk, usualLimits } from './kit.ts';
import { claimPages } from './pages.ts';
import { type WalletNetwork, wallets } from './payout.ts';
import { claimRoutes } from './routes.ts';
import { type RewardRuleGiven, readRules } from './rules.ts';
import type { ClaimSite } from './site.ts';
import type { ClaimDatabase } from './tables.ts';
import { tidy } from './tidy.ts';

export interface ClaimDeskOptions {
  db: ClaimDatabase;
  site: ClaimSite;
  /** What is recognised here. */
  rules: readonly RewardRuleGiven[];
  /** At least 32 bytes that all processes share; kept in the database where none is given. */
  secret?: Uint8Array | undefined;
  limits?: Partial<ClaimLimits> | undefined;
  /** How wallets are reached. */
  network?: WalletNetwork | undefined;
  namespace?: Namespace | undefined;
  now?: (() => Date) | undefined;
}

export interface ClaimDesk {
  /** To be mounted at the root of the site, before anything that judges forms. */
  routes: Hono;
  /** Begins to work on claims; what was left by a process that died is taken up. */
  start(): void;
  /** Ends the work; a claim in hand is left to others when its lease ends. */
  stop(): Promise<void>;
}

const looksEvery = 2_000;
const tidiesEvery = 3_600_000;

/**
 * The claim desk of a site: discovery, links, claims, receipts, a witness, and pages for people. Any number of
 * processes can run one over the same database.
 * @throws TypeError for rules that cannot be followed
 */
export function claimDesk(options: ClaimDeskOptions): ClaimDesk {
  const { db, site, now = () => new Date() } = options;
  const rewards = readRules(options.rules);
  const limits = { ...usualLimits, ...options.limits };
  let opened: Promise<Desk> | undefined;
  // At the first request and not before: only then is it sure that the site knows its own address.
  const opening = () => {
    opened ??= open().catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const open = async (): Promise<Desk> => {
    await migrate(db, { name: 'claims', folder: new URL('./migrations/', import.meta.url) });
    const at = now();
    for (const { rule, content, digest } of rewards) {
      await db
        .insertInto('claim_terms')
        .values({ digest, reward: rule.id, content, made_at: at })
        .onConflict((clash) => clash.doNothing())
        .execute();
    }
    const keys = await openKeys(db, site.origin(), at, options.secret);
    const namespace = options.namespace ?? ownNamespace;
    return { db, site, rewards, keys, wallets: wallets(options.network), limits, namespace, now, wake: () => work() };
  };

  let stopped = false;
  let working: Promise<void> | undefined;
  let again = false;
  /** Works until nothing is left; one at a time in a process. */
  const work = () => {
    if (working) {
      again = true;
      return;
    }
    working = (async () => {
      do {
        again = false;
        const desk = await opening();
        while (!stopped && (await workOnce(desk))) again = true;
      } while (again && !stopped);
    })()
      // The claim stays on the list, and is tried again when its lease has ended.
      .catch((error) => stopped || console.error('a claim could not be checked:', error))
      .finally(() => {
        working = undefined;
      }) as Promise<void>;
  };
  const timers: NodeJS.Timeout[] = [];

  const routes = claimRoutes(opening);
  routes.route('/', claimPages(opening));
  return {
    routes,
    start() {
      timers.push(setInterval(work, looksEvery).unref());
      const tidying = () =>
        void opening()
          .then(tidy)
          .catch((error) => stopped || console.error('tidying failed:', error));
      timers.push(setInterval(tidying, tidiesEvery).unref());
      work();
      tidying();
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await working;
    },
  };
}
