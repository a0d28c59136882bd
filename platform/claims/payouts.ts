import { Hono } from 'hono';
import { html } from 'hono/html';
import { csv } from '../../lib/record/csv.ts';
import { inDesk, keeperOr, table } from './desk.ts';
import { audit, type Desk, prefix } from './kit.ts';
import { formOf, showPage, token, when } from './pages.ts';
import { issueReceipt, receiptAt } from './receipts.ts';

const desk = `${prefix}/desk/payouts`;

/**
 * Marks a grant as paid or failed; where it is the claimant's own, a new receipt says so.
 * @returns whether it was open: a payment is booked once
 */
export async function bookPayment(
  opened: Desk,
  given: { receipt: string; account: string; paid: boolean; reference: string; keeper: string },
): Promise<boolean> {
  const { receipt, account, paid, reference, keeper } = given;
  const status = paid ? 'paid' : 'failed';
  return opened.db.transaction().execute(async (write) => {
    const changed = await write
      .updateTable('claim_grants')
      .set({ status, reference })
      .where('receipt', '=', receipt)
      .where('account', '=', account)
      .where('status', '=', 'pending')
      .returningAll()
      .executeTakeFirst();
    if (!changed) return false;
    const at = opened.now();
    await audit(write, at, {
      who: keeper,
      what: status,
      about: changed.claim,
      detail: `${changed.amount} ${changed.unit} ${reference}`,
    });
    if (changed.part !== 'own') return true;
    const claim = await write
      .selectFrom('claims')
      .selectAll()
      .where('id', '=', changed.claim)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const now = claim.receipt && (await receiptAt({ db: write as unknown as Desk['db'] }, claim.receipt));
    if (!now) return true;
    const { outcomes, rewardGranted } = now.credentialSubject;
    const next = await issueReceipt(opened, write, claim, {
      outcomes,
      ...(rewardGranted && { rewardGranted }),
      payoutStatus: status,
      ...(reference && { payoutReference: reference }),
    });
    await write.updateTable('claims').set({ receipt: next }).where('id', '=', claim.id).execute();
    return true;
  });
}

/** The list for payment by hand. */
export function payoutPages(opening: () => Promise<Desk>): Hono {
  const app = new Hono();
  const open = ({ db }: Desk) =>
    db.selectFrom('claim_grants').selectAll().where('status', '=', 'pending').orderBy('made_at').limit(1000).execute();

  app.get(desk, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const rows = (await open(opened)).map(({ receipt, account, amount, unit, payout, made_at }) => [
      when(made_at),
      html`${account}`,
      html`${amount} ${unit}`,
      html`${payout ?? ''}`,
      html`<form method="post" action="${desk}">${token(keeper)}<input type="hidden" name="receipt" value="${receipt}"><input type="hidden" name="account" value="${account}"><label>Reference <input name="reference" maxlength="200"></label> <button name="status" value="paid">Paid</button> <button name="status" value="failed">Failed</button></form>`,
    ]);
    const body = html`<p><a href="${desk}.csv">The list as CSV</a></p>${table('Open payments', ['Granted (UTC)', 'To', 'Amount', 'Wallet', ''], rows, 'Nothing is open.')}`;
    return showPage(c, opened, 'Payouts', inDesk('Payouts', body));
  });

  app.get(`${desk}.csv`, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const list = csv(
      [
        { name: 'granted', value: ({ made_at }) => made_at.toISOString() },
        { name: 'account', value: ({ account }) => account },
        { name: 'amount', value: ({ amount }) => amount },
        { name: 'unit', value: ({ unit }) => unit },
        { name: 'wallet', value: ({ payout }) => payout ?? '' },
        { name: 'receipt', value: ({ receipt }) => receipt },
      ],
      await open(opened),
    );
    return c.body(list, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="payouts.csv"',
      'cache-control': 'private, no-store',
    });
  });

  app.post(desk, async (c) => {
    const opened = await opening();
    const keeper = await keeperOr(c, opened);
    if (keeper instanceof Response) return keeper;
    const form = await formOf(c, keeper);
    await bookPayment(opened, {
      receipt: form.get('receipt') ?? '',
      account: form.get('account') ?? '',
      paid: form.get('status') === 'paid',
      reference: (form.get('reference') ?? '').slice(0, 200),
      keeper: keeper.account,
    });
    return c.redirect(desk, 303);
  });
  return app;
}
