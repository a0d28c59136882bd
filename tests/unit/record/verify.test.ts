import { base64 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { namespaceAt } from '../../../lib/namespace.ts';
import { type NoteKey, parseCheckpoint, parseNote, parseVerifierKey } from '../../../lib/record/note.ts';
import { type VerifyOptions, verifyRecord } from '../../../lib/record/verify.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';
import { bytesOf, vector, vectorJson } from './vectors.ts';

const stream = '7f3c9a1e5b2d4c60';
const linesPath = `entries/${stream}.jsonl`;
const options: VerifyOptions = {
  now: Date.parse('2026-11-22T00:00:00Z'),
  namespace: namespaceAt('https://contrail.example'),
};
const record = () => vectorJson('worked-example/record.json');

/** The files of the worked example, with something else in place of some. */
function example(changes: Record<string, string | undefined> = {}): Map<string, Uint8Array> {
  const files = {
    'record.json': vector('worked-example/record.json'),
    [linesPath]: vector('worked-example/entries.jsonl'),
    'disclosures.json': vector('worked-example/disclosures.json'),
    ...changes,
  };
  return new Map(Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, bytesOf(text)]])));
}
const verify = (changes?: Record<string, string | undefined>, more?: Partial<VerifyOptions>) =>
  verifyRecord(example(changes), { ...options, ...more });

describe('the worked example', () => {
  it('verifies whole', async () => {
    expect(await verify()).toMatchObject({
      ok: true,
      summary: { titles: 3, sealed: 0, streams: [{ entries: 5, shown: 5, witnessed: [] }] },
    });
  });

  it('verifies with two entries withheld', async () => {
    const redacted = { [linesPath]: vector('worked-example/entries-redacted.jsonl'), 'disclosures.json': undefined };
    expect(await verify(redacted)).toMatchObject({ ok: true, summary: { streams: [{ entries: 5, shown: 3 }] } });
  });

  it('refuses a title of an entry that is withheld', async () => {
    const redacted = { [linesPath]: vector('worked-example/entries-redacted.jsonl') };
    expect(await verify(redacted)).toMatchObject({ ok: false, step: 8, file: 'disclosures.json' });
  });

  it('knows its witness', async () => {
    const log = vectorJson('worked-example/log.json');
    const witness = parseVerifierKey(log.witness_vkey) as NoteKey;
    expect(await verify({}, { witnesses: [witness] })).toMatchObject({
      ok: true,
      summary: { streams: [{ witnessed: [{ name: 'social.example/witness', time: log.cosignature_time }] }] },
    });
    const stranger = { ...witness, publicKey: witness.publicKey.map((byte) => byte ^ 1) };
    expect(await verify({}, { witnesses: [stranger] })).toMatchObject({
      ok: true,
      summary: { streams: [{ witnessed: [] }] },
    });
  });

  it('continues its earlier checkpoints, and no other', async () => {
    const log = vectorJson('worked-example/log.json');
    const earlier = log.roots.slice(1).map(({ size, root_base64 }: { size: number; root_base64: string }) => ({
      origin: log.origin,
      size,
      root: base64.decode(root_base64),
    }));
    expect(await verify({}, { earlier })).toMatchObject({ ok: true });
    expect(await verify({}, { earlier: [{ ...earlier[1], size: 3 }] })).toMatchObject({
      ok: false,
      step: 9,
      file: linesPath,
    });
    expect(await verify({}, { earlier: [{ ...earlier[4], size: 6 }] })).toMatchObject({ ok: false, step: 9 });
    const other = { ...earlier[1], size: 3, origin: 'contrail.example/stream/0000000000000000' };
    expect(await verify({}, { earlier: [other] })).toMatchObject({ ok: true });
  });
});

/** Which step of the verification refuses which change; the vectors name the error only. */
const refusedAt: Record<string, number> = {
  '/credentialSubject/streams/0/entryCount': 5,
  '/credentialSubject/streams/0/account': 5,
  '/validFrom': 5,
  '/proof/created': 5,
  '/proof/proofPurpose': 2,
  '/proof/@context': 3,
  '/proof/verificationMethod': 4,
};

describe('the changes that must be refused', () => {
  const changes = (
    vectorJson('worked-example/must-reject.json') as { base: string; op: string; path: string; value?: unknown }[]
  ).filter(({ base }) => base === 'record.json');
  it('are all there', () => expect(changes.map(({ path }) => path)).toEqual(Object.keys(refusedAt)));

  it.each(changes)('$op $path', async ({ op, path, value }) => {
    const document = record();
    const names = path.split('/').slice(1);
    const last = names.pop() as string;
    const node = names.reduce((at, name) => at[name], document);
    if (op === 'remove') delete node[last];
    else node[last] = value;
    expect(await verify({ 'record.json': JSON.stringify(document) })).toMatchObject({
      ok: false,
      step: refusedAt[path],
      file: 'record.json',
    });
  });
});

