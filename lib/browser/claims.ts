import { browser } from 'wxt/browser';
import { createClaims, problemOf } from '../claim/claims.ts';
import type { ClaimRow } from '../claim/rows.ts';
import { isOver } from '../claim/rows.ts';
import type { ClaimReply, ClaimWish } from '../claim/wish.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import { keyStoreOf, openKeyRing } from '../record/keys.ts';

/** Looks whether a claim is due. */
export const claimAlarm = 'claims';
const everyMinutes = 60;

/** Claims as the background does them. Nothing is asked of anybody before the person wants it. */
export function createBrowserClaims(db: LedgerDatabase) {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const world = { fetch: (...given: Parameters<typeof fetch>) => fetch(...given), now: () => new Date(), random };
  const claims = createClaims({ db, world, keys: () => openKeyRing(keyStoreOf(db), { random }) });

  async function answer(wish: ClaimWish): Promise<string | boolean | null> {
    switch (wish.do) {
      case 'look':
        await claims.look(wish.platform);
        return null;
      case 'link':
        return claims.link(wish.stream, wish.request);
      case 'linked':
        return claims.linked(wish.stream);
      case 'send': {
        const id = await claims.send(wish);
        await schedule();
        return id;
      }
      case 'refresh':
        await claims.refresh(wish.id);
        return null;
      case 'withdraw':
        await claims.withdraw(wish.id);
        return null;
      case 'object':
        await claims.object(wish.id, wish.reason, wish.lines);
        return null;
      case 'stand':
        await claims.stand(wish.stream, wish.reward, wish.every);
        await schedule();
        return null;
    }
  }

  /** The alarm is there while something is open or agreed to be repeated, and only then. */
  async function schedule(): Promise<void> {
    const rows = (await db.receipts.toArray()) as unknown as ClaimRow[];
    const isNeeded = rows.some((row) => (row.type as string) === 'standing' || (row.type === 'claim' && !isOver(row)));
    if (isNeeded) await browser.alarms.create(claimAlarm, { periodInMinutes: everyMinutes });
    else await browser.alarms.clear(claimAlarm);
  }

  return {
    async wish(wish: ClaimWish): Promise<ClaimReply> {
      try {
        return { ok: true, value: await answer(wish) };
      } catch (error) {
        const { problem, said } = problemOf(error);
        if (problem === 'unknown') console.error(error);
        return { ok: false, problem, ...(said !== undefined && { said }) };
      }
    },
    /** Called by the alarm. */
    async run(): Promise<void> {
      await claims.runDue();
      await schedule();
    },
  };
}

/** What a page says that it recognises, by a `link` in it: read when the person opens the popup on it. Asks nobody. */
export async function recognisedIn(tab: number, relation: string): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: (wanted: string) =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel][href]')].some(({ relList }) =>
          relList.contains(wanted),
        ),
      args: [relation],
    });
    return frame?.result === true;
  } catch {
    return false;
  }
}
