import { base64urlnopad } from '@scure/base';
import { z } from 'zod';

/**
 * How a passphrase becomes a key: PBKDF2-SHA-256 as for the keys' own backup (record-and-claim standards §3). The
 * upper limit keeps a foreign file from stopping the browser.
 */
export const derivationSchema = z.strictObject({
  name: z.literal('PBKDF2'),
  hash: z.literal('SHA-256'),
  rounds: z.int().min(1000).max(5_000_000),
  salt: z.string().regex(/^[\w-]{22}$/),
});
export type Derivation = z.infer<typeof derivationSchema>;

/** Rounds for everything that is written: 0.1 to 0.3 s on today's machines. */
const rounds = 600_000;

/** Parameters for a new passphrase. */
export function freshDerivation(random: (length: number) => Uint8Array): Derivation {
  return { name: 'PBKDF2', hash: 'SHA-256', rounds, salt: base64urlnopad.encode(random(16)) };
}

/**
 * The key that a passphrase gives: it can only derive others, and no script can read it. Keyboards write the same
 * letter in several ways, so the passphrase is normalised (NFKC) first.
 */
export async function keyOfPassphrase(passphrase: string, { rounds, salt }: Derivation): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const typed = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const algorithm = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    iterations: rounds,
    salt: new Uint8Array(base64urlnopad.decode(salt)),
  };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(algorithm, typed, 256));
  try {
    return await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey']);
  } finally {
    bits.fill(0);
  }
}
