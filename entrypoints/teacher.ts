import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForPress } from '../lib/teach/listen.ts';

/** The extension's own world, which no page sees; see `watcher.ts` for why `browser` is only read as a member. */
const world = globalThis as {
  chrome?: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };
  browser?: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };
  contrailTeacher?: () => void;
};

/** Listens for one press in this page. It is started because the person asked for it, and in this tab alone. */
export default defineUnlistedScript(() => {
  const runtime = world.browser?.runtime ?? world.chrome?.runtime;
  if (!runtime?.id) return;
  world.contrailTeacher?.();
  world.contrailTeacher = listenForPress(window, (pressed) => {
    Promise.resolve(
      runtime.sendMessage({ name: 'pressed', input: { url: document.URL.slice(0, 4096), pressed } }),
    ).catch(() => {});
  });
});
