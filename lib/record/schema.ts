import type { Disclosure } from '../ledger/disclosure.ts';
import { type Kind, kinds } from '../ledger/kinds.ts';
import type { Namespace } from '../namespace.ts';
import { contextUrl, credentialsContext, entryProfileUrl } from './context.ts';
import type { Proof } from './data-integrity.ts';
import { anything, either, exactly, list, object, optional, record, row, type Shape, text, whole } from './shape.ts';

/** `record.json`. It may hold more than is named here: the signature covers that too. */
export interface RecordDocument {
  '@context': [string, string];
  /** `urn:uuid:…`, new for each record. */
  id: string;
  type: ['VerifiableCredential', 'ContributionRecordCredential'];
  /** did:key of the key that signed it. */
  issuer: string;
  validFrom: string;
  validUntil?: string;
  credentialSubject: { id: string; type: 'ContributionRecord'; streams: RecordStream[] };
  /** One here; only a change of keys carries two. */
  proof: RecordProof | unknown[];
}

/** One log in a record. */
export interface RecordStream {
  /** `urn:uuid:…`, the same in every record of this log. */
  id: string;
  type: 'ContributionStream';
  platform: string;
  account: string;
  /** did:key of the log's own key. */
  controller: string;
  entryProfile: string;
  entryCount: number;
  /** Missing where every entry of the stream was forgotten. */
  firstPublished?: string;
  lastPublished?: string;
  kindCounts: Partial<Record<Kind, number>>;
  /** Of the line file with no line withheld. */
  digestMultibase: string;
  /** A signed note. */
  checkpoint: string;
}

export type RecordProof = Proof & { expires?: string };

/** An instant as records write it: UTC, whole seconds. */
export const isInstant = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && Number.isFinite(Date.parse(value));

export const instant = text(20, { where: isInstant });
export const did = text(128, { like: /^did:/ });
export const uuid = text(45, { like: /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ });
export const multihash = text(47, { like: /^uEi[A-Za-z0-9_-]{44}$/ });
const webAddress = (most: number) => text(most, { where: (url) => /^https?:\/\//.test(url) && URL.canParse(url) });

export const proof = object<RecordProof>(
  {
    type: text(64),
    cryptosuite: text(64),
    verificationMethod: text(256),
    proofPurpose: text(64),
    created: instant,
    expires: optional(instant),
    '@context': optional(anything),
    proofValue: text(128),
  },
  { open: true },
);

/** Shape of `record.json` in a namespace. */
export function recordShape(namespace: Namespace): Shape {
  const stream = object<RecordStream>({
    id: uuid,
    type: exactly('ContributionStream'),
    platform: webAddress(512),
    account: webAddress(4096),
    controller: did,
    entryProfile: exactly(entryProfileUrl(namespace)),
    entryCount: whole(1),
    firstPublished: optional(instant),
    lastPublished: optional(instant),
    kindCounts: record(kinds, whole(1)),
    digestMultibase: multihash,
    checkpoint: text(4096),
  });
  return object<RecordDocument>(
    {
      '@context': row(exactly(credentialsContext), exactly(contextUrl(namespace))),
      id: uuid,
      type: row(exactly('VerifiableCredential'), exactly('ContributionRecordCredential')),
      issuer: did,
      validFrom: instant,
      validUntil: optional(instant),
      credentialSubject: object<RecordDocument['credentialSubject']>(
        { id: did, type: exactly('ContributionRecord'), streams: list(stream, { least: 1, most: 1000 }) },
        { open: true },
      ),
      proof: either(proof, list(anything, { most: 16 })),
    },
    { open: true },
  );
}

/** Shape of `disclosures.json`. */
export const disclosuresShape = list(
  object<Disclosure>({
    entry: text(256),
    path: text(256, { like: /^(\/[^/~]+)*$/ }),
    disclosure: text(8192, { like: /^[A-Za-z0-9_-]+$/ }),
    digest: text(43, { like: /^[A-Za-z0-9_-]{43}$/ }),
    name: text(64),
    value: text(4096),
  }),
  { most: 2_000_000 },
);
