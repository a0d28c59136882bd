/** Arrow keys, Home and End walk over the entries of the ledger; every other key is the browser's. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const lines = [...(event.currentTarget.closest('.ledger')?.querySelectorAll<HTMLElement>('summary') ?? [])];
  const at = lines.indexOf(event.currentTarget);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  lines[next]?.focus();
}
