import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { families, familyOf, kinds } from '../../../lib/ledger/kinds.ts';
import { placeOf } from '../../../lib/report/report.ts';
import { makeEntry, makeRollup, reportOn } from './make.ts';

describe('the totals of a report', () => {
  it('count what was given and not taken back', () => {
    const { totals } = reportOn({ rollups: [makeRollup({ done: 5, taken: 2, undone: 1 })] });
    expect(totals).toMatchObject({ given: 3, undone: 1 });
  });

  it('do not count a revision as an act, but count its effort', () => {
    const { totals, places } = reportOn({
      rollups: [makeRollup({ kind: 'answer', done: 0, revised: 2, seconds: 90, words: 30 })],
    });
    expect(totals).toMatchObject({ given: 0, revised: 2, seconds: 90, words: 30, places: 1 });
    expect(places).toHaveLength(1);
  });

  it('leave other periods out', () => {
    const { totals, before } = reportOn({
      rollups: [
        makeRollup({ day: '2026-11-15', done: 7 }),
        makeRollup({ day: '2026-11-16', done: 1 }),
        makeRollup({ day: '2026-11-22', done: 1 }),
        makeRollup({ day: '2026-11-23', done: 7 }),
        makeRollup({ day: '2026-10-19', done: 3 }),
        makeRollup({ day: '2026-10-18', done: 9 }),
      ],
    });
    expect(totals.given).toBe(2);
    expect(before).toEqual([3, 0, 0, 7]);
  });

  it('agree with each other however the acts are spread', () => {
    const anyRollup = fc
      .record({
        offset: fc.integer({ min: 0, max: 6 }),
        kind: fc.constantFrom(...kinds),
        host: fc.constantFrom('a.example', 'www.a.example', 'b.example'),
        done: fc.nat(20),
        taken: fc.nat(20),
        seconds: fc.nat(5000),
      })
      .map(({ offset, taken, ...rest }) =>
        makeRollup({ ...rest, taken: Math.min(taken, rest.done), day: `2026-11-${16 + offset}` }),
      );
    fc.assert(
      fc.property(fc.array(anyRollup), (rollups) => {
        const { totals, families: lines, days, places } = reportOn({ rollups });
        const sum = (items: { count: number }[]) => items.reduce((total, { count }) => total + count, 0);
        expect(sum(lines)).toBe(totals.given);
        expect(sum(days)).toBe(totals.given);
        expect(sum(places)).toBe(totals.given);
        expect(days.reduce((total, { seconds }) => total + seconds, 0)).toBe(totals.seconds);
        for (const line of lines) expect(sum(line.kinds)).toBe(line.count);
        for (const { count, families: counts } of [...days, ...places]) {
          expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(count);
        }
      }),
    );
  });
});

