import type { LedgerDatabase } from '../ledger/database.ts';
import { keyStoreOf, openKeyRing } from '../record/keys.ts';

/**
 * Names the secret that the keys of this ledger come from: the public key for records. Undefined where there are no
 * keys yet: none are made for this.
 */
export async function keysNameOf(db: LedgerDatabase): Promise<string | undefined> {
  if (!(await db.settings.get('master-key'))) return undefined;
  try {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    return (await (await openKeyRing(keyStoreOf(db), { random })).recordKey()).did;
  } catch {
    return undefined;
  }
}
