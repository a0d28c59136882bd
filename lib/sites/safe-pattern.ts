import { worstWork } from './pattern-work.ts';

/** What the schema says of an expression that is refused. */
export const unsafePattern = 'an expression that can hang a browser';

/** Steps that one expression may take on the longest text it is run on: at most about a second on a slow machine. */
const mostWork = 5e8;

/**
 * Whether a regular expression of a definition is plain enough never to hang a browser: no back references, no
 * look-behind, no repetition around a group that itself repeats or branches (`(a+)+`, `(a|aa)*`), and not so many
 * repetitions and choices in a row that trying all of them would take long (`a*a*a*b`, `a?a?a?…`).
 */
export function isSafePattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
  } catch {
    return false;
  }
  if (/\\[1-9k]/.test(source) || source.includes('(?<=') || source.includes('(?<!')) return false;
  return !repeatsRepetition(source) && worstWork(source) <= mostWork;
}

function repeatsRepetition(source: string): boolean {
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const open: { repeats: boolean }[] = [];
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    if (character === '(') open.push({ repeats: false });
    else if (character === ')') {
      const group = open.pop();
      const repeated = /^([*+]|\{\d+,)/.test(plain.slice(at + 1));
      if (group?.repeats && repeated) return true;
      const parent = open.at(-1);
      if (parent && (group?.repeats || repeated)) parent.repeats = true;
    } else if (
      character === '*' ||
      character === '+' ||
      character === '|' ||
      (character === '{' && /^\{\d+,/.test(plain.slice(at)))
    ) {
      const group = open.at(-1);
      if (group) group.repeats = true;
    }
  }
  return false;
}
