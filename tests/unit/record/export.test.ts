import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import type { ExportedRecord } from '../../../lib/record/export.ts';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { unpackZip } from '../../../lib/record/zip.ts';
import { aContribution, aLedger, seededRandom } from '../ledger/factories.ts';
import { aRecord, aWeek, keysOf, madeAt } from './factories.ts';

const now = madeAt.getTime();
const textOf = ({ files }: ExportedRecord, path: string) => new TextDecoder().decode(files.get(path));
const streamOn = async (db: LedgerDatabase, host: string) =>
  (await db.streams.toArray()).find((stream) => stream.host === host)?.id ?? '';

describe('an exported record', () => {
  it('verifies, from its files and from its zip', async () => {
    const exported = await aRecord(await aWeek());
    const verdict = await verifyRecord(exported.files, { now });
    expect(verdict).toMatchObject({
      ok: true,
      summary: {
        created: '2026-11-22T10:00:00Z',
        titles: 3,
        sealed: 7,
        streams: [
          { account: 'https://social.example/@alice', entries: 8, shown: 7, kindCounts: { like: 2, vote: 2 } },
          {
            account: 'https://wiki.example/User:Alice_W',
            entries: 2,
            shown: 2,
            kindCounts: { edit: 1, moderation: 1 },
          },
        ],
      },
    });
    expect(await unpackZip(exported.zip)).toEqual(exported.files);
    expect([...exported.files.keys()].sort()).toEqual([
      'README.txt',
      'activities.csv',
      'disclosures.json',
      ...[...exported.files.keys()].filter((path) => path.startsWith('entries/')).sort(),
      'index.html',
      'proofs/files.txt',
      'record.json',
    ]);
  });

  it('is signed by the record key over several streams, by the stream’s own key over one', async () => {
    const db = await aWeek();
    const keys = await keysOf(db);
    const both = (await aRecord(db)).record;
    expect(both.issuer).toBe((await keys.recordKey()).did);
    const controllers = both.credentialSubject.streams.map(({ controller }) => controller);
    expect(new Set([both.issuer, ...controllers]).size).toBe(3);
    const one = (await aRecord(db, { streams: [await streamOn(db, 'wiki.example')] })).record;
    expect(one.issuer).toBe((await keys.streamKey('https://wiki.example', 0)).did);
    expect(one.credentialSubject.streams).toMatchObject([{ controller: one.issuer, platform: 'https://wiki.example' }]);
    expect(one.credentialSubject.streams[0]?.id).toBe(both.credentialSubject.streams[1]?.id);
  });

  it('shows the entries of a period and keeps the others as hashes', async () => {
    const db = await aWeek();
    const exported = await aRecord(db, { period: { from: '2026-11-18', to: '2026-11-18' } });
    expect(exported.shown).toBe(3);
    // No entry of the wiki is of that day, so its log is not there at all.
    expect(exported.record.credentialSubject.streams).toHaveLength(1);
    const lines = textOf(exported, `entries/${await streamOn(db, 'social.example')}.jsonl`)
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => Object.hasOwn(JSON.parse(line), 'redacted'))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(await verifyRecord(exported.files, { now })).toMatchObject({
      ok: true,
      summary: { streams: [{ entries: 8, shown: 3 }] },
    });
    const everything = [...exported.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    for (const hidden of ['things/1', 'things/2', 'kettles', 'things/6']) expect(everything).not.toContain(hidden);
  });

  it('goes by the local day of the person', async () => {
    const exported = await aRecord(await aWeek(), { period: { from: '2026-11-22', to: '2026-11-22' } });
    expect(exported.shown).toBe(1);
    expect(textOf(exported, 'activities.csv')).toContain('2026-11-21T23:30:00Z');
  });

  it('leaves titles out of every file when told so, and names always', async () => {
    const exported = await aRecord(await aWeek(), { titles: false });
    const everything = [...exported.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    for (const hidden of ['kettles', 'HYPERLINK', 'Forget me', 'Bob']) expect(everything).not.toContain(hidden);
    expect(exported.files.has('disclosures.json')).toBe(false);
    expect(await verifyRecord(exported.files, { now })).toMatchObject({ ok: true, summary: { titles: 0 } });
  });

  it('has nothing of what was forgotten', async () => {
    const exported = await aRecord(await aWeek());
    const everything = [...exported.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(everything).not.toContain('Forget me');
    expect(everything).not.toContain('things/5');
  });
});

describe('the readable files', () => {
  it('escape whatever a page put into a title', async () => {
    const html = textOf(await aRecord(await aWeek()), 'index.html');
    expect(html).toContain('&lt;b&gt;=HYPERLINK(&quot;x&quot;)&lt;/b&gt; &amp; “quotes”');
    expect(html).not.toContain('<b>');
    expect(html).not.toMatch(/<script|javascript:|src=|@import|url\(/i);
  });

  it('link to web addresses only', async () => {
    const db = aLedger();
    await append(db, aContribution({ object: { url: 'javascript:alert(1)', id: '1' } }), { random: seededRandom() });
    const html = textOf(await aRecord(db), 'index.html');
    expect(html).toContain('javascript:alert(1)');
    expect(html).not.toContain('href="javascript');
  });

  it('let no spreadsheet run a title as a formula', async () => {
    const db = aLedger();
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', 'plain, "quoted"\nand broken'];
    for (const [n, title] of titles.entries()) {
      const object = { url: `https://social.example/${n}`, id: `${n}`, title };
      await append(db, aContribution({ object, effort: { seconds: 3, words: 1 } }), { random: seededRandom(n + 1) });
    }
    const table = textOf(await aRecord(db), 'activities.csv');
    for (const title of titles.slice(0, 5)) expect(table).toContain(`,'${title},`);
    expect(table).toContain(',"plain, ""quoted""\nand broken",');
    expect(table.split('\r\n')[0]).toBe(
      'time,platform,account,kind,activity,title,url,about,to,rating,evidence,seconds,words,line',
    );
  });

  it('say how to check the record with other tools', async () => {
    const exported = await aRecord(await aWeek());
    const readme = textOf(exported, 'README.txt');
    expect(readme).toContain(exported.record.issuer);
    expect(readme.match(/verifier key {3}w3id\.org\/contrail\/stream\/[0-9a-f]{16}\+[0-9a-f]{8}\+/g)).toHaveLength(2);
  });
});

describe('an export refused', () => {
  it('says that there is nothing to show', async () => {
    await expect(aRecord(aLedger())).rejects.toMatchObject({ name: 'RecordError', problem: 'nothing' });
    const db = await aWeek();
    const future = { from: '2027-01-01', to: '2027-01-07' };
    await expect(aRecord(db, { period: future })).rejects.toMatchObject({ problem: 'nothing' });
  });

  it('does not sign a ledger that was changed', async () => {
    const db = await aWeek();
    const entry = (await db.entries.get(3)) as Entry;
    await db.entries.put({ ...entry, at: '2026-11-18T08:00:01Z' });
    await expect(aRecord(db)).rejects.toMatchObject({ problem: 'damaged' });
  });

  it('never signs what contradicts an earlier checkpoint', async () => {
    const db = await aWeek();
    await aRecord(db);
    const stream = await db.streams.get(await streamOn(db, 'social.example'));
    expect(stream?.signed).toEqual({ size: 8, root: stream?.root });
    await append(db, aContribution({ object: { url: 'https://social.example/new', id: 'n' } }), {
      random: seededRandom(99),
    });
    expect((await aRecord(db)).record.credentialSubject.streams[0]?.entryCount).toBe(9);
    const grown = await db.streams.get(stream?.id ?? '');
    expect(grown?.signed?.size).toBe(9);
    if (grown) await db.streams.put({ ...grown, signed: { size: 4, root: grown.root } });
    await expect(aRecord(db)).rejects.toMatchObject({ problem: 'contradiction' });
  });
});
