import { describe, expect, it } from 'vitest';
import { folderAddress } from '../../../lib/backup/folder-address.ts';
import { advance, beginRun } from '../../../lib/backup/run.ts';
import { webdav } from '../../../lib/backup/webdav.ts';
import { append } from '../../../lib/ledger/append.ts';
import { aContribution, aLedger, options, seededRandom } from '../ledger/factories.ts';
import { derivation, key } from './factories.ts';

const account = { url: 'https://dav.example/files', user: 'rösti', password: 'häring' };

/** A folder that answers with one status, or holds files. */
function server(status?: number) {
  const files = new Map<string, Uint8Array>();
  const asked: { method: string; url: string; given: RequestInit }[] = [];
  const answer = async (url: string | URL | Request, given: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body } = given;
    asked.push({ method, url: String(url), given });
    if (status !== undefined) return new Response(null, { status });
    const name = String(url).split('/').at(-1) ?? '';
    const held = files.get(name);
    if (method === 'PROPFIND')
      return new Response([...files.keys()].map((n) => `<href>/x/${n}</href>`).join(''), { status: 207 });
    if (method === 'PUT') files.set(name, new Uint8Array(await (body as Blob).arrayBuffer()));
    if (method === 'MOVE') {
      files.set(String(new Headers(given.headers).get('destination')).split('/').at(-1) ?? '', held as Uint8Array);
      files.delete(name);
    }
    if (method === 'GET' || method === 'HEAD') {
      if (!held) return new Response(null, { status: 404 });
      const headers = { 'content-length': String(held.length) };
      return new Response(method === 'GET' ? new Blob([new Uint8Array(held)]) : null, { headers });
    }
    return new Response(null, { status: method === 'DELETE' ? 404 : 201 });
  };
  return { files, asked, answer: answer as typeof fetch };
}

describe('an address for backups', () => {
  it.each([
    ['https://dav.example/a', 'https://dav.example/a/'],
    [' https://dav.example ', 'https://dav.example/'],
    ['http://127.0.0.1:8080/b/', 'http://127.0.0.1:8080/b/'],
  ])('%s goes', (given, address) => expect(folderAddress(given)?.href).toBe(address));

  it.each(
    [
      ['', 'nowhere', 'http://dav.example/', 'https://me:word@dav.example/', 'https://dav.example/?a=b'],
      ['ftp://dav.example/', 'javascript:alert(1)', 'https://dav.example/#x', 'http://127.0.0.1.example/', 'file:///x'],
    ].flat(),
  )('%s does not', (given) => expect(folderAddress(given)).toBeUndefined());
});

describe('a WebDAV folder', () => {
  it('gets each file under another name first, with name and password and without cookies or redirects', async () => {
    const { asked, answer, files } = server();
    await webdav(account, answer).put('a', Uint8Array.of(1));
    expect(asked.map(({ method, url }) => [method, url])).toEqual([
      ['PUT', 'https://dav.example/files/a.tmp'],
      ['MOVE', 'https://dav.example/files/a.tmp'],
    ]);
    expect([...files.keys()]).toEqual(['a']);
    for (const { given } of asked) {
      expect(given).toMatchObject({ credentials: 'omit', redirect: 'error' });
      const word = new Headers(given.headers).get('authorization')?.replace('Basic ', '') ?? '';
      expect(Buffer.from(word, 'base64').toString('utf8')).toBe('rösti:häring');
    }
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [409, 'no-folder'],
    [507, 'no-space'],
    [413, 'no-space'],
    [503, 'unreachable'],
    [405, 'not-webdav'],
  ])('that answers %d is %s', async (status, problem) => {
    await expect(webdav(account, server(status).answer).put('a', Uint8Array.of(1))).rejects.toMatchObject({ problem });
  });

  it('that does not answer is unreachable', async () => {
    const dead = (async () => {
      throw new TypeError('network');
    }) as typeof fetch;
    await expect(webdav(account, dead).prepare()).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('lists only what Contrail put there, and refuses lists that are none', async () => {
    const { answer, files } = server();
    for (const name of ['contrail-1.backup.json', 'contrail-1.backup-0001', '../contrail-2.backup.json?', 'x.json']) {
      files.set(name, new TextEncoder().encode('{"parts":[{"name":"../../etc/passwd"}]}'));
    }
    const place = webdav(account, answer);
    expect(await place.backups()).toEqual(['contrail-1']);
    await expect(place.manifest('contrail-1')).rejects.toMatchObject({ problem: 'missing' });
    await expect(place.manifest('contrail-9')).rejects.toMatchObject({ problem: 'missing' });
  });
});

describe('a run', () => {
  it('begins anew where parts are gone before its list was put', async () => {
    const { answer, files } = server();
    const db = aLedger();
    await append(db, aContribution(), options());
    const place = webdav(account, answer);
    const begun = await beginRun(
      db,
      { key: await key, derivation },
      { now: new Date('2026-11-22T01:00:00Z'), random: seededRandom(4) },
    );
    const sent = await advance(db, await key, place, begun);
    if (!('run' in sent)) throw new Error('no part was sent');
    expect(sent.run.parts).toHaveLength(1);
    files.clear();
    const again = await advance(db, await key, place, sent.run);
    expect(again).toMatchObject({ run: { parts: [], name: begun.name } });
    if (!('run' in again)) throw new Error('a list was put over nothing');
    const resent = await advance(db, await key, place, again.run);
    expect(await advance(db, await key, place, (resent as typeof sent).run)).toMatchObject({
      manifest: { version: 1 },
    });
    expect([...files.keys()]).toEqual([`${begun.name}.backup-0001`, `${begun.name}.backup.json`]);
  });
});
