import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestList } from '../../../lib/lists/bundle.ts';
import type { ListError } from '../../../lib/lists/errors.ts';
import { fetchList, readAddress } from '../../../lib/lists/fetch.ts';
import { signerOf } from './make.ts';

let sent = 0;
const answers: Record<string, (response: ServerResponse) => void> = {
  '/list.json': (response) => response.end('{}'),
  '/junk': (response) => {
    // Without an end and without a length: only what is read can be counted.
    const chunk = Buffer.alloc(64 * 1024, 0x5b);
    const more = () => {
      while (sent < 64 * 1024 * 1024 && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) return response.once('drain', more);
      }
      return response.end();
    };
    more();
  },
  '/declared': (response) => response.writeHead(200, { 'content-length': String(largestList + 1) }).end('x'),
  '/gone': (response) => response.writeHead(404).end('not here'),
  '/elsewhere': (response) => response.writeHead(302, { location: '/list.json' }).end(),
};
const server = createServer((request, response) => (answers[request.url ?? ''] ?? answers['/gone'])?.(response));
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const outcome = (path: string) =>
  fetchList(`${origin}${path}`, fetch).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: ListError) => error.problem,
  );

describe('fetching a list', () => {
  it('gives its bytes', async () => {
    expect(await outcome('/list.json')).toBe('{}');
  });

  it('goes without cookies, without a referrer, past every cache, and follows nowhere', async () => {
    let asked: RequestInit | undefined;
    await fetchList(`${origin}/list.json`, (url, how) => {
      asked = how;
      return fetch(url);
    });
    expect(asked).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
  });

  it('ends where more comes than a list may weigh, long before the sender does', async () => {
    expect(await outcome('/junk')).toBe('too-large');
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it.each([
    ['/declared', 'too-large'],
    ['/gone', 'status'],
    ['/elsewhere', 'unreachable'],
  ])('%s: %s', async (path, problem) => {
    expect(await outcome(path)).toBe(problem);
  });

  it('says that nobody is there', async () => {
    await expect(fetchList('http://127.0.0.1:9/', fetch)).rejects.toMatchObject({ problem: 'unreachable' });
  });
});

describe('the address of a list', () => {
  it('is read, with the key that must have signed it', async () => {
    const { did } = await signerOf(1);
    expect(readAddress(' https://lists.example/a.json?x=1 ')).toEqual({ url: 'https://lists.example/a.json?x=1' });
    expect(readAddress(`https://lists.example/a#${did}`)).toEqual({ url: 'https://lists.example/a', key: did });
    expect(readAddress(`https://lists.example/a#${did.slice(8)}`).key).toBe(did);
    expect(readAddress('http://localhost:8080/a').url).toBe('http://localhost:8080/a');
  });

  it.each([
    '',
    'lists.example',
    'http://lists.example/a',
    'file:///etc/passwd',
    'javascript:1',
    'https://me:pw@lists.example/',
    'https://lists.example/#key',
    `https://lists.example/${'a'.repeat(3000)}`,
  ])('is refused: %s', (typed) =>
    expect(() => readAddress(typed)).toThrow(expect.objectContaining({ problem: 'address' })),
  );
});
