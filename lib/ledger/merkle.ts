import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The Merkle tree of RFC 9162 section 2.1 (the same as in RFC 6962). Hashes are 32 bytes. Everything here is
 * synchronous, because it runs inside IndexedDB transactions, which end while WebCrypto is awaited.
 */
export type Hash = Uint8Array;

/**
 * The right edge of a tree: roots of the complete subtrees that its size in binary tells, largest first. Enough to
 * append and to compute the root; at most one hash for each bit of `size`.
 */
export interface Frontier {
  readonly size: number;
  readonly edges: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, edges: [] };

/** SHA-256(00 ‖ data). */
export function leafHash(data: Uint8Array): Hash {
  return sha256.create().update(Uint8Array.of(0)).update(data).digest();
}

/** SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The tree with one more leaf, by its leaf hash. Never changes its argument. */
export function appendLeaf({ size, edges }: Frontier, leaf: Hash): Frontier {
  if (size >= Number.MAX_SAFE_INTEGER) throw new RangeError('the tree is full');
  const grown = [...edges];
  let node = leaf;
  // Each trailing one bit of the old size is a complete subtree that the new leaf completes further.
  for (let bits = size; bits % 2 === 1; bits = (bits - 1) / 2) {
    const left = grown.pop();
    if (!left) throw new RangeError('the right edge does not fit the size');
    node = nodeHash(left, node);
  }
  grown.push(node);
  return { size: size + 1, edges: grown };
}

/** Root hash of the tree; that of the empty tree is SHA-256 of nothing. */
export function rootOf({ edges }: Frontier): Hash {
  let root: Hash | undefined;
  for (const edge of edges.toReversed()) root = root ? nodeHash(edge, root) : edge;
  return root ?? sha256(new Uint8Array());
}

/** Root hash over all leaf hashes, in order. */
export function rootOfLeaves(leaves: Iterable<Hash>): Hash {
  let frontier = emptyFrontier;
  for (const leaf of leaves) frontier = appendLeaf(frontier, leaf);
  return rootOf(frontier);
}

/**
 * The same over hashes that stand one after the other in one block of bytes: pairs of a level make the next, and the
 * odd one at the end waits. Half the time, and a hundredth of the objects.
 */
export function rootOfBlock(leaves: Uint8Array): Hash {
  if (leaves.length === 0) return rootOf(emptyFrontier);
  const level = leaves.slice();
  const pair = new Uint8Array(65);
  pair[0] = 1;
  for (let count = level.length / 32; count > 1; count = Math.ceil(count / 2)) {
    for (let at = 0; at < count; at += 2) {
      if (at + 1 === count) {
        level.copyWithin(at * 16, at * 32, at * 32 + 32);
        continue;
      }
      pair.set(level.subarray(at * 32, at * 32 + 64), 1);
      level.set(sha256(pair), at * 16);
    }
  }
  return level.slice(0, 32);
}

/**
 * Hashes that lead from leaf `index` to the root of the first `size` leaves, from the leaf upwards
 * (RFC 9162 2.1.3.1). Throws a `RangeError` where there is no such leaf.
 */
export function inclusionProof(leaves: readonly Hash[], index: number, size = leaves.length): Hash[] {
  requireIndex(index, size);
  requireIndex(size - 1, leaves.length);
  const path = (from: number, to: number): Hash[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...path(from, middle), rootOfLeaves(leaves.slice(middle, to))]
      : [...path(middle, to), rootOfLeaves(leaves.slice(from, middle))];
  };
  return path(0, size);
}

/**
 * Hashes that show the tree of the first `to` leaves to be a continuation of that of the first `from`
 * (RFC 9162 2.1.4.1). Throws a `RangeError` unless 0 < from ≤ to ≤ number of leaves.
 */
export function consistencyProof(leaves: readonly Hash[], from: number, to = leaves.length): Hash[] {
  requireIndex(from - 1, to);
  requireIndex(to - 1, leaves.length);
  const subproof = (old: number, start: number, end: number, whole: boolean): Hash[] => {
    const size = end - start;
    if (old === size) return whole ? [] : [rootOfLeaves(leaves.slice(start, end))];
    const split = splitOf(size);
    return old <= split
      ? [...subproof(old, start, start + split, whole), rootOfLeaves(leaves.slice(start + split, end))]
      : [...subproof(old - split, start + split, end, false), rootOfLeaves(leaves.slice(start, start + split))];
  };
  return subproof(from, 0, to, true);
}

/** Whether `proof` leads from the leaf at `index` to `root` of a tree of `size` leaves (RFC 9162 2.1.3.2). */
export function verifyInclusion(claim: {
  index: bigint;
  size: bigint;
  leaf: Hash;
  proof: readonly Hash[];
  root: Hash;
}): boolean {
  const { index, size, leaf, proof, root } = claim;
  if (index < 0n || index >= size || ![leaf, root, ...proof].every(isHash)) return false;
  let fn = index;
  let sn = size - 1n;
  let node = leaf;
  for (const sibling of proof) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      node = nodeHash(sibling, node);
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n;
        sn /= 2n;
      }
    } else {
      node = nodeHash(node, sibling);
    }
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && sameHash(node, root);
}

/**
 * Whether the tree with `newRoot` continues the tree with `oldRoot` (RFC 9162 2.1.4.2). Size 0 is refused: every
 * tree continues the empty one, so there is nothing to prove.
 */
export function verifyConsistency(claim: {
  oldSize: bigint;
  newSize: bigint;
  oldRoot: Hash;
  newRoot: Hash;
  proof: readonly Hash[];
}): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (oldSize <= 0n || oldSize > newSize) return false;
  // Nothing is hashed here, so nothing is asked of the roots but to be the same.
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot);
  if (![oldRoot, newRoot, ...proof].every(isHash)) return false;
  // An old tree that is complete is itself the first node of the proof, so it is not repeated there.
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (!first) return false;
  let fn = oldSize - 1n;
  let sn = newSize - 1n;
  while (fn % 2n === 1n) {
    fn /= 2n;
    sn /= 2n;
  }
  let old = first;
  let fresh = first;
  for (const node of rest) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      old = nodeHash(node, old);
      fresh = nodeHash(node, fresh);
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n;
        sn /= 2n;
      }
    } else {
      fresh = nodeHash(fresh, node);
    }
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && sameHash(old, oldRoot) && sameHash(fresh, newRoot);
}

/** Whether two hashes are the same bytes. They are public, so the time it takes may tell. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function isHash(value: Uint8Array): boolean {
  return value.length === 32;
}

function isPowerOfTwo(value: bigint): boolean {
  return (value & (value - 1n)) === 0n;
}

/** The largest power of two below `size` (size ≥ 2). */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function requireIndex(index: number, size: number): void {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} of ${size}`);
}
