import type { Namespace } from '../namespace.ts';

/**
 * The JSON-LD contexts of records, served at their URLs (`public/ns/`) and never changed. Verifying needs none of
 * them: they are for readers that turn a record into linked data.
 */

/** Context of Verifiable Credentials 2.0; always the first. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';

/** URL of the context of our credentials. */
export const contextUrl = (namespace: Namespace): string => `${namespace.url}/ns/v1`;

/** URL that names the entry profile: how a ledger entry becomes a line. */
export const entryProfileUrl = (namespace: Namespace): string => `${namespace.url}/ns/entry/v1`;

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Context of records, receipts, claims and key rotations. */
export function credentialContext({ url }: Namespace) {
  const word = (name: string) => `${url}/ns#${name}`;
  const typed = (name: string, type: string) => ({ '@id': word(name), '@type': type });
  const link = (name: string) => typed(name, '@id');
  const json = (name: string) => typed(name, '@json');
  const count = (name: string) => typed(name, `${xsd}nonNegativeInteger`);
  const time = (name: string) => typed(name, `${xsd}dateTime`);
  const scoped = (name: string, terms: object) => ({ '@id': word(name), '@context': { '@protected': true, ...terms } });
  const ids = { id: '@id', type: '@type' };
  return {
    '@context': {
      '@protected': true,
      ...ids,
      ContributionRecordCredential: word('ContributionRecordCredential'),
      ContributionReceiptCredential: word('ContributionReceiptCredential'),
      KeyRotationCredential: word('KeyRotationCredential'),
      ContributionClaim: scoped('ContributionClaim', {
        claim: scoped('claim', {
          ...ids,
          reward: word('reward'),
          terms: link('terms'),
          termsDigest: word('termsDigest'),
          fromIndex: count('fromIndex'),
          toIndex: count('toIndex'),
          payout: scoped('payout', { ...ids, WalletAddress: word('WalletAddress') }),
        }),
      }),
      ContributionRecord: scoped('ContributionRecord', {
        streams: { '@id': word('stream'), '@container': '@set' },
      }),
      ContributionStream: scoped('ContributionStream', {
        platform: link('platform'),
        account: link('account'),
        controller: link('controller'),
        entryProfile: link('entryProfile'),
        entryCount: count('entryCount'),
        firstPublished: time('firstPublished'),
        lastPublished: time('lastPublished'),
        kindCounts: json('kindCounts'),
        checkpoint: word('checkpoint'),
      }),
      ContributionReceipt: scoped('ContributionReceipt', {
        claimId: link('claimId'),
        presentationDigest: word('presentationDigest'),
        stream: link('stream'),
        checkpoint: word('checkpoint'),
        outcomes: json('outcomes'),
        rewardGranted: json('rewardGranted'),
        payoutStatus: word('payoutStatus'),
        payoutReference: word('payoutReference'),
        supersedes: link('supersedes'),
      }),
      KeyRotation: scoped('KeyRotation', {
        replacedBy: link('replacedBy'),
        effectiveFrom: time('effectiveFrom'),
        lastCheckpoint: word('lastCheckpoint'),
      }),
    },
  };
}

/** Context of one record line. The lines themselves carry none, so that their bytes stay small. */
export function entryContext({ url }: Namespace) {
  const count = (name: string) => ({ '@id': `c:${name}`, '@type': `${xsd}nonNegativeInteger` });
  return {
    '@context': [
      'https://www.w3.org/ns/activitystreams',
      {
        schema: 'https://schema.org/',
        c: `${url}/ns#`,
        kind: 'c:kind',
        evidence: 'c:evidence',
        salt: 'c:salt',
        _sd: { '@id': 'c:sd', '@container': '@set' },
        effort: { '@id': 'c:effort', '@context': { seconds: count('seconds'), words: count('words') } },
      },
    ],
  };
}
