import type { Family } from '../lib/ledger/kinds.ts';
import { markPath } from '../lib/report/marks.ts';

/** The shape and colour of a family. Says nothing to a screen reader: the name stands beside it. */
export function Mark({ family }: { family: Family }) {
  return (
    <svg class={`mark family-${family}`} viewBox="-1 -1 2 2" aria-hidden="true">
      <path d={markPath(family, 1)} />
    </svg>
  );
}
