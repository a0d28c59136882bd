import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** What a press on a button of the page sends: an item's act, named by its type's letter and its id. */
const toItem = (letters: string, act: string) => [...letters].map((letter) => `*/${letter}/:id/${act}`);

/** The item as the page names it, else by the address in the request, which leads there. */
const onItem = {
  target: '/url/id',
  object: { url: ['{page.url}', '{origin}/{letter}/{url.id}'], id: '{url.id}' },
  take: { letter: { from: '/path', via: [{ match: '/([pqtacr])/[^/]+/[a-z]+$' }] } },
  refusedAt: ['*/sign-in'],
} satisfies Partial<Action>;

const off = [{ at: '/form/on', is: '0' }] satisfies Action['undo'];
const pressed = (act: string) => ({ select: `button[data-act="${act}"]`, on: '[aria-pressed="true"]' });

/** One of the two reactions to an item; the other one switches it. */
const reaction = (id: string, value: string): Action => ({
  id,
  kind: 'like',
  request: { url: toItem('pqacr', 'like'), where: [{ at: '/form/reaction', is: value }] },
  control: pressed(value),
  ...onItem,
  detail: { reaction: '/form/reaction' },
  undo: off,
  refusal: 'hidden',
});

/** Whether a review helped. */
const vote = (direction: 'up' | 'down'): Action => ({
  id: `vote-${direction}`,
  kind: 'vote',
  request: { url: toItem('r', 'vote'), where: [{ at: '/form/direction', is: direction }] },
  control: pressed(`vote-${direction}`),
  ...onItem,
  detail: { vote: '/form/direction' },
  undo: off,
  refusal: 'hidden',
});

/** Something written that is sent as a classic form: a redirect to it, or the form again. */
const written = {
  refusal: 'redirect',
  refusedAt: ['*/sign-in'],
} satisfies Partial<Action>;

/** A change to one's own item. The page of the form names the item by its link, and the redirect leads back to it. */
const edit = (id: string, kind: Action['kind'], letters: string, back: string): Action => ({
  id,
  kind,
  edit: true,
  request: { url: toItem(letters, 'edit') },
  control: { select: 'button[data-act="edit"]', submits: true },
  ...onItem,
  made: { location: back },
  ...written,
});

/** Taking one's own item away takes back what was given. */
const remove = (id: string, kind: Action['kind'], letters: string): Action => ({
  id,
  kind,
  undo: true,
  request: { url: toItem(letters, 'delete') },
  control: { select: 'button[data-act="delete"]' },
  ...onItem,
  ...written,
});

/** A post or a question: given to the topic it is filed under. */
const post = (id: string, form: string, letter: string): Action => ({
  id,
  kind: 'post',
  request: { url: `*/new/${form}` },
  control: { select: `button[data-act="${form}"]`, submits: true },
  object: { url: '{origin}/topic/{form.topic}', id: '{form.topic}' },
  made: { location: `*/${letter}/:id`, url: '{made.location}', id: '{made.id}' },
  topics: '/form/topic',
  ...written,
});