describe('each step refuses', () => {
  const lines = vector('worked-example/entries.jsonl');
  const json = vector('worked-example/record.json');
  const line = (n: number) => lines.split('\n')[n] as string;

  it.each([
    ['no record', 1, { 'record.json': undefined }],
    ['no JSON', 1, { 'record.json': '{' }],
    ['a name twice', 1, { 'record.json': json.replace('"id": "urn', '"id": "urn:uuid:0","id": "urn') }],
    ['another kind of credential', 1, { 'record.json': json.replace('ContributionRecordCredential', 'Diploma') }],
    [
      'too much depth',
      1,
      { 'record.json': json.replace('"proof"', `"more": ${'['.repeat(20)}${']'.repeat(20)}, "proof"`) },
    ],
    ['another subject', 1, { 'record.json': json.replace('"id": "did:key:z6MkvK', '"id": "did:key:z6Mkfo') }],
    ['two proofs', 2, { 'record.json': JSON.stringify({ ...record(), proof: [record().proof, record().proof] }) }],
    ['a line that is missing', 8, { [linesPath]: lines.split('\n').slice(1).join('\n') }],
    ['the last line missing', 8, { [linesPath]: lines.slice(0, lines.length - line(4).length - 1) }],
    ['a line too many', 8, { [linesPath]: `${lines}${line(4)}\n` }],
    ['lines in another order', 8, { [linesPath]: `${line(1)}\n${line(0)}\n${line(2)}\n${line(3)}\n${line(4)}\n` }],
    ['a last line without an end', 8, { [linesPath]: lines.slice(0, -1) }],
    ['blanks in a line', 8, { [linesPath]: lines.replace('{"actor"', '{ "actor"') }],
    ['another salt', 8, { [linesPath]: lines.replace('oaGhoaGhoaGhoaGhoaGhoQ', 'AAAAAAAAAAAAAAAAAAAAAA') }],
    [
      'a redacted line with more in it',
      8,
      {
        [linesPath]: lines.replace(line(0), '{"kind":"like","redacted":"kmyokG---uD6Fpsn48Qvv_FA3vgXxVP0ogT7h6-qgsI"}'),
      },
    ],
    ['no lines at all', 8, { [linesPath]: undefined }],
    ['lines under another name', 8, { [linesPath]: undefined, 'entries/0.jsonl': lines }],
    [
      'another title',
      8,
      { 'disclosures.json': vector('worked-example/disclosures.json').replace('"Kettle 2000"', '"Kettle 3000"') },
    ],
    [
      'a title twice',
      8,
      { 'disclosures.json': JSON.stringify([1, 1].map(() => vectorJson('worked-example/disclosures.json')[0])) },
    ],
    ['a file that nothing covers', 10, { 'index.html': '<p>Trust me' }],
  ])('%s', async (_, step, changes) => {
    const verdict = await verify(changes as Record<string, string>);
    expect(verdict).toMatchObject({ ok: false, step });
    if (!verdict.ok) expect(verdict.next).toMatch(/\.$|contrail/);
  });

  it('a record from the future, and one whose time is over', async () => {
    expect(await verify({}, { now: Date.parse('2026-11-21T09:54:59Z') })).toMatchObject({ ok: false, step: 6 });
    expect(await verify({}, { now: Date.parse('2026-11-21T09:55:00Z') })).toMatchObject({ ok: true });
  });

  it('the words of another place, and says how to accept them', async () => {
    expect(await verifyRecord(example(), { now: options.now })).toMatchObject({
      ok: false,
      step: 1,
      next: expect.stringContaining('--namespace https://contrail.example'),
    });
  });
});

describe('what only a signer could do', () => {
  it.each([
    ['a checkpoint for another size', 7, (one: Stream) => ({ ...one, entryCount: one.entryCount + 1 })],
    ['a checkpoint of another key', 7, (one: Stream) => ({ ...one, controller: record().issuer })],
    ['counts that are not those of the lines', 8, (one: Stream) => ({ ...one, kindCounts: { like: 8 } })],
    ['more counts than entries', 8, (one: Stream) => ({ ...one, kindCounts: { ...one.kindCounts, other: 5 } })],
    ['another account', 8, (one: Stream) => ({ ...one, account: 'https://social.example/@mallory' })],
    ['times that are not those of the lines', 8, (one: Stream) => ({ ...one, firstPublished: '2026-11-20T00:00:00Z' })],
  ])('%s', async (_, step, change) => {
    const { keysOf } = await import('./factories.ts');
    const { signDocument } = await import('../../../lib/record/data-integrity.ts');
    const db = await aWeek();
    const { files, record: signed } = await aRecord(db);
    const { proof, ...document } = signed;
    const [first, ...others] = signed.credentialSubject.streams;
    const changed = {
      ...document,
      credentialSubject: { ...document.credentialSubject, streams: [change(first as Stream), ...others] },
    };
    const signer = await (await keysOf(db)).recordKey();
    const again = await signDocument(changed, signer, { created: signed.validFrom, purpose: 'assertionMethod' });
    files.set('record.json', bytesOf(JSON.stringify(again)));
    expect(await verifyRecord(files, { now: madeAt.getTime() })).toMatchObject({ ok: false, step });
  });
});
type Stream = Awaited<ReturnType<typeof aRecord>>['record']['credentialSubject']['streams'][number];

it('reads a checkpoint out of a record for the next one', async () => {
  const db = await aWeek();
  const { record: first, files } = await aRecord(db);
  const note = parseNote(first.credentialSubject.streams[0]?.checkpoint ?? '');
  const checkpoint = note && parseCheckpoint(note.text);
  expect(checkpoint).not.toBeNull();
  const earlier = checkpoint ? [checkpoint] : [];
  expect(await verifyRecord(files, { now: madeAt.getTime(), earlier })).toMatchObject({ ok: true });
});
