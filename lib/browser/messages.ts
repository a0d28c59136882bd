import { browser } from 'wxt/browser';
import { type PageMessages, parseFromPage, parseFromWatcher, type WatcherMessages } from '../messages.ts';

/** Which frame of which tab said something. */
export interface FrameSender {
  tab: number;
  frame: number;
  /** Address of the page: of the frame, or of what is around it where the frame has none of its own. */
  url: URL;
}

type Handlers<
  Messages extends { [Name in keyof Messages]: { input: unknown; output: unknown } },
  From extends unknown[],
> = {
  [Name in keyof Messages]: (input: Messages[Name]['input'], ...from: From) => Promise<Messages[Name]['output']>;
};

export type WatcherHandlers = Handlers<WatcherMessages, [FrameSender]>;
export type PageHandlers = Handlers<PageMessages, []>;

/** What is known of a sender; nothing in it can be chosen by the page that it is in. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; incognito?: boolean } | undefined;
}

/**
 * Finds the handler for a message, if its sender may say it and its shape is right.
 *
 * @param own id and base address of this extension
 * @returns the work to do; undefined for everything that is not exactly a message of ours
 */
export function handlerFor(
  message: unknown,
  sender: Sender,
  own: { id: string; base: string },
  watcher: WatcherHandlers,
  page: PageHandlers,
): (() => Promise<unknown>) | undefined {
  if (sender.id !== own.id) return undefined;
  if (sender.url?.startsWith(own.base)) {
    const parsed = parseFromPage(message);
    // The name decides the type of the input; TypeScript cannot follow that through an index.
    return parsed ? () => (page[parsed.name] as (input: unknown) => Promise<unknown>)(parsed.input) : undefined;
  }
  const from = frameSender(sender);
  const parsed = from && parseFromWatcher(message);
  if (!from || !parsed || !isOfFrame(parsed.input, from)) return undefined;
  const handle = watcher[parsed.name] as (input: unknown, from: FrameSender) => Promise<unknown>;
  // A watcher takes null for heard and undefined for not heard, and says it again.
  return () => handle(parsed.input, from).catch(() => undefined);
}

/** Registers the one listener for everything that is said to the background. */
export function answerMessages(watcher: WatcherHandlers, page: PageHandlers): void {
  const own = { id: browser.runtime.id, base: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender) =>
    handlerFor(message, sender, own, watcher, page)?.(),
  );
}

function frameSender({ tab, frameId, url, origin }: Sender): FrameSender | undefined {
  if (tab?.id === undefined || tab.incognito || frameId === undefined) return undefined;
  const address = [url, origin, tab.url].find((one) => one !== undefined && /^https?:/.test(one));
  return address === undefined ? undefined : { tab: tab.id, frame: frameId, url: new URL(address) };
}

/** A frame speaks for its own origin only. */
function isOfFrame(input: { url?: string; gesture?: { url: string } }, { url }: FrameSender): boolean {
  const claimed = input.url ?? input.gesture?.url;
  return claimed !== undefined && URL.canParse(claimed) && new URL(claimed).origin === url.origin;
}
