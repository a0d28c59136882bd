import { z } from 'zod';

/** What can go wrong with a place for backups, in words that a screen can choose a sentence by. */
export type PlaceProblem = 'unreachable' | 'refused' | 'no-folder' | 'no-space' | 'not-webdav' | 'missing';

export class PlaceError extends Error {
  readonly problem: PlaceProblem;

  constructor(problem: PlaceProblem, message: string) {
    super(message);
    this.name = 'PlaceError';
    this.problem = problem;
  }
}

/** Somewhere outside the browser's storage where backups are put, in parts. */
export interface Place {
  /** Makes the place ready. @throws PlaceError */
  prepare(): Promise<void>;
  /** Puts a file there whole or not at all. @throws PlaceError */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Size of a file; undefined where it is not there or the place cannot tell. */
  size(name: string): Promise<number | undefined>;
  /** Whether `size` can tell. */
  readonly tells: boolean;
  /** Removes a file, if it is there and the place can. */
  remove(name: string): Promise<void>;
}

/** The list that says a backup in parts is complete. The parts, one behind the other, are the backup. */
export const manifestSchema = z.strictObject({
  format: z.literal('contrail-backup-parts'),
  version: z.literal(1),
  made: z.iso.datetime(),
  parts: z
    .array(
      z.strictObject({
        name: z.string().regex(/^contrail-[\w-]{1,60}\.backup-\d{4}$/),
        size: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(9999),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Part = Manifest['parts'][number];

/** Name of a complete backup's list, from the name of the backup. */
export const manifestName = (name: string) => `${name}.backup.json`;

export const partName = (name: string, number: number) => `${name}.backup-${String(number).padStart(4, '0')}`;
