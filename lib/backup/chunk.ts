import { base64urlnopad } from '@scure/base';
import { sameHash } from '../ledger/merkle.ts';
import { BackupError } from './errors.ts';
import { type Header, headerHash } from './header.ts';

/**
 * One chunk of a backup: JSON, packed (raw deflate), sealed with AES-256-GCM under a random nonce. What is sealed with
 * it binds it to its header, to its place and to whether it is the last, so none can be moved, repeated or taken from
 * another backup.
 *
 *     marker 8 · place 4 · length of what is sealed 4 · last 1 · nonce 12 · sealed
 */
export const frameBytes = 29;
/** No chunk is larger, packed or unpacked. */
const maxSealed = 8 * 1024 * 1024;
const maxContent = 16 * 1024 * 1024;

export interface Frame {
  place: number;
  length: number;
  last: boolean;
}

/** Seals and opens the chunks of one backup. */
export interface Sealer {
  readonly header: Header;
  readonly marker: Uint8Array;
  /** @throws RangeError where the content is too large for one chunk */
  seal(content: unknown, place: number, last: boolean): Promise<Uint8Array>;
  /** What a chunk holds; undefined where it is not exactly what was sealed at this place. */
  open(chunk: Uint8Array): Promise<{ frame: Frame; content: unknown } | undefined>;
}

const encoder = new TextEncoder();

/**
 * The sealer of a backup that is to be written.
 * @param key what `keyOfPassphrase` gave for the derivation of this header
 */
export async function newSealer(
  key: CryptoKey,
  given: Pick<Header, 'made' | 'derivation'>,
  random: (length: number) => Uint8Array,
): Promise<Sealer> {
  const salt = random(32);
  const header: Header = {
    id: base64urlnopad.encode(random(16)),
    made: given.made,
    cipher: 'AES-256-GCM',
    packing: 'deflate-raw',
    derivation: given.derivation,
    salt: base64urlnopad.encode(salt),
    check: base64urlnopad.encode(await checkOf(key, salt)),
    marker: base64urlnopad.encode(random(8)),
  };
  return sealerOf(key, header);
}

/**
 * The sealer of a backup that is there.
 * @throws BackupError `passphrase` where the key does not fit the header
 */
export async function sealerFor(key: CryptoKey, header: Header): Promise<Sealer> {
  const check = await checkOf(key, base64urlnopad.decode(header.salt));
  if (!sameHash(check, base64urlnopad.decode(header.check))) {
    throw new BackupError('passphrase', 'another passphrase was given when this backup was made');
  }
  return sealerOf(key, header);
}

async function sealerOf(key: CryptoKey, header: Header): Promise<Sealer> {
  const cipher = await crypto.subtle.deriveKey(
    derivation(base64urlnopad.decode(header.salt), 'chunks'),
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const bound = headerHash(header);
  const marker = base64urlnopad.decode(header.marker);
  const binding = ({ place, last }: Pick<Frame, 'place' | 'last'>) => {
    const bytes = new Uint8Array(bound.length + 5);
    bytes.set(bound);
    new DataView(bytes.buffer).setUint32(bound.length, place);
    bytes[bound.length + 4] = last ? 1 : 0;
    return bytes;
  };
  return {
    header,
    marker,
    async seal(content, place, last) {
      const bytes = encoder.encode(JSON.stringify(content));
      if (bytes.length > maxContent) throw new RangeError('the content of a chunk is too large');
      const packed = await through(bytes, new CompressionStream('deflate-raw'), maxSealed);
      if (!packed) throw new RangeError('a chunk is too large');
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = new Uint8Array(
        await crypto.subtle.encrypt(
          { name: 'AES-GCM', iv: nonce, additionalData: binding({ place, last }) },
          cipher,
          packed,
        ),
      );
      const chunk = new Uint8Array(frameBytes + sealed.length);
      const view = new DataView(chunk.buffer);
      chunk.set(marker);
      view.setUint32(8, place);
      view.setUint32(12, sealed.length);
      chunk[16] = last ? 1 : 0;
      chunk.set(nonce, 17);
      chunk.set(sealed, frameBytes);
      return chunk;
    },
    async open(chunk) {
      const frame = readFrame(chunk, marker);
      if (!frame || chunk.length !== frameBytes + frame.length) return undefined;
      try {
        const packed = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: new Uint8Array(chunk.subarray(17, frameBytes)), additionalData: binding(frame) },
          cipher,
          new Uint8Array(chunk.subarray(frameBytes)),
        );
        const bytes = await through(new Uint8Array(packed), new DecompressionStream('deflate-raw'), maxContent);
        if (!bytes) return undefined;
        return { frame, content: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
      } catch {
        return undefined;
      }
    },
  };
}

/** What a frame says of the chunk behind it; undefined where there is none. */
export function readFrame(bytes: Uint8Array, marker: Uint8Array): Frame | undefined {
  if (bytes.length < frameBytes || !sameHash(bytes.subarray(0, 8), marker)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(12);
  const last = bytes[16];
  if (length > maxSealed || length < 16 || (last !== 0 && last !== 1)) return undefined;
  return { place: view.getUint32(8), length, last: last === 1 };
}

const derivation = (salt: Uint8Array, use: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(salt),
  info: encoder.encode(`contrail/v1/backup\n${use}`),
});

async function checkOf(key: CryptoKey, salt: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.deriveBits(derivation(salt, 'check'), key, 128));
}

/** Packs or unpacks; undefined where more than `most` bytes come out. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  pair: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(pair).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
