import type { ExpectedEntry } from '../../../lib/sites/cases.ts';
import type { Page } from '../../browser/browser.ts';
import type { Step } from '../ledger.ts';
import type { Wiki } from './server.ts';

/** What people do in a wiki: first without, then with an account. */
export function stepsIn(page: Page, wiki: Wiki): Step[] {
  const at = (id: string, query = '') => `${wiki.url}/doku.php?id=${id}${query}`;
  const edited = (account: string, id: string): ExpectedEntry => ({
    kind: 'edit',
    account,
    object: { url: at(id), id },
    audience: 'public',
  });
  const save = async () => {
    await page.click('#edbtn__save');
    await page.waitFor(
      () =>
        document.querySelector('#wiki__text') === null &&
        document.querySelector('#dokuwiki__content, .dokuwiki') !== null,
    );
  };
  const write = async (id: string, text: string) => {
    await page.goto(at(id, '&do=edit'));
    await page.type('#wiki__text', text);
    await page.type('#edit__summary', 'Say what it is');
    await save();
  };

  return [
    {
      name: 'writes a page',
      act: () => write('lighthouse', 'A tower by the sea.'),
      expect: [edited('', 'lighthouse')],
    },
    {
      name: 'looks at a preview and leaves',
      async act() {
        await page.goto(at('lighthouse', '&do=edit'));
        await page.type('#wiki__text', ' Never mind.');
        await page.click('#edbtn__preview');
        await page.see('#scroll__here, .preview');
        await page.goto(at('start'));
      },
      expect: [],
    },
    {
      name: 'gives up an edit',
      async act() {
        await page.goto(at('lighthouse', '&do=edit'));
        await page.click('#edbtn__cancel, [name="do[cancel]"]');
        await page.waitFor(() => document.querySelector('#wiki__text') === null);
      },
      expect: [],
    },
    {
      name: 'is refused by the list of words',
      async act() {
        await page.goto(at('lighthouse', '&do=edit'));
        await page.type('#wiki__text', wiki.refusedText);
        await page.click('#edbtn__save');
        await page.see('.error');
      },
      expect: [],
    },
    {
      name: 'signs in',
      async act() {
        await page.goto(at('start', '&do=login'));
        await page.type('input[name="u"]', wiki.ada.name);
        await page.type('input[name="p"]', wiki.ada.password);
        await page.press('Enter', 'input[name="p"]');
        await page.see('.user');
      },
      expect: [],
    },
    {
      name: 'changes a page by the keyboard',
      async act() {
        await page.goto(at('lighthouse', '&do=edit'));
        await page.type('#wiki__text', ' It shows a light.');
        await page.press('Enter', '#edbtn__save');
        await page.waitFor(() => document.querySelector('#wiki__text') === null);
      },
      expect: [edited('ada', 'lighthouse')],
    },
    {
      name: 'brings back an old version',
      async act() {
        await page.goto(at('lighthouse', '&do=revisions'));
        await page.click('#page__revisions li:last-child a.wikilink1');
        await page.waitFor(() => location.search.includes('rev='));
        await page.press('Enter', '.revert a, .revert button, a.action.revert');
        await page.waitFor(() => !location.search.includes('rev=') && !location.search.includes('do='));
      },
      expect: [{ ...edited('ada', 'lighthouse'), detail: { act: 'revert' } }],
    },
    {
      name: 'follows a page',
      async act() {
        await page.goto(at('lighthouse', '&do=subscribe'));
        await page.click('#subscribe__form button[type="submit"]');
        await page.see('.success');
      },
      expect: [{ kind: 'follow', object: { url: at('lighthouse'), id: 'lighthouse' } }],
    },
  ];
}
