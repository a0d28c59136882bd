import { browser } from 'wxt/browser';
import type { Gesture, Outcome } from '../capture/gesture.ts';
import type { Begun } from '../capture/pending.ts';
import { pageAnswers } from '../capture/times.ts';
import { parseGesture, parseOutcome, type TabMessages } from '../messages.ts';

/**
 * Asks the page of a request for its gesture; first the frame the request came from, then the others of its tab.
 *
 * @throws where the page is there but too busy to answer
 */
export async function askGesture(begun: Begun, input: TabMessages['gesture']['input']): Promise<Gesture | null> {
  if (begun.tab < 0) {
    // A page's service worker sent it: any tab of that page may have had the gesture.
    const told = await Promise.all((await tabsOf(begun.origin)).map((tab) => ask(tab, 'gesture', input, parseGesture)));
    return told.filter((one) => one !== null).sort((one, other) => other.at - one.at)[0] ?? null;
  }
  return (
    (await ask(begun.tab, 'gesture', input, parseGesture, begun.frame)) ??
    (await ask(begun.tab, 'gesture', input, parseGesture))
  );
}

/** Asks the page whether the act took; the frame that had the gesture answers. A page that is too busy says nothing. */
export async function askOutcome(begun: Begun, input: TabMessages['outcome']['input']): Promise<Outcome | null> {
  const tabs = begun.tab < 0 ? await tabsOf(begun.origin) : [begun.tab];
  const told = await Promise.all(tabs.map((tab) => ask(tab, 'outcome', input, parseOutcome).catch(() => null)));
  return told.find((one) => one !== null) ?? null;
}

/** Tells every watcher that what is allowed has changed. */
export async function tellChanged(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? null : ask(id, 'changed', {}, () => null).catch(() => null))),
  );
}

/** The page is there but has not answered: it may be busy, so it is asked again later. */
class TooBusy extends Error {}

/**
 * @returns what the page says; null where it has nothing to say or is gone
 * @throws TooBusy
 */
async function ask<Name extends keyof TabMessages, Answer>(
  tab: number,
  name: Name,
  input: TabMessages[Name]['input'],
  parse: (answer: unknown) => Answer | null,
  frame?: number,
): Promise<Answer | null> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, pageAnswers, new TooBusy(`no answer to ${name}`));
  try {
    const asked = browser.tabs.sendMessage(tab, { name, input }, frame === undefined ? {} : { frameId: frame });
    return parse(await Promise.race([asked, late]));
  } catch (error) {
    if (error instanceof TooBusy) throw error;
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function tabsOf(origin: string | undefined): Promise<number[]> {
  if (origin === undefined) return [];
  const { protocol, hostname } = new URL(origin);
  const tabs = await browser.tabs.query({ url: `${protocol}//${hostname}/*` }).catch(() => []);
  return tabs.flatMap(({ id, incognito }) => (id === undefined || incognito ? [] : [id]));
}
