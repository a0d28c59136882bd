/**
 * How long a regular expression can take at worst. A backtracking matcher tries one way after the other: what counts
 * is in how many ways the parts in a row can match the same text, and that is read from the expression here. The
 * figure is an upper bound: two parts compete for a character unless they are seen to have none in common.
 */

/** A part of an expression. */
type Node =
  | { is: 'one'; set: bigint; literal?: string }
  | { is: 'nothing'; end: boolean }
  | { is: 'look'; inside: Node }
  | { is: 'either'; ways: Node[][] }
  | { is: 'repeat'; what: Node; least: number; most: number };

/** A place in an expression: the rest of a row of parts, then that of the rows around it. Each place exists once. */
interface Rest {
  row: readonly Node[];
  at: number;
  after: Rest | undefined;
  /** What was found out about it. */
  work?: number;
  first?: bigint;
}

/** Length of the longest text that expressions are run on (`steps.ts`). */
const length = 4096;
/** The characters by which sets are told apart; the last bit stands for all others. */
const samples = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  // Every other space, so that spaces and what is none have nothing in common.
  ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
];
const others = 1n << BigInt(samples.length);
/** The end of the text, as something that can come next. */
const ending = others << 1n;

/**
 * @param source of an expression that compiles with the flag `u` and has neither back references nor look-behind
 * @returns about how many characters are looked at on the worst text of 4096 characters
 */
export function worstWork(source: string): number {
  const { node } = readEither(source, 0);
  const starts = isAnchored(node) ? 1 : length / periodOf(prefixes([node], 0));
  return starts * workFrom({ row: [node], at: 0, after: undefined });
}

/** Characters looked at from here to the end, over all the ways in which it can be gone through. */
function workFrom(rest: Rest): number {
  rest.work ??= Math.min(workOf(rest), Number.MAX_VALUE);
  return rest.work;
}

function workOf(rest: Rest): number {
  const node = rest.row[rest.at];
  if (!node) return rest.after ? workFrom(rest.after) : 1;
  const next: Rest = { row: rest.row, at: rest.at + 1, after: rest.after };
  switch (node.is) {
    case 'one':
    case 'nothing':
      return 1 + workFrom(next);
    case 'look':
      // Nobody comes back into it: its own ways are tried once.
      return workFrom({ row: [node.inside], at: 0, after: undefined }) + workFrom(next);
    case 'either':
      return workOfEither(node.ways, next);
    case 'repeat':
      // There once or not at all: two ways to go on.
      if (node.most === 1) return workOfEither(node.least === 1 ? [[node.what]] : [[node.what], []], next);
      return workOfRepeat(node, next);
  }
}

/** Ways that begin differently exclude each other: then only the dearest counts. */
function workOfEither(ways: readonly Node[][], next: Rest): number {
  const begins = ways.map((row): Rest => ({ row, at: 0, after: next }));
  const works = begins.map(workFrom);
  return areApart(begins) ? ways.length + Math.max(...works) : works.reduce((sum, work) => sum + work, 0);
}

const areApart = (begins: readonly Rest[]): boolean => {
  const firsts = begins.map(firstFrom);
  return firsts.every((one, at) => firsts.slice(at + 1).every((other) => (one & other) === 0n));
};

function workOfRepeat({ what, least, most }: Extract<Node, { is: 'repeat' }>, next: Rest): number {
  const alone: Rest = { row: [what], at: 0, after: undefined };
  const times = most - least + 1;
  const cuts = Math.min(choicesIn(what) ** Math.min(most, 512), Number.MAX_VALUE);
  // Where nothing after it can fail, the first try is the last.
  if (cannotFail(next)) return cuts * least * workFrom(alone) + 1;
  const tries = most * workFrom(alone);
  if (times === 1 || (firstFrom(alone) & firstFrom(next)) === 0n) return cuts * (tries + workFrom(next));
  // The text after it can stand in so many places only; in all others it is soon seen that it does not.
  const literals = prefixes(next.row, next.at);
  const looks = times * Math.max(1, ...literals.map((literal) => literal.length));
  const places = Math.ceil(times / periodOf(literals));
  const beyond = beyondStopped(next);
  return cuts * (tries + looks + (beyond ? length + places * workFrom(beyond) : places * workFrom(next)));
}

/**
 * A fixed text and then a repetition that cannot run over that text again: from all the places together, the repetition
 * goes over each character only once. Gives the place after it.
 */
function beyondStopped(rest: Rest): Rest | undefined {
  let literal = 0n;
  let at = rest.at;
  for (let node = rest.row[at]; node?.is === 'one' && node.literal !== undefined; node = rest.row[++at])
    literal |= node.set;
  const node = rest.row[at];
  if (node?.is !== 'repeat' || node.what.is !== 'one' || (literal & ~node.what.set) === 0n) return undefined;
  const next: Rest = { row: rest.row, at: at + 1, after: rest.after };
  return (node.what.set & firstFrom(next)) === 0n ? next : undefined;
}

/** Whether everything from here may be missing. */
function cannotFail({ row, at, after }: Rest): boolean {
  return row.slice(at).every((node) => node.is === 'repeat' && node.least === 0) && (!after || cannotFail(after));
}

