/** A text that is not JSON, and the line it goes wrong on. */
export class JsonError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'JsonError';
    this.line = line;
  }
}

/** Reads JSON and keeps the line each value begins on, so that what is wrong with a value can be shown where it is. */
export interface Located {
  value: unknown;
  /** Line (from 1) of the value at a path; of the nearest one around it where there is none. */
  lineOf(path: readonly PropertyKey[]): number;
}

const blank = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const deepest = 64;

/**
 * Reads a JSON text (RFC 8259). Unlike `JSON.parse` it refuses a name used twice in one object, where one of the two
 * would silently be lost.
 * @throws JsonError
 */
export function readLocated(text: string): Located {
  const lines = new Map<string, number>();
  let at = 0;

  const fail = (message: string): never => {
    throw new JsonError(lineAt(at), message);
  };
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (mark: string): boolean => {
    take(blank);
    if (text[at] !== mark) return false;
    at++;
    return true;
  };

  let counted = 0;
  let line = 1;
  /** Lines are counted forward only, so that a long text is gone through once. */
  const here = (): number => {
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    return line;
  };

  const read = (path: readonly PropertyKey[]): unknown => {
    take(blank);
    if (path.length > deepest) fail('it is nested too deep');
    lines.set(keyOf(path), here());
    if (skip('{')) return readObject(path);
    if (skip('[')) return readList(path);
    const found = take(string) ?? take(plain);
    return found === undefined ? fail('a value is expected here') : JSON.parse(found);
  };

  const readObject = (path: readonly PropertyKey[]): Record<string, unknown> => {
    const members = new Map<string, unknown>();
    if (skip('}')) return {};
    do {
      take(blank);
      const name = JSON.parse(take(string) ?? fail('a name in quotes is expected here')) as string;
      if (members.has(name)) fail(`the name "${name}" is used twice`);
      if (!skip(':')) fail('a colon is expected here');
      members.set(name, read([...path, name]));
    } while (skip(','));
    if (!skip('}')) fail('a comma or a closing brace is expected here');
    return Object.fromEntries(members);
  };

  const readList = (path: readonly PropertyKey[]): unknown[] => {
    const list: unknown[] = [];
    if (skip(']')) return list;
    do list.push(read([...path, list.length]));
    while (skip(','));
    if (!skip(']')) fail('a comma or a closing bracket is expected here');
    return list;
  };

  const value = read([]);
  take(blank);
  if (at < text.length) fail('nothing more is expected here');
  return {
    value,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const found = lines.get(keyOf(path.slice(0, length)));
        if (found !== undefined) return found;
      }
      return 1;
    },
  };
}

const keyOf = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String));
