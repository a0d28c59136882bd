import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { base64urlnopad } from '@scure/base';
import { afterAll, describe, expect, it } from 'vitest';
import { inclusionProof } from '../../../lib/ledger/merkle.ts';
import { namespace } from '../../../lib/namespace.ts';
import { credentialContext } from '../../../lib/record/context.ts';
import { keyOfDid } from '../../../lib/record/did-key.ts';
import { keyId, parseCheckpoint, parseNote } from '../../../lib/record/note.ts';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';
import { vectorJson } from './vectors.ts';

/**
 * Software that has never heard of Contrail comes to the same answers. What each of them can see:
 * `@digitalbazaar/vc` the signature and the shape of credentials and presentations (not what lies outside of them);
 * `@sigstore/verify` checkpoints signed by a log's own key, and inclusion proofs (it passes over cosignatures, whose
 * signed bytes begin with a time, and has no consistency proofs); `openssl ts` time stamps; `sha256sum` the files;
 * Python with python3-cryptography a whole record, from the standards alone (`check_record.py`).
 * Fedify's verifier is not here: its releases that install weigh 86 MB.
 */
const folder = mkdtempSync(join(tmpdir(), 'contrail-independent-'));
afterAll(() => rmSync(folder, { recursive: true }));

const db = await aWeek();
const record = await aRecord(db, { period: { from: '2026-11-17', to: '2026-11-22' } });

function unpacked(name: string, files: ReadonlyMap<string, Uint8Array>): string {
  for (const [path, bytes] of files) {
    const full = join(folder, name, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
  }
  return join(folder, name);
}

/** One bit of a file changed, somewhere in its middle. */
function flipped(path: string): Map<string, Uint8Array> {
  const bytes = Uint8Array.from(record.files.get(path) as Uint8Array);
  const at = bytes.indexOf('e'.charCodeAt(0), bytes.length / 2);
  bytes[at] = (bytes[at] as number) ^ 1;
  return new Map(record.files).set(path, bytes);
}

describe('@digitalbazaar/vc', () => {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const platform = vectorJson('worked-example/did-web-social.example.json');
  const known: Record<string, unknown> = {
    [`${namespace.url}/ns/v1`]: credentialContext(namespace),
    'https://contrail.example/ns/v1': vectorJson('worked-example/context-v1.json'),
    [platform.id]: platform,
    [platform.verificationMethod[0].id]: {
      '@context': 'https://w3id.org/security/multikey/v1',
      ...platform.verificationMethod[0],
    },
  };
  const documentLoader = async (url: string) => {
    if (known[url]) return { documentUrl: url, document: known[url] };
    if (!url.startsWith('did:key:')) return vc.defaultDocumentLoader(url);
    const [did = ''] = url.split('#');
    const id = `${did}#${did.slice('did:key:'.length)}`;
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: did.slice('did:key:'.length) };
    const document = url.includes('#')
      ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
      : {
          '@context': 'https://www.w3.org/ns/did/v1',
          id: did,
          verificationMethod: [method],
          assertionMethod: [id],
          authentication: [id],
        };
    return { documentUrl: url, document };
  };
  const verified = async (credential: unknown) =>
    (await vc.verifyCredential({ credential, suite, documentLoader, now: madeAt })).verified;

  it('verifies a record, and no other', async () => {
    expect(await verified(record.record)).toBe(true);
    const { credentialSubject: subject } = record.record;
    const streams = subject.streams.map((stream) => ({ ...stream, entryCount: stream.entryCount + 1 }));
    expect(await verified({ ...record.record, credentialSubject: { ...subject, streams } })).toBe(false);
  });

  it('verifies a platform’s receipt', async () => {
    const receipt = vectorJson('worked-example/receipt.json');
    expect(await verified(receipt)).toBe(true);
    expect(await verified({ ...receipt, id: `${receipt.id}1` })).toBe(false);
  });

  it('verifies a claim with its challenge and domain, and with no other', async () => {
    const presentation = vectorJson('worked-example/claim-presentation.json');
    const { challenge, domain } = presentation.proof;
    const asked = { presentation, suite, documentLoader, now: new Date('2026-11-22T00:00:00Z') };
    expect((await vc.verify({ ...asked, challenge, domain })).verified).toBe(true);
    expect((await vc.verify({ ...asked, challenge: 'another', domain })).verified).toBe(false);
  });
});

