import { signal } from '@preact/signals';

/** The screens there are, in the order of the navigation. */
export const screens = ['week', 'ledger', 'value', 'flow', 'profile', 'records', 'sites', 'settings'] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  screen: Screen;
  /** What follows the screen's name: `2026-W47`, an entry's id. */
  rest: string;
}

/** Reads `#/week/2026-W47`; anything unknown leads to the week. */
export function readRoute(hash: string): Route {
  const [, name = '', rest = ''] = /^#\/([a-z]+)(?:\/([\w-]+))?$/.exec(hash) ?? [];
  const screen = screens.find((known) => known === name);
  return screen ? { screen, rest } : { screen: 'week', rest: '' };
}

export const route = signal<Route>({ screen: 'week', rest: '' });

/** Follows the address bar from now on. */
export function followAddress(): void {
  const read = () => {
    route.value = readRoute(location.hash);
  };
  read();
  addEventListener('hashchange', read);
}
