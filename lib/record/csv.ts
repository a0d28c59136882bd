/** One column of a table: texts are guarded against formulas, numbers stay numbers. */
export interface Column<Row> {
  name: string;
  value: (row: Row) => string | number | undefined;
}

/**
 * A table as CSV (RFC 4180, UTF-8, with a header). Texts that a spreadsheet would run as a formula get a leading
 * apostrophe.
 */
export function csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map(({ name }) => cell(name)).join(',')];
  for (const row of rows) lines.push(columns.map(({ value }) => cell(value(row))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
