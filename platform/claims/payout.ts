import { lookup } from 'node:dns/promises';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { walletAddress } from '../../lib/value/wallet.ts';

/** What an Open Payments wallet says of itself. */
const walletSchema = z.looseObject({
  id: z.url({ protocol: /^https$/ }).max(2048),
  assetCode: z.string().regex(/^[A-Z0-9]{3,12}$/),
  assetScale: z.int().min(0).max(255),
  authServer: z.url().max(2048),
  resourceServer: z.url().max(2048),
});

/** Checks payout addresses. */
export interface Wallets {
  /** The address as money is sent to it, or null where it is none or cannot be reached safely. */
  check(address: string): Promise<string | null>;
}

/** How addresses are looked up and reached; replaced in tests. */
export interface WalletNetwork {
  resolve(host: string): Promise<{ address: string; family: number }[]>;
  /** Extra options of the TLS connection, and the port that stands for 443. */
  tls?: { ca?: string; port?: number; checkServerIdentity?: () => undefined };
  /** Addresses that are allowed although they are not public. */
  allowed?: readonly string[];
}

const patience = 5_000;
const mostBytes = 64 * 1024;

/** Everything that is not the public internet (IANA special-purpose registries, RFC 6890). */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only what is handed out as global unicast is public, less what is for examples or carries IPv4 inside. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is one on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

const internet: WalletNetwork = { resolve: (host) => lookup(host, { all: true }) };

/**
 * Checks wallet addresses by asking them (standards section 8): only https, only public addresses, the very address
 * that was checked is connected to, so that a name cannot change its mind in between; no redirect, little time, few
 * bytes, no cookie.
 */
export function wallets(network: WalletNetwork = internet): Wallets {
  return {
    async check(given) {
      const url = walletAddress(given);
      if (!url) return null;
      try {
        const document = walletSchema.safeParse(JSON.parse(await fetchSafely(new URL(url), network)));
        return document.success && new URL(document.data.id).origin === new URL(url).origin ? url : null;
      } catch {
        return null;
      }
    },
  };
}

async function fetchSafely(url: URL, { resolve, tls = {}, allowed = [] }: WalletNetwork): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const signal = AbortSignal.timeout(patience);
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await inTime(resolve(host), signal);
  const [first] = found;
  if (!first || !found.every(({ address }) => allowed.includes(address) || isPublicAddress(address))) {
    throw new TypeError('not a public address');
  }
  return new Promise((done, fail) => {
    const asking = httpsRequest(
      {
        host,
        servername: isIP(host) ? '' : host,
        port: tls.port ?? (url.port || 443),
        path: `${url.pathname}${url.search}`,
        headers: { accept: 'application/json', host: url.host },
        signal,
        agent: false,
        ...(tls.ca !== undefined && { ca: tls.ca }),
        ...(tls.checkServerIdentity && { checkServerIdentity: tls.checkServerIdentity }),
        lookup: (_name, options, answer) => {
          if (options.all) answer(null, [first]);
          else answer(null, first.address, first.family);
        },
      },
      (response) => {
        if (response.statusCode !== 200) return void asking.destroy(new TypeError('not there'));
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > mostBytes) asking.destroy(new TypeError('too large'));
        });
        response.on('end', () => done(text));
        response.on('error', fail);
      },
    );
    asking.on('error', fail);
    asking.end();
  });
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true })),
  ]);
}
