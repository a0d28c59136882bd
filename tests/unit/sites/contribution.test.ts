import { describe, expect, it } from 'vitest';
import type { Gesture, Outcome } from '../../../lib/capture/gesture.ts';
import { type Answer, contributionOf } from '../../../lib/sites/contribution.ts';
import type { Match } from '../../../lib/sites/engine.ts';
import type { Action, Site } from '../../../lib/sites/schema.ts';

const like: Action = {
  id: 'like',
  kind: 'like',
  request: { url: '/like' },
  control: { select: '.like', on: '.on' },
  object: { url: 'https://a.example/p/{id}', id: '{id}' },
  take: { id: '/form/id' },
};
const site = (action: Action): Site => ({
  id: 'a',
  name: 'A',
  version: 3,
  group: 'social',
  confidence: 'high',
  hosts: ['a.example'],
  actions: [action],
  sources: ['made up'],
  account: { name: { select: '.me' }, url: 'https://a.example/@{account}' },
});
const gesture = (over: Partial<Gesture> = {}): Gesture => ({
  id: 'g',
  at: Date.UTC(2026, 10, 21, 12),
  type: 'click',
  url: 'https://a.example/home',
  zone: -210,
  controls: [{ action: 'like', state: 'off' }],
  page: { title: 'On kettles', author: 'Bob', authorUrl: 'https://a.example/@bob', topics: ['tea', 'tea', ' pots '] },
  account: 'alice',
  signedOut: false,
  private: false,
  ...over,
});
const match: Match = { site: 'a', action: 'like', host: 'a.example', values: { '/form/id': '9' } };

function tell(
  action: Action,
  told: { gesture?: Partial<Gesture>; match?: Match | null; answer?: Answer; outcome?: Outcome },
) {
  return contributionOf(site(action), action, {
    gesture: gesture(told.gesture),
    ...(told.match === null ? {} : { match: told.match ?? match, answer: told.answer ?? { status: 200 } }),
    ...(told.outcome ? { outcome: told.outcome } : {}),
  });
}
const level = (result: ReturnType<typeof tell>) =>
  'contribution' in result ? result.contribution.evidence.level : result.refused;
const on: Outcome = { states: { like: 'on' } };
const off: Outcome = { states: { like: 'off' } };

it('makes the whole contribution', () => {
  expect(tell(like, { outcome: on })).toEqual({
    contribution: {
      at: '2026-11-21T12:00:00Z',
      zone: '-03:30',
      site: 'a',
      host: 'a.example',
      account: 'alice',
      actor: 'https://a.example/@alice',
      kind: 'like',
      object: { url: 'https://a.example/p/9', id: '9', title: 'On kettles' },
      to: { name: 'Bob', url: 'https://a.example/@bob' },
      topics: ['tea', 'pots'],
      audience: 'public',
      evidence: { level: 'confirmed', signs: ['gesture', 'control', 'request', 'flip'] },
      source: 'capture',
      definition: 'a@3',
    },
  });
});

describe('evidence', () => {
  it('is accepted without a flip, confirmed with one, seen without a request', () => {
    expect(level(tell(like, {}))).toBe('accepted');
    expect(level(tell(like, { outcome: on }))).toBe('confirmed');
    expect(
      level(
        tell(
          { ...like, object: { url: '{page.link}' } },
          { match: null, outcome: on, gesture: { page: { link: 'https://a.example/p/1' } } },
        ),
      ),
    ).toBe('seen');
  });

  it('is confirmed by a created item or the Location of one', () => {
    const made: Action = {
      ...like,
      made: { location: '/p/:post#c-:id', url: 'https://a.example/p/{made.post}#c-{made.id}', id: '{made.id}' },
      refusal: 'redirect',
    };
    const result = tell(made, { answer: { status: 302, location: 'https://a.example/p/9#c-77' } });
    expect(result).toMatchObject({
      contribution: { made: { url: 'https://a.example/p/9#c-77', id: '77' }, evidence: { level: 'confirmed' } },
    });
    expect(level(tell({ ...like, made: { appears: '.new' } }, { outcome: { states: {}, made: {} } }))).toBe(
      'confirmed',
    );
  });

  it('never comes from a failed, reverted, redirected-to-login or re-shown request', () => {
    expect(level(tell(like, { answer: { status: 403 }, outcome: on }))).toBe('status');
    expect(level(tell({ ...like, refusal: 'hidden' }, { outcome: off }))).toBe('taken-back');
    expect(level(tell({ ...like, refusal: 'redirect' }, { answer: { status: 200 } }))).toBe('no-redirect');
    expect(
      level(
        tell(
          { ...like, refusedAt: ['/login'] },
          { answer: { status: 302, location: 'https://a.example/login?next=1' } },
        ),
      ),
    ).toBe('login');
    expect(level(tell(like, { match: null, outcome: off }))).toBe('taken-back');
  });

  it('never comes from private places, visitors without an account, or a missing control where one is demanded', () => {
    expect(level(tell(like, { gesture: { private: true } }))).toBe('private');
    expect(level(tell(like, { gesture: { signedOut: true } }))).toBe('signed-out');
    expect(level(tell({ ...like, demand: true }, { gesture: { controls: [] } }))).toBe('no-control');
    expect(level(tell({ ...like, private: [{ at: '/page/title', is: 'On kettles' }] }, {}))).toBe('private');
  });
});

describe('direction', () => {
  const toggle: Action = { ...like, undo: 'toggle' };
  const undone = (result: ReturnType<typeof tell>) =>
    'contribution' in result ? result.contribution.undo === true : result.refused;

  it('of a toggle is the state before the press, else the state after', () => {
    expect(undone(tell(toggle, { outcome: on }))).toBe(false);
    expect(undone(tell(toggle, { gesture: { controls: [{ action: 'like', state: 'on' }] }, outcome: off }))).toBe(true);
    expect(undone(tell(toggle, { gesture: { controls: [] }, outcome: off }))).toBe(true);
    expect(undone(tell(toggle, { gesture: { controls: [] } }))).toBe('unclear');
  });

  it('of an undo confirms by the control being off', () => {
    const result = tell(
      { ...like, undo: true },
      { gesture: { controls: [{ action: 'like', state: 'on' }] }, outcome: off },
    );
    expect(result).toMatchObject({ contribution: { undo: true, evidence: { level: 'confirmed' } } });
  });
});

describe('what it was done to', () => {
  it('falls back from template to template and refuses where none can be filled', () => {
    const two: Action = { ...like, object: { url: ['https://a.example/p/{url.none}', '{page.link}'] } };
    expect(tell(two, { gesture: { page: { link: 'https://a.example/x' } } })).toMatchObject({
      contribution: { object: { url: 'https://a.example/x' } },
    });
    expect(level(tell(two, {}))).toBe('no-object');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://u:p@a.example/', 'nonsense'])('is never %s', (link) => {
    expect(level(tell({ ...like, object: { url: '{page.link}' } }, { gesture: { page: { link } } }))).toBe('no-object');
  });

  it('keeps titles whole characters and within bounds', () => {
    const result = tell(like, { gesture: { page: { title: `${'x'.repeat(511)}😀` } } });
    expect('contribution' in result && result.contribution.object.title?.isWellFormed()).toBe(true);
  });
});

it('gives effort to what is written, not to a like', () => {
  const effort = { seconds: 60, words: 12 };
  expect(tell(like, { gesture: { effort } })).not.toHaveProperty('contribution.effort');
  expect(tell({ ...like, kind: 'comment' }, { gesture: { effort } })).toHaveProperty('contribution.effort', effort);
});