/** In how many ways a part by itself can match one text; 1 for what has a fixed form. */
function choicesIn(node: Node): number {
  switch (node.is) {
    case 'one':
    case 'nothing':
    case 'look':
      return 1;
    case 'repeat':
      return (node.most - node.least + 1) * choicesIn(node.what);
    case 'either': {
      const each = node.ways.map((row) => row.reduce((product, one) => product * choicesIn(one), 1));
      const apart = areApart(node.ways.map((row): Rest => ({ row, at: 0, after: undefined })));
      return apart ? Math.max(1, ...each) : each.reduce((sum, ways) => sum + ways, 0);
    }
  }
}

/** Every character that can come next. None where everything has matched by then. */
function firstFrom(rest: Rest): bigint {
  rest.first ??= firstOf(rest);
  return rest.first;
}

function firstOf(rest: Rest): bigint {
  const node = rest.row[rest.at];
  if (!node) return rest.after ? firstFrom(rest.after) : 0n;
  const next: Rest = { row: rest.row, at: rest.at + 1, after: rest.after };
  switch (node.is) {
    case 'one':
      return node.set;
    case 'nothing':
      return node.end ? ending : firstFrom(next);
    case 'look':
      return firstFrom(next);
    case 'either':
      return node.ways.reduce((set, row) => set | firstFrom({ row, at: 0, after: next }), 0n);
    case 'repeat': {
      const own = firstFrom({ row: [node.what], at: 0, after: next });
      return node.least > 0 ? own : own | firstFrom(next);
    }
  }
}

/** The fixed texts that the row can begin with; an empty one where it need not begin with any. */
function prefixes(row: readonly Node[], at: number): string[] {
  let texts = [''];
  for (const node of row.slice(at)) {
    if (node.is === 'one' && node.literal !== undefined) texts = texts.map((text) => text + node.literal);
    else if (node.is === 'either' && texts.length === 1 && !texts[0])
      return node.ways.flatMap((way) => prefixes(way, 0));
    else if (node.is === 'repeat' && node.least > 0 && node.what.is === 'either' && !texts[0])
      return prefixes([node.what], 0);
    else if (node.is !== 'nothing' || node.end) break;
  }
  return texts;
}

/** The shortest distance at which one of the texts can follow itself. */
const periodOf = (texts: readonly string[]): number =>
  Math.max(
    1,
    Math.min(
      ...texts.map((text) => {
        for (let by = 1; by < text.length; by++) if (text.startsWith(text.slice(by))) return by;
        return text.length;
      }),
    ),
  );

const isAnchored = (node: Node): boolean =>
  node.is === 'nothing' ? node.end : node.is === 'either' && node.ways.every(([first]) => first && isAnchored(first));

function readEither(source: string, from: number): { node: Node; at: number } {
  const ways: Node[][] = [[]];
  let at = from;
  while (at < source.length && source[at] !== ')') {
    if (source[at] === '|') {
      ways.push([]);
      at++;
      continue;
    }
    const part = readPart(source, at);
    const { node, at: after } = readRepeat(source, part.at, part.node);
    // A group of one way that is there once is no more than its parts.
    if (node.is === 'either' && node.ways.length === 1) ways.at(-1)?.push(...(node.ways[0] ?? []));
    else ways.at(-1)?.push(node);
    at = after;
  }
  return { node: { is: 'either', ways }, at };
}

function readPart(source: string, at: number): { node: Node; at: number } {
  const rest = source.slice(at);
  if (rest.startsWith('(')) {
    const [opening = '('] = /^\((?:\?(?:[:=!]|<[^>]*>))?/.exec(rest) ?? [];
    const { node, at: end } = readEither(source, at + opening.length);
    const looks = opening === '(?=' || opening === '(?!';
    return { node: looks ? { is: 'look', inside: node } : node, at: end + 1 };
  }
  if (/^[\^$]/.test(rest)) return { node: { is: 'nothing', end: true }, at: at + 1 };
  if (/^\\[bB]/.test(rest)) return { node: { is: 'nothing', end: false }, at: at + 2 };
  const [atom = ''] =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c.|.)|.)/su.exec(rest) ??
    [];
  return { node: { is: 'one', set: setOf(atom), ...literalOf(atom) }, at: at + atom.length };
}

function readRepeat(source: string, at: number, what: Node): { node: Node; at: number } {
  const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at));
  if (!found) return { node: what, at };
  const [whole, sign, least = '0', range, most] = found;
  const bounds =
    sign === undefined
      ? { least: Number(least), most: range === undefined ? Number(least) : most ? Number(most) : length }
      : { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : length };
  return { node: { is: 'repeat', what, ...bounds }, at: at + whole.length };
}

function literalOf(atom: string): { literal?: string } {
  if (/^[^\\[.]$/su.test(atom)) return { literal: atom };
  return /^\\[^a-zA-Z0-9]$/.test(atom) ? { literal: atom.slice(1) } : {};
}

/** Which of the samples a single character of the expression can be. */
function setOf(atom: string): bigint {
  const expression = new RegExp(`^(?:${atom})$`, 'u');
  let set = /^\.$|^\[\^|\\[WDSpPux]|[^\0-\x7f]/.test(atom) ? others : 0n;
  for (const [at, sample] of samples.entries()) if (expression.test(sample)) set |= 1n << BigInt(at);
  return set;
}
