import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf } from '../../../platform/acts.ts';
import type { Platform } from '../../../platform/server.ts';
import { Person } from './person.ts';
import { freshPlatform, startTime } from './place.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await freshPlatform();
}, startTime);
afterAll(() => platform?.close());

describe('signing in', () => {
  it('makes an account of a new name and finds it again however it is written', async () => {
    const first = await Person.called('  Émile   Zöller ', platform.url);
    expect((await first.get('/')).text).toContain('data-account="émile-zöller"');
    const again = await Person.called('émile zöller', platform.url);
    expect((await again.get('/')).text).toContain('>Émile Zöller</a>');
    expect((await again.get('/@%C3%A9mile-z%C3%B6ller')).status).toBe(200);
  });

  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await new Person(platform.url).send('/sign-in', { name: 'Cora Cookie' });
    expect(answer.headers.get('set-cookie')).toMatch(/^lamplight=[\w-]{20,}; .*HttpOnly; SameSite=Lax$/);
  });

  it('keeps no cookie in the database that could be used', async () => {
    const me = await Person.called('Dora Digest', platform.url);
    const token = me.cookie.split('=')[1];
    const sessions = await platform.database
      .selectFrom('sessions')
      .select('id')
      .where('handle', '=', 'dora-digest')
      .execute();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.id).not.toBe(token);
  });

  it('ends with signing out, for this browser', async () => {
    const me = await Person.called('Ellen Exit', platform.url);
    expect((await me.send('/sign-out')).status).toBe(303);
    expect((await me.get('/')).text).toContain('class="button sign-in"');
  });

  it.each(['', '   ', '!!!', '<>', 'x'.repeat(41)])('asks again for a name that is none: %o', async (name) => {
    const answer = await new Person(platform.url).send('/sign-in', { name });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  });

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/%0d%0aset-cookie:x=1\r\n',
  ])('never leads to another site: %s', async (next) => {
    const { location } = await new Person(platform.url).send('/sign-in', { name: 'Nora Next', next });
    expect(new URL(location ?? '', platform.url).origin).toBe(platform.url);
    expect(location).toBe('/');
  });
});

describe('hostile words', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;`;

  it('stay words wherever they are shown', async () => {
    const me = await Person.called(`"><script>x</script>`, platform.url);
    const other = await Person.called('Reader Rita', platform.url);
    const question = await me.asks(attack);
    const answer = await me.answers(question, attack);
    await me.send(`${question}/comment`, { body: attack });
    await me.send('/t/cafe-lantern/review', { stars: '3', title: attack, body: attack });
    await me.send('/new/post', { title: attack, body: attack, topic: 'reading', tags: attack });
    await me.send(`/a/${answer}/like`, { reaction: 'like', on: '1' });
    await me.send('/messages/reader-rita', { body: attack });
    const previewed = await other.send(`${question}/answer`, { body: `${attack} and so on`, do: 'preview' });
    const asked = await other.send('/sign-in', { name: `${attack}${'x'.repeat(40)}`, next: attack });
    const pages = [previewed.text, asked.text];
    for (const path of [
      '/',
      question,
      '/t/cafe-lantern',
      '/topic/reading',
      '/@script-x-script',
      '/messages/script-x-script',
      '/messages',
    ]) {
      pages.push((await other.get(path)).text);
    }
    pages.push((await me.get(`${question}/edit`)).text, (await me.get('/')).text);
    for (const page of pages) {
      expect(page).not.toMatch(/<script>(alert|x)/);
      expect(page).not.toContain('<img');
      expect(page.match(/<script\b/g)).toHaveLength(1);
    }
    expect(pages.join('')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('come back to the script as markup that is words', async () => {
    const me = await Person.called('Sam Script', platform.url);
    const { html } = await me.fetch('/t/hand-drill/comment', { body: attack });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
  });

  it('could not run anyway: pages allow scripts of this site alone', async () => {
    const { headers } = await new Person(platform.url).get('/');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; .*script-src 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('search for titles as they are written, wildcards and all', async () => {
    const me = await Person.called('Sven Similar', platform.url);
    const { text } = await me.send('/similar', { title: 'A kitchen chair %%%% ____' }, { accept: 'application/json' });
    expect(JSON.parse(text).questions.map(({ title }: { title: string }) => title)).toContain(
      'How do I stop a kitchen chair from wobbling?',
    );
    expect(JSON.parse((await me.send('/similar', { title: '%%%%' })).text)).toEqual({ ok: true, questions: [] });
  });
});

describe('private messages', () => {
  it('are read by the two and nobody else, and are no acts', async () => {
    const one = await Person.called('Mia Message', platform.url);
    const two = await Person.called('Max Message', platform.url);
    const three = await Person.called('Moritz Message', platform.url);
    const secret = 'the key is under the third pot';
    expect((await one.send('/messages/max-message', { body: secret })).location).toBe('/messages/max-message');
    expect((await one.get('/messages/max-message')).text).toContain(secret);
    expect((await two.get('/messages/mia-message')).text).toContain(secret);
    for (const path of [
      '/messages',
      '/messages/mia-message',
      '/messages/max-message',
      '/thanks',
      '/@mia-message',
      '/',
    ]) {
      expect((await three.get(path)).text).not.toContain(secret);
    }
    expect(await actsOf(platform.database, 'mia-message')).toEqual([]);
    expect((await two.get('/thanks')).text).not.toContain('Mia Message');
  });

  it('need a text, somebody to go to, and somebody signed in', async () => {
    const one = await Person.called('Mia Message', platform.url);
    expect((await one.send('/messages/max-message', { body: ' ' })).text).toContain('Write something first.');
    expect((await one.send('/messages/nobody-there', { body: 'Hello' })).status).toBe(404);
    expect((await one.send('/messages/mia-message', { body: 'Hello me' })).status).toBe(409);
    expect((await new Person(platform.url).get('/messages/mia-message')).status).toBe(303);
  });
});
