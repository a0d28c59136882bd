import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf } from '../../../platform/acts.ts';
import type { Platform } from '../../../platform/server.ts';
import { Person } from './person.ts';
import { freshPlatform, startTime } from './place.ts';

let platform: Platform;
let owner: Person;
let other: Person;
beforeAll(async () => {
  platform = await freshPlatform();
  owner = await Person.called('Olga Owner', platform.url);
  other = await Person.called('Otto Other', platform.url);
}, startTime);
afterAll(() => platform?.close());

const kindsOf = async (handle: string) => (await actsOf(platform.database, handle)).map(({ kind }) => kind);

describe('what is one’s own', () => {
  it('cannot be liked: a plain no to the script, a page with 409 to the form', async () => {
    const post = await owner.posts();
    const before = await kindsOf('olga-owner');
    expect(await owner.fetch(`${post}/like`, { reaction: 'like', on: '1' })).toEqual({
      status: 200,
      ok: false,
      reason: 'You cannot do this with what is your own.',
    });
    expect((await owner.send(`${post}/like`, { reaction: 'like', on: '1' })).status).toBe(409);
    expect((await owner.send('/@olga-owner/follow', { on: '1' })).status).toBe(409);
    expect((await owner.send(`${post}/report`, { reason: 'spam', on: '1' })).status).toBe(409);
    expect(await kindsOf('olga-owner')).toEqual(before);
  });

  it('cannot be changed or deleted by others', async () => {
    const question = await owner.asks();
    const answer = await owner.answers(question);
    for (const path of [question, `/a/${answer}`]) {
      expect((await other.get(`${path}/edit`)).status).toBe(403);
      expect(
        (
          await other.send(`${path}/edit`, {
            title: 'Taken over',
            body: 'Taken over by somebody else.',
            topic: 'reading',
          })
        ).status,
      ).toBe(403);
      expect((await other.send(`${path}/delete`)).status).toBe(403);
    }
    expect((await owner.get(question)).text).toContain('It is dark in here.');
  });

  it('is one’s own to accept answers to', async () => {
    const question = await owner.asks();
    const answer = await other.answers(question);
    expect((await other.send(`${question}/accept`, { answer, on: '1' })).status).toBe(403);
    const own = await owner.answers(question);
    expect((await owner.send(`${question}/accept`, { answer: own, on: '1' })).status).toBe(409);
    const elsewhere = await owner.asks('A question of another page');
    expect((await owner.send(`${elsewhere}/accept`, { answer, on: '1' })).status).toBe(404);
  });
});

