import type { Product } from '../product.ts';
import { bringDokuwiki, startWiki } from './server.ts';
import { stepsIn } from './visit.ts';

/** A real DokuWiki: a passer-by, and somebody with an account. */
export const product: Product = {
  bring: bringDokuwiki,
  async start() {
    const wiki = await startWiki();
    return { steps: (page) => stepsIn(page, wiki), close: wiki.close };
  },
};
