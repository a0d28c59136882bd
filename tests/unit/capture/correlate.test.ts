import { describe, expect, it } from 'vitest';
import { createCorrelator, type Fate, type World } from '../../../lib/capture/correlate.ts';
import type { Gesture, Outcome } from '../../../lib/capture/gesture.ts';
import { createPendingStore, type SessionArea } from '../../../lib/capture/pending.ts';
import { answerGivenUp, answerMissing, earlierFirst, flipMustStand, withinPress } from '../../../lib/capture/times.ts';
import type { Contribution } from '../../../lib/ledger/entry.ts';
import type { TabMessages } from '../../../lib/messages.ts';
import { aGesture, aRequest, flipped, index, meadow, t0 } from './fixtures.ts';

/** What outlives a background: the browser's storage, the pages, the ledger. */
class Surroundings {
  readonly items = new Map<string, unknown>();
  readonly kept = new Map<string, Contribution>();
  readonly fates: Fate[] = [];
  readonly asked: { gesture: TabMessages['gesture']['input'][]; outcome: TabMessages['outcome']['input'][] } = {
    gesture: [],
    outcome: [],
  };
  now = t0 + 30;
  allowed = true;
  missed = false;
  appendFails = false;
  busy = false;
  gesture: Gesture | null = aGesture();
  outcome: Outcome | null = flipped;
  leavings: Gesture[] = [];

  /** Steps left until the background dies; everything it does after is lost. */
  stepsLeft = Number.POSITIVE_INFINITY;

  /** A background that starts now. One that has died hangs for ever, as a killed one does. */
  life() {
    let dead = false;
    const step = async (): Promise<void> => {
      this.stepsLeft--;
      if (this.stepsLeft < 0) dead = true;
      await Promise.resolve();
      if (dead) await new Promise(() => {});
    };
    const area: SessionArea = {
      get: async () => {
        await step();
        return structuredClone(Object.fromEntries(this.items));
      },
      // The write is on its way as soon as it was asked for.
      set: async (items) => {
        if (!dead) for (const [key, value] of Object.entries(items)) this.items.set(key, structuredClone(value));
        await step();
      },
      remove: async (keys) => {
        await step();
        for (const key of keys) this.items.delete(key);
      },
    };
    const world: World = {
      index,
      store: createPendingStore(area),
      now: () => this.now,
      wait: step,
      ready: step,
      allows: () => this.allowed,
      askGesture: async (_begun, input) => {
        await step();
        if (this.busy) throw new Error('too busy');
        this.asked.gesture.push(input);
        return this.gesture;
      },
      askOutcome: async (_begun, input) => {
        await step();
        this.asked.outcome.push(input);
        return this.outcome;
      },
      leavings: async () => {
        await step();
        return this.leavings;
      },
      append: async (contributions) => {
        if (this.appendFails) throw new Error('no space left');
        // One transaction: done whole, even if its result never comes back.
        if (!dead)
          for (const one of contributions) {
            const key = `${one.key} ${one.kind} ${one.object.url} ${one.undo ?? ''}`;
            if (!this.kept.has(key)) this.kept.set(key, one);
          }
        await step();
      },
      mayHaveMissed: async () => this.missed,
      tell: (fate) => void (dead || this.fates.push(fate)),
      pending: () => {},
    };
    return createCorrelator(world);
  }

  get entries(): Contribution[] {
    return [...this.kept.values()];
  }
}

/** Lets everything that can happen without new events happen. */
const quiet = async () => {
  for (let i = 0; i < 400; i++) await Promise.resolve();
};

async function play(around: Surroundings, path = '/items/7/like', answer = { status: 200 }, over = {}) {
  const life = around.life();
  life.began(aRequest(path, over));
  await quiet();
  life.answered('request-1', answer);
  await quiet();
  return life;
}

