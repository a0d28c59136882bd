import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeBundle } from '../lib/lists/bundle.ts';
import { ListError } from '../lib/lists/errors.ts';
import { signerFromSeed } from '../lib/record/keys.ts';
import { loadSites } from './load-sites.ts';

/**
 * `npm run sites:build -- --key list.pem --out sites.json`: all definitions as one signed list that browsers can follow.
 *
 *     --key       Ed25519 private key (PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` writes it)
 *     --new-key   makes the key where there is none yet
 *     --out       where the list goes
 *     --name      what it is called on screen; “Contrail sites” unless given
 *     --serial    number of the edition, higher than the last; seconds since 1970 unless given
 *     --site      only this definition (repeatable)
 */
const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    'new-key': { type: 'boolean' },
    out: { type: 'string' },
    name: { type: 'string', default: 'Contrail sites' },
    serial: { type: 'string' },
    site: { type: 'string', multiple: true },
  },
});

try {
  await build();
} catch (error) {
  const { message } = error as Error;
  console.error(error instanceof ListError ? `Not built, ${message}` : message);
  process.exitCode = 1;
}

async function build(): Promise<void> {
  const { key, out, name, serial } = values;
  if (!key || !out) throw new Error('Usage: npm run sites:build -- --key list.pem --out sites.json [--new-key]');
  if (!existsSync(key)) {
    if (!values['new-key']) throw new Error(`There is no key at ${key}. With --new-key one is made there.`);
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  const signer = await signerFromSeed(seedOf(readFileSync(key, 'utf8')));
  const now = new Date();
  const number = serial === undefined ? Math.floor(now.getTime() / 1000) : Number(serial);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error('--serial is a whole number from 1.');
  const all = (await loadSites()).map(({ site }) => site);
  const unknown = values.site?.find((id) => !all.some((site) => site.id === id));
  if (unknown !== undefined) throw new Error(`There is no definition called ${unknown}.`);
  const sites = all.filter(({ id }) => values.site?.includes(id) ?? true);
  const created = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const bytes = await makeBundle(sites, { name, serial: number, created }, signer);
  writeFileSync(out, bytes);
  console.log(`${sites.length} definitions, edition ${number}, ${(bytes.length / 1024).toFixed(0)} KB: ${out}`);
  console.log(`Signed with ${signer.did}. Followers who add #${signer.did} to the address take no other key.`);
}

function seedOf(pem: string): Uint8Array {
  const { d, crv } = createPrivateKey(pem).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !d) throw new Error('The key is not an Ed25519 private key.');
  return new Uint8Array(Buffer.from(d, 'base64url'));
}
