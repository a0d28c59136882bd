import { visitorOf } from './accounts.ts';
import type { RewardRuleGiven } from './claims/rules.ts';
import type { ClaimSite, SiteAct, SiteLog } from './claims/site.ts';
import type { Database } from './database.ts';
import { cookieName } from './web/acting-routes.ts';
import { layout } from './web/layout.ts';
import { profile } from './web/parts.ts';

/** What Lamplight recognises. Points only: nobody is paid in a demonstration. */
export const lamplightRules: RewardRuleGiven[] = [
  {
    id: 'good-neighbour',
    title: 'Good neighbour',
    terms:
      'Lamplight thanks its neighbours with glow. Answers count most, then reviews and better descriptions; small signs count a little. Many of one kind on one day count less and less. Seven parts of ten run on to neighbours it was done for, as far as they have linked a record too. Glow buys nothing.',
    each: {
      answer: '5',
      review: '3',
      post: '2',
      edit: '2',
      comment: '1',
      rating: '0.5',
      share: '0.5',
      like: '0.2',
      vote: '0.2',
    },
    unit: { points: 'glow' },
    fullPerDay: { like: 20, vote: 20, share: 10, rating: 10, comment: 20 },
    capPerMonth: '500',
    poolPerMonth: '100000',
    keep: 30,
    recurs: 'P1W',
  },
];

/** Handle of a person by their profile URL, if it is one of this place. */
function handleOf(origin: string, account: string): string | undefined {
  const start = `${origin}/@`;
  if (!account.startsWith(start)) return undefined;
  try {
    const handle = decodeURIComponent(account.slice(start.length));
    return origin + profile(handle) === account ? handle : undefined;
  } catch {
    return undefined;
  }
}

/** Lamplight's own acts, as claims are compared with them. */
function lamplightLog(db: Database, origin: () => string): SiteLog {
  return {
    async acts(account, from, to) {
      const here = origin();
      const handle = handleOf(here, account);
      if (handle === undefined) return [];
      const rows = await db
        .selectFrom('acts')
        .selectAll()
        .where('handle', '=', handle)
        .where('at', '>=', from)
        .where('at', '<=', to)
        .orderBy('at')
        .execute();
      return rows.map(
        (row): SiteAct => ({
          kind: row.kind,
          object: here + row.object,
          ...(row.made !== null && { made: here + row.made }),
          at: row.at,
          ...(row.undone_at && { undoneAt: row.undone_at }),
          ...(row.revises !== null && { revises: true }),
          ...(row.receiver !== null && { receiver: here + profile(row.receiver) }),
        }),
      );
    },
  };
}

/**
 * Lamplight as the claim desk sees it.
 * @param keepers handles of those who work at the desk
 */
export function lamplightSite(db: Database, origin: () => string, keepers: readonly string[]): ClaimSite {
  const visitorOfRequest = (request: Request) => visitorOf(db, cookieOf(request));
  return {
    origin,
    log: lamplightLog(db, origin),
    async visitor(request) {
      const visitor = await visitorOfRequest(request);
      const session = cookieOf(request);
      return visitor && session
        ? { account: origin() + profile(visitor.handle), name: visitor.name, session, csrf: visitor.csrf }
        : undefined;
    },
    signInPath: (next) => `/sign-in?next=${encodeURIComponent(next)}`,
    isKeeper: ({ account }) => keepers.some((handle) => account === origin() + profile(handle)),
    async page(request, title, body) {
      return layout({ title, viewer: await visitorOfRequest(request), body: await body });
    },
    privacyPath: '/privacy',
  };
}

function cookieOf(request: Request): string | undefined {
  const found = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(request.headers.get('cookie') ?? '');
  return found?.[1];
}
