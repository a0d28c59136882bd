import type { ExpectedEntry } from '../../../lib/sites/cases.ts';
import type { Page } from '../../browser/browser.ts';
import type { Step } from '../ledger.ts';
import type { Account, Blog } from './server.ts';

/** What readers write below a post, and what its keeper does with that. Numbers of comments count up from 2. */
export function stepsOn(page: Page, blog: Blog): Step[] {
  const at = (comment: string) => ({ url: `${blog.post}#comment-${comment}`, id: comment });
  const post = { url: blog.post, id: new URL(blog.post).searchParams.get('p') ?? '', title: 'Lighthouse' };
  const confirmed = { audience: 'public', level: 'confirmed' } as const satisfies Partial<ExpectedEntry>;
  const send = async () => {
    await page.click('#submit');
    await page.waitFor(() => location.hash.startsWith('#comment-') || document.body.id === 'error-page');
  };
  const list = `${blog.url}/wp-admin/edit-comments.php`;
  /** Row actions show when they have the focus. */
  const choose = async (comment: string, action: string) => {
    await page.goto(list);
    // A window that was never pressed has no focus to give in Firefox.
    await page.click('h1.wp-heading-inline');
    await page.press(
      'Enter',
      `#comment-${comment} .row-actions .${action} a, #comment-${comment} .row-actions .${action} button`,
    );
  };

  return [
    {
      name: 'comments without an account',
      async act() {
        await page.goto(blog.post);
        await page.type('#comment', 'How far does it shine?');
        await page.type('#author', 'Wren');
        await page.type('#email', 'wren@birds.example');
        await send();
      },
      expect: [{ kind: 'comment', object: post, made: at('2'), account: '', topics: ['coast'], ...confirmed }],
    },
    {
      name: 'is refused with the same words again',
      async act() {
        await page.goto(blog.post);
        await page.type('#comment', 'How far does it shine?');
        await page.type('#author', 'Wren');
        await page.type('#email', 'wren@birds.example');
        await send();
      },
      expect: [],
    },
    {
      name: 'is refused without a word',
      async act() {
        await page.goto(blog.post);
        await page.click('#submit');
        await page.waitFor(() => document.body.id === 'error-page');
      },
      expect: [],
    },
    { name: 'signs in', act: () => signIn(page, blog, blog.ada), expect: [] },
    {
      name: 'begins an answer and goes away',
      async act() {
        await page.goto(blog.post);
        await page.click('#comment-2 .comment-reply-link');
        await page.type('#comment', 'About');
        await page.goto(`${blog.url}/`);
      },
      expect: [],
    },
    {
      name: 'answers a comment',
      async act() {
        await page.goto(blog.post);
        await page.click('#comment-2 .comment-reply-link');
        await page.type('#comment', 'About twenty miles.');
        await send();
      },
      expect: [{ kind: 'comment', object: at('2'), made: at('3'), to: { name: 'Wren' }, account: 'Ada', ...confirmed }],
    },
    { name: 'signs in as the keeper', act: () => signIn(page, blog, blog.keeper), expect: [] },
    {
      name: 'takes a comment out of sight',
      async act() {
        await choose('2', 'unapprove');
        await page.see('#comment-2.unapproved');
      },
      expect: [{ kind: 'moderation', undo: true, object: at('2'), detail: { act: 'approve' }, account: 'keeper' }],
    },
    {
      name: 'lets it be seen again',
      async act() {
        await choose('2', 'approve');
        await page.waitFor(() => document.querySelector('#comment-2')?.classList.contains('unapproved') === false);
      },
      expect: [{ kind: 'moderation', object: at('2'), detail: { act: 'approve' } }],
    },
    {
      name: 'answers in the dashboard',
      async act() {
        await choose('2', 'reply');
        await page.type('#replycontent', 'Twenty-two, since the new lamp.');
        await page.click('#replyrow .save');
        await page.see('#comment-4');
      },
      expect: [{ kind: 'comment', object: { ...at('2'), title: 'Lighthouse' }, to: { name: 'Wren' } }],
    },
    {
      name: 'changes the words of a comment',
      async act() {
        await choose('3', 'quickedit');
        await page.type('#replycontent', ' Or more.');
        await page.click('#replyrow .save');
        await page.waitFor(() => document.querySelector('#replyrow')?.checkVisibility() === false);
      },
      expect: [{ kind: 'edit', object: at('3') }],
    },
    {
      name: 'opens the form for one and closes it',
      async act() {
        await choose('3', 'quickedit');
        await page.click('#replyrow .cancel');
      },
      expect: [],
    },
    {
      name: 'calls one spam',
      async act() {
        await choose('3', 'spam');
        await page.waitFor(() => document.querySelector('#comment-3')?.checkVisibility() !== true);
      },
      expect: [{ kind: 'moderation', object: at('3'), detail: { act: 'spam' } }],
    },
  ];
}

async function signIn(page: Page, blog: Blog, { name, password }: Account): Promise<void> {
  await page.goto(`${blog.url}/wp-login.php?reauth=1`);
  // The page gives a field the focus a moment later, and takes it from whoever types already.
  await page.waitFor(() => document.activeElement?.id.startsWith('user_'));
  // Whoever was here before is remembered.
  await page.click('#user_login');
  await page.press('Control+a');
  await page.press('Delete');
  await page.type('#user_login', name);
  await page.type('#user_pass', password);
  await page.click('#wp-submit');
  await page.see('#wpadminbar');
}
