import { readFileSync } from 'node:fs';
import { base64urlnopad, hex } from '@scure/base';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { leafHash, rootOfLeaves } from '../../../lib/ledger/merkle.ts';
import { entryId, type LineSetting, recordLine } from '../../../lib/ledger/record-line.ts';
import { namespaceAt } from '../../../lib/namespace.ts';
import { aContribution } from './factories.ts';

const read = (name: string) => readFileSync(new URL(`../../vectors/worked-example/${name}`, import.meta.url), 'utf8');
const example = JSON.parse(read('ledger-entries.json'));
const disclosures = JSON.parse(read('disclosures.json')) as { entry: string; path: string; disclosure: string }[];
const log = JSON.parse(read('log.json'));

const saltOf = (entry: string, path: string): string => {
  const found = disclosures.find((one) => one.entry === entry && one.path === path);
  return JSON.parse(new TextDecoder().decode(base64urlnopad.decode(found?.disclosure ?? '')))[0];
};
const setting: LineSetting = {
  namespace: namespaceAt('https://contrail.example'),
  stream: { id: '7f3c9a1e5b2d4c60', actor: 'https://social.example/@alice' },
  fieldSalt: saltOf,
};

/** The example writes a rating as the whole detail, and its entries know no stream. */
const asEntry = (raw: Record<string, unknown>, index: number) =>
  ({
    ...raw,
    ...(typeof raw.detail === 'string' && { detail: { rating: raw.detail } }),
    stream: setting.stream.id,
    index,
  }) as unknown as Entry;
const entries: Entry[] = example.map(asEntry);
const lineOf = (entry: Entry) =>
  recordLine(entry, { ...setting, earlier: entries.find(({ id }) => id === entry.undoes) });

describe('the worked example', () => {
  it('gives its entries their ids', () => {
    for (const raw of example) expect(entryId(raw)).toBe(raw.id);
    expect(example).toHaveLength(5);
  });

  it('becomes its line file byte for byte', () => {
    const file = entries.map((entry) => `${new TextDecoder().decode(lineOf(entry).bytes)}\n`).join('');
    expect(file).toBe(read('entries.jsonl'));
  });

  it('has its leaves and its roots', () => {
    const leaves = entries.map((entry) => leafHash(lineOf(entry).bytes));
    expect(leaves.map((leaf) => hex.encode(leaf))).toEqual(
      log.leaves.map((leaf: { leaf_hash_hex: string }) => leaf.leaf_hash_hex),
    );
    for (const { size, root_hex } of log.roots) expect(hex.encode(rootOfLeaves(leaves.slice(0, size)))).toBe(root_hex);
  });

  it('withholds its titles as its disclosures', () => {
    expect(entries.flatMap((entry) => lineOf(entry).disclosures)).toEqual(disclosures);
  });
});

