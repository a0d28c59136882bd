import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { visitorOf } from '../accounts.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';
import { actingRoutes, cookieName } from './acting-routes.ts';
import { byScript, type Ctx, type Env, type House, page } from './context.ts';
import { iconSheet } from './icons.ts';
import { layout } from './layout.ts';
import { readingRoutes } from './reading-routes.ts';
import { plainPage } from './views.ts';

const asset = (name: string) => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
const assets: Record<string, { type: string; content: string }> = {
  'lamplight.css': { type: 'text/css; charset=utf-8', content: asset('lamplight.css') },
  'lamplight.js': { type: 'text/javascript; charset=utf-8', content: asset('lamplight.js') },
  'lamplight.svg': { type: 'image/svg+xml', content: asset('lamplight.svg') },
  'icons.svg': { type: 'image/svg+xml', content: iconSheet },
};

/** The community as a web application; `house` holds its database, clock and limits. */
export function community(house: House): Hono<Env> {
  const app = new Hono<Env>();

  for (const [name, { type, content }] of Object.entries(assets)) {
    app.get(`/${name}`, (c) => c.body(content, 200, { 'content-type': type, 'cache-control': 'public, max-age=300' }));
  }

  // Before everything that judges forms: what programs send has signatures of its own.
  app.route('/', house.claims);

  app.use(async (c, next) => {
    await next();
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
  });

  app.use(async (c, next) => {
    if (/%00/.test(c.req.url)) throw new Refusal('not-found', 404);
    c.set('viewer', await visitorOf(house.db, getCookie(c, cookieName)));
    c.set('form', {});
    await next();
  });

  const tooLarge = () => {
    throw new Refusal('too-long', 413);
  };
  app.on('POST', '/*', bodyLimit({ maxSize: 128 * 1024, onError: tooLarge }), async (c, next) => {
    fromHere(c);
    c.set('form', await formOf(c));
    const viewer = c.get('viewer');
    if (viewer && c.get('form').csrf !== viewer.csrf) throw new Refusal('csrf', 403);
    await next();
  });

  app.route('/', readingRoutes(house));
  app.route('/', actingRoutes(house));

  app.notFound((c) => refuse(c as Ctx, new Refusal('not-found', 404)));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error);
    console.error(error);
    if (byScript(c)) return c.json({ ok: false, reason: words.broken }, 500);
    return page(
      c,
      layout({ title: words.brokenTitle, viewer: undefined, body: plainPage(words.brokenTitle, words.broken) }),
      500,
    );
  });
  return app;
}

/** Where the browser says which site a form comes from, it must be this one: protects signing in, which has no token yet. */
function fromHere(c: Ctx): void {
  const origin = c.req.header('origin');
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
  if (foreign || c.req.header('sec-fetch-site') === 'cross-site') throw new Refusal('csrf', 403);
}

/** The form's text fields; of a field given twice the last counts, files are dropped. */
async function formOf(c: Ctx): Promise<Record<string, string>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return {};
  let fields: [string, unknown][];
  try {
    fields = Object.entries(await c.req.parseBody());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('bad-value', 422);
  }
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string');
  // The one character that PostgreSQL cannot store; no page sends it.
  if (texts.some(([, text]) => text.includes('\0'))) throw new Refusal('bad-value', 422);
  return Object.fromEntries(texts);
}

function refuse(c: Ctx, refusal: Refusal): Response | Promise<Response> {
  const text = words.refusals[refusal.reason] ?? refusal.reason;
  if (refusal.status === 429) c.header('retry-after', '60');
  // To the script, a wish that cannot be granted is an answer like any other.
  if (byScript(c)) return c.json({ ok: false, reason: text }, refusal.status === 409 ? 200 : refusal.status);
  if (refusal.status === 401) return c.redirect(`/sign-in?next=${encodeURIComponent(backOf(c))}`, 303);
  const title = { 404: words.missingTitle, 410: words.goneTitle }[refusal.status as number] ?? words.refusedTitle;
  return page(c, layout({ title, viewer: c.get('viewer'), body: plainPage(title, text) }), refusal.status);
}

/** Where somebody who must sign in first wanted to be: this page, or the one the form stood on. */
function backOf(c: Ctx): string {
  if (c.req.method === 'GET') return c.req.path;
  const referrer = c.req.header('referer');
  return referrer && URL.canParse(referrer) ? new URL(referrer).pathname : '/';
}
