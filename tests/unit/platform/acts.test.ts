import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf } from '../../../platform/acts.ts';
import type { Platform } from '../../../platform/server.ts';
import { Person } from './person.ts';
import { freshPlatform, startTime } from './place.ts';

let platform: Platform;
let maker: Person;
let turn = 0;
beforeAll(async () => {
  platform = await freshPlatform();
  maker = await Person.called('Greta Maker', platform.url);
}, startTime);
afterAll(() => platform?.close());

/** A new person for each test, so that its acts stand alone. */
const visitor = () => Person.called(`Visitor ${++turn}`, platform.url);
const handle = () => `visitor-${turn}`;

/** The log of the last visitor in short: `like like /p/… undone`. */
const log = async (of = handle()) =>
  (await actsOf(platform.database, of)).map((act) =>
    [act.kind, act.detail, act.object, act.made && `→ ${act.made}`, act.revises && 'revises', act.undone_at && 'undone']
      .filter(Boolean)
      .join(' '),
  );

describe('likes', () => {
  it('stand once, however often they are pressed', async () => {
    const post = await maker.posts();
    const me = await visitor();
    await me.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    const again = await me.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    expect(again).toEqual({
      status: 200,
      ok: true,
      acts: { like: { on: true, count: 1 }, thanks: { on: false, count: 0 } },
    });
    expect(await log()).toEqual([`like like ${post}`]);
  });

  it('stand once when twenty presses come at the same moment', async () => {
    const post = await maker.posts();
    const me = await visitor();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => me.fetch(`${post}/like`, { reaction: 'like', on: '1' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await log()).toEqual([`like like ${post}`]);
  });

  it('are taken back, and taking back what is not there does nothing', async () => {
    const post = await maker.posts();
    const me = await visitor();
    await me.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    await me.fetch(`${post}/like`, { reaction: 'like', on: '0' });
    const again = await me.fetch(`${post}/like`, { reaction: 'like', on: '0' });
    expect(again.acts?.like).toEqual({ on: false, count: 0 });
    expect(await log()).toEqual([`like like ${post} undone`]);
  });

  it('give way to the other reaction', async () => {
    const post = await maker.posts();
    const me = await visitor();
    await me.fetch(`${post}/like`, { reaction: 'like', on: '1' });
    const switched = await me.fetch(`${post}/like`, { reaction: 'thanks', on: '1' });
    expect(switched.acts).toEqual({ like: { on: false, count: 0 }, thanks: { on: true, count: 1 } });
    expect(await log()).toEqual([`like like ${post} undone`, `like thanks ${post}`]);
  });

  it('work without scripts by a redirect to the item', async () => {
    const post = await maker.posts();
    const me = await visitor();
    const answer = await me.send(`${post}/like`, { reaction: 'like', on: '1' });
    expect([answer.status, answer.location]).toEqual([303, post]);
    expect((await me.get(post)).text).toMatch(/data-act="like" aria-pressed="true"/);
  });
});

it('shares and their undo', async () => {
  const post = await maker.posts();
  const me = await visitor();
  expect((await me.fetch(`${post}/share`, { on: '1' })).acts?.share).toEqual({ on: true, count: 1 });
  expect((await me.get(`/@${handle()}`)).text).toContain('Passed on by');
  expect((await me.fetch(`${post}/unshare`, { on: '0' })).acts?.share).toEqual({ on: false, count: 0 });
  expect(await log()).toEqual([`share ${post} undone`]);
});

it('bookmarks go on and off by the same request', async () => {
  const post = await maker.posts('A lamp worth keeping');
  const me = await visitor();
  await me.fetch(`${post}/bookmark`, { toggle: '1' });
  expect((await me.get('/bookmarks')).text).toContain('A lamp worth keeping');
  await me.fetch(`${post}/bookmark`, { toggle: '0' });
  expect((await me.get('/bookmarks')).text).not.toContain('A lamp worth keeping');
  expect(await log()).toEqual([`bookmark ${post} undone`]);
});

it('people are followed and no longer followed', async () => {
  const me = await visitor();
  expect((await me.fetch('/@greta-maker/follow', { on: '1' })).acts?.follow).toEqual({ on: true });
  expect((await me.send('/@greta-maker/unfollow', { on: '0' })).location).toBe('/@greta-maker');
  expect(await log()).toEqual(['follow /@greta-maker undone']);
});

describe('answers', () => {
  it('are published at a permalink of their question, edited by their author, and deleted', async () => {
    const question = await maker.asks();
    const me = await visitor();
    const id = await me.answers(question);
    const permalink = `${question}#a-${id}`;
    expect((await me.get(`/a/${id}`)).location).toBe(permalink);

    const edited = await me.send(`/a/${id}/edit`, { body: 'Put a new bulb in, and dust the old shade.' });
    expect(edited.location).toBe(permalink);
    expect((await me.get(question)).text).toContain('dust the old shade');
    expect(await log()).toEqual([`answer ${question} → ${permalink}`, `answer ${permalink} revises`]);

    expect((await me.send(`/a/${id}/delete`)).location).toBe(question);
    expect((await me.get(question)).text).not.toContain('dust the old shade');
    expect((await me.get(`/a/${id}`)).status).toBe(410);
    expect(await log()).toEqual([`answer ${question} → ${permalink} undone`, `answer ${permalink} revises undone`]);
  });

  it('that are previewed or kept as drafts are no acts', async () => {
    const question = await maker.asks();
    const me = await visitor();
    const body = 'A draft that nobody else will ever see.';
    const preview = await me.send(`${question}/answer`, { body, do: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('Nothing is published yet');
    expect((await me.send(`${question}/answer`, { body, do: 'draft' })).status).toBe(200);
    expect(await me.fetch(`${question}/draft`, { body })).toEqual({ status: 200, ok: true });
    expect((await me.get(question)).text).toContain(body);
    expect((await maker.get(question)).text).not.toContain(body);
    expect(await log()).toEqual([]);
  });

  it('take their draft with them when they are published', async () => {
    const question = await maker.asks();
    const me = await visitor();
    await me.send(`${question}/draft`, { body: 'Half a sentence that was' });
    await me.answers(question);
    expect((await me.get(question)).text).not.toContain('Half a sentence');
  });

  it('are accepted by the one who asked; another accepted answer takes the place of the first', async () => {
    const me = await visitor();
    const question = await me.asks();
    const [first, second] = [
      await maker.answers(question),
      await maker.answers(question, 'Or open the curtains in the morning.'),
    ];
    expect((await me.send(`${question}/accept`, { answer: first, on: '1' })).location).toBe(`${question}#a-${first}`);
    await me.send(`${question}/accept`, { answer: second, on: '1' });
    const page = (await me.get(question)).text;
    expect(page.match(/data-accepted/g)).toHaveLength(1);
    expect(page.indexOf(`data-id="${second}"`)).toBeLessThan(page.indexOf(`data-id="${first}"`));
    // The first is not the accepted one any more: taking it back leaves the second alone.
    await me.send(`${question}/accept`, { answer: first, on: '0' });
    await me.send(`${question}/accept`, { answer: second, on: '0' });
    expect(await log()).toEqual([
      expect.stringMatching(/^post \/topic\/repairing → /),
      `vote accept ${question}#a-${first} undone`,
      `vote accept ${question}#a-${second} undone`,
    ]);
  });
});

describe('comments', () => {
  it('come back as markup for the script and can be edited and deleted', async () => {
    const post = await maker.posts();
    const me = await visitor();
    const made = await me.fetch(`${post}/comment`, { body: 'I take it.' });
    expect(made.status).toBe(201);
    const id = /data-id="([^"]+)"/.exec(made.html ?? '')?.[1];
    const permalink = `${post}#c-${id}`;
    await me.send(`/c/${id}/edit`, { body: 'I take it tomorrow.' });
    await me.send(`/c/${id}/delete`);
    expect(await log()).toEqual([`comment ${post} → ${permalink} undone`, `comment ${permalink} revises undone`]);
  });

  it('on an answer stand on the page of its question', async () => {
    const question = await maker.asks();
    const id = await maker.answers(question);
    const me = await visitor();
    const { location } = await me.send(`/a/${id}/comment`, { body: 'That did it.' });
    expect(location).toMatch(new RegExp(`^${question}#c-`));
    expect(await log()).toEqual([`comment ${question}#a-${id} → ${location}`]);
  });
});

describe('things', () => {
  it('are rated, rated anew, and no longer rated', async () => {
    const me = await visitor();
    await me.fetch('/t/old-laptops/rate', { stars: '4' });
    const anew = await me.fetch('/t/old-laptops/rate', { stars: '2' });
    expect(
      Object.entries(anew.acts ?? {})
        .filter(([, { on }]) => on)
        .map(([act]) => act),
    ).toEqual(['star-2']);
    expect((await me.get('/t/old-laptops')).text).toContain('3.5 of 5, 2 ratings');
    await me.fetch('/t/old-laptops/rate', { stars: '0' });
    expect((await me.get('/t/old-laptops')).text).toContain('5.0 of 5, 1 rating');
    expect(await log()).toEqual(['rating 4/5 /t/old-laptops undone', 'rating 2/5 /t/old-laptops undone']);
  });

  it('are reviewed once by each person, and a review that was deleted can be written again', async () => {
    const me = await visitor();
    const review = { stars: '4', title: 'Fine', body: 'It does what it says, and quietly.' };
    const { location } = await me.send('/t/old-laptops/review', review);
    expect(location).toMatch(/^\/t\/old-laptops#r-/);
    expect((await me.send('/t/old-laptops/review', review)).status).toBe(409);
    const id = location?.split('#r-')[1];
    await me.send(`/r/${id}/edit`, { stars: '3', title: 'Fine', body: review.body });
    await me.send(`/r/${id}/delete`);
    expect((await me.send('/t/old-laptops/review', review)).status).toBe(303);
    expect(await log()).toEqual([
      `review 4/5 /t/old-laptops → ${location} undone`,
      `review 3/5 ${location} revises undone`,
      expect.stringMatching(/^review 4\/5 \/t\/old-laptops → \/t\/old-laptops#r-\S+$/),
    ]);
  });

  it('have reviews on whose help one can vote, either way', async () => {
    const { location } = await maker.send('/t/cafe-lantern/review', {
      stars: '5',
      title: '',
      body: 'Soup, stove, and a free chair.',
    });
    const id = location?.split('#r-')[1];
    const me = await visitor();
    await me.fetch(`/r/${id}/vote`, { direction: 'up', on: '1' });
    await me.fetch(`/r/${id}/vote`, { direction: 'down', on: '1' });
    await me.fetch(`/r/${id}/vote`, { direction: 'down', on: '0' });
    expect(await log()).toEqual([`vote up ${location} undone`, `vote down ${location} undone`]);
  });

  it('are described better by anybody', async () => {
    const me = await visitor();
    const { location } = await me.send('/t/repair-evening/edit', {
      body: 'Every first Thursday, from six. Bring what is broken.',
    });
    expect(location).toBe('/t/repair-evening');
    expect(await log()).toEqual(['edit /t/repair-evening']);
    expect((await me.send('/t/repair-evening/delete')).status).toBe(404);
  });
});

it('reports stand until they are taken back', async () => {
  const post = await maker.posts();
  const me = await visitor();
  await me.send(`${post}/report`, { reason: 'spam', on: '1' });
  expect((await me.get(post)).text).toContain('Take the report back');
  await me.send(`${post}/report`, { on: '0' });
  expect(await log()).toEqual([`moderation report ${post} undone`]);
});

it('posts are edited and deleted by their author', async () => {
  const me = await visitor();
  const post = await me.posts('A lamp with a past');
  await me.send(`${post}/edit`, {
    title: 'A lamp with a future',
    body: 'It works.',
    topic: 'reading',
    tags: 'one, two',
  });
  const page = (await me.get(post)).text;
  expect(page).toContain('A lamp with a future');
  expect(page).toContain('href="/topic/reading"');
  await me.send(`${post}/delete`);
  expect((await me.get(post)).status).toBe(410);
  expect(await log()).toEqual([`post /topic/neighbourhood → ${post} undone`, `post ${post} revises undone`]);
});

it('what others did is on the page of thanks, without what was taken back', async () => {
  const me = await visitor();
  const mine = handle();
  const question = await me.asks('Who thanks whom for a lamp?');
  const other = await visitor();
  await other.fetch(`${question}/like`, { reaction: 'thanks', on: '1' });
  await other.fetch(`${question}/share`, { on: '1' });
  await other.fetch(`${question}/unshare`, { on: '0' });
  await other.fetch(`/@${mine}/follow`, { on: '1' });
  await other.send(`${question}/report`, { reason: 'other', on: '1' });
  const page = (await me.get('/thanks')).text;
  const lines = [...page.matchAll(/data-thank="([^"]+)"/g)].map(([, kind]) => kind);
  expect(lines).toEqual(['follow', 'like']);
  expect(page).toContain('Who thanks whom for a lamp?');
});
