import { chosenPart, isMeaningful, isPassing, isSpeaking } from './names.ts';

/** What can show the state of a control: attributes of the control, of what is in it and of what is around it. */
export interface Snap {
  /** `self`, `in 3` (its fourth descendant) or `up 1` (its grandparent), then attributes by name. */
  [where: string]: Record<string, string>;
}

const mostInside = 24;

/** Takes down attributes, no texts: what was typed or written stays where it is. */
export function snapOf(control: Element, item: Element | undefined): Snap {
  const snap: Snap = { self: attributesOf(control) };
  for (const [at, inner] of [...control.querySelectorAll('*')].slice(0, mostInside).entries())
    snap[`in ${at} ${inner.localName}`] = attributesOf(inner);
  let at = control.parentElement;
  for (let up = 0; up < 4 && at && at.localName !== 'body'; up++, at = at.parentElement) {
    snap[`up ${up}`] = attributesOf(at);
    if (at === item) break;
  }
  return snap;
}

function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    if (/^(?:class|fill|hidden|checked|disabled|title|aria-(?:pressed|checked|selected|label)|data-.+)$/.test(name))
      found[name] = value.slice(0, 512);
  }
  // A ticked box says so in no attribute.
  if ('checked' in element) found[':checked'] = String(element.checked === true);
  return found;
}

/** One difference that the try made. */
export interface Flip {
  /** Tested on the control: holds once the act is done. */
  on: string;
  /** The press took the act back, as far as the attribute itself says so. */
  tookBack?: boolean;
}

const preference = [
  'aria-pressed',
  'aria-checked',
  'aria-selected',
  ':checked',
  'data',
  'class',
  'checked',
  'hidden',
  'disabled',
  'fill',
  'title',
  'aria-label',
];

/**
 * What tells done from not done, best first.
 *
 * @param tookBack the press took the act back: what was there before it is the state "done"
 */
export function flipsOf(before: Snap, after: Snap, tookBack?: boolean): Flip[] {
  const flips: { flip: Flip; rank: number }[] = [];
  for (const where of Object.keys(before)) {
    const old = before[where];
    const next = after[where];
    if (!old || !next) continue;
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (old[name] === next[name] || (name.startsWith('data-') && isPassing(name))) continue;
      const said = saidBy(name, old[name], next[name]);
      const done = (tookBack ?? said === 'back') ? [old[name], next[name]] : [next[name], old[name]];
      const test = name === 'class' ? classTest(done[0], done[1]) : attributeTest(name, done[0], done[1]);
      if (!test) continue;
      const kind = name.startsWith('data-') ? 'data' : name;
      const far = where === 'self' ? 0 : where.startsWith('in') ? 1 : 2;
      flips.push({
        flip: { on: placed(where, test), ...(said ? { tookBack: said === 'back' } : {}) },
        rank: preference.indexOf(kind) * 4 + far,
      });
    }
  }
  return flips.sort((one, other) => one.rank - other.rank).map(({ flip }) => flip);
}

const yes = /^(?:true|on|yes|1|active|checked|selected|liked|voted|done)$/i;
const no = /^(?:false|off|no|0|inactive|unchecked|unselected|none|null)$/i;

function saidBy(name: string, old: string | undefined, next: string | undefined): 'done' | 'back' | undefined {
  if (!/^aria-(?:pressed|checked|selected)$|^:?checked$|^data-/.test(name)) return undefined;
  if (no.test(next ?? 'false') && yes.test(old ?? '')) return 'back';
  if (yes.test(next ?? '') && no.test(old ?? 'false')) return 'done';
  return undefined;
}

function attributeTest(name: string, done: string | undefined, not: string | undefined): string | undefined {
  if (name === ':checked') return done === 'true' ? ':checked' : ':not(:checked)';
  if (done === undefined) return `:not([${name}])`;
  if (not === undefined && !isSpeaking(done)) return `[${name}]`;
  // Numbers count, and what has no end is a text that changes.
  if (done.length > 64 || /["\\\n]/.test(done) || (/^data-/.test(name) && /\d/.test(done) && !/^[01]$/.test(done)))
    return undefined;
  return `[${name}="${done}"]`;
}

function classTest(done = '', not = ''): string | undefined {
  const [these, those] = [done, not].map((list) => list.split(/\s+/).filter(Boolean));
  const came = these?.filter((token) => !those?.includes(token) && !isPassing(token)) ?? [];
  const went = those?.filter((token) => !these?.includes(token) && !isPassing(token)) ?? [];
  const tests = [
    ...came.map((token) => nameOf(token)),
    ...went.map((token) => nameOf(token)).map((test) => test && `:not(${test})`),
  ];
  return tests.find((test) => test !== undefined);
}

/** A state may be shown by how it looks (`text-red-500`): only what a build tool made up is no name at all. */
function nameOf(token: string): string | undefined {
  if (isMeaningful(token)) return `.${token.replace(/[^\w-]/g, '\\$&')}`;
  const part = chosenPart(token);
  if (part) return `[class*="${part}"]`;
  return /^(?:text|fill|bg|stroke)-[a-z]+-\d{2,3}$/.test(token) ? `.${token}` : undefined;
}

function placed(where: string, test: string): string {
  if (where === 'self') return test;
  const [, tag = '*'] = /^in \d+ ([a-z-]+)$/i.exec(where) ?? [];
  return where.startsWith('in') ? `:has(${tag}${test})` : `${test} *`;
}

/** Names that differ, for selectors that must hold before and after (`Changing`). */
export function changingOf(before: Snap, after: Snap): Set<string> {
  const changing = new Set<string>();
  for (const where of Object.keys(before)) {
    const [old = {}, next = {}] = [before[where], after[where]];
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (old[name] === next[name]) continue;
      if (name !== 'class') changing.add(name);
      if (/^aria-/.test(name) && (old[name] === undefined || next[name] === undefined)) changing.add(`no ${name}`);
      const classes = [old.class, next.class].map((list) => (list ?? '').split(/\s+/));
      if (name === 'class')
        for (const token of classes.flat())
          if (!classes.every((list) => list.includes(token))) changing.add(`class ${token}`);
    }
  }
  return changing;
}
