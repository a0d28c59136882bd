import { effect, signal } from '@preact/signals';

/** Whether names and figures are blurred for a screen that others see. Lasts as long as the tab. */
export const blurred = signal(sessionStorage.getItem('blurred') === 'yes');

/** Blurs with the button's signal, and with the key `b` wherever no text is being typed. */
export function followBlur(): void {
  effect(() => {
    document.documentElement.classList.toggle('blurred', blurred.value);
    sessionStorage.setItem('blurred', blurred.value ? 'yes' : 'no');
  });
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== 'b' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    blurred.value = !blurred.value;
  });
}
