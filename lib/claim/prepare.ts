import { canonicalBytes } from '../ledger/canonical.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import { linesOf } from '../ledger/lines.ts';
import type { Stream } from '../ledger/stream.ts';
import type { Namespace } from '../namespace.ts';
import type { Line } from '../record/line-file.ts';
import { type ShownLine, shownLine } from '../record/shown.ts';

/** What of a stream goes out: lines `[from, to)`, of which only the chosen are shown and the others are hashes. */
export interface ClaimChoice {
  from: number;
  to: number;
  /** Lines `[from, to)` that the person saw in the preview: none outside is shown. */
  seen: readonly [from: number, to: number];
  /** Kinds that the platform recognises, and evidence that it takes. */
  kinds: readonly string[];
  evidence: readonly string[];
  /** Indices that the person leaves out. */
  leave: readonly number[];
}

const isChosen = ({ kinds, evidence, leave, seen: [from, to] }: ClaimChoice, index: number, line: Line): boolean =>
  index >= from &&
  index < to &&
  kinds.includes(String(line.kind)) &&
  evidence.includes(String(line.evidence)) &&
  !leave.includes(index);

/** The lines that will be shown, oldest first, and how many go as hashes only. Titles never go. */
export async function previewClaim(
  db: LedgerDatabase,
  stream: Stream,
  { from, to, ...what }: Pick<ClaimChoice, 'from' | 'to' | 'kinds' | 'evidence'>,
  namespace: Namespace,
): Promise<{ lines: ShownLine<Stream>[]; withheld: number }> {
  const choice: ClaimChoice = { from, to, ...what, seen: [from, to], leave: [] };
  const lines: ShownLine<Stream>[] = [];
  let withheld = 0;
  for await (const { index, record } of linesOf(db, { ...stream, size: to }, namespace)) {
    if (index < from) continue;
    if (record && isChosen(choice, index, record.line)) {
      lines.push(shownLine(stream, index, record.line, []));
    } else {
      withheld += 1;
    }
  }
  return { lines, withheld };
}

/** The line file of a claim: just what the preview shows. The same choice gives the same bytes. */
export async function claimedLines(
  db: LedgerDatabase,
  stream: Stream,
  choice: ClaimChoice,
  namespace: Namespace,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const { index, leaf, record } of linesOf(db, { ...stream, size: choice.to }, namespace)) {
    if (index < choice.from) continue;
    const shown = record && isChosen(choice, index, record.line);
    parts.push(shown ? record.bytes : canonicalBytes({ redacted: leaf }), lineEnd);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

const lineEnd = Uint8Array.of(0x0a);

/** Packs with gzip. The bytes may differ between browsers; what counts is what was signed. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
