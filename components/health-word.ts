import { isDoubtful } from '../lib/report/report.ts';
import { ago } from './ago.ts';
import { words } from './words.ts';

const { say } = words;

/** Requests since a site was last seen working that nobody's press belongs to: below this it may be the page's own doing. */
const doubtfulAlone = 20;

/** Whether a definition works, in a plain word. */
export function healthWord({
  lastSeen,
  health,
}: {
  lastSeen?: string | undefined;
  health: { presses: number; misses: number; row: { misses: number; alone: number } };
}): { word: string; doubtful: boolean } {
  if (isDoubtful(health)) return { word: say('healthDoubtful'), doubtful: true };
  if (health.row.alone >= doubtfulAlone) return { word: say('healthAlone'), doubtful: true };
  const word = lastSeen ? say('healthWorks', ago(lastSeen, Date.now(), words.locale)) : say('healthFresh');
  return { word, doubtful: false };
}
