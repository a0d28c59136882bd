/**
 * Whether a regular expression of a definition is plain enough never to backtrack without end: no back references, no
 * look-behind, and no repetition around a group that itself repeats or branches (`(a+)+`, `(a|aa)*`).
 */
export function isSafePattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
  } catch {
    return false;
  }
  if (/\\[1-9k]/.test(source) || source.includes('(?<=') || source.includes('(?<!')) return false;
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const open: { repeats: boolean }[] = [];
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at];
    if (character === '(') open.push({ repeats: false });
    else if (character === ')') {
      const group = open.pop();
      const repeated = /^([*+]|\{\d+,)/.test(plain.slice(at + 1));
      if (group?.repeats && repeated) return false;
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
  return true;
}
