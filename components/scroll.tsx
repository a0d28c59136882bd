import type { ComponentChildren } from 'preact';

/** A wide table in its own scrolling frame, which the keyboard reaches where the window is narrow. */
export function Scroll({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group, because a region of the same name lies around it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (axe scrollable-region-focusable)
    <div class="scroll" role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
