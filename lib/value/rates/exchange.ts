import type { ExchangeTable } from '../exchange.ts';
import ecb from './ecb.json' with { type: 'json' };

/** The euro foreign exchange reference rates that come with this version. */
export const shippedExchange: ExchangeTable = { ...ecb, checked: 'seen-secondary' };