describe('a record line', () => {
  const { key, actor, undoesKinds, ...content } = aContribution();
  const entry = (changes: Partial<Entry> = {}): Entry => ({
    ...(content as Omit<Entry, 'id' | 'v' | 'seq' | 'stream' | 'index' | 'salt' | 'leaf'>),
    v: 1,
    id: 'x',
    seq: 0,
    stream: setting.stream.id,
    index: 3,
    salt: 'oaGhoaGhoaGhoaGhoaGhoQ',
    leaf: '',
    ...changes,
  });
  const own = { ...setting, fieldSalt: () => 'AAAAAAAAAAAAAAAAAAAAAA' };
  const line = (changes: Partial<Entry>, earlier?: Entry) => recordLine(entry(changes), { ...own, earlier }).line;
  const url = 'https://social.example/@bob/113';
  const made = { url: 'https://social.example/made/1', id: '1' };

  it.each([
    ['like', {}, 'Like', { type: 'Object', id: url }],
    ['vote', { detail: { vote: 'up' } }, 'Like', { type: 'Object', id: url }],
    ['vote', { detail: { vote: 'down' } }, 'Dislike', { type: 'Object', id: url }],
    ['bookmark', {}, 'Add', { type: 'Object', id: url }],
    ['share', {}, 'Announce', { type: 'Object', id: url }],
    ['follow', {}, 'Follow', { type: 'Object', id: url }],
    ['edit', {}, 'Update', { type: 'Object', id: url }],
    ['moderation', { detail: { act: 'report' } }, 'Flag', { type: 'Object', id: url }],
    ['other', {}, 'Activity', { type: 'Object', id: url }],
    ['post', { made }, 'Create', { type: 'Note', id: made.url }],
    [
      'comment',
      { made },
      'Create',
      { type: ['Note', 'schema:Comment'], id: made.url, inReplyTo: { id: url, type: 'Object' } },
    ],
    ['answer', {}, 'Create', { type: ['Note', 'schema:Answer'], inReplyTo: { id: url, type: 'Object' } }],
    [
      'review',
      { made },
      'Create',
      { type: ['Article', 'schema:Review'], id: made.url, inReplyTo: { id: url, type: 'Object' } },
    ],
    [
      'code-review',
      { made },
      'Create',
      { type: ['Article', 'schema:Review'], id: made.url, inReplyTo: { id: url, type: 'Object' } },
    ],
    [
      'rating',
      { detail: { rating: '4.5/5' } },
      'Create',
      {
        type: 'schema:Rating',
        'schema:ratingValue': '4.5',
        'schema:bestRating': '5',
        inReplyTo: { id: url, type: 'Object' },
      },
    ],
  ] as const)('of a %s (%o) is an activity of the table', (kind, changes, type, object) => {
    expect(line({ kind, ...changes } as Partial<Entry>)).toMatchObject({ kind, type });
    expect(line({ kind, ...changes } as Partial<Entry>).object).toEqual(object);
  });

  it('names the act of a moderation that reports nothing', () => {
    expect(line({ kind: 'moderation', detail: { act: 'close' } })).toMatchObject({
      type: 'Activity',
      summary: 'close',
    });
  });

  it('writes time in whole seconds, and neither zone, topics, names nor titles', () => {
    const text = JSON.stringify(
      line({
        at: '2026-11-20T09:15:02.987Z',
        to: { name: 'Bob the Builder', url: 'https://social.example/@bob' },
        topics: ['kettles'],
        object: { url, id: '113', title: 'Notes on kettles' },
      }),
    );
    expect(text).toContain('"published":"2026-11-20T09:15:02Z"');
    expect(text).toContain('"attributedTo":"https://social.example/@bob"');
    for (const secret of ['Bob the', 'kettles', '+01:00', 'public']) expect(text).not.toContain(secret);
  });

  it('takes back an earlier line by its place, and an unknown act by what it was done to', () => {
    const earlier = entry({ index: 1, detail: { vote: 'down' }, kind: 'vote' });
    expect(line({ kind: 'vote', undo: true, undoes: 'x' }, earlier)).toMatchObject({
      type: 'Undo',
      object: { id: 'tag:contrail.example,2026:stream/7f3c9a1e5b2d4c60/1', type: 'Dislike', object: url },
    });
    expect(line({ undo: true }).object).toEqual({ type: 'Like', object: url });
    const comment = entry({ kind: 'comment', index: 2, made });
    expect(line({ kind: 'comment', undo: true, undoes: 'x' }, comment).object).toMatchObject({
      type: 'Create',
      object: made.url,
    });
  });

  it('never names a line of another stream', () => {
    const elsewhere = entry({ stream: '0000000000000000', index: 1 });
    expect(line({ undo: true, undoes: 'x' }, elsewhere).object).toEqual({ type: 'Like', object: url });
  });

  it('updates what was made, or the activity that reads otherwise now', () => {
    expect(line({ kind: 'comment', made, revises: 'x' }, entry({ kind: 'comment', made }))).toMatchObject({
      type: 'Update',
      object: { id: made.url, type: ['Note', 'schema:Comment'] },
    });
    expect(
      line({ kind: 'vote', detail: { vote: 'down' }, revises: 'x' }, entry({ kind: 'vote', index: 0 })),
    ).toMatchObject({
      type: 'Update',
      object: { id: 'tag:contrail.example,2026:stream/7f3c9a1e5b2d4c60/0', type: 'Dislike', object: url },
    });
  });

  it('is refused beyond 16 KB', () => {
    const object = { url: `https://social.example/${'x'.repeat(17_000)}`, id: '1' };
    expect(() => recordLine(entry({ object }), own)).toThrow(RangeError);
  });
});
