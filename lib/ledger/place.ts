import type { Contribution, Entry } from './entry.ts';
import type { Kind } from './kinds.ts';
import {
  entriesMaking,
  entriesOn,
  entryOf,
  hasState,
  type Nothing,
  type Standing,
  standingMade,
  standingOn,
  standingState,
} from './standing.ts';

/** What a contribution is to what the ledger knows already. */
export interface Place {
  /** The act that it takes back, and the form in which that stood last. */
  undoes?: Entry;
  latest?: Entry;
  /** `id` of the act that it changes, or true where that act is not known. */
  revises?: string | true;
  /** It changes an act with a state, so it is that act from now on. */
  supersedes?: true;
  /** The act that its record line names. */
  earlier?: Entry;
}

/** Kinds whose acts make things that can be edited. */
const makingKinds: readonly Kind[] = ['post', 'comment', 'answer', 'review', 'code-review', 'share', 'other'];

/** Decides where one contribution belongs. The same question about earlier entries is asked once. */
export class Placing {
  readonly #transaction: IDBTransaction;
  readonly #given: Contribution;
  readonly #asked = new Map<string, Promise<Entry[]>>();

  constructor(transaction: IDBTransaction, given: Contribution) {
    this.#transaction = transaction;
    this.#given = given;
  }

  /** Asks for what an ordinary act in this stream will need. */
  async readAhead(stream: string): Promise<void> {
    const { kind, object, made } = this.#given;
    if (hasState(this.#given)) await this.#entriesOn(stream, kind, object.url);
    else if (made) await this.#entriesMaking(stream, made.url);
  }

  /**
   * @param streams ids of the streams that hold the acts of the same person
   * @returns `duplicate` where there is nothing to store; the entry that says the same, if there is one
   */
  async place(streams: readonly string[]): Promise<Place | { duplicate: Entry | undefined }> {
    const given = this.#given;
    if (given.undo) return this.#placeUndo(streams);

    if (hasState(given)) {
      const standing = await this.#standingState(streams, given);
      if (typeof standing === 'string') return given.revises ? { revises: true } : {};
      if (saysTheSame(given, standing.latest)) return { duplicate: standing.latest };
      return { revises: standing.act.id, earlier: standing.act, supersedes: true };
    }

    if (given.revises) {
      const named = typeof given.revises === 'string' ? await entryOf(this.#transaction, given.revises) : undefined;
      const standing = named ? { act: named } : await this.#madeBefore(streams, given);
      return typeof standing === 'string' ? { revises: true } : { revises: standing.act.id, earlier: standing.act };
    }

    if (given.made) {
      const standing = await this.#standingMade(streams, [given.kind], given.made.url);
      if (typeof standing !== 'string') return { duplicate: standing.act };
    }
    return {};
  }

  async #placeUndo(streams: readonly string[]): Promise<Place | { duplicate: undefined }> {
    const { kind, undoesKinds } = this.#given;
    let best: Standing | undefined;
    let isGone = false;
    for (const one of undoesKinds?.length ? undoesKinds : [kind]) {
      const standing = await this.#undoable(streams, { ...this.#given, kind: one });
      if (standing === 'gone') isGone = true;
      else if (standing !== 'unknown' && (!best || standing.latest.seq > best.latest.seq)) best = standing;
    }
    if (best) return { undoes: best.act, earlier: best.act, latest: best.latest };
    return isGone ? { duplicate: undefined } : {};
  }

  async #undoable(streams: readonly string[], given: Contribution): Promise<Standing | Nothing> {
    if (hasState(given)) {
      const standing = await this.#standingState(streams, given);
      // An undone share may have been one that made a post of its own.
      if (standing !== 'unknown' || given.kind !== 'share') return standing;
    }
    const made = await this.#madeBefore(streams, given);
    if (made !== 'unknown') return made;
    // Which one of several was meant cannot be known, and that one more was taken back than stands cannot either.
    const on = await standingOn(this.#transaction, streams, given);
    return on === 'gone' ? 'unknown' : on;
  }

  /** The act that made what is changed or removed: a contribution names that thing as `made` or as its object. */
  #madeBefore(streams: readonly string[], given: Contribution): Promise<Standing | Nothing> {
    const kinds = given.kind === 'edit' && given.revises ? makingKinds : [given.kind];
    return this.#standingMade(streams, kinds, given.made?.url ?? given.object.url);
  }

  async #standingState(streams: readonly string[], given: Contribution): Promise<Standing | Nothing> {
    const entries = await Promise.all(streams.map((stream) => this.#entriesOn(stream, given.kind, given.object.url)));
    return standingState(this.#transaction, entries.flat(), given);
  }

  async #standingMade(streams: readonly string[], kinds: readonly Kind[], url: string): Promise<Standing | Nothing> {
    const entries = await Promise.all(streams.map((stream) => this.#entriesMaking(stream, url)));
    return standingMade(this.#transaction, entries.flat(), kinds);
  }

  #entriesOn(stream: string, kind: Kind, url: string): Promise<Entry[]> {
    return this.#once(`${stream}\n${kind}\n${url}`, () => entriesOn(this.#transaction, stream, kind, url));
  }

  #entriesMaking(stream: string, url: string): Promise<Entry[]> {
    return this.#once(`${stream}\n${url}`, () => entriesMaking(this.#transaction, stream, url));
  }

  #once(name: string, ask: () => Promise<Entry[]>): Promise<Entry[]> {
    const asked = this.#asked.get(name) ?? ask();
    this.#asked.set(name, asked);
    return asked;
  }
}

/** A new act says nothing new if every detail that it gives is what stands. */
function saysTheSame(given: Contribution, standing: Entry): boolean {
  const stands = standing.detail ?? {};
  return Object.entries(given.detail ?? {}).every(([name, value]) => stands[name as keyof typeof stands] === value);
}
