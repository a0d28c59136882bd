import { typedInto } from './path.ts';

/**
 * One physical act reaches a page as several events: a press and its click, Enter and the click the browser makes of
 * it, the submit that follows. Browsers mark the events they make themselves as trusted even where a script started
 * them (a label that is clicked by script clicks its field, `requestSubmit()` submits), so a follow-up event only
 * counts for the act it visibly belongs to.
 */

/**
 * Whether a click or submit follows from an act.
 *
 * @param act path of the act
 * @param next path of the event; a submit's begins at its button or, without one, at its form
 */
export function follows(act: readonly Element[], next: readonly Element[]): boolean {
  const [pressed] = act as readonly HTMLInputElement[];
  const [target] = next as readonly HTMLInputElement[];
  if (!pressed || !target) return false;
  const { labels, form } = target;
  return (
    act.includes(target) ||
    next.includes(pressed) ||
    [...(labels ?? [])].some((label) => act.includes(label)) ||
    // Enter in a field clicks the form's own button, and submits the form.
    pressed.form === (form ?? target)
  );
}

/** Fields that are pressed, not typed into. */
const pressedTypes = /^(button|checkbox|image|radio|range|reset|submit)$/;

export type KeyAct = 'enter' | 'press' | 'shortcut';

/**
 * What a key press is to us; which key it was is forgotten here. Typing is nothing.
 *
 * @returns `enter` for Enter in a field, `press` for Enter or Space on anything else, `shortcut` for a single letter
 * outside fields or a letter with Ctrl or Cmd; undefined for everything else
 */
export function keyActOf(event: KeyboardEvent, target: Element | undefined): KeyAct | undefined {
  if (event.repeat || event.isComposing) return undefined;
  const inField = target?.closest(typedInto) && !pressedTypes.test((target as HTMLInputElement).type);
  if (event.key === 'Enter') return inField ? 'enter' : 'press';
  if (event.key === ' ') return inField ? undefined : 'press';
  if ([...event.key].length !== 1 || event.altKey) return undefined;
  return inField && !event.ctrlKey && !event.metaKey ? undefined : 'shortcut';
}
