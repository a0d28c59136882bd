import { base64 } from '@scure/base';
import { didOf } from './did-key.ts';
import { type KeyStore, masterName, openKeyRing } from './keys.ts';
import { shortestPassphrase } from './passphrase.ts';
import { exactly, object, text, told, whole } from './shape.ts';
import { JsonError, parseStrictJson } from './strict-json.ts';

/**
 * A copy of the keys, sealed with a passphrase: PBKDF2-SHA-256 and AES-256-GCM. It can be made only in the moment in
 * which the keys are made; afterwards nobody can read the secret, the person included.
 */
interface KeyBackup {
  type: 'contrail-keys';
  version: 1;
  kdf: 'PBKDF2-SHA-256';
  iterations: number;
  /** 16 bytes, base64. */
  salt: string;
  cipher: 'AES-256-GCM';
  /** 12 bytes, base64. */
  iv: string;
  /** The 32 bytes of the secret and the 16 of the seal, base64. */
  sealed: string;
}

const iterations = 600_000;
const shape = object<KeyBackup>({
  type: exactly('contrail-keys'),
  version: whole(1),
  kdf: exactly('PBKDF2-SHA-256'),
  iterations: whole(100_000),
  salt: text(24, { like: /^[A-Za-z0-9+/]{22}==$/ }),
  cipher: exactly('AES-256-GCM'),
  iv: text(16, { like: /^[A-Za-z0-9+/]{16}$/ }),
  sealed: text(64, { like: /^[A-Za-z0-9+/]{64}$/ }),
});

/** `unreadable`: no copy of keys. `passphrase`: another one sealed it. `other-keys`: this browser has keys already. */
export type KeyBackupProblem = 'unreadable' | 'passphrase' | 'other-keys';

export class KeyBackupError extends Error {
  readonly problem: KeyBackupProblem;

  constructor(problem: KeyBackupProblem, message: string) {
    super(message);
    this.name = 'KeyBackupError';
    this.problem = problem;
  }
}

/**
 * Seals the secret: what `openKeyRing` gives to `wrap`.
 * @returns the text of the file to keep
 * @throws RangeError for a passphrase shorter than {@link shortestPassphrase}
 */
export async function sealSecret(
  secret: Uint8Array,
  passphrase: string,
  random: (length: number) => Uint8Array,
): Promise<string> {
  if (passphrase.length < shortestPassphrase) throw new RangeError('the passphrase is too short');
  const [salt, iv] = [new Uint8Array(random(16)), new Uint8Array(random(12))];
  const key = await keyFrom(passphrase, salt, iterations);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(secret));
  const backup: KeyBackup = {
    type: 'contrail-keys',
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: base64.encode(salt),
    cipher: 'AES-256-GCM',
    iv: base64.encode(iv),
    sealed: base64.encode(new Uint8Array(sealed)),
  };
  return `${JSON.stringify(backup, null, 1)}\n`;
}

/**
 * Puts the keys of a copy into a store that has none, or finds that it has these very keys.
 * @throws KeyBackupError, and then nothing was changed; what `openKeyRing` throws
 */
export async function restoreKeys(store: KeyStore, file: Uint8Array, passphrase: string): Promise<void> {
  const secret = await openSecret(file, passphrase);
  const kept = await store.get(masterName);
  if (!kept) {
    // The ring overwrites what it is given.
    await openKeyRing(store, { random: () => secret });
    secret.fill(0);
    return;
  }
  const there = await (await openKeyRing(store, { random: () => new Uint8Array(32) })).recordKey();
  const here = await (await openKeyRing(inMemory(), { random: () => secret })).recordKey();
  secret.fill(0);
  if (didOf(there.publicKey) !== didOf(here.publicKey)) {
    throw new KeyBackupError('other-keys', 'This browser has other keys already, which signed what was made here.');
  }
}

async function openSecret(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const backup = read(file);
  const [salt, iv, sealed] = [backup.salt, backup.iv, backup.sealed].map((part) => new Uint8Array(base64.decode(part)));
  const key = await keyFrom(passphrase, salt as Uint8Array<ArrayBuffer>, backup.iterations);
  try {
    const algorithm = { name: 'AES-GCM', iv: iv as Uint8Array<ArrayBuffer> };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed as Uint8Array<ArrayBuffer>));
  } catch {
    throw new KeyBackupError('passphrase', 'The passphrase is another one, or the file is damaged.');
  }
}

function read(file: Uint8Array): KeyBackup {
  try {
    const value = parseStrictJson(file, { bytes: 4096, depth: 2 });
    const flaw = shape(value);
    if (flaw) throw new KeyBackupError('unreadable', `This is no copy of keys (${told(flaw)}).`);
    const backup = value as KeyBackup;
    // Whoever made the file could otherwise keep this browser busy for a day.
    if (backup.version !== 1 || backup.iterations > 10 * iterations) {
      throw new KeyBackupError('unreadable', 'This copy of keys was made by a version that is not known here.');
    }
    base64.decode(backup.salt);
    return backup;
  } catch (error) {
    if (error instanceof KeyBackupError) throw error;
    if (error instanceof JsonError)
      throw new KeyBackupError('unreadable', `This is no copy of keys (${error.message}).`);
    throw new KeyBackupError('unreadable', 'This is no copy of keys.');
  }
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  // The same letters may be typed in several ways on several keyboards.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A store that forgets: to find out which keys a secret makes. */
function inMemory(): KeyStore {
  const keys = new Map<string, CryptoKey>();
  return {
    get: async (name) => keys.get(name),
    keep: async (name, key) => {
      keys.set(name, key);
      return key;
    },
    remove: async (name) => void keys.delete(name),
  };
}
