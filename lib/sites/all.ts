import type { Site } from './schema.ts';

const files = import.meta.glob<Site>(['./hosts/*.ts', './software/*.ts', '!./**/*.cases.ts'], {
  eager: true,
  import: 'default',
});

/** Every definition that comes with the extension: the files of `hosts/` and `software/`, found without a registry. */
export const sites: readonly Site[] = Object.values(files);
