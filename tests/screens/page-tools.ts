import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '../browser/browser.ts';

/** A page evaluates functions by their source: this makes one of a script. */
export const asFunction = (script: string) => new Function(script) as () => void;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary: string }[];
}

/** What axe finds wrong with the page as it stands, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(asFunction(`if (!window.axe) { ${axe} }`));
  const violations = (await page.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const { violations: found } = await runner.run({ resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  })) as Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** Pixels by which the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/**
 * Walks over the page with the Tab key. Gives the controls that it never reached, and those it reached without any
 * sign that they have the focus.
 */
export async function keyboardWalk(page: Page): Promise<{ missed: string[]; unmarked: string[] }> {
  const count = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]'),
    ];
    const pressable = controls.filter(
      (control) => !control.matches(':disabled') && control.checkVisibility({ visibilityProperty: true }),
    );
    for (const control of controls) control.removeAttribute('data-walk');
    for (const [i, control] of pressable.entries()) control.setAttribute('data-walk', String(i));
    (document.activeElement as HTMLElement | null)?.blur();
    return pressable.length;
  });
  const reached = new Set<string>();
  const unmarked = new Set<string>();
  for (let i = 0; i < count * 2 + 4 && reached.size < count; i++) {
    await page.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      const walked = activeElement?.getAttribute('data-walk');
      if (!activeElement || walked === null || walked === undefined) return null;
      const ringed = [activeElement, activeElement.parentElement].some(
        (element) =>
          element &&
          Number.parseFloat(getComputedStyle(element).outlineWidth) > 0 &&
          getComputedStyle(element).outlineStyle !== 'none',
      );
      return { walked, ringed, html: activeElement.outerHTML.slice(0, 120) };
    });
    if (!at) continue;
    reached.add(at.walked);
    if (!at.ringed) unmarked.add(at.html);
  }
  const missed = await page.evaluate(
    (seen: string[]) =>
      [...document.querySelectorAll('[data-walk]')]
        .filter((control) => !seen.includes(control.getAttribute('data-walk') ?? ''))
        .map((control) => control.outerHTML.slice(0, 120)),
    [...reached],
  );
  return { missed, unmarked: [...unmarked] };
}
