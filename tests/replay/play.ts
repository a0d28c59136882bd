import type { CaseAct, SiteCase } from '../../lib/sites/cases.ts';
import type { Page } from '../browser/browser.ts';
import { deep } from '../browser/locate.ts';
import type { World } from '../browser/world.ts';
import { type Stage, stageFor } from './stage.ts';

const patience = 10_000;
/** Nobody acts on a page in the very moment it has loaded; meanwhile the watcher learns which site this is. */
const looksAround = 700;

/**
 * Plays one case in a page: serves it, does what the person does with real input, and waits until the page has sent
 * its requests and shown what came of them. What the ledger makes of it is looked at elsewhere.
 */
export async function play(page: Page, given: SiteCase, world: World): Promise<void> {
  const stage = stageFor(given);
  const untell = world.tell(stage.teller);
  try {
    await page.goto(given.page.url);
    await new Promise((resolve) => setTimeout(resolve, looksAround));
    for (const act of given.act.slice(0, -1)) await perform(page, act);
    const last = given.act.at(-1) ?? { nothing: true };
    if ('wait' in last) await perform(page, last);
    stage.arm();
    await page.evaluate(() => globalThis.replay.arm());
    if (!('wait' in last)) await perform(page, last);
    await finished(page, given, stage);
  } finally {
    untell();
  }
}

async function perform(page: Page, act: CaseAct): Promise<void> {
  if ('click' in act) {
    await page.evaluate(giveSize, act.click);
    return page.click(act.click);
  }
  if ('type' in act) return page.type(act.type, act.text);
  if ('press' in act) {
    // Without a field the keys go to the page as such, not to what was pressed before.
    if (act.in === undefined) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return page.press(act.press, act.in);
  }
  if ('wait' in act) return new Promise((resolve) => setTimeout(resolve, act.wait));
  // `synthetic` and `nothing` are the page's own doing: its script did it when it was armed.
}

/** Markup without its style sheets leaves icons and empty buttons without size: no mouse could press them. */
function giveSize(selector: string): void {
  const element = deep(selector);
  const { width = 1, height = 1 } = element?.getBoundingClientRect() ?? {};
  if (width > 0 && height > 0) return;
  (element as HTMLElement).style.cssText += '; display: inline-block; min-width: 16px; min-height: 16px';
}

async function finished(page: Page, given: SiteCase, stage: Stage): Promise<void> {
  const slowest = Math.max(0, ...(given.sends ?? []).map(({ after = 0 }) => after));
  const until = Date.now() + slowest + patience;
  while (stage.missing().length > 0) {
    const problem = await page.evaluate(() => globalThis.replay?.problem).catch(() => undefined);
    if (problem) throw new Error(`the page's own script failed: ${problem}`);
    if (Date.now() > until) {
      const [first] = stage.missing();
      throw new Error(`the page never sent ${first?.method ?? 'POST'} ${first?.url}: the act did not reach it`);
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  // A navigation may have ended in what the site answered, which knows nothing of scripts.
  const unloads = (given.sends ?? []).some(({ by }) => by === 'navigate');
  const problem = await page.waitFor((unloads) => {
    const { replay } = globalThis;
    if (replay?.finished || (unloads && !replay && document.readyState === 'complete')) return 'none';
    return replay?.problem;
  }, unloads);
  if (problem !== 'none') throw new Error(`the page's own script failed: ${problem}`);
}
