import { base64urlnopad, hex } from '@scure/base';
import type { Contribution } from './entry.ts';
import { emptyFrontier, rootOf } from './merkle.ts';
import type { Stream } from './stream.ts';

/** What makes a stream: the site, the origin of the platform, the account. */
export function streamName({ site, account, actor }: Pick<Stream, 'site' | 'account' | 'actor'>): string {
  return [site, new URL(actor).origin, account].join('\n');
}

/** Ids of the streams that hold one person's acts on one platform. */
export function onePerson({ id, joins, joined }: Stream): string[] {
  const partner = joins ?? joined;
  return partner ? [id, partner] : [id];
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
