import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startWatcher, type Watcher } from '../lib/capture/watcher/watch.ts';

/**
 * The watcher of one frame. No WXT content script: a page can end the context of one with a forged event, and the
 * polyfill would be ten times its size. It is registered for the sites that are switched on (`lib/browser/sites.ts`).
 */
interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: {
    addListener(
      listener: (message: unknown, sender: { id?: string }, answer: (answer: unknown) => void) => boolean,
    ): void;
  };
}

/**
 * The extension's own world, which no page sees: a second injection finds the first here. `browser` is only ever read
 * as a member, because WXT takes the bare name for a wish to have the polyfill.
 */
const world = globalThis as {
  chrome?: { runtime?: Runtime };
  browser?: { runtime?: Runtime };
  contrailWatcher?: { watcher: Watcher; alive(): boolean };
};

export default defineUnlistedScript(() => {
  const runtime = world.browser?.runtime ?? world.chrome?.runtime;
  if (!runtime?.id || world.contrailWatcher?.alive()) return;
  // What is left of a former version of the extension hears nobody any more.
  world.contrailWatcher?.watcher.stop();

  const alive = () => runtime.id !== undefined;
  const watcher = startWatcher({
    window,
    now: () => Date.now(),
    id: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    // Throws at once, not later, where the extension is gone.
    send: async (message) => runtime.sendMessage(message),
    alive,
  });
  runtime.onMessage.addListener((message, sender, answer) => {
    const answering = sender.id === runtime.id ? watcher.receive(message) : undefined;
    answering?.then(answer);
    return answering !== undefined;
  });
  world.contrailWatcher = { watcher, alive };
});
