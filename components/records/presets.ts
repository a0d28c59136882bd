import { families, type Kind } from '../../lib/ledger/kinds.ts';
import type { MessageKey } from '../../lib/report/words.ts';

/** Whom a record is for: a choice to begin from, which can be changed before it is made. */
interface Taken {
  /** From the first day on, or the last so many days. */
  always: boolean;
  days: number;
  /** One account only. */
  single: boolean;
  /** Kinds that do not interest there. */
  without: readonly Kind[];
  titles: boolean;
}

/** Acts that cost a click: nobody's portfolio, and no hours. */
const reactions: readonly Kind[] = [...families.likes, 'rating', 'share'];

const everything: Taken = { always: true, days: 0, single: false, without: [], titles: true };

export const presets = {
  me: everything,
  platform: { ...everything, single: true, titles: false },
  portfolio: { ...everything, without: [...reactions, 'moderation', 'other'] },
  hours: { ...everything, always: false, days: 364, without: reactions, titles: false },
} as const satisfies Record<string, Taken>;
export type Preset = keyof typeof presets;

export const presetLabels: Record<Preset, MessageKey> = {
  me: 'presetMe',
  platform: 'presetPlatform',
  portfolio: 'presetPortfolio',
  hours: 'presetHours',
};
