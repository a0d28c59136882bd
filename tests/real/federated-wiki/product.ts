import type { Product } from '../product.ts';
import { bringWiki, startWiki } from './server.ts';
import { stepsIn } from './visit.ts';

/** A real Federated Wiki from the npm registry, written in by its owner. */
export const product: Product = {
  bring: bringWiki,
  async start() {
    const wiki = await startWiki();
    return { steps: (page) => stepsIn(page, wiki.url), close: wiki.close };
  },
};
