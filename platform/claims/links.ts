import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { linkReward } from '../../lib/claim/protocol.ts';
import { audit, type Desk } from './kit.ts';
import type { SiteVisitor } from './site.ts';

/**
 * Finishes a link: the key speaks for the account from now on, and the witness knows its log.
 * @returns whether it was this session's own request, answered and in time; nothing is changed otherwise
 */
export async function finishLink(desk: Desk, visitor: SiteVisitor, code: string): Promise<boolean> {
  const { db, keys, now } = desk;
  if (!/^[\w-]{22}$/.test(code)) return false;
  const at = now();
  return db.transaction().execute(async (write) => {
    const asked = await write
      .updateTable('claim_requests')
      .set({ finished_at: at })
      .where('response_code', '=', keys.blind(`code ${code}`))
      .where('session', '=', keys.blind(`session ${visitor.session}`))
      .where('account', '=', visitor.account)
      .where('reward', '=', linkReward)
      .where('finished_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('claim')
      .executeTakeFirst();
    const claim = asked?.claim
      ? await write.selectFrom('claims').selectAll().where('id', '=', asked.claim).forUpdate().executeTakeFirst()
      : undefined;
    if (claim?.status !== 'needs_link') return false;

    await write
      .insertInto('claim_links')
      .values({ did: claim.did, account: visitor.account, linked_at: at, revoked_at: null })
      .onConflict((clash) => clash.doNothing())
      .execute();
    await write
      .insertInto('claim_streams')
      .values({
        origin: claim.stream,
        did: claim.did,
        account: visitor.account,
        witnessed_size: 0,
        witnessed_root: base64.encode(sha256(new Uint8Array())),
        witnessed_checkpoint: '',
        held_size: 0,
        held_edges: '[]',
      })
      .onConflict((clash) => clash.doNothing())
      .execute();
    // A key that was stopped stays stopped, and one of another account stays there.
    const link = await write
      .selectFrom('claim_links')
      .selectAll()
      .where('did', '=', claim.did)
      .executeTakeFirstOrThrow();
    const stream = await write
      .selectFrom('claim_streams')
      .select(['did', 'account'])
      .where('origin', '=', claim.stream)
      .executeTakeFirstOrThrow();
    const fits =
      link.account === visitor.account &&
      link.revoked_at === null &&
      stream.did === claim.did &&
      stream.account === visitor.account;
    await write
      .updateTable('claims')
      .set({ status: fits ? 'decided' : 'refused', decided_at: at })
      .where('id', '=', claim.id)
      .execute();
    await audit(write, at, {
      who: visitor.account,
      what: fits ? 'linked a key' : 'was refused a key',
      about: claim.did,
    });
    return fits;
  });
}

/** Keys of an account, newest first. */
export function linksOf({ db }: Pick<Desk, 'db'>, account: string) {
  return db.selectFrom('claim_links').selectAll().where('account', '=', account).orderBy('linked_at', 'desc').execute();
}

/** Stops a key of an account for good; claims of it that are not decided are refused. */
export async function revokeLink({ db, now }: Desk, account: string, did: string): Promise<boolean> {
  const at = now();
  return db.transaction().execute(async (write) => {
    const stopped = await write
      .updateTable('claim_links')
      .set({ revoked_at: at })
      .where('did', '=', did)
      .where('account', '=', account)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!stopped.numUpdatedRows) return false;
    const open = await write
      .updateTable('claims')
      .set({ status: 'refused', detail: 'The key was stopped by its owner.', decided_at: at })
      .where('did', '=', did)
      .where('status', 'in', ['awaiting_upload', 'received', 'checking', 'needs_link'])
      .returning('id')
      .execute();
    if (open.length > 0) {
      await write
        .deleteFrom('claim_jobs')
        .where(
          'claim',
          'in',
          open.map(({ id }) => id),
        )
        .execute();
    }
    await audit(write, at, { who: account, what: 'stopped a key', about: did });
    return true;
  });
}
