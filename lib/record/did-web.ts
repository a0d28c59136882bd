import { decodeMultikey } from './did-key.ts';
import { list, object, type Shape, text } from './shape.ts';

/** A platform's did:web document, as far as receipts need it (W3C CCG did:web method, Controlled Identifiers 1.0). */
export interface DidDocument {
  id: string;
  verificationMethod: { id: string; type: string; controller: string; publicKeyMultibase: string }[];
  /** Ids of the methods that may speak for the platform. */
  assertionMethod: string[];
}

/** Shape of a did:web document. Relations and methods that are not needed here may stand in it. */
export const didDocumentShape: Shape = object<DidDocument>(
  {
    id: text(512, { like: /^did:web:[^#?/]+$/ }),
    verificationMethod: list(
      object<DidDocument['verificationMethod'][number]>(
        { id: text(600), type: text(64), controller: text(512), publicKeyMultibase: text(128) },
        { open: true },
      ),
      { most: 64 },
    ),
    assertionMethod: list(text(600), { most: 64 }),
  },
  { open: true },
);

/** The key of a method that may assert for the platform, or null where the document does not list it so. */
export function keyInDocument(document: DidDocument, method: string): { did: string; publicKey: Uint8Array } | null {
  const { id: did, verificationMethod, assertionMethod } = document;
  if (!assertionMethod.includes(method)) return null;
  const listed = verificationMethod.filter(({ id }) => id === method);
  const [one] = listed;
  if (!one || listed.length > 1 || one.type !== 'Multikey' || one.controller !== did) return null;
  const publicKey = decodeMultikey(one.publicKeyMultibase);
  return publicKey && method.startsWith(`${did}#`) ? { did, publicKey } : null;
}
