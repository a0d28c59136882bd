import { browserWords } from '../lib/browser/words.ts';
import type { Words } from '../lib/report/words.ts';

/** The words of every page. */
export const words: Words = browserWords();

/** Gives the page its language and direction. Every page calls it before it draws. */
export function speak(): void {
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.dir;
}
