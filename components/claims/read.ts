import type { Discovery, PublishedReward } from '../../lib/claim/protocol.ts';
import {
  type ClaimRow,
  type LinkRow,
  linkId,
  nextIndexOf,
  type PlatformRow,
  type StandingRow,
} from '../../lib/claim/rows.ts';
import { type LedgerDatabase, openLedger } from '../../lib/ledger/database.ts';
import { allStreams } from '../../lib/ledger/queries.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import { namespace } from '../../lib/namespace.ts';
import type { ShownLine } from '../../lib/record/shown.ts';

/** An account on a platform, and all that is known of claims for it. */
export interface Account {
  stream: Stream;
  /** Missing while the platform was never asked. */
  platform?: PlatformRow;
  link?: LinkRow;
  claims: ClaimRow[];
  standing: StandingRow[];
  /** How many acts of each kind stand. */
  counts: Readonly<Record<string, number>>;
}

let opened: LedgerDatabase | undefined;
/** The ledger as this part of the dashboard reads it; it never writes. */
const ledger = (): LedgerDatabase => {
  opened ??= openLedger();
  return opened;
};

/** Every account that anything was done with, those that are recognised first. */
export async function readAccounts(): Promise<Account[]> {
  const [streams, rows, rollups] = await Promise.all([
    allStreams(ledger()),
    ledger().receipts.toArray(),
    ledger().rollups.toArray(),
  ]);
  const known = rows as unknown as (PlatformRow | LinkRow | ClaimRow | StandingRow)[];
  const of = <Type extends PlatformRow | LinkRow | ClaimRow | StandingRow>(type: Type['type']) =>
    known.filter((row): row is Type => row.type === type);
  const accounts = streams
    .filter(({ size, account }) => size > 0 && account !== '')
    .map((stream): Account => {
      const platform = of<PlatformRow>('platform').find((row) => row.platform === stream.platform);
      const link = of<LinkRow>('link').find(({ id }) => id === linkId(stream.id));
      const counts: Record<string, number> = {};
      for (const { stream: id, kind, done, taken } of rollups) {
        if (id === stream.id) counts[kind] = (counts[kind] ?? 0) + done - taken;
      }
      return {
        stream,
        ...(platform && { platform }),
        ...(link && { link }),
        claims: of<ClaimRow>('claim')
          .filter((row) => row.stream === stream.id)
          .sort((one, other) => (one.at < other.at ? 1 : -1)),
        standing: of<StandingRow>('standing').filter((row) => row.stream === stream.id),
        counts,
      };
    });
  const rank = ({ platform }: Account) => (platform?.discovery ? 0 : platform ? 2 : 1);
  return accounts.sort((one, other) => rank(one) - rank(other) || (one.stream.host < other.stream.host ? -1 : 1));
}

/** What a claim will send. */
export interface Outgoing {
  lines: ShownLine<Stream>[];
  withheld: number;
  seen: [from: number, to: number];
}

/** The very lines that go out for a reward: what was never sent for it and what it recognises. */
export async function readOutgoing(account: Account, reward: PublishedReward, discovery: Discovery): Promise<Outgoing> {
  const { previewClaim } = await import('../../lib/claim/prepare.ts');
  const from = nextIndexOf(account.claims, account.stream.id, reward.id);
  const to = account.stream.size;
  const choice = { from, to, kinds: reward.kinds, evidence: discovery.evidence_levels_accepted };
  return { ...(await previewClaim(ledger(), account.stream, choice, namespace)), seen: [from, to] };
}
