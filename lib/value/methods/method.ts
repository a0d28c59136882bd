import type { Act } from '../acts.ts';
import type { Rates } from '../book.ts';
import type { Method, Priced, Unknown } from '../figure.ts';

/** A method that puts a price on each act. */
export interface PricingMethod {
  method: Method;
  formula: string;
  /** The price of one of these acts, or why there is none. */
  price(act: Act, rates: Rates): Priced | Unknown;
  /** Acts of the same key have the same price; absent where each has its own. */
  key(act: Act): string | undefined;
}
