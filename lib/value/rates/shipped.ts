import type { RateCard } from '../card.ts';
import type { ExchangeTable } from '../exchange.ts';
import card from './card.json' with { type: 'json' };
import ecb from './ecb.json' with { type: 'json' };

/**
 * The rate card that comes with this version. It is not checked again where it is used, so that no page loads a
 * validator to show a figure; the tests read it as they would anybody's.
 */
export const shippedCard = card as unknown as RateCard;

/** The euro foreign exchange reference rates that come with this version. */
export const shippedExchange: ExchangeTable = { ...ecb, checked: 'seen-secondary' };
