// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { itemOf } from '../../../lib/teach/item.ts';
import { selectorFor } from '../../../lib/teach/selector.ts';

const none = new Set<string>();

function show(html: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://meadow.example/feed');
  document.body.innerHTML = html;
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = template.innerHTML;
    template.remove();
  }
}

/** `>>>` steps into a shadow root. */
function at(path: string): Element {
  let root: Document | ShadowRoot = document;
  let found: Element | null = null;
  for (const part of path.split('>>>')) {
    found = root.querySelector(part.trim());
    root = found?.shadowRoot ?? root;
  }
  if (!found) throw new Error(`nothing is ${path}`);
  return found;
}

/** Three of a thing. `$` is its number. */
const three = (html: string) => [101, 102, 103].map((number) => html.replaceAll('$', String(number))).join('');

const alone: [what: string, html: string, target: string, select: string, place: string][] = [
  [
    'a test id',
    '<div><button data-testid="like-button" class="btn x9">a</button><button>b</button></div>',
    'button',
    '[data-testid="like-button"]',
    'data',
  ],
  [
    'a data attribute that names the act, before one that does not',
    '<button data-tone="warm" data-action="upvote">a</button><button data-tone="warm">b</button>',
    'button',
    '[data-action="upvote"]',
    'data',
  ],
  [
    'a data attribute whose value is an id: its presence',
    '<button data-like-id="8812">a</button><button>b</button>',
    'button',
    '[data-like-id]',
    'data',
  ],
  [
    'an attribute that a framework made is passed over',
    '<button data-v-7ba5bd90 class="like">a</button><button data-v-7ba5bd90>b</button>',
    'button',
    '.like',
    'class',
  ],
  [
    'an attribute that holds a state is passed over',
    '<button data-state="closed" class="thumb-up">a</button><button class="share">b</button>',
    'button',
    '.thumb-up',
    'class',
  ],
  ['a stable id', '<button id="recommend">a</button><button>b</button>', 'button', '#recommend', 'id'],
  [
    'an id with a counter: the part before it',
    '<button id="up_4711">a</button><button id="down_4711">b</button>',
    'button',
    '[id^="up_"]',
    'id',
  ],
  [
    'an id that a framework counted is passed over',
    '<button id="ember1289" class="vote-up">a</button><button id="ember1290">b</button>',
    'button',
    '.vote-up',
    'class',
  ],
  [
    'an id of React is passed over',
    '<button id=":r1:" class="vote-up">a</button><button id=":r2:">b</button>',
    'button',
    '.vote-up',
    'class',
  ],
  [
    'an id of Radix is passed over',
    '<button id="radix-12" aria-pressed="false">a</button><button>b</button>',
    'button',
    'button[aria-pressed]',
    'role',
  ],
  [
    'a role with its state',
    '<div role="switch" aria-checked="false">a</div><div role="button">b</div>',
    'div',
    '[role="switch"][aria-checked]',
    'role',
  ],
  [
    'a state attribute',
    '<button aria-pressed="true" class="css-18t94o4">a</button><button class="css-18t94o4">b</button>',
    'button',
    'button[aria-pressed]',
    'role',
  ],
  [
    'the name of a field',
    '<form><input type="checkbox" name="helpful"><input type="checkbox" name="spam"></form>',
    'input',
    'input[name="helpful"]',
    'name',
  ],
  [
    'a link by the way it goes',
    '<a href="/vote?id=1&how=up">a</a><a href="/item?id=1">b</a>',
    'a',
    'a[href^="/vote"]',
    'name',
  ],
  [
    'a class of CSS modules: what somebody chose of it',
    '<button class="LikeButton_root__x7F3a">a</button><button class="ShareButton_root__p9Q2z">b</button>',
    'button',
    '[class*="LikeButton_root__"]',
    'class',
  ],
  [
    'classes of styled-components are passed over',
    '<section class="reactions"><button class="sc-bdvvtL kEjbxe">a</button></section><button class="sc-bdvvtL jRtPqw">b</button>',
    'section button',
    '.reactions button',
    'structure',
  ],
  [
    'utility classes are passed over',
    '<div class="flex items-center"><button class="px-4 py-2 md:hover:bg-blue-500 rounded like">a</button><button class="px-4 py-2">b</button></div>',
    'button',
    '.like',
    'class',
  ],
  [
    'classes of emotion are passed over',
    '<button class="css-1q2w3e upvote">a</button><button class="css-1q2w3e">b</button>',
    'button',
    '.upvote',
    'class',
  ],
  [
    'classes that are numbers of a tool are passed over',
    '<button class="x1lliihq x6ikm8r" aria-pressed="false">a</button><button class="x1lliihq">b</button>',
    'button',
    'button[aria-pressed]',
    'role',
  ],
  [
    'a class that only shows the pointer is passed over',
    '<button class="is-hovered bookmark">a</button><button>b</button>',
    'button',
    '.bookmark',
    'class',
  ],
  [
    'a class before a label',
    '<button class="applaud" aria-label="Applaudir">a</button><button class="close" aria-label="Fermer">b</button>',
    'button',
    '.applaud',
    'class',
  ],
  [
    'two names where one is not enough',
    '<button class="vote plus">a</button><button class="vote">b</button><button class="plus">c</button>',
    'button',
    '.vote.plus',
    'class',
  ],
  [
    'the place it stands in where its own name is not the only one',
    '<div class="post-actions"><button class="thumb">a</button></div><div class="menu"><button class="thumb">b</button></div>',
    'button',
    '.post-actions .thumb',
    'class',
  ],
  [
    'a label where nothing else is there',
    '<div><button aria-label="Gefällt mir">a</button><button aria-label="Teilen">b</button></div>',
    'button',
    'button[aria-label="Gefällt mir"]',
    'label',
  ],
  [
    'structure where not even a label is there',
    '<div><button>a</button><button>b</button></div>',
    'button + button',
    'body > div > button:nth-of-type(2)',
    'structure',
  ],
  [
    'a component of its own',
    '<like-button></like-button><button>b</button>',
    'like-button',
    'like-button',
    'structure',
  ],
  [
    'what is in a shadow root, in its own tree',
    '<my-post><template shadowrootmode="open"><button class="heart">a</button></template></my-post><button class="heart">b</button>',
    'my-post >>> button',
    '.heart',
    'class',
  ],
];