describe('a request, its gesture, its answer', () => {
  it('become one entry, and nothing stays pending', async () => {
    const around = new Surroundings();
    await play(around);
    expect(around.entries).toMatchObject([
      { kind: 'like', object: { url: 'https://meadow.example/items/7' }, evidence: { level: 'confirmed' } },
    ]);
    expect(around.items.size).toBe(0);
  });

  it('ask the page for what the request is about', async () => {
    const around = new Surroundings();
    await play(around, '/items/daisy-7/like');
    expect(around.asked.gesture).toMatchObject([
      { startedAt: t0 + 20, actions: ['like'], mentions: ['daisy-7'], takesEffort: false },
    ]);
    expect(around.asked.outcome).toMatchObject([{ gesture: 'gesture-1', want: { like: 'on' }, settle: 0 }]);
  });

  it('let a hidden refusal show itself before the flip is believed', async () => {
    const around = new Surroundings();
    around.gesture = aGesture({ controls: [{ action: 'vote', state: 'off' }] });
    around.outcome = { states: { vote: 'off' } };
    await play(around, '/items/7/vote');
    expect(around.asked.outcome[0]?.settle).toBe(flipMustStand);
    expect(around.entries).toEqual([]);
    expect(around.fates).toEqual([{ site: 'meadow', what: 'refused', why: 'taken-back' }]);
  });

  it('give nothing without a gesture', async () => {
    const around = new Surroundings();
    around.gesture = null;
    await play(around);
    expect(around.entries).toEqual([]);
    expect(around.fates).toEqual([{ site: 'meadow', what: 'no-gesture' }]);
    expect(around.items.size).toBe(0);
  });

  it.each([
    ['nobody is signed in', aGesture({ signedOut: true }), 'signed-out'],
    ['the place is private', aGesture({ private: true }), 'private'],
  ] as const)('give nothing where %s', async (_name, gesture, why) => {
    const around = new Surroundings();
    around.gesture = gesture;
    await play(around);
    expect(around.entries).toEqual([]);
    expect(around.fates).toEqual([{ site: 'meadow', what: 'refused', why }]);
  });

  it.each([0, 204, 302, 400, 403, 429, 500])(
    'status %i without a wait for the page where it says no',
    async (status) => {
      const around = new Surroundings();
      await play(around, '/items/7/like', { status });
      const taken = status >= 200 && status < 400;
      expect(around.entries).toHaveLength(taken ? 1 : 0);
      expect(around.asked.outcome).toHaveLength(taken ? 1 : 0);
    },
  );

  it('give nothing where the person allows nothing, and forget the request', async () => {
    const around = new Surroundings();
    around.allowed = false;
    await play(around);
    expect([around.entries, around.asked.gesture, around.items.size]).toEqual([[], [], 0]);
  });

  it('give nothing where the request fails', async () => {
    const around = new Surroundings();
    const life = around.life();
    life.began(aRequest('/items/7/like'));
    await quiet();
    life.failed('request-1');
    await quiet();
    expect([around.entries.length, around.items.size]).toEqual([0, 0]);
  });

  it('wait for a page that is too busy to answer, and not for ever', async () => {
    const around = new Surroundings();
    around.busy = true;
    const life = await play(around);
    expect([around.entries.length, around.fates.length]).toEqual([0, 0]);
    around.busy = false;
    await life.resume();
    expect(around.entries).toHaveLength(1);
    around.busy = true;
    life.began({ ...aRequest('/items/8/like'), id: 'request-2' });
    await quiet();
    around.now = t0 + answerGivenUp + 1_000;
    await life.resume();
    expect(around.items.size).toBe(0);
  });

  it('are tried again where the ledger cannot write', async () => {
    const around = new Surroundings();
    around.appendFails = true;
    const life = await play(around);
    expect(around.entries).toEqual([]);
    around.appendFails = false;
    await life.resume();
    expect(around.entries).toHaveLength(1);
  });

  it('keep nothing of the body but what the templates need', async () => {
    const around = new Surroundings();
    const life = around.life();
    life.began(aRequest('/items/7/comments', { form: { text: ['my secret words'], token: ['t0ken'], close: ['1'] } }));
    await quiet();
    const stored = JSON.stringify([...around.items.values()]);
    expect(stored).not.toContain('secret');
    expect(stored).not.toContain('t0ken');
  });
});

