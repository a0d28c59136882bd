import { sha256 } from '@noble/hashes/sha2.js';
import { base58, hex } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { jcs } from '../../../lib/ledger/canonical.ts';
import {
  bytesToSign,
  type Document,
  flawOfProof,
  type Proof,
  signDocument,
} from '../../../lib/record/data-integrity.ts';
import { decodeMultikey, keyOfMethod } from '../../../lib/record/did-key.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import { bytesOf, exampleSigner, vector, vectorJson } from './vectors.ts';

const w3c = (name: string) => vector(`eddsa-jcs-2022/${name}`);
const unsigned: Document = JSON.parse(w3c('unsigned.json'));
const config = JSON.parse(w3c('proofConfigJCS.json'));
const signed: Document & { proof: Proof } = JSON.parse(w3c('signedJCS.json'));
const purpose = 'assertionMethod';

describe('eddsa-jcs-2022, the vectors of the recommendation', () => {
  it('canonicalises and hashes document and proof options as published', () => {
    expect(jcs(unsigned)).toBe(w3c('canonDocJCS.txt'));
    expect(jcs(config)).toBe(w3c('proofCanonJCS.txt'));
    expect(hex.encode(sha256(bytesOf(jcs(unsigned))))).toBe(w3c('docHashJCS.txt'));
    expect(hex.encode(sha256(bytesOf(jcs(config))))).toBe(w3c('proofHashJCS.txt'));
    expect(hex.encode(bytesToSign(unsigned, config))).toBe(w3c('combinedHashJCS.txt'));
  });

  it('signs to the published bytes', async () => {
    const { privateKeyMultibase, publicKeyMultibase } = JSON.parse(w3c('keyPair.json'));
    // Multibase z, two prefix bytes, the seed.
    const signer = await signerFromSeed(base58.decode(privateKeyMultibase.slice(1)).slice(2));
    expect(decodeMultikey(publicKeyMultibase)).toEqual(signer.publicKey);
    expect(await signDocument(unsigned, signer, { created: config.created, purpose })).toEqual(
      expect.objectContaining({ proof: expect.objectContaining({ proofValue: w3c('sigBTC58JCS.txt') }) }),
    );
    expect(hex.encode(await signer.sign(bytesToSign(unsigned, config)))).toBe(w3c('sigHexJCS.txt'));
  });

  it('verifies for the key that it names, and the document it was made for', async () => {
    const method = keyOfMethod(signed.proof.verificationMethod);
    const expected = { purpose, issuer: method?.did, keyOf: keyOfMethod };
    expect(await flawOfProof(signed, signed.proof, expected)).toBeNull();
    const changed = { ...signed, name: 'Alumni credential' };
    expect(await flawOfProof(changed, signed.proof, expected)).toMatchObject({ step: 5 });
  });
});

describe('eddsa-jcs-2022, the worked example', () => {
  const record = vectorJson('worked-example/record.json');
  const intermediate = vectorJson('worked-example/record.intermediate.json');

  it('has its hashes and its proof value', async () => {
    const { proof, ...document } = record;
    const bytes = hex.encode(bytesToSign(record, intermediate.proof_config));
    expect(bytes).toBe(intermediate.proof_config_jcs_sha256_hex + intermediate.document_jcs_sha256_hex);
    const again = await signDocument(document, await exampleSigner(), { created: proof.created, purpose });
    expect(again).toEqual(record);
  });

  it('verifies each of its documents, and a set of proofs one by one', async () => {
    const did = record.issuer;
    expect(await flawOfProof(record, record.proof, { purpose, issuer: did, keyOf: keyOfMethod })).toBeNull();
    const claim = vectorJson('worked-example/claim-presentation.json');
    const holder = { purpose: 'authentication', issuer: claim.holder, keyOf: keyOfMethod };
    expect(await flawOfProof(claim, claim.proof, holder)).toBeNull();
    const rotation = vectorJson('worked-example/key-rotation.json');
    const keys = [rotation.issuer, rotation.credentialSubject.replacedBy];
    for (const [n, proof] of rotation.proof.entries()) {
      expect(await flawOfProof(rotation, proof, { purpose, issuer: keys[n], keyOf: keyOfMethod })).toBeNull();
      expect(await flawOfProof(rotation, proof, { purpose, issuer: keys[1 - n], keyOf: keyOfMethod })).toMatchObject({
        step: 4,
      });
    }
    const receipt = vectorJson('worked-example/receipt.json');
    const platform = vectorJson('worked-example/did-web-social.example.json');
    const [method] = platform.verificationMethod;
    const keyOf = (named: string) => {
      const publicKey = named === method.id ? decodeMultikey(method.publicKeyMultibase) : null;
      return publicKey && { did: platform.id, publicKey };
    };
    expect(await flawOfProof(receipt, receipt.proof, { purpose, issuer: receipt.issuer, keyOf })).toBeNull();
  });

  it.each([
    ['type', 'Other', 2],
    ['cryptosuite', 'eddsa-rdfc-2022', 2],
    ['proofPurpose', 'authentication', 2],
    ['@context', [...record['@context'], 'https://evil.example/'], 3],
    ['@context', undefined, 3],
    ['verificationMethod', 'did:key:z6Mkg3ov47VJt7Qr45To5ubJ4pqvD7FCQoAtuwadUMH1F2QQ', 4],
    ['verificationMethod', record.issuer, 4],
    ['proofValue', 'z', 5],
    ['proofValue', `z${'1'.repeat(64)}`, 5],
    ['created', '2026-11-21T10:00:01Z', 5],
    ['domain', 'https://evil.example', 5],
  ])('finds the flaw in a proof whose %s is %j', async (member, value, step) => {
    const proof = { ...record.proof, [member]: value };
    if (value === undefined) delete proof[member];
    const flaw = await flawOfProof(record, proof, { purpose, issuer: record.issuer, keyOf: keyOfMethod });
    expect(flaw).toMatchObject({ step });
  });
});
