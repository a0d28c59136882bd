import type { Product } from '../product.ts';
import { bringWordpress, startBlog } from './server.ts';
import { stepsOn } from './visit.ts';

/** A real WordPress: a reader without an account, a reader with one, and the keeper who moderates. */
export const product: Product = {
  bring: bringWordpress,
  async start() {
    const blog = await startBlog();
    return { steps: (page) => stepsOn(page, blog), close: blog.close };
  },
};
