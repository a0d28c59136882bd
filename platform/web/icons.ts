import { html, raw } from 'hono/html';

/** Drawn on a 24 grid with one stroke; the words beside them say what they mean. */
const paths = {
  like: 'M12 20s-7-4.4-8.7-8.6C1.9 7.8 4.1 5 7 5c2.1 0 3.9 1.2 5 3 1.1-1.8 2.9-3 5-3 2.9 0 5.1 2.8 3.7 6.400C19 15.6 12 20 12 20z',
  thanks:
    'M12 3v2M5.6 5.600l1.4 1.400M18.4 5.6 17 7M8 14a4 4 0 1 1 8 0c0 1.5-1 2-1.5 3.500h-5C9 16 8 15.5 8 14zM10 21h4',
  share: 'M4 12v6a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-6M12 15V4M8 8l4-4 4 4',
  bookmark: 'M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1z',
  report: 'M6 21V4h11l-2 4 2 4H6',
  comment: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  edit: 'M4 20l1-4L16.5 4.500a1.5 1.5 0 0 1 2 0l1 1a1.5 1.5 0 0 1 0 2L8 19l-4 1z',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.500L12 16.3 7 19l1.1-5.500L4 9.7 9.6 9z',
  up: 'M12 19V6M6.5 11.5 12 6l5.5 5.5',
  down: 'M12 5v13M6.5 12.5 12 18l5.5-5.5',
} as const;

/** All drawings in one file, which a page refers to. */
export const iconSheet = `<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(paths)
  .map(([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`)
  .join('')}</svg>`;

export const icon = (name: keyof typeof paths) =>
  html`<svg class="icon" width="18" height="18" aria-hidden="true"><use href="/icons.svg#${name}"/></svg>`;

/** The lamp of the community. */
export const lamp = raw(
  '<svg class="lamp" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><circle class="glow" cx="16" cy="17" r="14"/><path class="shade" d="M11 6h10l4 11H7z"/><path class="foot" d="M16 17v8M11.5 26h9"/></svg>',
);
