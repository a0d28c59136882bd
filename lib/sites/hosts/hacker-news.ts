import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Links write here: a vote is a plain GET. Only links of people who are signed in carry `auth`; without it the server
 * answers with a login form, and 200.
 */
const link = (path: string, ...tests: Test[]): RequestRule => ({
  method: 'GET',
  url: path,
  where: [{ at: '/query/auth', present: true }, { at: '/query/id', present: true }, ...tests],
});

const itemUrl = 'https://news.ycombinator.com/item?id={id}';
const byLink: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { id: '/query/id' },
  target: '/query/id',
  object: { url: itemUrl, id: '{id}' },
};
const byForm: Pick<Action, 'take' | 'object'> = {
  take: { id: '/form/id' },
  object: { url: itemUrl, id: '{id}' },
};

/** Redirects that say no: too fast or not allowed (`/x?fnop=…`), a form gone stale, nobody signed in. */
const turnedAway = ['/x', '/deadlink', '/login'];

/** A change to something of one's own goes to nobody. */
const nobody = { name: { text: '' } };

/** Taking back a favourite or a flag is the same link with `un=t`. */
const takenBack: Test[] = [{ at: '/query/un', is: 't' }];

const age = { select: '.age a[href*="item?id="]', attr: 'href' };
const author = { select: 'a.hnuser' };
const authorUrl = { select: 'a.hnuser', attr: 'href' };
const storyTitle = { of: 'page', select: '.fatitem .titleline > a' } as const;

export default defineSite({
  id: 'hacker-news',
  name: 'Hacker News',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['news.ycombinator.com'],
  account: {
    name: { of: 'page', select: 'a#me' },
    url: 'https://news.ycombinator.com/user?id={account}',
    signedOut: '.pagetop a[href^="login"], form[action="login"]',
  },
  items: [
    {
      select: 'tr.athing.comtr',
      read: { url: age, id: { attr: 'id' }, author, authorUrl, title: [{ select: '.onstory a' }, storyTitle] },
    },
    // What an item's own page is about, its form for comments included.
    {
      select: 'table.fatitem',
      read: {
        id: { select: 'tr.athing', attr: 'id' },
        url: age,
        author,
        authorUrl,
        title: [{ select: '.titleline > a' }, { select: '.onstory a' }],
      },
    },
    // In lists a story has two rows: arrow and title in one …
    { select: 'tr.athing', read: { id: { attr: 'id' }, title: { select: '.titleline > a' } } },
    // … who wrote it and the other links in the next.
    { select: 'tr:has(> td.subtext)', read: { id: { ...age, match: 'id=(\\d+)' }, url: age, author, authorUrl } },
  ],
  page: { title: storyTitle },
  composers: ['textarea[name="text"]'],
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: link('/vote', { at: '/query/how', is: ['up', 'down'] }),
      control: { select: 'a[id^="up_"], a[id^="down_"]', on: '.nosee' },
      ...byLink,
      detail: { vote: '/query/how' },
    },
    {
      id: 'unvote',
      kind: 'vote',
      undo: true,
      request: link('/vote', { at: '/query/how', is: 'un' }),
      control: { select: 'a[id^="un_"]', shows: 'a[id^="un_"]' },
      ...byLink,
    },
    {
      id: 'favorite',
      kind: 'bookmark',
      request: link('/fave'),
      control: { select: 'a[href^="fave?"]' },
      ...byLink,
      undo: takenBack,
    },
    {
      id: 'flag',
      kind: 'moderation',
      request: link('/flag'),
      control: { select: 'a[href^="flag?"]' },
      ...byLink,
      undo: takenBack,
      detail: { act: { text: 'flag' } },
    },
    {
      id: 'vouch',
      kind: 'moderation',
      request: link('/vouch'),
      control: { select: 'a[href^="vouch?"]' },
      ...byLink,
      undo: [{ at: '/query/how', is: 'un' }],
      detail: { act: { text: 'vouch' } },
      confidence: 'medium',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/comment', where: [{ at: '/form/parent', present: true }] },
      control: { select: 'form[action="comment"]', submits: true },
      take: { id: '/form/parent' },
      target: '/form/parent',
      object: { url: itemUrl, id: '{id}' },
      // A form shown again and a form to sign in come with 200.
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
    {
      id: 'submit',
      kind: 'post',
      request: { url: '/r', where: [{ at: '/form/fnop', is: 'submit-page' }] },
      control: { select: 'form[action="/r"], form[action="r"]', submits: true },
      object: { url: 'https://news.ycombinator.com/' },
      to: nobody,
      refusal: 'redirect',
      // A link that is known already leads to the story that is there; nothing new was made.
      refusedAt: [...turnedAway, '/item'],
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { url: '/xedit', where: [{ at: '/form/id', present: true }] },
      ...byForm,
      to: nobody,
      refusedAt: turnedAway,
      confidence: 'medium',
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'submit'],
      request: { url: '/xdelete', where: [{ at: '/form/d', is: 'Yes' }] },
      ...byForm,
      to: nobody,
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
  ],
  unseen: [
    'The address of a new comment or story: Hacker News leads back to the page it came from.',
    'In lists, whom a vote went to: the name stands in another row than the arrow.',
    'Hiding stories and folding threads, which give nothing to anybody.',
  ],
  sources: [
    'The client script of news.ycombinator.com, in copies (2025-2026)',
    'plibither8/refined-hacker-news src/libs/paths.js (2022)',
    'Clients for Hacker News and their tests (2018-2026): forms of comment, submission, xdelete; where refusals lead',
    'arclanguage/anarki apps/news (the same program, public)',
  ],
});
