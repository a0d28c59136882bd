/** A cell: text from anywhere, or a number written by Contrail itself. */
export type Cell = string | { number: string };

/**
 * One line of CSV (RFC 4180) that no spreadsheet takes for a formula: text that begins like one gets an apostrophe in
 * front (OWASP, "CSV injection"), which spreadsheets hide. Numbers stay numbers.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  if (typeof value !== 'string') return value.number;
  const text = value.toWellFormed().replaceAll('\0', '');
  const safe = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
