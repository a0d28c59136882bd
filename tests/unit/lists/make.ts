import { makeBundle } from '../../../lib/lists/bundle.ts';
import type { Signer } from '../../../lib/record/ed25519.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import type { Site } from '../../../lib/sites/schema.ts';

/** The same key on every machine. */
export const signerOf = (byte: number): Promise<Signer> => signerFromSeed(new Uint8Array(32).fill(byte));

export const heath: Site = {
  id: 'heath',
  name: 'Heath',
  version: 1,
  group: 'community',
  confidence: 'high',
  hosts: ['heath.example'],
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: { url: '/api/like', where: [{ at: '/json/parent', is: null }] },
      take: { id: '/json/id' },
      object: { url: 'https://heath.example/{id}' },
    },
  ],
  sources: ['made up'],
};

export interface Edition {
  sites?: readonly Site[];
  name?: string;
  serial?: number;
  created?: string;
}

/** A list as its maker publishes it. */
export const bundleOf = (
  signer: Signer,
  { sites = [heath], name = 'Moorland', serial = 1, created = '2026-11-20T10:00:00Z' }: Edition = {},
): Promise<Uint8Array> => makeBundle(sites, { name, serial, created }, signer);

/** The same list with something in its document changed, and the signature as it was. */
export function tampered(bytes: Uint8Array, change: (document: Record<string, unknown>) => void): Uint8Array {
  const document = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  change(document);
  return new TextEncoder().encode(JSON.stringify(document));
}
