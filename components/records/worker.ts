import { type LedgerDatabase, openLedger } from '../../lib/ledger/database.ts';
import type { CarriedCheckpoint } from '../../lib/record/carried-checkpoint.ts';
import { exportRecord } from '../../lib/record/export.ts';
import { restoreKeys, sealSecret } from '../../lib/record/key-backup.ts';
import { type KeyRing, keyStoreOf, openKeyRing } from '../../lib/record/keys.ts';
import { verifyZip } from '../../lib/record/verifier.ts';
import type { VerifierScript } from '../../lib/record/verifier-page.ts';
import type { Answer, Job } from './job.ts';
import type { KeyChoice } from './key-choice.tsx';
import type { Choice } from './preview.ts';

/** Makes and checks records beside the page, so that the page stays quick whatever their length. */
const worker = globalThis as unknown as {
  onmessage: unknown;
  postMessage(answer: Answer, transfer?: Transferable[]): void;
};

worker.onmessage = async ({ data }: { data: Job }) => {
  try {
    if ('make' in data) {
      const made = await make(data.make, data.keys);
      worker.postMessage({ result: made }, [made.zip.buffer]);
    } else {
      const { zip, earlier } = data.check;
      const verdict = await verifyZip(zip, { now: Date.now(), progress, ...(earlier && { earlier }) });
      worker.postMessage({ result: verdict });
    }
  } catch (error) {
    worker.postMessage({ failed: (error as { problem?: string }).problem ?? '' });
  }
};

const progress = (share: number) => worker.postMessage({ progress: share });
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Makes the signed record of what was chosen. Keys are made on first use. The only thing written is what was signed
 * (so that no later record can contradict it), and never an entry.
 */
async function make({ streams, without, ...choice }: Choice, wanted: KeyChoice) {
  const db = openLedger();
  try {
    const { ring, copy } = await openKeys(db, wanted);
    const rows = (await db.receipts.toArray()) as unknown as KeptReceipt[];
    const kept = rows.filter((row) => row.receipt && streams.includes(row.stream ?? ''));
    const { zip, shown } = await exportRecord(db, ring, {
      ...choice,
      streams,
      without: new Set(without),
      receipts: new Map(kept.map(({ receipt }, n) => [`${n + 1}.json`, receipt])),
      checkpoints: kept.flatMap(checkpointIn),
      verifier: await readVerifier(),
      progress,
      random,
      now: () => new Date(),
    });
    return { zip: new Uint8Array(zip), shown, ...(copy && { keys: copy }) };
  } finally {
    db.close();
  }
}

/** Opens the keys as they are; where there are none yet, as the person wanted them. */
async function openKeys(db: LedgerDatabase, wanted: KeyChoice): Promise<{ ring: KeyRing; copy: string }> {
  const store = keyStoreOf(db);
  if (wanted.copy === 'restore' && wanted.file) await restoreKeys(store, wanted.file, wanted.passphrase);
  let copy = '';
  const wrap = async (secret: Uint8Array) => {
    if (wanted.copy === 'make') copy = await sealSecret(secret, wanted.passphrase, random);
  };
  return { ring: await openKeyRing(store, { random, wrap }), copy };
}

/** What claims left in the store `receipts`, as far as records need it. */
interface KeptReceipt {
  stream?: string;
  receipt?: { credentialSubject: { checkpoint: string } };
}

/** The checkpoint in a receipt carries the platform's signature as a witness: worth more than the receipt alone. */
function checkpointIn({ stream, receipt }: KeptReceipt): CarriedCheckpoint[] {
  return stream && receipt ? [{ stream, note: receipt.credentialSubject.checkpoint }] : [];
}

/** The script that goes into the record's page, as the build left it beside the extension's own pages. */
async function readVerifier(): Promise<VerifierScript> {
  const script = await (await fetch('/verifier.js')).text();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return { script, hash: btoa(String.fromCharCode(...new Uint8Array(digest))) };
}
