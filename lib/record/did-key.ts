import { base58 } from '@scure/base';

/** Multicodec prefix of an Ed25519 public key. */
const ed25519 = [0xed, 0x01] as const;
const keyLength = 32;
/** `z`, two prefix bytes and 32 key bytes in base58 always have this many characters. */
const multikeyLength = 48;

/** A public key as Multikey: `z` + base58btc(ed 01 ‖ key). */
export function encodeMultikey(publicKey: Uint8Array): string {
  if (publicKey.length !== keyLength) throw new RangeError('an Ed25519 public key has 32 bytes');
  return `z${base58.encode(Uint8Array.of(...ed25519, ...publicKey))}`;
}

/** The Ed25519 key in a Multikey, or null for any other base, codec or length. */
export function decodeMultikey(multikey: string): Uint8Array | null {
  if (multikey.length !== multikeyLength || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(multikey)) return null;
  const bytes = base58.decode(multikey.slice(1));
  if (bytes.length !== 2 + keyLength || bytes[0] !== ed25519[0] || bytes[1] !== ed25519[1]) return null;
  return bytes.slice(2);
}

/** The did:key of an Ed25519 public key (W3C CCG did:key method). */
export function didOf(publicKey: Uint8Array): string {
  return `did:key:${encodeMultikey(publicKey)}`;
}

/** The verification method of a did:key: its only key, named by itself. */
export function methodOf(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** The public key of a did:key, or null where it is not an Ed25519 did:key. */
export function keyOfDid(did: string): Uint8Array | null {
  return did.startsWith('did:key:') ? decodeMultikey(did.slice('did:key:'.length)) : null;
}

/** DID and public key of a did:key verification method, or null where the fragment is not the key itself. */
export function keyOfMethod(method: string): { did: string; publicKey: Uint8Array } | null {
  const did = method.split('#', 1)[0] ?? '';
  const publicKey = keyOfDid(did);
  return publicKey && method === methodOf(did) ? { did, publicKey } : null;
}
