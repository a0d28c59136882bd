import { createSignature, type RequestDescriptor, verifySignature } from 'http-message-sig';
import { keyOfMethod } from '../record/did-key.ts';
import { type Signer, verifySignature as verifyEd25519 } from '../record/ed25519.ts';
import { signatureTag } from './protocol.ts';

/**
 * RFC 9421 as the claim protocol uses it: Ed25519 over method, target and, where there is a body, its digest. A
 * signature holds for at most a minute and for one request.
 */
const longest = 60;
const skew = 5;

const covered = (withBody: boolean): string[] => ['@method', '@target-uri', ...(withBody ? ['content-digest'] : [])];

function described(method: string, url: string, headers: Readonly<Record<string, string>>): RequestDescriptor {
  return {
    kind: 'request',
    method,
    targetUri: url,
    fields: Object.entries(headers).map(([name, value]) => ({ name: name.toLowerCase(), value })),
  };
}

/**
 * Headers that sign a request.
 * @param request `headers` holds `content-digest` where there is a body
 * @param random 16 fresh random bytes as text: the signature's nonce
 */
export async function signRequest(
  request: { method: string; url: string; headers: Readonly<Record<string, string>> },
  signer: Signer,
  { now, nonce }: { now: Date; nonce: string },
): Promise<Record<string, string>> {
  const { method, url, headers } = request;
  const created = Math.floor(now.getTime() / 1000);
  const { signature, signatureInput } = await createSignature(described(method, url, headers), {
    label: 'sig1',
    components: covered('content-digest' in headers),
    parameters: { created, expires: created + longest, nonce, keyid: signer.method, alg: 'ed25519', tag: signatureTag },
    signer: { algorithm: 'ed25519', sign: (bytes) => signer.sign(bytes) },
  });
  return { ...headers, signature, 'signature-input': signatureInput };
}

/** A request whose signature holds: by whom, and the nonce, which the receiver must not have seen before. */
export interface SignedRequest {
  did: string;
  nonce: string;
}

/**
 * Checks a signed request. Null for anything that is not exactly one: other components, a stale or future time, a
 * lifetime above a minute, another algorithm or purpose, a key that is no did:key.
 * @param headers lower-case names; `content-digest` must be there and already checked where there is a body
 */
export async function readSignedRequest(
  request: { method: string; url: string; headers: Readonly<Record<string, string>>; hasBody: boolean },
  now: Date,
): Promise<SignedRequest | null> {
  const { method, url, headers, hasBody } = request;
  const seconds = now.getTime() / 1000;
  try {
    const { parameters, verifier } = await verifySignature(described(method, url, headers), {
      policy: {
        algorithms: ['ed25519'],
        requiredComponents: covered(hasBody),
        requiredParameters: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
        maxAge: longest,
        clockSkew: skew,
        now: seconds,
      },
      resolveVerifier: ({ parameters: { keyid = '' } }) => {
        const key = keyOfMethod(keyid);
        if (!key) throw new TypeError('no did:key');
        return {
          algorithm: 'ed25519',
          did: key.did,
          verify: (data: Uint8Array, signature: Uint8Array) => verifyEd25519(key.publicKey, signature, data),
        };
      },
    });
    const { created = 0, expires = 0, nonce = '', tag } = parameters;
    const isInTime = expires - created <= longest && expires + skew >= seconds && created - skew <= seconds;
    const isOfUs = tag === signatureTag && /^[\w-]{8,128}$/.test(nonce);
    return isInTime && isOfUs ? { did: verifier.did, nonce } : null;
  } catch {
    return null;
  }
}