describe('a selector of', () => {
  it.each(alone)('%s', (_what, html, target, select, place) => {
    show(html);
    expect(selectorFor(at(target), document)).toEqual({ select, place });
  });

  it('a control holds before and after: what changes with the act is no name', () => {
    show('<button data-liked="no" class="heart liked" aria-pressed="true">a</button><button>b</button>');
    const changing = new Set(['data-liked', 'class liked', 'aria-pressed']);
    expect(selectorFor(at('button'), document, changing).select).toBe('button[aria-pressed]');
    expect(selectorFor(at('button'), document, new Set([...changing, 'no aria-pressed'])).select).toBe('.heart');
  });

  it('text with quotes is escaped', () => {
    show('<button aria-label=\'say "yes"\'>a</button><button>b</button>');
    expect(document.querySelector(selectorFor(at('button'), document).select)).toBe(at('button'));
  });
});

const items: [what: string, html: string, target: string, item: string | undefined, control: string][] = [
  [
    'an article among articles',
    three(
      '<article><h2><a href="/p/$">Post $</a></h2><button class="like">a</button><button class="share">b</button></article>',
    ),
    'article:nth-of-type(2) .like',
    'article',
    '.like',
  ],
  [
    'a list item with a class',
    `<ul>${three('<li class="comment" id="c$"><p>text</p><div class="bar"><button aria-pressed="false">a</button></div></li>')}</ul>`,
    'li:nth-of-type(2) button',
    '.comment',
    'button[aria-pressed]',
  ],
  [
    'a wrapper with a generated class, by what is around it',
    `<div class="feed">${three('<div class="css-9z8y7x"><a href="/p/$">Post $</a><button class="like">a</button></div>')}</div>`,
    'div > div:nth-of-type(2) .like',
    '.feed > div',
    '.like',
  ],
  [
    'a data attribute that names the thing',
    three('<div data-post-id="$" class="sc-aXbYcZ"><button data-testid="like">a</button></div>'),
    'div:nth-of-type(3) button',
    '[data-post-id]',
    '[data-testid="like"]',
  ],
  [
    'buttons that only their labels tell apart',
    three('<article class="post"><button aria-label="Like">a</button><button aria-label="Share">b</button></article>'),
    'article:nth-of-type(2) button',
    '.post',
    'button[aria-label="Like"]',
  ],
  ['one control on the page: no item', '<h1>Story</h1><button class="like">a</button>', 'button', undefined, '.like'],
  [
    'items in shadow roots',
    three(
      '<my-post><template shadowrootmode="open"><div class="actions"><button class="heart">a</button></div></template></my-post>',
    ),
    'my-post:nth-of-type(2) >>> button',
    'my-post',
    '.heart',
  ],
];

describe('the item of a control is', () => {
  it.each(items)('%s', (_what, html, target, expected, select) => {
    show(html);
    const control = at(target);
    const item = itemOf(control, none);
    expect(item?.select).toBe(expected);
    expect(selectorFor(control, item?.element ?? document).select).toBe(select);
  });

  it('read by its own address, id, title and author', () => {
    show(
      three(
        '<article id="post-$"><h2><a href="/p/$">Post $</a></h2><a class="author" href="/u">Nora</a><button class="like">a</button></article>',
      ),
    );
    expect(itemOf(at('article:nth-of-type(2) .like'), none)?.read).toEqual({
      link: [{ select: 'h2 a', attr: 'href' }],
      id: [{ attr: 'id' }],
      title: [{ select: 'h2' }],
      author: [{ select: '[class*="author"]' }],
    });
  });

  it('never read by a link that leads elsewhere', () => {
    show(
      three(
        '<article class="post"><h2><a href="https://other.example/$">Post $</a></h2><button class="like">a</button></article>',
      ),
    );
    expect(itemOf(at('.like'), none)?.read.link).toBeUndefined();
  });
});
