/**
 * Which names in a page last: those that somebody chose, and not those that a build tool, a counter or a style sheet
 * made. Everything here errs towards distrust: a name too few costs a longer selector, a wrong one costs the record.
 */

/** Short words without a vowel, or too short, that people do write in names. */
const known = new Set(
  'btn ctrl msg nav img svg txt ul ol li tr td th h1 h2 h3 h4 up fav rss cta css gh id is my qa rt tv ui wp yt'.split(
    ' ',
  ),
);

/** Words of a name: split at hyphens, underlines, and where camel case begins a new one. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/[-_:.]+/)
    .filter(Boolean);

function speaks(word: string): boolean {
  const plain = word.toLowerCase();
  if (known.has(plain)) return true;
  if (!/^[a-z]{3,24}$/.test(plain) || /[a-z]/.test(word.slice(1)) === /[A-Z]/.test(word.slice(1))) {
    // Mixed capitals inside one word, or none of its letters: nobody writes so, but all capitals are a word.
    if (!/^[A-Z]{3,24}$/.test(word)) return false;
  }
  return /[aeiouy]/.test(plain) && !/[bcdfghjklmnpqrstvwxz]{5}/.test(plain);
}

/** Whether a name (a class, an id, a value) is made of words alone. */
export function isSpeaking(name: string): boolean {
  if (name.length === 0 || name.length > 48 || !/^[a-z][a-z0-9_:.-]*$/i.test(name)) return false;
  const words = wordsOf(name);
  return words.length <= 6 && words.some((word) => !known.has(word) || word.length > 2) && words.every(speaks);
}

/** How things look, not what they are: utility classes of style sheets, alone or behind a variant (`md:hover:`). */
const utility =
  /[:[\]/]|^-?(?:absolute|animate|aspect|backdrop|basis|bg|block|border|bottom|clearfix|col|container|contents|cursor|d|delay|display|divide|duration|ease|fill|fixed|flex|float|font|gap|grid|grow|h|hidden|inline|inset|invisible|isolate|italic|items|justify|leading|left|line|m|max|mb|me|min|ml|mr|ms|mt|mx|my|object|opacity|order|origin|outline|overflow|p|pb|pe|pl|place|pointer|position|pr|ps|pt|px|py|relative|right|ring|rotate|rounded|row|scale|select|self|shadow|shrink|size|space|sr|static|sticky|stroke|table|text|top|tracking|transform|transition|translate|truncate|underline|uppercase|lowercase|capitalize|visible|w|whitespace|z)(?:-|$)/;

/** Tools that mark what they made. */
const made = /^(?:css|sc|jsx|jss|emotion|svelte|astro|makeStyles|Mui|chakra|ant|r|v|ng|_ng|tw|StyledComponents?)-/;

/** Things that come and go with the pointer and the keyboard. */
const passing =
  /hover|focus|ripple|anim|transition|enter|leave|loading|busy|pending|wait|press|touch|mouse|ng-|tippy|tooltip/i;

/** Whether a class says what something is. */
export const isMeaningful = (token: string): boolean => !made.test(token) && !utility.test(token) && isSpeaking(token);

/** Whether a class, an attribute or a value only shows what the pointer or the keyboard does. */
export const isPassing = (name: string): boolean => passing.test(name);

/**
 * The part of a class that a person chose, where a build tool put a hash behind it (CSS modules: `Like_button__x7F3a`).
 *
 * @returns the part up to the hash, or undefined where the class is not of that kind
 */
export function chosenPart(token: string): string | undefined {
  const [, part = '', hash = ''] = /^_?([A-Za-z][\w-]*?__?)([A-Za-z0-9+-]{4,10})(?:_\d+)?$/.exec(token) ?? [];
  const speaking = part.length >= 5 && isSpeaking(part.replace(/_+$/, ''));
  return speaking && !isSpeaking(hash) ? part : undefined;
}

/** The part of an id before its counter (`like_4711`), where a person chose it. */
export function countedPart(id: string): string | undefined {
  const [, part = '', word = ''] = /^(([A-Za-z][A-Za-z-]*)[-_:])[0-9a-f-]*\d[0-9a-f-]*$/.exec(id) ?? [];
  const ofTool = /^(?:ember|radix|headlessui|react|mui|yui|ext|ui-id|aria|id|gen|auto|tippy|popover|cdk|mat)$/i;
  return part && (isSpeaking(word) || known.has(word.toLowerCase())) && !ofTool.test(word) ? part : undefined;
}
