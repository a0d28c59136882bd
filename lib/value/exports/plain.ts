/**
 * Text from a page as one plain line: no control, format or direction characters, no line or paragraph separators,
 * single blanks, at most `most` characters.
 */
export function plainLine(text: string, most = 200): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
