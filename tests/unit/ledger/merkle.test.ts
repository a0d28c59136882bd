import { readFileSync } from 'node:fs';
import { base64, hex } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from '../../../lib/ledger/merkle.ts';

const vector = (name: string) => readFileSync(new URL(`../../vectors/merkle/${name}`, import.meta.url), 'utf8');
const lines = (name: string) =>
  vector(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const proofOf = (proof: string[] | null) => (proof ?? []).map((hash) => base64.decode(hash));

describe('the tree of RFC 9162', () => {
  it('hashes as the reference hasher', () => {
    const hasher = JSON.parse(vector('hasher.json'));
    const text = new TextEncoder();
    expect(hex.encode(rootOf(emptyFrontier))).toBe(hasher.empty_root);
    expect(hex.encode(leafHash(new Uint8Array()))).toBe(hasher.empty_leaf);
    expect(hex.encode(leafHash(text.encode(hasher.leaf.data_utf8)))).toBe(hasher.leaf.hash);
    const node = nodeHash(text.encode(hasher.node.left_utf8), text.encode(hasher.node.right_utf8));
    expect(hex.encode(node)).toBe(hasher.node.hash);
  });

  it('gives the roots of the reference tree at every size', () => {
    const tree = JSON.parse(vector('reference-tree.json'));
    const leaves = tree.leaf_data_hex.map((data: string) => leafHash(hex.decode(data)));
    for (const [size, root] of Object.entries(tree.root_hex_by_size)) {
      expect(hex.encode(rootOfLeaves(leaves.slice(0, Number(size))))).toBe(root);
    }
  });

  const inclusion = lines('inclusion.jsonl');
  const consistency = lines('consistency.jsonl');
  it('has all shared cases', () => expect(inclusion.length + consistency.length).toBe(119));

  it.each(inclusion.map((one) => [one.file, one]))('judges %s', (_, one) => {
    const verdict = verifyInclusion({
      index: BigInt(one.leafIdx),
      size: BigInt(one.treeSize),
      leaf: base64.decode(one.leafHash ?? ''),
      proof: proofOf(one.proof),
      root: base64.decode(one.root ?? ''),
    });
    expect(verdict).toBe(!one.wantErr);
  });

  it.each(consistency.map((one) => [one.file, one]))('judges %s', (_, one) => {
    const verdict = verifyConsistency({
      oldSize: BigInt(one.size1),
      newSize: BigInt(one.size2),
      oldRoot: base64.decode(one.root1 ?? ''),
      newRoot: base64.decode(one.root2 ?? ''),
      proof: proofOf(one.proof),
    });
    expect(verdict).toBe(!one.wantErr);
  });
});

describe('a log that grows', () => {
  const leavesOf = (count: number) => Array.from({ length: count }, (_, n) => leafHash(Uint8Array.of(n >> 8, n & 255)));

  /** The definition of RFC 9162 2.1.1, word for word. */
  const rootByDefinition = (leaves: Uint8Array[]): Uint8Array => {
    const [only] = leaves;
    if (only && leaves.length === 1) return only;
    const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
    return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
  };

  it('has the root of the definition after every append', () => {
    let frontier = emptyFrontier;
    const leaves = leavesOf(300);
    for (const [index, leaf] of leaves.entries()) {
      frontier = appendLeaf(frontier, leaf);
      expect(rootOf(frontier)).toEqual(rootByDefinition(leaves.slice(0, index + 1)));
      expect(frontier.edges.length).toBeLessThanOrEqual(Math.ceil(Math.log2(frontier.size + 1)));
    }
  });

  it('proves every leaf and every earlier size, and nothing with a bit changed', () => {
    const leaves = leavesOf(70);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.nat(69),
        fc.nat(69),
        fc.nat(255),
        (size, indexSeed, oldSeed, flip) => {
          const root = rootOfLeaves(leaves.slice(0, size));
          const index = indexSeed % size;
          const leaf = leaves[index] as Uint8Array;
          const proof = inclusionProof(leaves, index, size);
          const at = { index: BigInt(index), size: BigInt(size), leaf, root };
          expect(verifyInclusion({ ...at, proof })).toBe(true);
          const old = (oldSeed % size) + 1;
          const growth = consistencyProof(leaves, old, size);
          const from = { oldSize: BigInt(old), newSize: BigInt(size), oldRoot: rootOfLeaves(leaves.slice(0, old)) };
          expect(verifyConsistency({ ...from, newRoot: root, proof: growth })).toBe(true);

          const flipped = (hashes: Uint8Array[]) =>
            hashes.map((hash, n) =>
              n === flip % hashes.length ? hash.map((byte, b) => (b === flip % 32 ? byte ^ 1 : byte)) : hash,
            );
          if (proof.length > 0) expect(verifyInclusion({ ...at, proof: flipped(proof) })).toBe(false);
          if (growth.length > 0) {
            expect(verifyConsistency({ ...from, newRoot: root, proof: flipped(growth) })).toBe(false);
          }
        },
      ),
    );
  });

  it('refuses to prove what is not there', () => {
    const leaves = leavesOf(3);
    expect(() => inclusionProof(leaves, 3)).toThrow(RangeError);
    expect(() => inclusionProof(leaves, 0, 4)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 0)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 3, 2)).toThrow(RangeError);
  });
});
