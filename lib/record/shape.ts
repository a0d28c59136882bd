/**
 * The shape of a document from a stranger, in a few words of our own: the verifier that travels in every record has
 * room for these and not for a library. A shape tells the first flaw it meets, or null.
 */
export type Shape = (value: unknown) => Flaw | null;

/** What does not fit, and where: the names on the way to it, outermost first. */
export interface Flaw {
  path: string[];
  what: string;
}

const flaw = (what: string): Flaw => ({ path: [], what });

/** A text of at most so many characters, that fits a pattern and a further test. */
export function text(most: number, { like, where }: { like?: RegExp; where?: (text: string) => boolean } = {}): Shape {
  return (value) => {
    if (typeof value !== 'string') return flaw('is no text');
    if (value.length > most) return flaw(`is longer than ${most} characters`);
    return (like && !like.test(value)) || (where && !where(value)) ? flaw('is not written as it must be') : null;
  };
}

/** Exactly this value. */
export function exactly(wanted: string): Shape {
  return (value) => (value === wanted ? null : flaw(`is not ${wanted}`));
}

/** A whole number from `least` on. */
export function whole(least: number): Shape {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least ? null : flaw(`is no number from ${least} on`);
}

/** A list; each item has the shape. */
export function list(item: Shape, { least = 0, most }: { least?: number; most: number }): Shape {
  return (value) => {
    if (!Array.isArray(value)) return flaw('is no list');
    if (value.length < least || value.length > most) return flaw(`has not between ${least} and ${most} members`);
    return firstFlaw(value.keys(), (n) => below(`${n}`, item(value[n])));
  };
}

/** A list of exactly these, in this order. */
export function row(...items: Shape[]): Shape {
  return (value) => {
    if (!Array.isArray(value)) return flaw('is no list');
    if (value.length !== items.length) return flaw(`has not ${items.length} members`);
    return firstFlaw(items.keys(), (n) => below(`${n}`, items[n]?.(value[n]) ?? null));
  };
}

/** Members that may be missing are told from those that may not. */
export const optional = (shape: Shape): Shape => Object.assign((value: unknown) => shape(value), { optional: true });

/**
 * An object with every member that `Type` names. Others are refused unless it is `open`: what is signed may say more
 * than we know.
 */
export function object<Type>(members: { [Name in keyof Type]-?: Shape }, { open = false } = {}): Shape {
  const shapes = new Map<string, Shape>(Object.entries(members));
  return (value) => {
    if (!isObject(value)) return flaw('is no object');
    const stranger = open ? undefined : Object.keys(value).find((name) => !shapes.has(name));
    if (stranger !== undefined) return below(stranger, flaw('has no place here'));
    return firstFlaw(shapes, ([name, shape]) => {
      if (Object.hasOwn(value, name)) return below(name, shape(value[name]));
      return 'optional' in shape ? null : below(name, flaw('is missing'));
    });
  };
}

/** An object whose names are of the given ones, with members of one shape. */
export function record(names: readonly string[], member: Shape): Shape {
  return (value) => {
    if (!isObject(value)) return flaw('is no object');
    return firstFlaw(Object.entries(value), ([name, one]) =>
      below(name, names.includes(name) ? member(one) : flaw('has no place here')),
    );
  };
}

/** Fits if any of them does; otherwise the flaw of the first. */
export function either(...shapes: Shape[]): Shape {
  return (value) => {
    const flaws = shapes.map((shape) => shape(value));
    return flaws.includes(null) ? null : (flaws[0] ?? null);
  };
}

export const anything: Shape = () => null;

/** A flaw as words: `credentialSubject/streams/0/account: is no text`. */
export const told = ({ path, what }: Flaw): string => (path.length > 0 ? `${path.join('/')}: ${what}` : what);

const isObject = (value: unknown): value is { [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (name: string, found: Flaw | null): Flaw | null =>
  found && { path: [name, ...found.path], what: found.what };

function firstFlaw<Item>(items: Iterable<Item>, judge: (item: Item) => Flaw | null): Flaw | null {
  for (const item of items) {
    const found = judge(item);
    if (found) return found;
  }
  return null;
}
