import { exactAmount } from '../../lib/report/money.ts';
import type { Micros } from '../../lib/value/micros.ts';
import { words } from '../words.ts';
import type { Glass, Tower } from './tower.ts';

const { say } = words;
/** So many glasses stand on a floor; the rest are drawn as one. */
const widest = 6;

/** The tower of glasses, floor under floor, and the same as a table. */
export function TowerPicture({ tower, currency }: { tower: Tower; currency: string }) {
  const floors = tower.floors.map(gathered);
  return (
    <>
      <ol class="tower" aria-label={say('tower')}>
        <li>
          <GlassPicture name={say('towerYou')} amount={tower.top} part={1} currency={currency} own />
        </li>
        {floors.map((glasses, floor) => (
          <li key={floor} aria-label={say('towerFloor', floor + 1)}>
            {glasses.map(({ name, amount }) => (
              <GlassPicture
                key={name}
                name={name}
                amount={amount}
                part={Number(amount) / Math.max(1, Number(tower.top))}
                currency={currency}
              />
            ))}
          </li>
        ))}
      </ol>
      <p class="small quiet">{say('passOnKept', exactAmount(tower.kept, currency, words))}</p>
    </>
  );
}

interface Shown {
  name: string;
  amount: Micros;
}

function gathered(glasses: readonly Glass[]): Shown[] {
  const shown = glasses.length > widest ? glasses.slice(0, widest - 1) : glasses;
  const rest = glasses.slice(shown.length).reduce((sum, { amount }) => sum + amount, 0n);
  return [
    ...shown.map(({ maker, amount }) => ({ name: maker?.name ?? say('towerUnknown'), amount })),
    ...(rest > 0n
      ? [{ name: `${say('towerOthers')} (${words.number(glasses.length - shown.length)})`, amount: rest }]
      : []),
  ];
}

interface Glassful extends Shown {
  /** Of all that was poured, 0 to 1. */
  part: number;
  currency: string;
  own?: boolean;
}

/** A glass, filled as far as its part of everything: by the square root, so that small parts are seen. */
function GlassPicture({ name, amount, part, currency, own = false }: Glassful) {
  const level = 4 + 30 * Math.sqrt(Math.min(1, part));
  const half = (y: number) => 6 + (14 * (40 - y)) / 36;
  return (
    <span class={own ? 'glass own' : 'glass'}>
      <svg viewBox="0 0 48 52" aria-hidden="true">
        <path
          class="wine"
          d={`M${24 - half(40 - level)} ${40 - level}L${24 + half(40 - level)} ${40 - level}L30 40L18 40Z`}
        />
        <path class="cup" d="M4 4L18 40H30L44 4M24 40V48M16 48H32" />
      </svg>
      <span class="private one-line">
        <bdi>{name}</bdi>
      </span>
      <span class="small quiet private">{exactAmount(amount, currency, words)}</span>
    </span>
  );
}
