import type { ExpectedEntry } from '../../../lib/sites/cases.ts';
import type { Page } from '../../browser/browser.ts';
import type { Step } from '../ledger.ts';

/** What the owner of a wiki does. */
export function stepsIn(page: Page, wiki: string): Step[] {
  const edit = (act?: string): ExpectedEntry => ({
    kind: 'edit',
    object: { url: `${wiki}/view/lighthouse`, id: 'lighthouse', title: 'lighthouse' },
    audience: 'public',
    level: 'accepted',
    ...(act === undefined ? {} : { detail: { act } }),
  });
  const saved = (count: number) =>
    page.waitFor((count) => document.querySelectorAll('#lighthouse .journal .action').length === count, count);

  return [
    {
      name: 'claims the wiki',
      async act() {
        await page.goto(`${wiki}/view/welcome-visitors`);
        await page.click('#show-security-dialog');
        await page.see('#logout');
      },
      expect: [],
    },
    {
      name: 'makes a page that was missing',
      async act() {
        await page.goto(`${wiki}/view/lighthouse`);
        await page.click('button.create');
        await saved(1);
      },
      expect: [edit('create')],
    },
    {
      name: 'makes an empty place',
      async act() {
        await page.click('.add-factory');
        await saved(2);
      },
      expect: [],
    },
    {
      name: 'fills it, and saves by the keyboard',
      async act() {
        await page.click('.factory a[title="Markdown Plugin"]');
        await page.type('.item textarea', 'A tower by the sea.');
        await page.press('Control+s', '.item textarea');
        await saved(3);
      },
      expect: [edit()],
    },
    {
      name: 'looks at the page again',
      async act() {
        await page.goto(`${wiki}/view/lighthouse`);
        await page.see('.item.markdown');
      },
      expect: [],
    },
  ];
}