describe('forms that are filled in badly come back with 200 and what was typed', () => {
  it('an answer that is too short', async () => {
    const question = await owner.asks();
    const answer = await other.send(`${question}/answer`, { body: 'Too short', do: 'publish' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('at least twenty characters');
    expect(answer.text).toContain('>Too short</textarea>');
    expect((await other.get(question)).text).not.toContain('data-item="answer"');
  });

  it('a question without a title, a post in no topic, a review without stars', async () => {
    expect((await owner.send('/new/question', { title: ' ', body: 'Text', topic: 'reading' })).text).toContain(
      'at least five characters',
    );
    expect((await owner.send('/new/post', { title: 'A title', body: 'Text', topic: '__proto__' })).text).toContain(
      'not filled in as expected',
    );
    expect(
      (await owner.send('/t/cafe-lantern/review', { stars: '9', title: '', body: 'More than twenty characters.' }))
        .text,
    ).toContain('one to five stars');
  });

  it('an edit that changes nothing', async () => {
    const post = await owner.posts('Nothing to change here');
    const before = await kindsOf('olga-owner');
    const answer = await owner.send(`${post}/edit`, {
      title: 'Nothing to change here',
      body: 'It works.',
      topic: 'neighbourhood',
      tags: '',
    });
    expect([answer.status, answer.text.includes('Nothing was changed.')]).toEqual([200, true]);
    expect(await kindsOf('olga-owner')).toEqual(before);
  });
});

describe('values that no page sends', () => {
  it.each([
    ['like', { reaction: 'adore', on: '1' }],
    ['like', { reaction: 'like' }],
    ['like', { reaction: 'like', on: 'yes' }],
    ['report', { reason: 'toString', on: '1' }],
  ])('%s %o', async (act, fields) => {
    const post = await owner.posts();
    expect((await other.send(`${post}/${act}`, fields)).status).toBe(422);
  });

  it('stars beyond five, a vote that is neither up nor down', async () => {
    for (const stars of ['6', '-1', '4.5', ''])
      expect((await other.send('/t/cafe-lantern/rate', { stars })).status).toBe(422);
    const { location } = await owner.send('/t/soil-almanac/review', {
      stars: '4',
      title: '',
      body: 'Twelve good months of reading.',
    });
    expect((await other.send(`/r/${location?.split('#r-')[1]}/vote`, { direction: 'sideways', on: '1' })).status).toBe(
      422,
    );
  });

  it('null bytes, which PostgreSQL cannot store', async () => {
    const post = await owner.posts();
    expect((await other.send(`${post}/comment`, { body: 'null \0 byte' })).status).toBe(422);
    expect((await other.send('/sign-in', { name: 'a\0b' })).status).toBe(422);
    for (const path of ['/topic/reading?before=%00', '/@%00', '/messages/%00'])
      expect((await other.get(path)).status).toBe(404);
  });
});

describe('ids', () => {
  it.each([
    '/q/nothing',
    '/p/01m7',
    "/q/x'%20or%20'1'='1",
    '/t/..%2f..%2fetc',
    '/p/%00',
    '/@nobody',
    '/topic/__proto__',
    '/topic/nothing',
  ])('leads nowhere: %s', async (path) => {
    const answer = await other.get(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/error:|at .*\.ts|select /i);
  });

  it('of one type are none of another', async () => {
    const question = await owner.asks();
    const id = question.slice('/q/'.length);
    expect((await other.get(`/p/${id}`)).status).toBe(404);
    expect((await other.send(`/p/${id}/like`, { reaction: 'like', on: '1' })).status).toBe(404);
    expect((await other.send(`/t/${id}/rate`, { stars: '4' })).status).toBe(404);
    expect((await other.send(`/r/${id}/vote`, { direction: 'up', on: '1' })).status).toBe(404);
  });

  it('of what was deleted take nothing more', async () => {
    const post = await owner.posts();
    await owner.send(`${post}/delete`);
    expect((await other.send(`${post}/like`, { reaction: 'like', on: '1' })).status).toBe(410);
    expect((await other.send(`${post}/comment`, { body: 'Too late.' })).status).toBe(410);
  });
});

describe('forms from elsewhere', () => {
  it('need the token of the session', async () => {
    const post = await owner.posts();
    const fields = { reaction: 'like', on: '1' };
    for (const csrf of ['', 'guess', owner.csrf])
      expect((await other.send(`${post}/like`, { ...fields, csrf })).status).toBe(403);
    expect((await other.fetch(`${post}/like`, { ...fields, csrf: '' })).status).toBe(403);
    expect((await other.send('/sign-out', { csrf: '' })).status).toBe(403);
    expect((await other.get(post)).text).not.toMatch(/data-act="like" aria-pressed="true"/);
  });

  it('are refused by their origin, signing in as well', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await new Person(platform.url).send('/sign-in', { name: 'Forced In' }, headers)).status).toBe(403);
    }
    expect(
      (await new Person(platform.url).send('/sign-in', { name: 'Comes Freely' }, { origin: platform.url })).status,
    ).toBe(303);
  });
});

it('a form that is too large is refused before it is read', async () => {
  const post = await owner.posts();
  expect((await other.send(`${post}/comment`, { body: 'x'.repeat(200_000) })).status).toBe(413);
  expect((await other.send(`${post}/comment`, { body: 'x'.repeat(20_001) })).status).toBe(422);
});

describe('whoever is not signed in', () => {
  it('is led to the sign-in page by a form, and told so by the script', async () => {
    const nobody = new Person(platform.url);
    const post = await owner.posts();
    const answer = await nobody.send(
      `${post}/like`,
      { reaction: 'like', on: '1' },
      { referer: `${platform.url}${post}` },
    );
    expect([answer.status, answer.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(post)}`]);
    expect((await nobody.fetch(`${post}/like`, { reaction: 'like', on: '1' })).status).toBe(401);
    for (const path of ['/thanks', '/messages', '/bookmarks', '/new/post'])
      expect((await nobody.get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});

it('more acts in a minute than a person does are refused, and stand in no log', async () => {
  const slow = await freshPlatform({ actsPerMinute: 3 });
  try {
    const me = await Person.called('Harry Hurry', slow.url);
    const page = (await me.get('/')).text;
    const posts = [...page.matchAll(/action="(\/p\/[^"]+\/like)"/g)].map(([, path]) => path as string);
    const paths = [...new Set(posts)].slice(0, 4);
    const answers = [];
    for (const path of paths) answers.push(await me.fetch(path, { reaction: 'like', on: '1' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(await actsOf(slow.database, 'harry-hurry')).toHaveLength(3);
    expect((await me.send(paths[3] ?? '', { reaction: 'like', on: '1' })).headers.get('retry-after')).toBe('60');
  } finally {
    await slow.close();
  }
});
