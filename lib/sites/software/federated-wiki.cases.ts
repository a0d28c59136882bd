import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "private" case: the wiki has no messages between people.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "undo" case: what is taken back is one more change of the page.

const origin = 'https://federated-wiki.kiln.example';
const footer = (lock = 'fa-lock-open') =>
  `<footer><div id="site-owner">Wiki by: <span id="site-owner">ada</span></div><div id="security"><a id="logout" href="#"><i class="fas ${lock} fa-fw"></i></a></div><span class="neighborhood"></span></footer>`;
const at = (inside: string, foot = footer()) => ({
  url: `${origin}/view/welcome-visitors/view/raku`,
  html: `<section class="main"><div class="page" id="welcome-visitors"><div class="paper"><h1><span class="title">Welcome</span></h1></div></div><div class="page" id="raku"><div class="paper"><h1><span class="title">Raku</span></h1><div class="story">${inside}</div></div></div></section>${foot}`,
});
const press = casesOn(at);

const put = (action: unknown, slug = 'raku'): RecordedRequest => ({
  method: 'PUT',
  url: `/page/${slug}/action`,
  form: { action: JSON.stringify(action) },
  by: 'xhr',
});
const item = { type: 'paragraph', id: 'a1', text: 'Hot' };
const edit = put({ type: 'edit', id: 'a1', item, date: 1 });
const button = '<a class="act button" href="#">act</a>';
const page = { url: `${origin}/view/raku`, id: 'raku', title: 'Raku' };
const edited = { kind: 'edit' as const, object: page, account: 'ada', level: 'accepted' as const };
const writes = press('changes a paragraph', button, edit, edited, { about: 'edit' });

export default defineCases([
  press(
    'makes a page that was missing',
    '<div class="item future">Missing <button class="act create">create</button></div>',
    put({ type: 'create', item: { title: 'Raku', story: [] } }),
    { ...edited, detail: { act: 'create' } },
  ),
  writes,
  ...everyWay(writes, { refused: { status: 403, body: 'Access Forbidden' } }),
  press('saves with Control and S', '<div class="item textEditing"><textarea></textarea></div>', edit, edited, {
    about: 'keyboard',
    act: [
      { type: 'textarea', text: 'Hot' },
      { press: 'Control+s', in: 'textarea' },
    ],
  }),
  press('adds a paragraph with words in it', button, put({ type: 'add', id: 'a2', item, after: 'a1' }), edited),
  press('moves a paragraph', button, put({ type: 'move', order: ['a2', 'a1'], id: 'a1' }), {
    ...edited,
    detail: { act: 'move' },
  }),
  press('takes a paragraph out', button, put({ type: 'remove', id: 'a1' }), { ...edited, detail: { act: 'remove' } }),
  press(
    'makes an empty place for something',
    button,
    put({ type: 'add', id: 'a2', item: { type: 'factory', id: 'a2' } }),
    null,
    { about: 'draft' },
  ),
  press('copies a page from another wiki', button, put({ type: 'fork', site: 'pots.example' }), null, {
    about: 'look-alike',
  }),
  press(
    'claims the wiki, and reads a page',
    button,
    [
      { url: '/login', by: 'fetch' },
      { method: 'GET', url: '/kettles.json?random=1', by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
  press('a wiki of somebody else: nothing is sent', button, [], null, {
    about: 'signed-out',
    page: at(button, footer('fa-lock notOwner')),
  }),
  press(
    'two pages side by side: the request says which',
    button,
    put({ type: 'edit', id: 'b1', item }, 'welcome-visitors'),
    {
      kind: 'edit',
      object: { url: `${origin}/view/welcome-visitors`, id: 'welcome-visitors' },
    },
    { about: 'layout' },
  ),
]);
