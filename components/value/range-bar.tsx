import type { Micros } from '../../lib/value/micros.ts';
import type { Range } from '../../lib/value/range.ts';

/** Where bars begin: a cent. Methods differ by powers of ten, so their common scale is logarithmic. */
const least = 10_000;

/** The common scale of several ranges, up to the highest of them. */
export type Scale = (amount: Micros) => number;

/** Makes the scale on which ranges of one currency stand under each other; parts of a hundred. */
export function scaleFor(ranges: readonly Range[]): Scale {
  const most = Math.max(least * 10, ...ranges.map(({ high }) => Number(high)));
  return (amount) => {
    const value = Number(amount);
    return value <= least ? 0 : Math.min(100, (Math.log(value / least) / Math.log(most / least)) * 100);
  };
}

/** A range as a bar with a middle mark; dashed, because it is an estimate. The words beside it say the same. */
export function RangeBar({ range, scale }: { range: Range; scale: Scale }) {
  const [from, mid, to] = [scale(range.low), scale(range.mid), scale(range.high)];
  return (
    <span class="range" aria-hidden="true">
      <span
        class={range.low < 0n ? 'range-bar open' : 'range-bar'}
        style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(1, to - from)}%` }}
      />
      <span class="range-mid" style={{ insetInlineStart: `${mid}%` }} />
    </span>
  );
}