describe('one gesture', () => {
  it('that is sent twice counts once', async () => {
    const around = new Surroundings();
    const life = around.life();
    for (const id of ['request-1', 'request-2']) {
      life.began({ ...aRequest('/items/7/like'), id });
      life.answered(id, { status: 200 });
    }
    await quiet();
    expect(around.entries).toHaveLength(1);
  });

  it('may mean several acts', async () => {
    const around = new Surroundings();
    around.gesture = aGesture({ controls: [{ action: 'comment', state: null }] });
    around.outcome = { states: {}, made: { id: 'c9' } };
    const location = 'https://meadow.example/items/7#c9';
    await play(around, '/items/7/comments', { status: 302, location } as never, { form: { close: ['1'] } });
    expect(around.entries.map(({ kind }) => kind)).toEqual(['comment', 'moderation']);
  });
});

describe('two acts on one thing', () => {
  const later = { id: 'request-2', startedAt: t0 + 900 };

  it('are kept in the order in which they were done, whichever is answered first', async () => {
    const around = new Surroundings();
    const life = around.life();
    life.began(aRequest('/items/7/like'));
    life.began(aRequest('/items/7/comments', later));
    life.answered('request-2', { status: 302, location: 'https://meadow.example/items/7#c9' });
    await quiet();
    expect(around.entries).toEqual([]);
    life.answered('request-1', { status: 200 });
    await quiet();
    expect(around.entries.map(({ kind }) => kind)).toEqual(['like', 'comment']);
  });

  it.each([
    ['on another thing', '/items/8/like', 0],
    ['after an earlier one that nobody answers', '/items/7/like', earlierFirst],
  ])('do not wait %s', async (_name, path, passed) => {
    const around = new Surroundings();
    const life = around.life();
    life.began(aRequest(path));
    await quiet();
    around.now += passed;
    life.began(aRequest('/items/7/comments', later));
    life.answered('request-2', { status: 302, location: 'https://meadow.example/items/7#c9' });
    await quiet();
    expect(around.entries.map(({ kind }) => kind)).toEqual(['comment']);
  });
});

describe('a form that unloads its page', () => {
  const unloading = { unloads: true };
  const location = 'https://meadow.example/items/7#c9';

  it('is known by what the page said before it went', async () => {
    const around = new Surroundings();
    around.gesture = null;
    around.leavings = [aGesture({ type: 'submit', controls: [{ action: 'comment', state: null }] })];
    await play(around, '/items/7/comments', { status: 302, location } as never, unloading);
    expect(around.entries).toMatchObject([{ kind: 'comment', evidence: { level: 'confirmed' } }]);
    expect(around.asked.outcome).toEqual([]);
  });

  it('waits for the last word where the answer is faster', async () => {
    const around = new Surroundings();
    around.gesture = null;
    const life = around.life();
    life.began(aRequest('/items/7/comments', unloading));
    await quiet();
    around.leavings = [aGesture({ type: 'submit' })];
    life.answered('request-1', { status: 302, location });
    await quiet();
    expect(around.entries).toHaveLength(1);
  });

  it('may be sent by any press, but what the next page sends of itself is not the doing of the link to it', async () => {
    for (const [unloads, kinds] of [
      [true, ['comment']],
      [false, []],
    ] as const) {
      const around = new Surroundings();
      around.gesture = null;
      around.leavings = [aGesture({ controls: [] })];
      await play(around, '/items/7/comments', { status: 302, location } as never, { unloads });
      expect(around.entries.map(({ kind }) => kind)).toEqual(kinds);
    }
  });

  it('takes no word that is too old', async () => {
    const around = new Surroundings();
    around.gesture = null;
    around.leavings = [aGesture({ at: t0 - withinPress - 1_000, controls: [{ action: 'comment', state: null }] })];
    await play(around, '/items/7/comments', { status: 302, location } as never, unloading);
    expect(around.entries).toEqual([]);
  });

  it('does not take where the redirect leads on for another act', async () => {
    const around = new Surroundings();
    const life = await play(around, '/items/7/comments', { status: 302, location } as never, unloading);
    life.began(aRequest('/items/7/like'));
    await quiet();
    expect(around.entries.map(({ kind }) => kind)).toEqual(['comment']);
    expect(around.items.size).toBe(0);
  });
});

