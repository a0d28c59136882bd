import type { Kind } from '../../../lib/ledger/kinds.ts';
import type { ExpectedEntry } from '../../../lib/sites/cases.ts';
import type { Page } from '../../browser/browser.ts';
import type { Step } from '../ledger.ts';
import type { Account, Wiki } from './server.ts';

/** What an ordinary reader and writer of a wiki does; without an account where that is empty. */
export function visitAs(page: Page, wiki: Wiki, account: string): Step[] {
  const mark = account === '' ? 'a passer-by' : account;
  /** An entry on one page of the wiki; its redirect says that it was taken, and nothing on the next page confirms it. */
  const on = (title: string, kind: Kind): ExpectedEntry => ({
    kind,
    account,
    object: { url: `${wiki.url}/wiki/${title}`, id: title, title },
    audience: 'public',
    level: 'accepted',
  });
  const anchor = `Question_from_${mark.replaceAll(' ', '_')}`;
  const topic = `${wiki.url}/wiki/Talk:Lighthouse#${anchor}`;
  return [
    {
      name: 'edits a page and says why',
      async act() {
        await openEditor(page, wiki, 'Lighthouse');
        await page.type('#wpTextbox1', `A tower that shows a light, says ${mark}. `);
        await page.type('#wpSummary', 'Say what it is');
        await save(page);
      },
      expect: [on('Lighthouse', 'edit')],
    },
    {
      name: 'previews an edit and leaves it',
      async act() {
        await openEditor(page, wiki, 'Lighthouse');
        await page.type('#wpTextbox1', 'Never mind. ');
        await page.click('#wpPreview');
        await page.see('#wikiPreview .previewnote');
        await page.goto(`${wiki.url}/wiki/Main_Page`);
      },
      expect: [],
    },
    {
      name: 'begins an edit and goes away',
      async act() {
        await openEditor(page, wiki, 'Lighthouse');
        await page.type('#wpTextbox1', 'Half a thought');
        await page.goto(`${wiki.url}/wiki/Main_Page`);
      },
      expect: [],
    },
    {
      name: 'is refused by the spam rule',
      async act() {
        await openEditor(page, wiki, 'Lighthouse');
        await page.type('#wpTextbox1', wiki.refusedText);
        await page.click('#wpSave');
        await page.waitFor(() => document.title.startsWith('Spam protection filter'));
      },
      expect: [],
    },
    {
      name: 'opens a topic on the talk page',
      async act() {
        await page.goto(`${wiki.url}/w/index.php?title=Talk:Lighthouse&action=edit&section=new`);
        await page.type('#wpSummary', `Question from ${mark}`);
        await page.type('#wpTextbox1', 'How far does it shine? ~~~~');
        await save(page);
      },
      expect: [{ ...on('Talk:Lighthouse', 'comment'), made: { url: topic, id: anchor }, level: 'confirmed' }],
    },
    {
      name: 'answers below it',
      async act() {
        await openEditor(page, wiki, 'Talk:Lighthouse');
        await page.press('Control+End', '#wpTextbox1');
        await page.type('#wpTextbox1', ':About twenty miles. ~~~~');
        await save(page);
      },
      expect: [on('Talk:Lighthouse', 'comment')],
    },
    {
      name: 'undoes the newest edit from the history',
      async act() {
        await page.goto(`${wiki.url}/w/index.php?title=Lighthouse&action=history`);
        await page.click('.mw-history-undo a');
        await page.see('#wpSave');
        await save(page);
      },
      expect: [{ ...on('Lighthouse', 'edit'), detail: { act: 'undo' } }],
    },
  ];
}

/** Signing in and out are no contributions. */
export async function signIn(page: Page, wiki: Wiki, { name, password }: Account): Promise<void> {
  await page.goto(`${wiki.url}/w/index.php?title=Special:UserLogin`);
  await page.type('#wpName1', name);
  await page.type('#wpPassword1', password);
  await page.click('#wpLoginAttempt');
  await page.see('#pt-logout');
}

async function openEditor(page: Page, wiki: Wiki, title: string): Promise<void> {
  await page.goto(`${wiki.url}/w/index.php?title=${title}&action=edit`);
  await page.see('#wpTextbox1');
}

/** MediaWiki answers a saved edit with a redirect to the page, and anything else with the form. */
async function save(page: Page): Promise<void> {
  await page.click('#wpSave');
  await page.waitFor(() => !location.search.includes('action=') && document.querySelector('#ca-edit') !== null);
}
