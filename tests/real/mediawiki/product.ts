import type { Product } from '../product.ts';
import { bringMediawiki, startWiki } from './server.ts';
import { signIn, visitAs } from './visit.ts';

/** A real MediaWiki, written in by a person without and with an account. */
export const product: Product = {
  bring: bringMediawiki,
  async start() {
    const wiki = await startWiki();
    return {
      steps: (page) => [
        ...visitAs(page, wiki, ''),
        { name: 'signs in', act: () => signIn(page, wiki, wiki.ada), expect: [] },
        ...visitAs(page, wiki, wiki.ada.name),
      ],
      close: wiki.close,
    };
  },
};
