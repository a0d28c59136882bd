import type { ComponentChildren } from 'preact';

/** A wide table in its own scrolling frame, which the keyboard reaches where the window is narrow. */
export function Scroll({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (axe scrollable-region-focusable)
    <section class="scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