describe('the lines of a report', () => {
  it('show all five families in their order, also empty ones', () => {
    const { families: lines } = reportOn({ rollups: [makeRollup({ kind: 'code-review', done: 2 })] });
    expect(lines.map(({ family }) => family)).toEqual(Object.keys(families));
    expect(lines.map(({ count }) => count)).toEqual([0, 2, 0, 0, 0]);
    expect(lines[1]?.kinds).toEqual([{ kind: 'code-review', count: 2 }]);
  });

  it('give every kind a family', () => {
    for (const kind of kinds) expect(families[familyOf(kind)]).toContain(kind);
  });

  it('show every day, also those without anything', () => {
    const { days } = reportOn({ rollups: [makeRollup({ day: '2026-11-18', seconds: 60 })] });
    expect(days.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(days[2]?.seconds).toBe(60);
  });

  it('put one place together whatever its layout is called', () => {
    const { places, totals } = reportOn({
      rollups: [
        makeRollup({ host: 'www.reddit.com', stream: '1' }),
        makeRollup({ host: 'old.reddit.com', stream: '2' }),
      ],
    });
    expect(places).toMatchObject([{ place: 'reddit.com', count: 2 }]);
    expect(totals.places).toBe(1);
  });

  it('keep a short host as it is', () => {
    expect(placeOf('m.example')).toBe('m.example');
    expect(placeOf('www.example.org')).toBe('example.org');
    expect(placeOf('news.ycombinator.com')).toBe('news.ycombinator.com');
  });

  it('leave out a place where everything was taken back', () => {
    const { places, totals } = reportOn({ rollups: [makeRollup({ done: 2, taken: 2 })] });
    expect(places).toEqual([]);
    expect(totals.places).toBe(0);
  });

  it('count the same name in two places as two people, and over days as one', () => {
    const { people } = reportOn({
      rollups: [
        makeRollup({ day: '2026-11-16', to: { Amina: 2 } }),
        makeRollup({ day: '2026-11-17', to: { Amina: 1 } }),
        makeRollup({ host: 'other.example', to: { Amina: 1 } }),
      ],
    });
    expect(people).toEqual([
      { name: 'Amina', place: 'forum.example', count: 3 },
      { name: 'Amina', place: 'other.example', count: 1 },
    ]);
  });

  it('do not say that somebody helped themself', () => {
    const { totals } = reportOn({
      rollups: [makeRollup({ to: { robin: 3, Amina: 1 } })],
      streams: [{ stream: 'aaaaaaaaaaaaaaaa', account: 'robin' }],
    });
    expect(totals.people).toBe(1);
  });

  it('take names from pages as names', () => {
    const to = JSON.parse('{"__proto__": 2, "constructor": 1}');
    expect(reportOn({ rollups: [makeRollup({ to })] }).people.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  it('order evidence from weak to told by others, leaving out what does not occur', () => {
    const { evidence } = reportOn({ rollups: [makeRollup({ done: 3, evidence: { confirmed: 2, seen: 1 } })] });
    expect(evidence).toEqual([
      { level: 'seen', count: 1 },
      { level: 'confirmed', count: 2 },
    ]);
  });
});

describe('what a report remembers', () => {
  const known = { kinds: new Set(['like' as const]), places: new Set(['forum.example']) };

  it('is the longest help, the first of a kind and the first in a place, each once', () => {
    const longest = makeEntry({ kind: 'answer', effort: { seconds: 1500, words: 200 }, at: '2026-11-17T09:00:00Z' });
    const first = makeEntry({ kind: 'review', at: '2026-11-18T09:00:00Z' });
    const second = makeEntry({ kind: 'review', at: '2026-11-18T10:00:00Z' });
    const elsewhere = makeEntry({ host: 'www.new.example', at: '2026-11-19T09:00:00Z' });
    const { remember } = reportOn({ entries: [second, elsewhere, first, longest], known });
    expect(remember.map(({ why, note }) => [why, note.id])).toEqual([
      ['longest', longest.id],
      ['first of its kind', first.id],
      ['first in this place', elsewhere.id],
    ]);
  });

  it('names three firsts at most, because in a young ledger everything is one', () => {
    const kindsOfAll = kinds.map((kind, i) => makeEntry({ kind, at: `2026-11-18T10:${10 + i}:00Z` }));
    const { remember } = reportOn({ entries: kindsOfAll, known: { kinds: new Set(), places: new Set() } });
    expect(remember.map(({ note }) => note.kind)).toEqual(kinds.slice(0, 3));
  });

  it('is nothing new where the past is not known', () => {
    expect(reportOn({ entries: [makeEntry({ kind: 'review' })] }).remember).toEqual([]);
  });

  it('is no help of a minute, and nothing that was taken back', () => {
    const short = makeEntry({ effort: { seconds: 60, words: 5 } });
    const taken = makeEntry({ kind: 'answer', effort: { seconds: 900, words: 90 } });
    const undo = makeEntry({ kind: 'answer', undo: true, undoes: taken.id });
    const { remember, undone } = reportOn({ entries: [short, taken, undo], known });
    expect(remember).toEqual([]);
    expect(undone.map(({ id }) => id)).toEqual([undo.id]);
  });

  it('belongs to the day on which it was done where it was done', () => {
    const lateOnSunday = makeEntry({ at: '2026-11-23T03:00:00Z', zone: '-05:00', undo: true });
    const earlyOnMonday = makeEntry({ at: '2026-11-22T23:30:00Z', zone: '+01:00', undo: true });
    const { undone } = reportOn({ entries: [lateOnSunday, earlyOnMonday] });
    expect(undone.map(({ id, day }) => [id, day])).toEqual([[lateOnSunday.id, '2026-11-22']]);
  });
});

describe('what could not be seen', () => {
  const note = (changes: object) => ({
    site: 'forum',
    name: 'Forum',
    host: 'www.forum.example',
    unseen: [],
    health: { presses: 0, misses: 0 },
    ...changes,
  });

  it('is said of the places of this report only', () => {
    const { unseen } = reportOn({
      rollups: [makeRollup()],
      sites: [note({ unseen: ['polls'] }), note({ host: 'other.example', unseen: ['stories'] })],
    });
    expect(unseen).toEqual([{ name: 'Forum', place: 'forum.example', what: ['polls'], doubtful: false }]);
  });

  it('includes that presses came to nothing, once there were enough of them', () => {
    const doubtful = (presses: number, misses: number) =>
      reportOn({ rollups: [makeRollup()], sites: [note({ health: { presses, misses } })] }).unseen.length > 0;
    expect(doubtful(4, 4)).toBe(false);
    expect(doubtful(10, 2)).toBe(false);
    expect(doubtful(10, 3)).toBe(true);
  });
});

describe('whether a week is over', () => {
  it('is decided by today', () => {
    expect(reportOn({ today: '2026-11-22' }).over).toBe(false);
    expect(reportOn({ today: '2026-11-23' }).over).toBe(true);
  });
});
