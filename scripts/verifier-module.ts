/**
 * What the single-file module for platforms offers: `verifyZip(bytes, { now: Date.now() })` for a record as it was
 * handed out, `verifyRecord(files, …)` for one that is unpacked, and what they need to be told.
 */
export { namespaceAt } from '../lib/namespace.ts';
export { parseVerifierKey } from '../lib/record/note.ts';
export { checkpointsIn, verifyZip } from '../lib/record/verifier.ts';
export { steps, verifyRecord } from '../lib/record/verify.ts';
export { unpackZip } from '../lib/record/zip.ts';