/** The demo community of this project, wherever it runs. */
export default defineSite({
  id: 'lamplight',
  name: 'Lamplight',
  version: 1,
  group: 'demo',
  confidence: 'high',
  signals: [{ select: 'meta[name="generator"]', attr: 'content', matches: '^Lamplight ' }],
  account: {
    name: { of: 'page', select: 'a.me', attr: 'data-account' },
    url: '{origin}/@{account}',
    signedOut: '.top a.sign-in',
  },
  items: [
    {
      select: '[data-item]',
      read: {
        id: { attr: 'data-id' },
        url: { select: 'a.permalink', attr: 'href' },
        title: [{ select: '.title' }, { of: 'page', select: 'h1.title' }],
        author: { select: 'a.author' },
        authorUrl: { select: 'a.author', attr: 'href' },
        topics: [
          { select: 'a.topic', attr: 'href', match: '/topic/([^/?#]+)', all: true },
          { of: 'page', select: 'main > [data-item] a.topic', attr: 'href', match: '/topic/([^/?#]+)', all: true },
        ],
      },
    },
    {
      select: '[data-editing]',
      read: { id: { attr: 'data-id' }, url: { select: 'a.permalink', attr: 'href' } },
    },
  ],
  page: {
    title: { select: 'main > [data-item] h1.title' },
    author: { select: 'main > [data-item] a.author' },
    authorUrl: { select: 'main > [data-item] a.author', attr: 'href' },
    topics: { select: 'main > [data-item] a.topic', attr: 'href', match: '/topic/([^/?#]+)', all: true },
  },
  composers: ['textarea[data-composer]'],
  private: { paths: ['*/messages', '*/messages/*'], within: ['[data-private]'] },
  actions: [
    reaction('like', 'like'),
    reaction('thank', 'thanks'),
    vote('up'),
    vote('down'),
    {
      id: 'rate',
      kind: 'rating',
      request: { url: toItem('t', 'rate') },
      // Another number of stars leaves the control on: the group tells whether the person's rating stands.
      control: { select: '.rate button', shows: '.rate', on: ':not([data-mine="0"])' },
      ...onItem,
      detail: { rating: { from: '/form/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      undo: [{ at: '/form/stars', is: '0' }],
      refusal: 'hidden',
    },
    {
      id: 'share',
      kind: 'share',
      request: { url: toItem('pqa', 'share') },
      control: pressed('share'),
      ...onItem,
      refusal: 'hidden',
    },
    {
      id: 'unshare',
      kind: 'share',
      undo: true,
      request: { url: toItem('pqa', 'unshare') },
      control: pressed('share'),
      ...onItem,
      refusal: 'hidden',
    },
    {
      // One address for both ways: what it does depends on what stands.
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: toItem('pqat', 'bookmark') },
      control: pressed('bookmark'),
      ...onItem,
      undo: 'toggle',
      refusal: 'hidden',
    },
    ...(['follow', 'unfollow'] as const).map(
      (id): Action => ({
        id,
        kind: 'follow',
        undo: id === 'unfollow',
        request: { url: `*/@:name/${id}` },
        control: pressed('follow'),
        target: '/url/name',
        object: { url: ['{page.url}', '{origin}/@{url.name}'], id: '{url.name}' },
        to: { name: { from: ['/page/title', '/url/name'] }, url: ['{page.url}', '{origin}/@{url.name}'] },
        refusal: 'hidden',
        refusedAt: ['*/sign-in'],
      }),
    ),
    {
      id: 'report',
      kind: 'moderation',
      request: { url: toItem('pqtacr', 'report') },
      control: { select: 'button[data-act="report"], button[data-act="unreport"]' },
      ...onItem,
      detail: { act: { text: 'report' } },
      undo: off,
      ...written,
    },
    {
      id: 'accept',
      kind: 'vote',
      request: { url: '*/q/:id/accept' },
      control: pressed('accept'),
      target: '/form/answer',
      object: { url: '{origin}/q/{url.id}#a-{form.answer}', id: '{form.answer}' },
      made: { location: '*/q/:question#a-:answer' },
      detail: { act: { text: 'accept' } },
      undo: off,
      ...written,
    },
    {
      id: 'answer',
      kind: 'answer',
      request: { url: '*/q/:id/answer' },
      control: { select: 'button[data-act="answer"]', submits: true },
      object: { url: '{origin}/q/{url.id}', id: '{url.id}' },
      made: { location: '*/q/:question#a-:id', url: '{made.location}', id: '{made.id}' },
      draft: [{ at: '/form/do', is: ['preview', 'draft'] }],
      ...written,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: toItem('pqtar', 'comment') },
      control: { select: 'button[data-act="comment"]', submits: true },
      ...onItem,
      made: {
        location: '*/:letter(p|q|t)/:page#c-:id',
        appears: 'article[data-item="comment"]',
        read: { id: { attr: 'data-id' }, url: { select: 'a.permalink', attr: 'href' } },
        url: ['{made.location}', '{made.url}'],
        id: '{made.id}',
      },
      refusal: 'status',
    },
    {
      id: 'review',
      kind: 'review',
      request: { url: toItem('t', 'review') },
      control: { select: 'button[data-act="review"]', submits: true },
      object: { url: '{origin}/t/{url.id}', id: '{url.id}' },
      made: { location: '*/t/:thing#r-:id', url: '{made.location}', id: '{made.id}' },
      detail: { rating: { from: '/form/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      ...written,
    },
    post('post', 'post', 'p'),
    post('ask', 'question', 'q'),
    edit('edit-post', 'post', 'pq', '*/:letter(p|q)/:item'),
    edit('edit-answer', 'answer', 'a', '*/q/:page#a-:item'),
    edit('edit-comment', 'comment', 'c', '*/:letter(p|q|t)/:page#c-:item'),
    edit('edit-review', 'review', 'r', '*/t/:page#r-:item'),
    {
      // The description of a thing belongs to everybody: changing it is help, not a revision of one's own.
      id: 'improve',
      kind: 'edit',
      request: { url: toItem('t', 'edit') },
      control: { select: 'button[data-act="improve"]', submits: true },
      ...onItem,
      made: { location: '*/t/:item' },
      ...written,
    },
    remove('delete-post', 'post', 'pq'),
    remove('delete-answer', 'answer', 'a'),
    remove('delete-comment', 'comment', 'c'),
    remove('delete-review', 'review', 'r'),
  ],
  unseen: ['Without scripts, whether a like was refused: the page says so only in words.'],
  sources: ['platform/web/acting-routes.ts', 'platform/web/parts.ts', 'platform/web/views.ts'],
});
