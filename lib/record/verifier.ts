import { type Checkpoint, parseCheckpoint, parseNote } from './note.ts';
import type { RecordDocument } from './schema.ts';
import { type Advice, type Refusal, type Verified, type VerifyOptions, verifyRecord } from './verify.ts';
import { unpackZip, ZipError } from './zip.ts';

/** What comes of a record: valid, or the step that failed. `of` tells which of two records that is. */
export type Verdict = Verified | (Refusal & { of?: 'earlier' });

/**
 * The one way to check a zip file, for every place that does: the extension, the page inside each record, the
 * single-file verifier, platforms. Never throws for whatever bytes it is given.
 * @param earlier an earlier record of the same person: its logs must go on in this one
 */
export async function verifyZip(
  zip: Uint8Array,
  { earlier, ...options }: Omit<VerifyOptions, 'earlier'> & { earlier?: Uint8Array },
): Promise<Verdict> {
  const checkpoints: Checkpoint[] = [];
  if (earlier) {
    const files = await opened(earlier);
    const verdict = files instanceof Map ? await verifyRecord(files, options) : files;
    if (!(files instanceof Map) || !verdict.ok) return { ...(verdict as Refusal), of: 'earlier' };
    checkpoints.push(...checkpointsIn(files));
  }
  const files = await opened(zip);
  return files instanceof Map ? verifyRecord(files, { ...options, earlier: checkpoints }) : files;
}

async function opened(zip: Uint8Array): Promise<Map<string, Uint8Array> | Refusal> {
  try {
    return await unpackZip(zip);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return refusalOf(error);
  }
}

/** A zip file that is not opened is refused at the first step. */
export function refusalOf({ problem, message, file }: ZipError): Refusal {
  const advice: Advice = problem === 'unreadable' ? 'files' : 'ask';
  const what = problem === 'unreadable' ? 'This is no zip file.' : `The zip file is refused: ${message}.`;
  const next =
    problem === 'unreadable'
      ? 'Give the record as it was handed out: a file that ends in .zip.'
      : 'Ask whoever gave you this record for the file as it was made.';
  return { ok: false, step: 1, what, ...(file && { file }), next, advice };
}

/** Checkpoints of the logs in a record that was verified before. */
export function checkpointsIn(files: ReadonlyMap<string, Uint8Array>): Checkpoint[] {
  const record = JSON.parse(new TextDecoder().decode(files.get('record.json'))) as RecordDocument;
  return record.credentialSubject.streams.flatMap(({ checkpoint }) => {
    const note = parseNote(checkpoint);
    return (note && parseCheckpoint(note.text)) ?? [];
  });
}
