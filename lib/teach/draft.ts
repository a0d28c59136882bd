import type { Kind } from '../ledger/kinds.ts';
import type { Action, Item, Site } from '../sites/schema.ts';
import type { PressedControl } from './pressed.ts';
import { privatePaths, privateRegions } from './private.ts';
import { flipsOf } from './states.ts';

/** What the page itself says its name is; items read their own. */
export const pageReads: NonNullable<Site['page']> = {
  title: [{ select: 'h1' }, { select: 'title' }],
};

/** What ids of the person's own definitions begin with. */
export const ownPrefix = 'own-';

/**
 * Id of the person's own definition of a host: dots become hyphens and hyphens two, so that no two hosts share one.
 *
 * @returns undefined where the host is too long to be named
 */
export function ownIdOf(host: string): string | undefined {
  const id = `${ownPrefix}${host.replaceAll('-', '--').replaceAll('.', '-')}`;
  return id.length <= 64 && /^[a-z][a-z0-9-]*$/.test(id) ? id : undefined;
}

export interface Taught {
  host: string;
  pressed: PressedControl;
  kind: Kind;
  /** The try took the act back; undefined where the page's own words are to tell. */
  tookBack?: boolean | undefined;
  /** The person's own definition of this host, which this control is added to. */
  known?: Site | undefined;
}

/**
 * Makes a definition of what was taught, or adds to one: the control alone, its state, and the item that it is in.
 *
 * @returns undefined where nothing on the page tells done from not done, and where the host cannot be named
 */
export function draftDefinition({
  host,
  pressed,
  kind,
  tookBack,
  known,
}: Taught): { site: Site; action: Action } | undefined {
  const [flip] = flipsOf(pressed.before, pressed.after, tookBack);
  const id = ownIdOf(host);
  if (!flip || !id) return undefined;
  const { select } = pressed.control;
  const others = known?.actions.filter(({ control }) => [control].flat()[0]?.select !== select) ?? [];
  const action: Action = {
    id: freeName(kind, others),
    kind,
    control: { select, on: flip.on, alone: true },
    object: { url: ['{page.link}', '{page.url}#{page.id}', '{page.url}'] },
    undo: 'toggle',
    confidence: 'low',
  };
  const items = withItem(known?.items ?? [], pressed.item);
  const site: Site = {
    id,
    name: host.slice(0, 64),
    version: (known?.version ?? 0) + 1,
    group: 'community',
    confidence: 'low',
    hosts: [host],
    ...(items.length > 0 ? { items } : {}),
    page: pageReads,
    private: { paths: privatePaths, within: privateRegions },
    actions: [...others, action],
    sources: ['taught by pressing'],
  };
  return { site, action };
}

/** Whether the try took the act back, as far as the page tells by itself. */
export const seemsTakenBack = ({ before, after }: PressedControl): boolean =>
  flipsOf(before, after)[0]?.tookBack === true;

function freeName(kind: Kind, others: readonly Action[]): string {
  const taken = new Set(others.map(({ id }) => id));
  let name: string = kind;
  for (let at = 2; taken.has(name); at++) name = `${kind}-${at}`;
  return name;
}

/** Inner items first: a comment inside a post belongs to the comment. */
function withItem(items: readonly Item[], item: Item | null): Item[] {
  return item ? [item, ...items.filter(({ select }) => select !== item.select)] : [...items];
}
