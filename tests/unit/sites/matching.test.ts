import { describe, expect, it } from 'vitest';
import { compile, many, match, originsOf, profileOf, requestFilters } from '../../../lib/sites/engine.ts';
import type { ObservedRequest } from '../../../lib/sites/facts.ts';
import type { Action, Site } from '../../../lib/sites/schema.ts';
import { expressionOf, UrlRule } from '../../../lib/sites/url-rule.ts';
import { loadSites } from '../../../scripts/load-sites.ts';

const action = (over: Partial<Action> & Pick<Action, 'request'>): Action => ({
  id: 'like',
  kind: 'like',
  object: { url: 'https://a.example/{id}' },
  ...over,
});
const site = (actions: Action[], over: Partial<Site> = {}): Site => ({
  id: 'a',
  name: 'A',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['a.example'],
  actions,
  sources: ['made up'],
  ...over,
});
const ask = (actions: Action[], request: Partial<ObservedRequest>) =>
  match(compile([site(actions)]), { method: 'POST', url: 'https://a.example/act', ...request });
const bytes = (text: string) => new TextEncoder().encode(text);
const id = (at: string) => ({ take: { id: at } });

describe('bodies', () => {
  it.each<[string, Action, Partial<ObservedRequest>, string]>([
    ['form', action({ request: { url: '/act' }, ...id('/form/id') }), { formData: { id: ['7'] } }, '/form/id'],
    [
      'form sent as text',
      action({ request: { url: '/act' }, ...id('/form/id') }),
      { raw: bytes('id=7&x=1') },
      '/form/id',
    ],
    [
      'JSON, also as text/plain',
      action({ request: { url: '/act' }, ...id('/json/a/id') }),
      { raw: bytes('{"a":{"id":"7"}}') },
      '/json/a/id',
    ],
    [
      'an array of JSON',
      action({ request: { url: '/act', decode: [{ each: '/json' }] }, ...id('/item/id') }),
      { raw: bytes('[{"id":7}]') },
      '/item/id',
    ],
    [
      'JSON in a form field',
      action({ request: { url: '/act', decode: [{ json: '/form/variables' }] }, ...id('/form/variables/id') }),
      { formData: { variables: ['{"id":"7"}'] } },
      '/form/variables/id',
    ],
    [
      'JSON in JSON',
      action({ request: { url: '/act', decode: [{ json: '/json/inner' }] }, ...id('/json/inner/id') }),
      { raw: bytes('{"inner":"{\\"id\\":7}"}') },
      '/json/inner/id',
    ],
  ])('reads %s', (_what, one, request, pointer) => {
    expect(ask([one], request)).toEqual([{ site: 'a', action: 'like', host: 'a.example', values: { [pointer]: '7' } }]);
  });

  it('finds each operation of an array, and stays out of operations it does not know', () => {
    const rule = action({
      request: { url: '/act', decode: [{ each: '/json' }], where: [{ at: '/item/op', is: 'Like' }] },
      ...id('/item/id'),
    });
    expect(
      ask([rule], { raw: bytes('[{"op":"Like","id":1},{"op":"Read","id":2},{"op":"Like","id":3}]') }).map(
        (one) => one.values['/item/id'],
      ),
    ).toEqual(['1', '3']);
  });

  it('gives nothing for a body that the steps cannot read', () => {
    const rule = action({ request: { url: '/act', decode: [{ json: '/form/variables' }] } });
    for (const formData of [{ variables: ['{'] }, {}, { other: ['1'] }]) expect(ask([rule], { formData })).toEqual([]);
    expect(
      ask([action({ request: { url: '/act', decode: ['json'] } })], { raw: new Uint8Array([0xff, 0xfe, 0x7b]) }),
    ).toEqual([]);
  });

  it('keeps only what templates ask for, never the body', () => {
    const [found] = ask([action({ request: { url: '/act' }, ...id('/form/id') })], {
      formData: { id: ['7'], text: ['my words'], token: ['secret'] },
    });
    expect(JSON.stringify(found)).not.toMatch(/words|secret/);
  });
});

