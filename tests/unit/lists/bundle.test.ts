import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { jcs } from '../../../lib/ledger/canonical.ts';
import { largestList, makeBundle, openBundle } from '../../../lib/lists/bundle.ts';
import type { ListError } from '../../../lib/lists/errors.ts';
import { signDocument } from '../../../lib/record/data-integrity.ts';
import { digestMultibase } from '../../../lib/record/multihash.ts';
import type { Action, Site } from '../../../lib/sites/schema.ts';
import { loadSites } from '../../../scripts/load-sites.ts';
import { bundleOf, heath, signerOf, tampered } from './make.ts';

const signer = await signerOf(7);
const other = await signerOf(8);
const good = await bundleOf(signer);
const bytes = (text: string) => new TextEncoder().encode(text);
const refused = (list: Uint8Array, key?: string) =>
  openBundle(list, key).then(
    () => 'taken',
    (error: ListError) => error.problem,
  );

/** A list with a good signature over anything at all: what a maker with bad intentions can publish. */
async function signed(sites: unknown[], head: Record<string, unknown> = {}): Promise<Uint8Array> {
  const document = {
    '@context': 'https://w3id.org/contrail/lists/v1',
    type: 'ContrailSiteList',
    language: 1,
    name: 'Moorland',
    serial: 1,
    issuer: signer.did,
    created: '2026-11-20T10:00:00Z',
    digest: digestMultibase(sha256(bytes(jcs(sites)))),
    ...head,
  };
  const proven = await signDocument(document, signer, { created: document.created, purpose: 'assertionMethod' });
  return bytes(JSON.stringify({ ...proven, sites }));
}
const [act] = heath.actions as [Action];
const withAction = (change: object) => signed([{ ...heath, actions: [{ ...act, ...change }] }]);
const withSite = (change: object) => signed([{ ...heath, ...change }]);

describe('a site list', () => {
  it('is read as it was made', async () => {
    expect(await openBundle(good, signer.did)).toEqual({
      name: 'Moorland',
      key: signer.did,
      serial: 1,
      created: '2026-11-20T10:00:00Z',
      digest: expect.stringMatching(/^uEi/),
      sites: [heath],
    });
  });

  it('holds every definition that comes with the extension, far below its limit', async () => {
    const sites = (await loadSites()).map(({ site }) => site);
    const all = await makeBundle(sites, { name: 'All', serial: 2, created: '2026-11-20T10:00:00Z' }, signer);
    expect((await openBundle(all, signer.did)).sites).toEqual(sites);
    expect(all.length).toBeLessThan(largestList / 2);
  });

  it('may be empty, which takes every definition of it back', async () => {
    expect((await openBundle(await signed([]), signer.did)).sites).toEqual([]);
  });

  it('is not made of definitions that would be refused', async () => {
    const wide: Site = { ...heath, hosts: ['*.com'] };
    await expect(bundleOf(signer, { sites: [wide] })).rejects.toMatchObject({ problem: 'hosts' });
  });
});

describe('a list is refused', () => {
  it.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['that is ten megabytes of junk', new Uint8Array(10 * 1024 * 1024).fill(0x5b), 'too-large'],
    ['that is nested without end', bytes('['.repeat(100_000)), 'not-a-list'],
    ['that is no JSON', bytes('<!doctype html><title>404</title>'), 'not-a-list'],
    ['that is not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'not-a-list'],
    ['that is empty', new Uint8Array(), 'not-a-list'],
    ['that is another document', bytes('{"type":"VerifiableCredential"}'), 'not-a-list'],
    ['that says a name twice', bytes(new TextDecoder().decode(good).replace('{', '{"name":"Moor",')), 'not-a-list'],
    [
      'with a word that no list has',
      tampered(good, (list) => Object.assign(list, { script: 'alert(1)' })),
      'not-a-list',
    ],
    ['whose name was changed', tampered(good, (list) => Object.assign(list, { name: 'Fen' })), 'signature'],
    ['whose number was changed', tampered(good, (list) => Object.assign(list, { serial: 9 })), 'signature'],
    [
      'one of whose definitions was changed',
      tampered(good, (list) => Object.assign((list.sites as Site[])[0] ?? {}, { name: 'Bog' })),
      'signature',
    ],
    [
      'with a definition more',
      tampered(good, (list) => (list.sites as Site[]).push({ ...heath, id: 'b' })),
      'signature',
    ],
    [
      'that says it is by somebody else',
      tampered(good, (list) => Object.assign(list, { issuer: other.did })),
      'signature',
    ],
    ['in a later language', signed([{ words: 'of the future' }], { language: 2 }), 'newer'],
    ['with a function as text where data belongs', withAction({ request: 'fetch("/")' }), 'definition'],
    ['with a word that the language has not', withAction({ script: 'alert(1)' }), 'definition'],
    ['with a definition that is none', signed([null]), 'definition'],
    ['with one definition twice', signed([heath, heath]), 'definition'],
    ['with an address that is no pattern', withAction({ request: { url: '/a/:id(' } }), 'definition'],
    [
      'with an expression that hangs',
      withAction({ take: { id: { from: '/a', via: [{ match: '(a+)+$' }] } } }),
      'pattern',
    ],
    ['with one that takes long', withAction({ draft: [{ at: '/json/a', matches: 'a*a*a*a*b' }] }), 'pattern'],
    ['with one in an address', withAction({ request: { url: '/a/:id((?:b+)+)' } }), 'pattern'],
    ['with one in the address of what was made', withAction({ made: { location: '/a/(b*b*b*b*c)' } }), 'pattern'],
    ['that wants every site', withSite({ hosts: ['*.*'] }), 'definition'],
    ['that wants a whole ending', withSite({ hosts: ['*.com'] }), 'hosts'],
    ['that wants what a country sells', withSite({ hosts: ['*.co.uk'] }), 'hosts'],
    ['that wants a machine at home', withSite({ hosts: ['192.168.0.1'] }), 'hosts'],
    ['that wants the router', withSite({ apiHosts: ['router'] }), 'hosts'],
    ['that wants every site in a rule', withAction({ request: { url: 'https://*/api' } }), 'hosts'],
    ['that wants another port', withAction({ request: { url: 'https://a.example:8080/api' } }), 'hosts'],
  ])('%s', async (_, list, problem) => {
    expect(await refused(await list)).toBe(problem);
  });

  it('that another key signed than the one it was pinned to', async () => {
    expect(await refused(await bundleOf(other), signer.did)).toBe('signature');
  });

  it('at every place where one byte of it is another', async () => {
    const copy = Uint8Array.from(good);
    let taken = 0;
    for (let at = 0; at < copy.length; at += 3) {
      const was = copy[at] ?? 0;
      copy[at] = was ^ 1;
      const opened = await openBundle(copy, signer.did).catch(() => undefined);
      // Blank for blank says the same.
      if (opened && JSON.stringify(opened.sites) !== JSON.stringify([heath])) taken++;
      copy[at] = was;
    }
    expect(taken).toBe(0);
  });

  it('with the place and the reason, for the screen', async () => {
    await expect(openBundle(await withAction({ script: 'x' }), undefined)).rejects.toMatchObject({
      detail: expect.stringContaining('heath'),
    });
  });
});
