import { base64, hex } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  judgeNote,
  type Note,
  type NoteKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKey,
} from '../../../lib/record/note.ts';
import { exampleSigner, vector, vectorJson } from './vectors.ts';

const noteOf = (text: string) => parseNote(text) as Note;
const keyOf = (text: string) => parseVerifierKey(text) as NoteKey;

describe('signed notes (C2SP)', () => {
  it('verifies the published note with its verifier key', async () => {
    const { note, verifier_key } = vectorJson('tlog/signed-note.json');
    expect(verifierKey(keyOf(verifier_key))).toBe(verifier_key);
    expect(await judgeNote(noteOf(note), keyOf(verifier_key))).toEqual({ verdict: 'signed' });
    const changed = note.replace('example message', 'example massage');
    expect(await judgeNote(noteOf(changed), keyOf(verifier_key))).toEqual({ verdict: 'bad' });
  });

  it('refuses a verifier key whose id does not fit', () => {
    const { verifier_key } = vectorJson('tlog/signed-note.json');
    expect(parseVerifierKey(verifier_key.replace('530d903a', '530d903b'))).toBeNull();
    expect(parseVerifierKey('example.com/foo')).toBeNull();
  });

  it.each(
    vectorJson('tlog/checkpoint-parse.json') as {
      checkpoint: string;
      reject?: string;
      origin?: string;
      size?: string;
      root_base64?: string;
    }[],
  )('reads or refuses a checkpoint ($reject)', ({ checkpoint, reject, origin, size, root_base64 }) => {
    const note = parseNote(checkpoint);
    const read = note && parseCheckpoint(note.text);
    if (reject) expect(read).toBeNull();
    else expect(read).toEqual({ origin, size: Number(size), root: base64.decode(root_base64 ?? '') });
  });

  it.each([
    '',
    '\n',
    '\n\n',
    'a\n',
    'a\n\n',
    'a\n\n— b\n',
    'a\n\n- b AAAAAAA=\n',
    'a\n\n— b AAAAAAB=\n',
    'a\n\n— b+c AAAAAAA=\n',
    'a\u0000\n\n— b AAAAAAA=\n',
  ])('refuses the note %j', (text) => expect(parseNote(text)).toBeNull());

  it('reads no more than sixteen signatures', () => {
    const lines = (count: number) => `a\n\n${'— b AAAAAAA=\n'.repeat(count)}`;
    expect(parseNote(lines(16))?.signatures).toHaveLength(16);
    expect(parseNote(lines(17))).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseNote(`${text}\n\n— ${text} ${text}\n`)));
    fc.assert(fc.property(fc.string(), (text) => void parseCheckpoint(text)));
  });
});

describe('the checkpoint of the worked example', () => {
  const log = vectorJson('worked-example/log.json');
  const signed = vector('worked-example/checkpoint-5.txt');
  const cosigned = vector('worked-example/checkpoint-5-cosigned.txt');

  it('is written and signed byte for byte', async () => {
    const { root_hex, size } = log.roots[5];
    const text = checkpointText({ origin: log.origin, size, root: hex.decode(root_hex) });
    expect(await signNote(text, log.origin, await exampleSigner())).toBe(signed);
    const { publicKey } = await exampleSigner();
    expect(verifierKey({ name: log.origin, type: 1, publicKey })).toBe(log.holder_vkey);
  });

  it('carries a cosignature with its time', async () => {
    const note = noteOf(cosigned);
    expect(await judgeNote(note, keyOf(log.holder_vkey))).toEqual({ verdict: 'signed' });
    expect(await judgeNote(note, keyOf(log.witness_vkey))).toEqual({ verdict: 'signed', time: log.cosignature_time });
    expect(await judgeNote(noteOf(signed), keyOf(log.witness_vkey))).toEqual({ verdict: 'unsigned' });
    // Another time under the same signature.
    const line = cosigned.trimEnd().split('\n').at(-1) as string;
    const bytes = base64.decode(line.split(' ')[2] as string);
    bytes[11] = (bytes[11] as number) ^ 1;
    const later = cosigned.replace(line, `${line.split(' ').slice(0, 2).join(' ')} ${base64.encode(bytes)}`);
    expect(await judgeNote(noteOf(later), keyOf(log.witness_vkey))).toEqual({ verdict: 'bad' });
  });
});
