import type { Desk } from './kit.ts';

const day = 86_400_000;

/**
 * Deletes what has had its time: lines after the retention, requests after a day, nonces after two minutes; claims
 * whose lines never came are closed.
 */
export async function tidy({ db, now, limits }: Desk): Promise<void> {
  const at = now().getTime();
  const before = (age: number) => new Date(at - age);
  await db
    .deleteFrom('claim_nonces')
    .where('seen_at', '<', before(2 * 60_000))
    .execute();
  await db.deleteFrom('claim_requests').where('expires_at', '<', before(day)).execute();
  await db
    .updateTable('claims')
    .set({ status: 'refused', detail: 'Its lines never came.', decided_at: new Date(at) })
    .where('status', 'in', ['awaiting_upload', 'needs_link'])
    .where('made_at', '<', before(day))
    .execute();
  // Lines of a claim that still waits for people are needed for the decision.
  await db
    .deleteFrom('claim_uploads')
    .where('kept_at', '<', before(limits.retentionDays * day))
    .where('claim', 'not in', (open) =>
      open.selectFrom('claims').select('id').where('status', 'in', ['received', 'checking']),
    )
    .execute();
}
