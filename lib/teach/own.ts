import { z } from 'zod';
import { ListError } from '../lists/errors.ts';
import { judgeSites } from '../lists/judge.ts';
import type { Site } from '../sites/schema.ts';
import { ownIdOf } from './draft.ts';

/** A file of one's own definitions. */
const fileSchema = z.strictObject({
  format: z.literal('contrail-own-sites/1'),
  sites: z.array(z.unknown()).min(1).max(512),
});

/** A file longer than this is none of ours. */
export const longestFile = 1_000_000;

/**
 * Judges one's own definitions like those of a site list, and more strictly: one whole host each, which its id names,
 * and controls alone. They ask for no other host and read no request.
 *
 * @throws ListError that says what is wrong with which
 */
export function judgeOwn(given: readonly unknown[]): Site[] {
  return judgeSites(given).map((site) => {
    const [host = ''] = site.hosts ?? [];
    if (site.hosts?.length !== 1 || host.startsWith('*') || site.apiHosts || site.signals || ownIdOf(host) !== site.id)
      throw new ListError('hosts', `${site.id}: ${site.hosts?.join(' ') ?? ''}`);
    const further = site.actions.find((action) => action.request || !action.control);
    if (further) throw new ListError('definition', `${site.id}: ${further.id}: request`);
    return site;
  });
}

/** One's own definitions as a file. */
export const writeOwn = (sites: readonly Site[]): string =>
  `${JSON.stringify({ format: 'contrail-own-sites/1', sites }, null, 2)}\n`;

/**
 * Reads such a file.
 *
 * @throws ListError with the reason why it is not taken
 */
export function readOwn(text: string): Site[] {
  if (text.length > longestFile) throw new ListError('too-large');
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    throw new ListError('not-a-list');
  }
  const file = fileSchema.safeParse(tree);
  if (!file.success) throw new ListError('not-a-list');
  return judgeOwn(file.data.sites);
}
