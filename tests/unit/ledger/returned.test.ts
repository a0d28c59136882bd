import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import { addReturned, type Returned, removeReturned, returnedSchema } from '../../../lib/ledger/returned.ts';
import { aContribution, aLedger, options } from './factories.ts';

const money: Returned = {
  type: 'money',
  day: '2026-11-21',
  site: 'help.example',
  amount: '12.50',
  currency: 'EUR',
  from: 'Amina',
  note: 'for the answer',
};

describe('what came back', () => {
  it.each([['-1'], ['1.1234567'], ['1e3'], ['']])('takes no amount like %s', (amount) =>
    expect(returnedSchema.safeParse({ ...money, amount }).success).toBe(false),
  );

  it('is written down and taken back, and leaves receipts of platforms alone', async () => {
    const db = aLedger();
    await db.receipts.add({ id: 'platform', type: ['VerifiableCredential'] });
    await addReturned(db, money, 'a');
    await expect(addReturned(db, money, 'a')).rejects.toThrow();
    await removeReturned(db, 'a');
    await removeReturned(db, 'platform');
    expect((await db.receipts.toArray()).map(({ id }) => id)).toEqual(['platform']);
  });

  it('goes with the entry it is about when that is forgotten, and money stays', async () => {
    const db = aLedger();
    const stored = await append(db, aContribution(), options(1));
    const entry = stored.outcome === 'duplicate' ? '' : stored.entry.id;
    await addReturned(db, money, 'money');
    for (const of of [entry, 'another'])
      await addReturned(
        db,
        { type: 'recognition', at: '2026-11-21T10:00:00Z', zone: '+00:00', entry: of, kind: 'thanks', count: 1 },
        `about ${of}`,
      );
    await forget(db, entry);
    expect((await db.receipts.toArray()).map(({ id }) => id).sort()).toEqual(['about another', 'money']);
  });
});
