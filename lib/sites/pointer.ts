/**
 * Reads a JSON Pointer (RFC 6901) in a tree of plain data. Own members only, so that no pointer reaches a prototype.
 *
 * @param tree any JSON value
 * @param pointer `/a/b/0`; the empty pointer is the tree itself
 * @returns the value, or undefined where a step leads nowhere
 */
export function readPointer(tree: unknown, pointer: string): unknown {
  let at = tree;
  for (const token of tokens(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return undefined;
    at = (at as Record<string, unknown>)[token];
  }
  return at;
}

/**
 * The tree with another value where the pointer leads. Only what lies on the way is copied; the given tree stays.
 *
 * @returns undefined where the pointer leads nowhere
 */
export function withPointer<Tree extends object>(tree: Tree, pointer: string, value: unknown): Tree | undefined {
  const copied = copyWith(tree, tokens(pointer), value);
  return copied as Tree | undefined;
}

function copyWith(tree: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value;
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, token)) return undefined;
  const inner = copyWith((tree as Record<string, unknown>)[token], rest, value);
  if (inner === undefined) return undefined;
  const copy = Array.isArray(tree) ? [...tree] : { ...tree };
  (copy as Record<string, unknown>)[token] = inner;
  return copy;
}

const parsed = new Map<string, readonly string[]>();

/** Pointers come from definitions, so there are few of them and they are read often. */
function tokens(pointer: string): readonly string[] {
  let known = parsed.get(pointer);
  if (!known) {
    known = pointer
      .split('/')
      .slice(1)
      .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
    parsed.set(pointer, known);
  }
  return known;
}
