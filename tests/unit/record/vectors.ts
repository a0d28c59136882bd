import { readFileSync } from 'node:fs';
import { hex } from '@scure/base';
import { signerFromSeed } from '../../../lib/record/keys.ts';

const folder = new URL('../../vectors/', import.meta.url);

/** A test vector as text, by its path below `tests/vectors`. */
export const vector = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

export const vectorJson = (path: string) => JSON.parse(vector(path));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Signer of the account in the worked example. */
export const exampleSigner = () =>
  signerFromSeed(hex.decode(vectorJson('worked-example/keys.json').holder_epoch0.seed_hex));
