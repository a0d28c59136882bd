import type { Item } from '../../sites/schema.ts';
import type { ControlState, Profile, ProfileControl } from '../gesture.ts';
import { type Finder, fits, nearest, pathFrom } from './path.ts';
import { read } from './read.ts';

/** Where on the page a gesture happened. */
export interface Spot {
  path: readonly Element[];
  item?: Element;
  rule?: Item;
}

/** The nearest container of the first kind of item that is there. */
export function spotOf(path: readonly Element[], items: readonly Item[]): Spot {
  for (const rule of items) {
    const item = nearest(path, rule.select);
    if (item) return { path, item, rule };
  }
  return { path };
}

/** Things that open over a page and belong to what was pressed before: menus, pickers, reply dialogs. */
const popup = 'dialog,[popover],[role$=dialog],[role=menu],[role=listbox],[role=tooltip]';

/** A spot in a popup belongs to the item from which the popup was opened. */
export function inheritedSpot(spot: Spot, opener: Spot | undefined): Spot {
  if (spot.item || !opener?.item || !opener.rule || !nearest(spot.path, popup)) return spot;
  return { path: spot.path, item: opener.item, rule: opener.rule };
}

/** The item as it is in the page now: frameworks replace whole items, which then carry the same address. */
export function currentItem(spot: Spot, readings: Record<string, unknown>, document: Document, find: Finder) {
  const { item, rule } = spot;
  if (!item || !rule || item.isConnected) return item;
  const name = rule.read.id && readings.id ? 'id' : 'url';
  return find
    .all(document, rule.select)
    .find((one) => readings[name] && readings[name] === read(rule.read[name] ?? [], { document, item: one }, find));
}

/**
 * State of a control as it is now.
 *
 * @param pressed the element that was pressed, where the gesture hit this control
 */
export function stateOf(
  control: ProfileControl,
  spot: Spot,
  pressed: Element | undefined,
  item: Element | undefined,
  find: Finder,
): ControlState {
  const { on, shows } = control;
  if (on === undefined && shows === undefined) return null;
  const [element] =
    shows === undefined
      ? [currentControl(control, spot, pressed, item, find)]
      : item
        ? ownOf(find.all(item, shows), item, spot)
        : [];
  // Without a state of its own, an element that shows the state does so by being there.
  if (on === undefined) return item ? (element ? 'on' : 'off') : null;
  return element ? (fits(element, on) ? 'on' : 'off') : null;
}

/** The control's element now: the pressed one, or what stands in its place after the page replaced it. */
function currentControl(
  control: ProfileControl,
  spot: Spot,
  pressed: Element | undefined,
  item: Element | undefined,
  find: Finder,
): Element | undefined {
  if (pressed?.isConnected && fits(pressed, control.select)) return pressed;
  // Without an item only what was pressed has a place; elsewhere in the page the control would be another thing's.
  const root = item ?? (pressed && spot.path.find((element) => element !== pressed && element.isConnected));
  if (!root) return undefined;
  const [own] = ownOf(find.all(root, control.select), item, spot);
  return own ?? (fits(root, control.select) ? root : undefined);
}

/** Items can hold items (threads): what belongs to an inner one is not ours. */
function ownOf(found: readonly Element[], item: Element | undefined, { rule }: Spot): readonly Element[] {
  return item && rule ? found.filter((one) => nearest(pathFrom(one), rule.select) === item) : found;
}

/**
 * How a gesture reached a control: pressed (pointer, or Space and Enter on a focused element), Enter in a field, or
 * the submit of a form.
 */
export type Reach = 'press' | 'enter' | 'submit';

/** Known controls that a gesture on this path hits, with the element of each. */
export function controlsHit(
  profile: Profile,
  path: readonly Element[],
  reach: Reach,
  find: Finder,
): Map<ProfileControl, Element> {
  const hit = new Map<ProfileControl, Element>();
  for (const control of profile.controls) {
    const element = elementHit(control, path, reach, find);
    if (element) hit.set(control, element);
  }
  return hit;
}

const submitter = 'button:not([type=button],[type=reset]),[type=submit],[type=image]';

function elementHit(control: ProfileControl, path: readonly Element[], reach: Reach, find: Finder) {
  const [innermost] = path;
  const element = nearest(path, control.select);
  // A form submitted without a button (Enter in its field): the control is the form, or the button in it.
  if (reach === 'submit' && innermost && fits(innermost, 'form'))
    return control.submits ? (element ?? find.one(innermost, control.select)) : undefined;
  if (!element) return undefined;
  if (reach === 'enter') return control.submits ? element : undefined;
  // A click beside the button of a form is no submit.
  const beside = reach === 'press' && control.submits && fits(element, 'form');
  return beside && !nearest(path.slice(0, path.indexOf(element)), submitter) ? undefined : element;
}