describe('@sigstore/verify', () => {
  const require = createRequire(import.meta.url);
  const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
  const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');
  const stream = record.record.credentialSubject.streams[0] as { checkpoint: string; controller: string };
  const { origin } = parseCheckpoint(parseNote(stream.checkpoint)?.text ?? '') as { origin: string };
  const publicKey = keyOfDid(stream.controller) as Uint8Array;
  const log = {
    baseURL: origin,
    logID: Buffer.from(keyId({ name: origin, type: 1, publicKey })),
    publicKey: createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(publicKey) },
      format: 'jwk',
    }),
  };
  const entryOf = async (index: number, checkpoint: string) => {
    const rows = await db.entries
      .where('[stream+index]')
      .between([origin.split('/').at(-1), 0], [origin.split('/').at(-1), 99])
      .toArray();
    const leaves = rows.map(({ leaf }) => base64urlnopad.decode(leaf));
    const lines = new TextDecoder().decode(record.files.get(`entries/${origin.split('/').at(-1)}.jsonl`)).split('\n');
    return {
      canonicalizedBody: Buffer.from(lines[index] ?? ''),
      inclusionProof: {
        logIndex: `${index}`,
        hashes: inclusionProof(leaves, index).map((hash) => Buffer.from(hash)),
        checkpoint: { envelope: checkpoint },
      },
    };
  };

  it('verifies a checkpoint and the inclusion of a line, and no other', async () => {
    const entry = await entryOf(3, stream.checkpoint);
    const checkpoint = verifyCheckpoint(entry, [log]);
    expect(() => verifyMerkleInclusion(entry, checkpoint)).not.toThrow();
    expect(() => verifyMerkleInclusion({ ...entry, canonicalizedBody: Buffer.from('{}') }, checkpoint)).toThrow();
    const changed = await entryOf(3, stream.checkpoint.replace('\n8\n', '\n9\n'));
    expect(() => verifyCheckpoint(changed, [log])).toThrow();
  });
});

describe('programs of the system', () => {
  it('sha256sum finds every file as it was, and the one that was changed', () => {
    const check = (where: string) =>
      spawnSync('sh', ['-c', "grep -E '^[0-9a-f]{64}  ' proofs/files.txt | sha256sum -c --quiet"], {
        cwd: where,
        encoding: 'utf8',
      });
    expect(check(unpacked('whole', record.files))).toMatchObject({ status: 0, stdout: '' });
    expect(check(unpacked('table', flipped('activities.csv')))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('activities.csv'),
    });
  });

  it('Python agrees from the standards alone', () => {
    const check = (where: string) =>
      spawnSync('python3', [new URL('check_record.py', import.meta.url).pathname, where], { encoding: 'utf8' });
    expect(check(unpacked('python', record.files))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^valid: \d+ entries shown\n$/),
    });
    for (const path of record.files.keys()) {
      if (path === 'proofs/files.txt') continue;
      expect(check(unpacked(`python-${path.replaceAll('/', '-')}`, flipped(path))).status, path).toBe(1);
    }
  });

  it('openssl verifies the time stamp that lies beside a checkpoint', async () => {
    const run = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const note = record.record.credentialSubject.streams[0]?.checkpoint ?? '';
    const { text } = parseNote(note) as { text: string };
    writeFileSync(join(folder, 'body.txt'), text);
    writeFileSync(
      join(folder, 'tsa.cnf'),
      '[req]\ndistinguished_name=dn\n[dn]\n[ext]\nextendedKeyUsage=critical,timeStamping\n[tsa]\ndefault_tsa=one\n[one]\nserial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n',
    );
    writeFileSync(join(folder, 'serial'), '01\n');
    run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.pem',
      '-subj',
      '/CN=Stamp',
      '-config',
      'tsa.cnf',
      '-extensions',
      'ext',
    );
    run('ts', '-query', '-data', 'body.txt', '-sha256', '-cert', '-out', 'request.tsq');
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'answer.tsr');
    const token = new Uint8Array(readFileSync(join(folder, 'answer.tsr')));
    const [id = ''] = text.split('\n')[0]?.split('/').slice(-1) ?? [];
    const stamped = await aRecord(db, { checkpoints: [{ stream: id, note, token }] });
    expect(await verifyRecord(stamped.files, { now: madeAt.getTime() })).toMatchObject({
      ok: true,
      summary: { checkpoints: [{ size: 8, stamped: true }] },
    });
    const where = unpacked('stamped', stamped.files);
    const path = `proofs/checkpoints/${id}-8`;
    const check = (body: string) =>
      spawnSync('sh', ['-c', `${body} | openssl ts -verify -in ${path}.tsr -CAfile ../tsa.pem -data /dev/stdin`], {
        cwd: where,
        encoding: 'utf8',
      });
    expect(check(`head -3 ${path}.txt`).status).toBe(0);
    expect(check(`head -2 ${path}.txt`).status).not.toBe(0);
    // A stamp over something else is refused by us too.
    const other = await aRecord(db, { checkpoints: [{ stream: id, note, token: token.subarray(0, 40) }] });
    expect(await verifyRecord(other.files, { now: madeAt.getTime() })).toMatchObject({
      ok: false,
      step: 9,
      file: `${path}.txt`,
    });
  });
});
