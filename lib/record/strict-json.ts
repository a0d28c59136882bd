/** Why a text is not believed to be JSON: in plain words, with the place. */
export class JsonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JsonError';
  }
}

export interface JsonLimits {
  /** UTF-8 bytes. */
  bytes: number;
  /** How deep objects and lists may stand in each other. */
  depth: number;
}

/**
 * Reads JSON that two readers could not understand differently: well-formed UTF-8 without a byte order mark, no name
 * twice in one object, no number that a double cannot hold, no lone surrogate, no more depth than asked for.
 * @throws JsonError
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  if (bytes.length > limits.bytes) throw new JsonError(`longer than ${limits.bytes} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError('not UTF-8');
  }
  scan(text, limits.depth);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonError('not JSON');
  }
  requireExact(value);
  return value;
}

/**
 * Walks over the text for what `JSON.parse` forgives: names that come twice, depth. What is no JSON at all is left
 * for `JSON.parse` to refuse. By hand and not by a regular expression: hostile texts exhaust the stack of those.
 */
function scan(text: string, maxDepth: number): void {
  /** For each open object the names seen in it; null for an open list. */
  const open: (Set<string> | null)[] = [];
  let lastString = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      lastString = text.slice(at, end + 1);
      at = end;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > maxDepth) throw new JsonError(`nested deeper than ${maxDepth}`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ':') {
      const names = open.at(-1);
      // Each name is read once: a long text before many colons would cost the square of its length.
      if (!names || lastString === '') throw new JsonError('not JSON');
      const name = nameFrom(lastString);
      lastString = '';
      if (names.has(name)) throw new JsonError(`the name ${JSON.stringify(name.slice(0, 40))} twice in one object`);
      names.add(name);
    }
  }
}

/** Index of the quote that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  throw new JsonError('not JSON');
}

/** Names are compared as they are meant, not as they are written: `"a"` and `"\u0061"` are one. */
function nameFrom(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    throw new JsonError('not JSON');
  }
}

function requireExact(value: unknown): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw new JsonError('a lone surrogate');
  if (
    typeof value === 'number' &&
    (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
  ) {
    throw new JsonError('a number that cannot be held exactly');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    requireExact(name);
    requireExact(member);
  }
}
