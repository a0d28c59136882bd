import { describe, expect, it } from 'vitest';
import { namespace } from '../../../lib/namespace.ts';
import { contextUrl, credentialsContext } from '../../../lib/record/context.ts';
import { signDocument } from '../../../lib/record/data-integrity.ts';
import { decodeMultikey, encodeMultikey } from '../../../lib/record/did-key.ts';
import { type DidDocument, keyInDocument } from '../../../lib/record/did-web.ts';
import type { ExportedRecord } from '../../../lib/record/export.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';
import { bytesOf, vectorJson } from './vectors.ts';

const now = madeAt.getTime();
const file = 'receipts/1.json';
const issuer = 'did:web:social.example';
const platform = await signerFromSeed(new Uint8Array(32).fill(5));
const document: DidDocument = {
  id: issuer,
  verificationMethod: [
    {
      id: `${issuer}#key`,
      type: 'Multikey',
      controller: issuer,
      publicKeyMultibase: encodeMultikey(platform.publicKey),
    },
  ],
  assertionMethod: [`${issuer}#key`],
};

type Subject = Record<string, unknown>;

/** What the platform of the first stream could say about it. */
async function aReceipt({ record }: ExportedRecord, change: Subject = {}, more: object = {}) {
  const stream = record.credentialSubject.streams[0];
  const unsigned = {
    '@context': [credentialsContext, contextUrl(namespace)],
    id: 'https://social.example/claims/1/receipts/1',
    type: ['VerifiableCredential', 'ContributionReceiptCredential'],
    issuer,
    validFrom: record.validFrom,
    credentialSubject: {
      id: stream?.controller,
      type: 'ContributionReceipt',
      claimId: 'urn:uuid:30000000-0000-4000-8000-000000000001',
      presentationDigest: `uEi${'A'.repeat(44)}`,
      stream: stream?.id,
      checkpoint: stream?.checkpoint,
      outcomes: [
        [0, 3, 'confirmed'],
        [3, 8, 'notEligible'],
      ],
      payoutStatus: 'none',
      ...change,
    },
    ...more,
  };
  return signDocument(
    unsigned,
    { ...platform, did: issuer, method: `${issuer}#key` },
    { created: record.validFrom, purpose: 'assertionMethod' },
  );
}

const record = await aRecord(await aWeek());

/** The record with a receipt beside it, as if it had come so. */
async function withReceipt(receipt: unknown, more: Partial<Parameters<typeof verifyRecord>[1]> = {}) {
  const exported = await aRecord(await aWeek(), { receipts: new Map([['1.json', receipt]]) });
  return verifyRecord(exported.files, { now, ...more });
}

describe('a receipt in a record', () => {
  it('holds, and says whose key it was checked by', async () => {
    const told = { file, issuer, outcomes: { confirmed: 3, notEligible: 5 } };
    const receipt = await aReceipt(record);
    const summary = (key: string) => ({ ok: true, summary: { sealed: 8, receipts: [{ ...told, key }] } });
    expect(await withReceipt(receipt)).toMatchObject(summary('missing'));
    expect(await withReceipt(receipt, { platforms: [document] })).toMatchObject(summary('known'));
    const exported = await aRecord(await aWeek(), {
      receipts: new Map([['1.json', receipt]]),
      platforms: new Map([['social.example', document]]),
    });
    expect(await verifyRecord(exported.files, { now })).toMatchObject({
      ok: true,
      summary: { sealed: 9, receipts: [{ ...told, key: 'carried' }] },
    });
  });

  it.each([
    ['of another log', { stream: 'urn:uuid:00000000-0000-4000-8000-000000000000' }],
    ['for another key', { id: record.record.issuer }],
    ['of a checkpoint of another log', { checkpoint: record.record.credentialSubject.streams[1]?.checkpoint }],
    [
      'with a gap',
      {
        outcomes: [
          [0, 3, 'confirmed'],
          [4, 8, 'withheld'],
        ],
      },
    ],
    ['with an empty range', { outcomes: [[3, 3, 'confirmed']] }],
    ['of more lines than there were', { outcomes: [[0, 9, 'confirmed']] }],
  ])('is refused when it is %s', async (_, change) => {
    const verdict = await withReceipt(await aReceipt(record, change), { platforms: [document] });
    expect(verdict).toMatchObject({ ok: false, step: 9, file });
  });

  it('is refused when the log did not stand so', async () => {
    const stream = record.record.credentialSubject.streams[0];
    const [origin, , ...rest] = (stream?.checkpoint ?? '').split('\n');
    const checkpoint = [origin, '7', ...rest].join('\n');
    const outcomes = [[0, 7, 'confirmed']];
    expect(await withReceipt(await aReceipt(record, { checkpoint, outcomes }))).toMatchObject({
      ok: false,
      step: 9,
      file,
    });
  });

  it('is refused when it was changed, is by another platform, comes from the future or is none', async () => {
    const receipt = await aReceipt(record);
    const changed = { ...receipt, credentialSubject: { ...receipt.credentialSubject, payoutStatus: 'paid' } };
    const known = { platforms: [document] };
    expect(await withReceipt(changed, known)).toMatchObject({ ok: false, step: 9, file });
    expect(await withReceipt({ ...receipt, issuer: 'did:web:other.example' }, known)).toMatchObject({ step: 9, file });
    const late = await aReceipt(record, {}, { validFrom: '2027-01-01T00:00:00Z' });
    expect(await withReceipt(late, known)).toMatchObject({ ok: false, step: 9, advice: 'clock' });
    expect(await withReceipt({ id: 'https://social.example/r/1' })).toMatchObject({ ok: false, step: 1, file });
  });

  it('is refused at the list of files when it was exchanged for another good one', async () => {
    const exported = await aRecord(await aWeek(), { receipts: new Map([['1.json', await aReceipt(record)]]) });
    exported.files.set(file, bytesOf(JSON.stringify(await aReceipt(record, { payoutStatus: 'pending' }))));
    expect(await verifyRecord(exported.files, { now })).toMatchObject({ ok: false, step: 10, file });
  });
});

describe('the keys of a platform', () => {
  it('are those of the worked example', () => {
    const example = vectorJson('worked-example/did-web-social.example.json');
    const [method] = example.verificationMethod;
    expect(keyInDocument(example, method.id)).toEqual({
      did: 'did:web:social.example',
      publicKey: decodeMultikey(method.publicKeyMultibase),
    });
  });

  it.each([
    ['not listed for assertions', { ...document, assertionMethod: [] }],
    [
      'of another controller',
      { ...document, verificationMethod: [{ ...document.verificationMethod[0], controller: 'did:web:a.example' }] },
    ],
    [
      'of another type',
      { ...document, verificationMethod: [{ ...document.verificationMethod[0], type: 'JsonWebKey' }] },
    ],
    [
      'listed twice',
      { ...document, verificationMethod: [document.verificationMethod[0], document.verificationMethod[0]] },
    ],
    ['of another document', { ...document, id: 'did:web:a.example' }],
  ])('are none when %s', (_, changed) => {
    expect(keyInDocument(changed as DidDocument, `${issuer}#key`)).toBeNull();
  });
});
