import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words.ts';

const shownAtFirst = 6;

/** A list that shows its first lines, and the rest on demand. */
export function FoldedList<Line>({ lines, row }: { lines: readonly Line[]; row: (line: Line) => ComponentChildren }) {
  const [all, setAll] = useState(false);
  const hidden = lines.length - shownAtFirst;
  const folded = !all && hidden > 1;
  return (
    <>
      <ul class="rows">
        {(folded ? lines.slice(0, shownAtFirst) : lines).map((line, i) => (
          <li key={i}>{row(line)}</li>
        ))}
      </ul>
      {folded && (
        <p class="note">
          <button type="button" class="link" onClick={() => setAll(true)}>
            {words.count('andMore', hidden)}
          </button>
        </p>
      )}
    </>
  );
}
