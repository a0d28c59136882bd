import { signal } from '@preact/signals';

const key = 'figures-hidden';

/** Whether the person wants to see no figures of value: they change how some people act. Stays until changed. */
export const figuresHidden = signal(localStorage.getItem(key) === 'yes');

export function hideFigures(hidden: boolean): void {
  figuresHidden.value = hidden;
  localStorage.setItem(key, hidden ? 'yes' : 'no');
}
