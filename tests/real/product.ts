import type { Page } from '../browser/browser.ts';
import type { Step } from './ledger.ts';

/** A piece of third-party software that a person writes in. Each product's folder has one, in `product.ts`. */
export interface Product {
  /** Tells whether it is on this machine; brings it first where this process may. */
  bring(): boolean;
  /** Starts an installation of its own. Throws with the product's own words where that fails. */
  start(): Promise<Running>;
}

export interface Running {
  /** What people do in it, in order, in one page of a browser. */
  steps(page: Page): Step[];
  /** Stops it and throws everything away. */
  close(): Promise<void>;
}