describe('matching', () => {
  it('takes the first action that fits, and those that count beside it', () => {
    const rules = [
      action({ id: 'reply', kind: 'comment', request: { url: '/act', where: [{ at: '/json/reply', present: true }] } }),
      action({ id: 'post', kind: 'post', request: { url: '/act' } }),
      action({
        id: 'close',
        kind: 'moderation',
        also: true,
        request: { url: '/act', where: [{ at: '/json/close', is: true }] },
      }),
    ];
    expect(ask(rules, { raw: bytes('{"reply":1,"close":true}') }).map((one) => one.action)).toEqual(['reply', 'close']);
    expect(ask(rules, { raw: bytes('{}') }).map((one) => one.action)).toEqual(['post']);
  });

  it('stops at a draft instead of falling through to a looser action', () => {
    const rules = [
      action({
        id: 'review',
        request: { url: '/act', where: [{ at: '/json/review', present: true }] },
        draft: [{ at: '/json/pending', is: true }],
      }),
      action({ id: 'any', request: { url: '/act' } }),
    ];
    expect(ask(rules, { raw: bytes('{"review":1,"pending":true}') })).toEqual([]);
  });

  it('asks only for the methods of the rule', () => {
    expect(ask([action({ request: { url: '/act' } })], { method: 'GET' })).toEqual([]);
    expect(ask([action({ request: { method: ['GET', 'PUT'], url: '/act' } })], { method: 'GET' })).toHaveLength(1);
  });

  it('finds hosts exactly, by domain, and hosts that a single rule names', () => {
    const wide = site([action({ request: { url: ['/act', 'https://api.b.example/act'] } })], {
      hosts: ['*.b.example', 'a.example'],
    });
    const index = compile([wide]);
    const at = (host: string) => match(index, { method: 'POST', url: `https://${host}/act` }).length;
    expect([
      at('a.example'),
      at('x.y.b.example'),
      at('api.b.example'),
      at('b.example'),
      at('evil-a.example'),
      at('a.example.evil.example'),
    ]).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('asks self-hosted software only where a page showed its marks', () => {
    const software = site([action({ request: { url: '*/api/like/:id' } })], { signals: [{ select: '#app' }] });
    delete software.hosts;
    const index = compile([software]);
    const request = { method: 'POST', url: 'https://any.example/sub/api/like/5' };
    expect(match(index, request)).toEqual([]);
    expect(match(index, request, 'a')).toHaveLength(1);
    expect(requestFilters([software])).toEqual(['*://*/*api/like/*']);
    const anywhere = site([action({ request: { url: '*' } })], { id: 'b', signals: [{ select: '#b' }] });
    delete anywhere.hosts;
    expect(requestFilters([software, anywhere])).toEqual(['*://*/*']);
  });

  it('lets the page tell two layouts of one host apart', () => {
    const old = { ...site([action({ id: 'old', request: { url: '/act' } })]), id: 'old' };
    const index = compile([site([action({ request: { url: '/act' } })]), old]);
    expect(match(index, { method: 'POST', url: 'https://a.example/act' }, 'old').map((one) => one.action)).toEqual([
      'old',
    ]);
  });

  it('never throws at an address that is none', () => {
    expect(ask([action({ request: { url: '/act' } })], { url: 'not a url' })).toEqual([]);
  });
});

describe('URL rules', () => {
  it.each([
    ['/posts/:id(\\d+)/vote/2', 'https://a.example/posts/12/vote/2?x=1', { id: '12' }],
    ['/posts/:id(\\d+)/vote/2', 'https://a.example/posts/x/vote/2', undefined],
    ['*/api/v1/statuses/:id/favourite', 'https://a.example/api/v1/statuses/1/favourite', { id: '1' }],
    ['*/api/v1/statuses/:id/favourite', 'https://a.example/sub/api/v1/statuses/1/favourite', { id: '1' }],
    ['/api/graphql{/}?', 'https://a.example/api/graphql/', {}],
    ['/:owner/:repo/star', 'https://a.example/o/r%20r/star', { owner: 'o', repo: 'r r' }],
    ['https://caps.a.example/v2/vote', 'https://caps.a.example/v2/vote', {}],
    ['https://caps.a.example/v2/vote', 'https://a.example/v2/vote', undefined],
  ])('%s on %s', (rule, url, groups) => {
    expect(new UrlRule(rule).groups(new URL(url))).toEqual(groups);
  });

  it.each([
    ['/i/api/graphql/:hash/FavoriteTweet', ['x.com'], ['*://x.com/i/api/graphql/*/FavoriteTweet*']],
    ['/api/graphql{/}?', ['x.com'], ['*://x.com/api/graphql*']],
    ['/posts/:id(\\d+)/vote/2', ['*.se.example'], ['*://*.se.example/posts/*/vote/2*']],
  ])('%s becomes a filter', (rule, hosts, filters) => {
    expect(new UrlRule(rule).matchPatterns(hosts)).toEqual(filters);
  });

  it('mean what URLPattern means, for every path of every definition', async () => {
    const paths = (await loadSites()).flatMap(({ site: one }) =>
      one.actions.flatMap(({ request }) => many(request).flatMap(({ url }) => many(url))),
    );
    const sample = (path: string) =>
      path
        .replace(/^https?:\/\/[^/]+/, '')
        .replace(/\{([^}]*)\}\??/g, '$1')
        .replace(/:\w+(\([^)]*\))?/g, '12');
    const asked = [
      ...new Set(
        paths.flatMap((path) => [
          sample(path),
          `${sample(path)}/more`,
          `/sub${sample(path)}`,
          sample(path).slice(0, -1),
        ]),
      ),
    ];
    for (const path of new Set(paths)) {
      const plain = path.replace(/^https?:\/\/[^/]+/, '');
      const expression = expressionOf(plain);
      if (!expression) continue;
      const pattern = new URLPattern({ pathname: plain });
      for (const pathname of asked)
        expect([path, pathname, expression.test(pathname)]).toEqual([path, pathname, pattern.test({ pathname })]);
    }
  });

  it('asks for the origins of pages and of every host that requests go to', () => {
    const one = site([action({ request: { url: 'https://caps.a.example/vote' } })], { apiHosts: ['api.a.example'] });
    expect(originsOf(one, 'a.example')).toEqual(['*://a.example/*', '*://api.a.example/*', '*://caps.a.example/*']);
  });
});

it('tells the watcher selectors and nothing of requests', () => {
  const rule = action({
    request: { url: '/secret-endpoint' },
    control: { select: '.like', on: '.liked' },
    made: { appears: '.new' },
  });
  const profile = profileOf(site([rule], { composers: ['textarea'] }));
  expect(profile.controls).toEqual([{ action: 'like', select: '.like', on: '.liked' }]);
  expect(profile.made).toEqual({ like: { appears: '.new' } });
  expect(JSON.stringify(profile)).not.toContain('secret-endpoint');
});
