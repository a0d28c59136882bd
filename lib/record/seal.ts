import { hex } from '@scure/base';
import type { Namespace } from '../namespace.ts';
import { keyOfDid } from './did-key.ts';
import type { Signer } from './ed25519.ts';
import { judgeNote, parseNote, signNote } from './note.ts';

/**
 * The seal over the files that lie beside the signed record (the readable page, the table, the instructions): one
 * signed note that lists the SHA-256 of every other file, in the form that `sha256sum` writes, signed by the
 * record's own key. Without it those files could say something else than what was signed.
 */
export const sealPath = 'proofs/files.txt';

const firstLine = (namespace: Namespace) => `${namespace.origin}/files/v1`;

/** Seals files for the record with this id. */
export async function sealFiles(
  files: ReadonlyMap<string, Uint8Array>,
  { recordId, signer, namespace }: { recordId: string; signer: Signer; namespace: Namespace },
): Promise<string> {
  const lines: string[] = [];
  for (const [path, bytes] of files) lines.push(`${await digestOf(bytes)}  ${path}`);
  return signNote(`${[firstLine(namespace), recordId, ...lines.sort(byPath)].join('\n')}\n`, signer.did, signer);
}

/** SHA-256 in hex, by the platform, which is quick with long files. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  return hex.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/**
 * Checks the seal against the files that are there.
 * @param tick is awaited before each file is read; what it throws ends the work
 * @returns null where it holds, otherwise what is wrong and with which file
 */
export async function flawOfSeal(
  seal: string,
  files: ReadonlyMap<string, Uint8Array>,
  {
    recordId,
    issuer,
    namespace,
    tick,
  }: { recordId: string; issuer: string; namespace: Namespace; tick: (bytes: number) => Promise<void> },
): Promise<{ what: string; file: string } | null> {
  const note = parseNote(seal);
  const publicKey = keyOfDid(issuer);
  if (!note || !publicKey) return { what: 'The list of files cannot be read.', file: sealPath };
  const { verdict } = await judgeNote(note, { name: issuer, type: 0x01, publicKey });
  if (verdict !== 'signed' || note.signatures.length !== 1) {
    return { what: 'The list of files is not signed by the key of this record.', file: sealPath };
  }
  const [first, id, ...lines] = note.text.slice(0, -1).split('\n');
  if (first !== firstLine(namespace) || id !== recordId) {
    return { what: 'The list of files belongs to another record.', file: sealPath };
  }
  const listed = new Map<string, string>();
  for (const line of lines) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!digest || !path || listed.has(path)) return { what: 'The list of files cannot be read.', file: sealPath };
    listed.set(path, digest);
  }
  for (const [path, bytes] of files) {
    if (path === sealPath) continue;
    const digest = listed.get(path);
    if (!digest) return { what: 'This file was added after the record was made.', file: path };
    await tick(bytes.length);
    if (digest !== (await digestOf(bytes)))
      return { what: 'This file was changed after the record was made.', file: path };
    listed.delete(path);
  }
  const [missing] = listed.keys();
  return missing ? { what: 'This file was part of the record and is missing.', file: missing } : null;
}

/** By the path after the digest and two blanks. */
function byPath(one: string, other: string): number {
  return one.slice(66) < other.slice(66) ? -1 : 1;
}
