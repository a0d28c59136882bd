import { z } from 'zod';
import type { SiteAct, SiteLog } from './site.ts';

/**
 * Asks a site's own database: the text of a query and its values, in order. One line around any driver; it should be
 * allowed to read and nothing else.
 */
export type SqlSource = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** A name of SQL, with its table where needed: nothing in a mapping can be a piece of a query. */
const nameSchema = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}(\.[A-Za-z_][A-Za-z0-9_]{0,62})?$/);
/** A URL in which `{column}` stands for the value of a column. */
const templateSchema = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^{}\s]*(\{[A-Za-z_]\w*\}[^{}\s]*)*$/);

/** A mapping file: how one table of a site tells who did what to what, and when. */
const mappingSchema = z.strictObject({
  table: nameSchema,
  /** `?` for SQLite and MariaDB, `$` for PostgreSQL. */
  placeholders: z.enum(['?', '$']).default('?'),
  /** Column that names the person, and the profile URL with exactly that column in it. */
  account: z.strictObject({ column: nameSchema, url: templateSchema }),
  /** When it was done: seconds or milliseconds since 1970, ISO 8601, or a time of the database's own. */
  at: z.strictObject({ column: nameSchema, as: z.enum(['seconds', 'milliseconds', 'iso', 'time']) }),
  /** When it was taken back; null where it stands. Written like `at`. */
  undoneAt: nameSchema.optional(),
  /** One kind for all rows, or a column whose values stand for kinds. Rows of other values are passed over. */
  kind: z.union([
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({ column: nameSchema, values: z.record(z.string(), z.string().regex(/^[a-z-]+$/)) }),
  ]),
  object: templateSchema,
  made: templateSchema.optional(),
  receiver: templateSchema.optional(),
  /** Columns that make a row one act, where the same can be done to a thing more than once. */
  id: templateSchema.optional(),
});

/**
 * A site's log read from one table of its own database by a mapping file.
 * @throws TypeError that says what is wrong with the mapping
 */
export function sqlLog(source: SqlSource, given: unknown): SiteLog {
  const parsed = mappingSchema.safeParse(given);
  if (!parsed.success) {
    throw new TypeError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  const mapping = parsed.data;
  const nameIn = readerOf(mapping.account.url);
  const [first, second, third] = mapping.placeholders === '$' ? ['$1', '$2', '$3'] : ['?', '?', '?'];
  const query = `select * from ${mapping.table} where ${mapping.account.column} = ${first} and ${mapping.at.column} between ${second} and ${third} order by ${mapping.at.column}`;
  return {
    async acts(account, from, to) {
      const name = nameIn(account);
      if (name === undefined) return [];
      const rows = await source(query, [name, written(from, mapping.at.as), written(to, mapping.at.as)]);
      return rows.flatMap((row) => actIn(row, mapping) ?? []);
    },
  };
}

type Mapping = z.output<typeof mappingSchema>;
type Row = Record<string, unknown>;

const bare = (name: string) => name.split('.').at(-1) ?? name;

function actIn(row: Row, mapping: Mapping): SiteAct | undefined {
  const { kind, undoneAt, at } = mapping;
  const known = typeof kind === 'string' ? kind : kind.values[String(row[bare(kind.column)])];
  const done = read(row[bare(at.column)], at.as);
  const object = filled(mapping.object, row);
  if (!known || !done || !object) return undefined;
  const undone = undoneAt && row[bare(undoneAt)] != null ? read(row[bare(undoneAt)], at.as) : undefined;
  return {
    kind: known,
    object,
    at: done,
    ...(mapping.made && { made: filled(mapping.made, row) }),
    ...(mapping.receiver && { receiver: filled(mapping.receiver, row) }),
    ...(mapping.id && { id: filled(mapping.id, row) }),
    ...(undone && { undoneAt: undone }),
  };
}

/** A template with the values of a row; undefined where one of them is missing. */
function filled(template: string, row: Row): string | undefined {
  let missing = false;
  const url = template.replace(/\{(\w+)\}/g, (_, column: string) => {
    const value = row[column];
    if (value === null || value === undefined || value === '') missing = true;
    return encodeURIComponent(String(value));
  });
  return missing ? undefined : url;
}

/** Reads the one value out of a URL that was made by a template. */
function readerOf(template: string): (url: string) => string | undefined {
  const parts = template.split(/\{\w+\}/);
  const [before = '', after = '', ...more] = parts;
  if (parts.length !== 2 || more.length > 0) throw new TypeError('account.url: names exactly one column');
  return (url) => {
    if (!url.startsWith(before) || !url.endsWith(after) || url.length <= before.length + after.length) return undefined;
    try {
      const value = decodeURIComponent(url.slice(before.length, url.length - after.length));
      // One account has one profile: another spelling of it is not its own.
      return before + encodeURIComponent(value) + after === url ? value : undefined;
    } catch {
      return undefined;
    }
  };
}

function written(at: Date, as: Mapping['at']['as']): unknown {
  if (as === 'seconds') return Math.floor(at.getTime() / 1000);
  if (as === 'milliseconds') return at.getTime();
  return as === 'iso' ? at.toISOString() : at;
}

function read(value: unknown, as: Mapping['at']['as']): Date | undefined {
  const at =
    as === 'seconds'
      ? new Date(Number(value) * 1000)
      : as === 'milliseconds'
        ? new Date(Number(value))
        : value instanceof Date
          ? value
          : new Date(String(value));
  return Number.isNaN(at.getTime()) ? undefined : at;
}
