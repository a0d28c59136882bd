import type { LedgerDatabase } from '../ledger/database.ts';
import { addReturned, removeReturned } from '../ledger/returned.ts';
import type { Site } from '../sites/schema.ts';
import { currenciesOf } from '../value/exchange.ts';
import { hidingOf } from '../value/may-hide.ts';
import { shippedExchange } from '../value/rates/exchange.ts';
import { readCard } from '../value/read-card.ts';
import { nothingStored, type StoredRates, storedRatesName, withClosing } from '../value/stored-rates.ts';
import type { PageHandlers } from './messages.ts';

type Names = 'hiding' | 'returned' | 'unreturned' | 'ownRates' | 'rateCard' | 'closeMonth' | 'reopenMonth';

/** Answers about what came back and at which rates things are valued. */
export function valueAnswers(db: LedgerDatabase, sites: readonly Site[]): Pick<PageHandlers, Names> {
  /** Changes the person's rates, all or nothing. */
  const change = (how: (stored: StoredRates) => StoredRates) =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get(storedRatesName);
      await db.settings.put({ name: storedRatesName, value: how((row?.value as StoredRates) ?? nothingStored) });
    });

  return {
    async hiding() {
      return hidingOf(sites);
    },
    async returned({ what }) {
      return addReturned(db, what, crypto.randomUUID());
    },
    async unreturned({ id }) {
      await removeReturned(db, id);
      return null;
    },
    async ownRates({ layers }) {
      await change((stored) => {
        const highest = Math.max(0, ...stored.own.map(({ revision }) => revision));
        const own = layers.map((layer, i) => ({ ...layer, revision: highest + 1 + i }));
        return { ...stored, own: [...stored.own, ...own] };
      });
      return null;
    },
    async rateCard({ text, from }) {
      const card = readCard(text, currenciesOf(shippedExchange));
      await change((stored) => {
        const known = [...stored.kept.cards, ...stored.cards.map((held) => held.card)];
        if (known.some(({ version }) => version === card.version))
          throw new Error(`a card of version ${card.version} is there already`);
        return { ...stored, cards: [...stored.cards, { from, card }] };
      });
      return null;
    },
    async closeMonth({ closing, card, exchange }) {
      const used = { card: readCard(card, currenciesOf(exchange)), exchange };
      await change((stored) => withClosing(stored, closing, used));
      return null;
    },
    async reopenMonth({ month }) {
      await change((stored) => ({
        ...stored,
        closings: stored.closings.filter((closing) => closing.month !== month),
      }));
      return null;
    },
  };
}
