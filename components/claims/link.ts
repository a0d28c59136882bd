import { browser } from 'wxt/browser';
import type { ClaimReply, ClaimWish } from '../../lib/claim/wish.ts';
import { ask } from '../ask.ts';

/** Name of the attribute of the element in which a platform's page carries the request of a link. */
const requestMark = 'data-contribution-claim-request';
const looksEvery = 700;
const patience = 10 * 60_000;

/** Asks the background for something about claims. Nobody answering is a problem like any other. */
export const wish = (wanted: ClaimWish): Promise<ClaimReply> =>
  ask('claims', { wish: wanted }).catch((): ClaimReply => ({ ok: false, problem: 'unknown' }));

/**
 * Links a stream's key: opens the platform's own page in a tab, where the person signs in if need be, reads the
 * request out of that page, answers it, and leads the tab to the page that finishes it. Nothing is pressed there.
 */
export async function linkAccount(stream: string, endpoint: string): Promise<ClaimReply> {
  const own = await browser.tabs.getCurrent();
  const tab = await browser.tabs.create({ url: endpoint });
  if (tab.id === undefined) return { ok: false, problem: 'unknown' };
  const until = Date.now() + patience;
  let answered = false;
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, looksEvery));
    const now = await browser.tabs.get(tab.id).catch(() => undefined);
    if (!now) return { ok: false, problem: 'left' };
    if (!answered) {
      const request = await requestIn(tab.id, new URL(endpoint).origin);
      if (!request) continue;
      const reply = await wish({ do: 'link', stream, request });
      if (!reply.ok) return reply;
      answered = true;
      await browser.tabs.update(tab.id, { url: String(reply.value) });
      continue;
    }
    const reply = await wish({ do: 'linked', stream });
    if (reply.ok && reply.value !== true) continue;
    if (reply.ok && own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
    return reply;
  }
  return { ok: false, problem: 'unreachable' };
}

async function requestIn(tab: number, origin: string): Promise<unknown> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: (mark: string, wanted: string) =>
        location.origin === wanted ? (document.querySelector(`script[${mark}]`)?.textContent ?? null) : null,
      args: [requestMark, origin],
    });
    const text = frame?.result;
    return typeof text === 'string' && text.length < 20_000 ? JSON.parse(text) : undefined;
  } catch {
    // A page that is just loading, or one that nobody may look into: it is looked at again.
    return undefined;
  }
}
