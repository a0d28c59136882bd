import type { Page } from './browser.ts';
import { deep, focusOn, isThere, pressPoint } from './locate.ts';

/** What Playwright's and puppeteer's pages have in common, as far as it is used. */
export interface Driver {
  url(): string;
  evaluate(script: string): Promise<unknown>;
  mouse: { click(x: number, y: number): Promise<void> };
  keyboard: {
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
  close(): Promise<void>;
}

/** What they do in different words. */
export type OwnWords = Pick<Page, 'goto' | 'resize' | 'screenshot'>;

const patience = 10_000;
const interval = 40;

/** One page object over either driver. */
export function pageOver(driver: Driver, ownWords: OwnWords): Page {
  const inPage = <Result, Given extends unknown[]>(run: (...given: Given) => Result, given: Given) => {
    const words = given.map((one) => JSON.stringify(one) ?? 'undefined').join(', ');
    // One expression, so that both drivers give its value; `deep` is there for the functions of locate.ts.
    const script = `(() => { const deep = ${deep}; return (${run})(${words}); })()`;
    return driver.evaluate(script) as Promise<Awaited<Result>>;
  };

  const waitFor: Page['waitFor'] = async (run, ...given) => {
    const until = Date.now() + patience;
    let trouble = '';
    while (Date.now() < until) {
      // A page that is just navigating away has no place to run in: that is a "not yet".
      const got = await inPage(run, given).catch((error: Error) => {
        trouble = ` (${error.message})`;
      });
      if (got !== undefined && got !== null && (got as unknown) !== false) return got;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
    throw new Error(`Waited in vain at ${driver.url()} for ${run} with ${JSON.stringify(given)}${trouble}`);
  };

  const click = async (selector: string) => {
    const until = Date.now() + patience;
    let trouble = 'the page never answered';
    let before: { x: number; y: number } | undefined;
    while (Date.now() < until) {
      const point = await inPage(pressPoint, [selector]).catch((error: Error) => ({ trouble: error.message }));
      if ('x' in point) {
        // While the page is still being laid out, the mouse would arrive where the element was.
        if (before && point.x === before.x && point.y === before.y) return driver.mouse.click(point.x, point.y);
        before = point;
      } else {
        before = undefined;
        trouble = point.trouble;
      }
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
    throw new Error(`Cannot press "${selector}" at ${driver.url()}: ${trouble}`);
  };

  const press = async (chord: string, selector?: string) => {
    if (selector) await waitFor(focusOn, selector);
    const keys = chord === '+' ? ['+'] : chord.split('+');
    const key = keys.pop() ?? chord;
    for (const modifier of keys) await driver.keyboard.down(modifier);
    await driver.keyboard.press(key);
    for (const modifier of keys.reverse()) await driver.keyboard.up(modifier);
  };

  return {
    ...ownWords,
    url: () => driver.url(),
    evaluate: (run, ...given) => inPage(run, given),
    waitFor,
    async see(selector) {
      await waitFor(isThere, selector);
    },
    click,
    async type(selector, text) {
      await click(selector);
      await press('End');
      await driver.keyboard.type(text);
    },
    press,
    close: () => driver.close(),
  };
}
