import { base64urlnopad, hex } from '@scure/base';
import type { Contribution } from './entry.ts';
import { emptyFrontier, rootOf } from './merkle.ts';
import type { Stream } from './stream.ts';

/** What makes a stream: the site, the origin of the platform, the account. */
export function streamName({ site, account, actor }: Pick<Stream, 'site' | 'account' | 'actor'>): string {
  return [site, new URL(actor).origin, account].join('\n');
}

/** Ids of the streams that hold one person's acts on one platform. */
export function onePerson({ id, joins, joined, also = [] }: Stream): string[] {
  const partner = joins ?? joined;
  return [...new Set(partner ? [id, partner, ...also] : [id, ...also])];
}

/** Every log of one site on one platform, whoever's it is. */
export function sameSite({ site, platform }: Pick<Stream, 'site' | 'platform'>, all: readonly Stream[]): Stream[] {
  return all.filter((row) => row.site === site && row.platform === platform);
}

/**
 * Finds anew which logs belong to one person, where some of them came from elsewhere (several devices, a restored
 * backup). The same account is the same person; acts without an account are, while there is only one account.
 * @param logs what {@link sameSite} gives; their `also` is changed
 * @returns those that changed
 */
export function relate(logs: readonly Stream[]): Stream[] {
  if (!logs.some(({ closed }) => closed)) return [];
  const single = new Set(logs.map(({ account }) => account).filter(Boolean)).size <= 1;
  return logs.filter((log) => {
    const also = logs
      .filter((other) => other !== log && (single || other.account === log.account))
      .map(({ id }) => id)
      .sort();
    if (also.join() === (log.also ?? []).join()) return false;
    log.also = also;
    return true;
  });
}

/**
 * Begins the stream of a contribution that has none yet.
 * @param others all streams there are
 * @returns the new stream, and the one that it joins or is joined by: one account and acts without an account belong
 * together; with several accounts nobody can tell whose they are
 */
export function beginStream(
  given: Contribution,
  others: readonly Stream[],
  random: (length: number) => Uint8Array,
): { stream: Stream; partner: Stream | undefined } {
  const { origin: platform } = new URL(given.actor);
  const siblings = others.filter((row) => row.platform === platform);
  const [other, ...more] = siblings.filter((row) => row.site === given.site);
  const isPartner = other && more.length === 0 && (other.account === '') !== (given.account === '');
  const stream: Stream = {
    id: hex.encode(random(8)),
    site: given.site,
    host: given.host,
    platform,
    account: given.account,
    actor: given.actor,
    epoch: siblings.reduce((next, row) => Math.max(next, row.epoch + 1), 0),
    size: 0,
    edges: [],
    root: base64urlnopad.encode(rootOf(emptyFrontier)),
    secret: base64urlnopad.encode(random(32)),
    recent: [],
    ...(isPartner && link(given, other.id)),
  };
  return { stream, partner: isPartner ? other : undefined };
}

/** How a stream names its partner. */
export function link({ account }: Pick<Stream, 'account'>, partner: string): Pick<Stream, 'joins' | 'joined'> {
  return account === '' ? { joins: partner } : { joined: partner };
}
