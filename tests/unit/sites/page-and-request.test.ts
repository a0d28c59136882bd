import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../lib/capture/gesture.ts';
import { contributionOf } from '../../../lib/sites/contribution.ts';
import { compile, match, originsOf } from '../../../lib/sites/engine.ts';
import { fillTemplate } from '../../../lib/sites/resolve.ts';
import type { Action, Site } from '../../../lib/sites/schema.ts';
import { runSteps } from '../../../lib/sites/steps.ts';

const edit: Action = {
  id: 'edit',
  kind: 'edit',
  becomes: [{ where: [{ at: '/page/talk', present: true }], kind: 'comment' }],
  edit: [{ at: '/page/author', same: '/account' }],
  request: { url: '*/save' },
  take: { id: '/form/id' },
  target: '/form/id',
  object: { url: ['{page.link}', '{page.base}{id}'] },
};
const wiki: Site = {
  id: 'wiki',
  name: 'Wiki',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['*.wiki.example'],
  signals: [{ select: 'body.wiki' }],
  items: [
    { select: '.page', read: { id: { attr: 'id' }, link: { attr: 'href' }, base: { of: 'page', attr: 'href' } } },
  ],
  account: { name: { select: '.me' }, url: ['{page.base}User:{account}', '{origin}/wiki/User:{account}'] },
  actions: [edit],
  sources: ['made up'],
};

function tell(page: Gesture['page']) {
  const [found] = match(
    compile([wiki]),
    { method: 'POST', url: 'https://own.example/w/save', formData: { id: ['A'] } },
    'wiki',
  );
  const told = contributionOf(wiki, edit, {
    gesture: {
      id: 'g',
      at: 0,
      type: 'click',
      url: 'https://own.example/w/x',
      zone: 0,
      controls: [],
      page,
      account: 'Ann Other',
      signedOut: false,
      private: false,
    },
    ...(found ? { match: found } : {}),
    answer: { status: 200 },
  });
  return 'contribution' in told ? told.contribution : told.refused;
}

describe('what the page says', () => {
  const base = 'https://own.example/w/';

  it('is believed of the item that the request names', () => {
    expect(tell({ id: 'A', link: 'https://own.example/a', title: 'On A', base })).toMatchObject({
      object: { url: 'https://own.example/a', title: 'On A' },
    });
  });

  it('is not believed of another item, except for what it says of the whole page', () => {
    const other = tell({ id: 'B', link: 'https://own.example/b', title: 'On B', author: 'Bob', base });
    expect(other).toMatchObject({ object: { url: 'https://own.example/w/A' }, actor: `${base}User:Ann%20Other` });
    expect(other).not.toHaveProperty('object.title');
    expect(other).not.toHaveProperty('to');
  });

  it('can make the act another kind', () => {
    expect(tell({ base })).toMatchObject({ kind: 'edit' });
    expect(tell({ base, talk: 'ns-talk' })).toMatchObject({ kind: 'comment' });
  });

  it('tells the own from what others made', () => {
    expect(tell({ base, author: 'Ann Other' })).toHaveProperty('revises', true);
    expect(tell({ base, author: 'Bob' })).not.toHaveProperty('revises');
    expect(tell({ base })).not.toHaveProperty('revises');
  });

  it('gives way to the next profile address where it says nothing', () => {
    expect(tell({ id: 'A', link: 'https://own.example/a' })).toMatchObject({
      actor: 'https://own.example/wiki/User:Ann%20Other',
    });
  });
});

describe('a service in pages of others', () => {
  const { hosts: _none, ...rest } = wiki;
  const service: Site = {
    ...rest,
    id: 'service',
    embedded: true,
    apiHosts: ['api.reviews.example'],
    actions: [
      { ...edit, request: { url: 'https://api.reviews.example/save' }, object: { url: '{page.url}', id: '{origin}' } },
    ],
  };
  const request = { method: 'POST', url: 'https://api.reviews.example/save', formData: { id: ['A'] } };
  const index = compile([{ ...rest, id: 'shop' }, service]);

  it('is asked for at its own host, whatever software the page is of', () => {
    expect(match(index, request).map(({ site }) => site)).toEqual(['service']);
    expect(match(index, request, 'shop').map(({ site }) => site)).toEqual(['service']);
    expect(match(index, { ...request, url: 'https://elsewhere.example/save' }, 'service')).toEqual([]);
  });

  it('gives its acts to the host of the page', () => {
    const [found] = match(index, request);
    const told = contributionOf(service, service.actions[0] as Action, {
      gesture: {
        id: 'g',
        at: 0,
        type: 'click',
        url: 'https://shop.example/cup',
        zone: 0,
        controls: [],
        page: {},
        account: '',
        signedOut: false,
        private: false,
      },
      ...(found ? { match: found } : {}),
      answer: { status: 200 },
    });
    expect(told).toMatchObject({
      contribution: {
        host: 'shop.example',
        object: { url: 'https://shop.example/cup', id: 'https://shop.example' },
        actor: 'https://shop.example/',
      },
    });
  });

  it('goes before the software of the page it stands in', () => {
    expect(index.software.map(({ site }) => site.id)).toEqual(['service', 'shop']);
  });

  it('needs the hosts of both', () => {
    expect(originsOf(service, 'shop.example:8080')).toEqual(['*://shop.example/*', '*://api.reviews.example/*']);
  });
});

it('asks only for the host in question where software runs on a host that no definition names', () => {
  expect(originsOf(wiki, 'own.example:8080')).toEqual(['*://own.example/*']);
  expect(originsOf(wiki, 'de.wiki.example')).toEqual(['*://*.wiki.example/*']);
});

it.each([
  ['Tidal mill', 'https://a.example/wiki/Tidal%20mill'],
  ['AT%26T', 'https://a.example/wiki/AT%26T'],
  ['Zürich', 'https://a.example/wiki/Z%C3%BCrich'],
  ['Who?', 'https://a.example/wiki/Who%3F'],
  ['100% sure', 'https://a.example/wiki/100%25%20sure'],
  ['\ud800', 'https://a.example/wiki/%EF%BF%BD'],
])('puts %s into an address once encoded', (title, url) => {
  expect(fillTemplate('https://a.example/wiki/{title}', () => title)).toBe(url);
});

it('takes a text apart into words', () => {
  expect(runSteps(' c#, .net  linq', ['words'])).toEqual(['c#', '.net', 'linq']);
});

it('replaces a text by a text, with no meaning in either', () => {
  expect(runSteps('a.b.c', [{ replace: ['.', '$&'] }])).toBe('a$&b$&c');
});
