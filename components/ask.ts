import { browser } from 'wxt/browser';
import type { PageMessages } from '../lib/messages.ts';

/** The background could not do what it was asked for; the message says why, for the console and not for the screen. */
export class Refused extends Error {
  override name = 'Refused';
}

/** Asks the background. Rejects with {@link Refused} where it failed, and where nobody answers. */
export async function ask<Name extends keyof PageMessages>(
  name: Name,
  input: PageMessages[Name]['input'],
): Promise<PageMessages[Name]['output']> {
  const answer: unknown = await browser.runtime.sendMessage({ name, input });
  if (answer === undefined) throw new Refused(`nobody answered ${name}`);
  if (typeof answer === 'object' && answer !== null && 'failed' in answer) throw new Refused(String(answer.failed));
  return answer as PageMessages[Name]['output'];
}
