import { useState } from 'preact/hooks';
import { closeMonth, monthOf, ratesOf } from '../../lib/value/book.ts';
import type { Figure } from '../../lib/value/figure.ts';
import { writeClosing } from '../../lib/value/stored-rates.ts';
import { ask } from '../ask.ts';
import { words } from '../words.ts';
import type { ValueMaterial } from './read-value.ts';

const { say } = words;

/** Closes a month that is over, so that new rates leave it alone, or opens it again. */
export function CloseMonth({ material, figures }: { material: ValueMaterial; figures: readonly Figure[] | undefined }) {
  const { book, period } = material;
  const [failed, setFailed] = useState(false);
  const month = monthOf(period.from);
  const closed = book.closings.some((closing) => closing.month === month);
  const act = (doing: Promise<unknown>) =>
    doing.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const close = async () => {
    const totals = Object.fromEntries(
      (figures ?? []).map(({ method, currency, range }) => [method, range && { currency, ...range }]),
    );
    const closing = closeMonth(book, month, totals).closings.at(-1);
    if (!closing) return;
    const { card, exchange } = ratesOf(book, month);
    const { writeCard } = await import('../../lib/value/read-card.ts');
    await ask('closeMonth', { closing: writeClosing(closing), card: writeCard(card), exchange });
  };
  return (
    <p class="row note">
      {closed && <span>{say('monthClosed')}</span>}
      {closed ? (
        <button type="button" class="button" onClick={() => act(ask('reopenMonth', { month }))}>
          {say('reopenMonth')}
        </button>
      ) : (
        figures && (
          <button type="button" class="button" data-testid="close-month" onClick={() => act(close())}>
            {say('closeMonth')}
          </button>
        )
      )}
      {failed && (
        <span class="danger-text" role="status">
          {say('notDone')}
        </span>
      )}
    </p>
  );
}
