import type { Context, Hono } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Visitor } from '../accounts.ts';
import { holdPace } from '../acts.ts';
import type { Database, Write } from '../database.ts';
import { Refusal } from '../refusal.ts';

/** What every handler works with; the clock comes in so that a test can set it. */
export interface House {
  db: Database;
  now: () => Date;
  /** Acts that one person can do in a minute. */
  actsPerMinute: number;
  /** The claim desk, which judges its requests by itself. */
  claims: Hono;
}

export interface Env {
  Variables: { viewer: Visitor | undefined; form: Record<string, string> };
}
export type Ctx = Context<Env>;

/** Whether the page's own script asks; a classic form gets pages and redirects. */
export const byScript = (c: Ctx): boolean => c.req.header('accept') === 'application/json';

/** @throws Refusal 401 where nobody is signed in */
export function signedIn(c: Ctx): Visitor {
  const viewer = c.get('viewer');
  if (!viewer) throw new Refusal('sign-in', 401);
  return viewer;
}

export const field = (c: Ctx, name: string): string => c.get('form')[name] ?? '';

/** Does one act of the person who is signed in: within their pace, in one transaction, or not at all. */
export async function act<T>(
  house: House,
  c: Ctx,
  work: (write: Write, who: Visitor, at: Date) => Promise<T>,
): Promise<T> {
  const who = signedIn(c);
  const at = house.now();
  try {
    return await house.db.transaction().execute(async (write) => {
      await holdPace(write, who.handle, house.actsPerMinute, at);
      return work(write, who, at);
    });
  } catch (error) {
    // A unique key was there first: the same act from a second tab.
    if ((error as { code?: string }).code === '23505') throw new Refusal('unchanged');
    throw error;
  }
}

/** A path on this site to go to next; anything else (`//other.example`, `https:…`) becomes the front page. */
export const nextPath = (text: string): string => (/^\/(?![/\\])[^\0-\x20\\]*$/.test(text) ? text : '/');

/** After a classic form: see the result. */
export const seeOther = (c: Ctx, path: string) => c.redirect(path, 303);

/** Answers with a page. Nothing of it may be kept by anybody, as it shows who is signed in. */
export async function page(
  c: Ctx,
  markup: HtmlEscapedString | Promise<HtmlEscapedString>,
  status: 200 | Refusal['status'] | 500 = 200,
) {
  c.header('cache-control', 'private, no-store');
  return c.html(await markup, status);
}
