/** What can sign: a key that never shows itself. */
export interface Signer {
  /** did:key of the public key. */
  did: string;
  /** Its verification method. */
  method: string;
  publicKey: Uint8Array;
  /** Ed25519 over the bytes (RFC 8032). Some browsers sign the same bytes differently each time. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Whether `signature` is one of `publicKey` over `bytes`. Never throws: what is no key or signature is no proof. */
export async function verifySignature(
  publicKey: Uint8Array,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = await crypto.subtle.importKey('raw', copy(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, copy(signature), copy(bytes));
  } catch {
    return false;
  }
}

/** WebCrypto takes only bytes of a buffer of its own kind. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