describe('a background that is killed', () => {
  it.each(Array.from({ length: 24 }, (_, steps) => steps))('after %i steps still records once', async (steps) => {
    const around = new Surroundings();
    around.stepsLeft = steps;
    const first = around.life();
    first.began(aRequest('/items/7/like'));
    await quiet();
    // What the first one does not live to hear, the browser tells the second: the answer wakes it.
    const heard = around.stepsLeft > 0;
    if (heard) first.answered('request-1', { status: 200 });
    await quiet();
    around.stepsLeft = Number.POSITIVE_INFINITY;
    const second = around.life();
    const resumed = second.resume();
    if (!heard) second.answered('request-1', { status: 200 });
    await quiet();
    await resumed;
    expect(around.entries).toHaveLength(1);
    expect(around.items.size).toBe(0);
  });

  it('between request and answer records what the next one hears', async () => {
    const around = new Surroundings();
    around.life().began(aRequest('/items/7/like'));
    await quiet();
    const second = around.life();
    second.answered('request-1', { status: 200 });
    await quiet();
    expect(around.entries).toMatchObject([{ evidence: { level: 'confirmed' } }]);
  });

  it('while the answer came is settled by what the page shows', async () => {
    const around = new Surroundings();
    around.life().began(aRequest('/items/7/like'));
    await quiet();
    const second = around.life();
    await second.resume();
    expect(around.entries).toEqual([]);
    around.now = t0 + answerMissing + 1_000;
    await second.resume();
    expect(around.entries).toMatchObject([{ evidence: { level: 'seen' } }]);
  });

  it('while the answer came records nothing that the page does not show', async () => {
    const around = new Surroundings();
    around.outcome = { states: { like: 'off' } };
    around.life().began(aRequest('/items/7/like'));
    await quiet();
    around.now = t0 + answerMissing + 1_000;
    await around.life().resume();
    expect([around.entries.length, around.items.size]).toEqual([0, 0]);
  });

  it('forgets an answer to a request that was never pending', async () => {
    const around = new Surroundings();
    around.life().answered('request-9', { status: 200 });
    await quiet();
    expect(around.items.size).toBe(0);
  });

  it('gives up what is never answered', async () => {
    const around = new Surroundings();
    const life = around.life();
    life.began(aRequest('/items/7/like'));
    await quiet();
    around.now = t0 + answerGivenUp + 1_000;
    await life.resume();
    expect([around.entries.length, around.items.size]).toEqual([0, 0]);
  });
});

describe('a flip that no request explains', () => {
  const pressed = (action: string) => aGesture({ controls: [{ action, state: 'off' }] });

  it('is recorded as seen where the definition takes the flip alone', async () => {
    const around = new Surroundings();
    await around.life().unclaimed(meadow, pressed('bookmark'), { states: { bookmark: 'on' } });
    expect(around.entries).toMatchObject([{ kind: 'bookmark', evidence: { level: 'seen' } }]);
  });

  it('is only counted elsewhere', async () => {
    const around = new Surroundings();
    await around.life().unclaimed(meadow, pressed('like'), flipped);
    expect(around.entries).toEqual([]);
    expect(around.fates).toEqual([{ site: 'meadow', what: 'no-request' }]);
  });

  it('is recorded as seen where the background was dead when the request went by', async () => {
    const around = new Surroundings();
    around.missed = true;
    await around.life().unclaimed(meadow, pressed('like'), flipped);
    expect(around.entries).toMatchObject([
      { kind: 'like', object: { url: 'https://meadow.example/items/7', id: '7' }, evidence: { level: 'seen' } },
    ]);
  });

  it('is recorded in the direction in which it flipped', async () => {
    const around = new Surroundings();
    const controls = [
      { action: 'like', state: 'on' as const },
      { action: 'unlike', state: 'on' as const },
    ];
    around.missed = true;
    await around.life().unclaimed(meadow, aGesture({ controls }), { states: { like: 'off', unlike: 'off' } });
    expect(around.entries).toMatchObject([{ kind: 'like', undo: true, evidence: { level: 'seen' } }]);
  });

  it('gives nothing where the person allows nothing', async () => {
    const around = new Surroundings();
    around.allowed = false;
    await around.life().unclaimed(meadow, pressed('bookmark'), { states: { bookmark: 'on' } });
    expect([around.entries, around.fates]).toEqual([[], []]);
  });
});
