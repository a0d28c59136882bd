import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { capped, worthOf } from '../../../platform/claims/amounts.ts';
import { isPublicAddress, wallets } from '../../../platform/claims/payout.ts';
import { readRules } from '../../../platform/claims/rules.ts';
import { selfSignedCertificate } from '../../browser/certificate.ts';

const rule = { id: 'r', title: 'R', terms: 'T', each: { answer: '5', like: '0.2' }, unit: { points: 'glow' } } as const;

describe('rules', () => {
  it('that cannot be followed are refused with what is wrong', () => {
    expect(() => readRules([{ ...rule, each: {} }])).toThrow(/names no kind/);
    expect(() => readRules([{ ...rule, each: { answer: 5 } }])).toThrow(/each/);
    expect(() => readRules([{ ...rule, each: { answer: '-1' } }])).toThrow(/each/);
    expect(() => readRules([{ ...rule, id: 'link' }])).toThrow(/taken/);
    expect(() => readRules([rule, rule])).toThrow(/one id/);
    expect(() => readRules([{ ...rule, keep: 101 }])).toThrow(/keep/);
  });

  it('count less for many of a kind in one day, also over several claims', () => {
    const like = { kind: 'like', day: '2026-11-21' } as const;
    const other = { kind: 'like', day: '2026-11-22' } as const;
    const full = { each: rule.each, fullPerDay: { like: 2 } };
    expect(worthOf(full, [like, like], new Map())).toBe(400_000n);
    // The third counts 2/3, the fourth 2/4.
    expect(worthOf(full, [like, like, like, like], new Map())).toBe(400_000n + 133_333n + 100_000n);
    expect(worthOf(full, [like, other], new Map([['like 2026-11-21', 2]]))).toBe(133_333n + 200_000n);
  });

  it('never give more than is left', () => {
    const caps = { capPerMonth: '1', poolPerMonth: '1.5' };
    expect(capped(caps, 5_000_000n, { account: 0n, all: 0n })).toBe(1_000_000n);
    expect(capped(caps, 5_000_000n, { account: 0n, all: 1_200_000n })).toBe(300_000n);
    expect(capped(caps, 5_000_000n, { account: 2_000_000n, all: 0n })).toBe(0n);
  });
});

describe('a payout address', () => {
  it('is never on this machine, in this network, or at a cloud’s own address', () => {
    for (const address of [
      ...[
        '127.0.0.1',
        '0.0.0.0',
        '10.1.2.3',
        '172.16.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '100.64.0.1',
        '224.0.0.1',
      ],
      ...[
        '::1',
        '::',
        'fe80::1',
        'fc00::1',
        '::ffff:127.0.0.1',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '2001:db8::1',
        'ff02::1',
      ],
    ]) {
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
    }
    for (const address of ['1.1.1.1', '93.184.215.14', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true);
  });

  it('is asked itself, at the one address that was checked, without following it elsewhere', async () => {
    const asked: string[] = [];
    const certificate = selfSignedCertificate();
    const server = createServer(certificate, (request, response) => {
      asked.push(`${request.headers.host}${request.url} ${request.headers.cookie ?? 'no cookie'}`);
      if (request.url === '/away')
        return void response.writeHead(302, { location: 'https://wallet.example/alice' }).end();
      if (request.url === '/large') return void response.end(`{"id":"${'x'.repeat(200_000)}"}`);
      const id = request.url === '/liar' ? 'https://other.example/alice' : `https://wallet.example${request.url}`;
      response.end(
        JSON.stringify({
          id,
          assetCode: 'EUR',
          assetScale: 2,
          authServer: 'https://auth.example',
          resourceServer: 'https://rs.example',
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // A name that may say something else each time it is asked: it is asked once, and what was checked is connected to.
    let lookups = 0;
    const network = {
      resolve: async () => {
        lookups += 1;
        return [{ address: '127.0.0.1', family: 4 }];
      },
      tls: { port, ca: certificate.cert, checkServerIdentity: () => undefined },
    };
    try {
      const open = wallets({ ...network, allowed: ['127.0.0.1'] });
      expect(await open.check('https://wallet.example/alice')).toBe('https://wallet.example/alice');
      expect(lookups).toBe(1);
      expect(await open.check('$wallet.example')).toBe('https://wallet.example/.well-known/pay');
      for (const path of ['away', 'large', 'liar'])
        expect(await open.check(`https://wallet.example/${path}`)).toBeNull();
      const before = asked.length;
      const closed = wallets(network);
      for (const address of [
        ...[
          'https://wallet.example/alice',
          'https://127.0.0.1/alice',
          'https://[::1]/x',
          'https://169.254.169.254/latest',
        ],
        ...['http://wallet.example/alice', 'https://user:pw@wallet.example/', 'file:///etc/passwd', 'gopher://x', ''],
      ]) {
        expect([address, await closed.check(address)]).toEqual([address, null]);
      }
      expect(asked.length).toBe(before);
      const mixed = wallets({
        ...network,
        resolve: async () => [
          { address: '1.1.1.1', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ],
      });
      expect(await mixed.check('https://wallet.example/alice')).toBeNull();
    } finally {
      server.close();
    }
  });
});
