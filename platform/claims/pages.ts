import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { linkReward, requestInPage } from '../../lib/claim/protocol.ts';
import { deskPages } from './desk.ts';
import { type Desk, prefix } from './kit.ts';
import { finishLink, linksOf, revokeLink } from './links.ts';
import { payoutPages } from './payouts.ts';
import { Problem } from './problems.ts';
import { makeRequest } from './requests.ts';
import type { Markup, SiteVisitor } from './site.ts';

/** JSON inside a `script` element: nothing in it can end the element. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const styleSheet = readFileSync(new URL('./desk.css', import.meta.url), 'utf8');
const stylePath = `${prefix}/desk.css`;

/** Answers with a page of the site; nothing of it may be kept by anybody. */
export async function showPage(
  c: Context,
  desk: Desk,
  title: string,
  body: Markup,
  status: 200 | 400 | 403 | 404 = 200,
) {
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  const styled = html`<link rel="stylesheet" href="${stylePath}">${body}`;
  return c.html(await desk.site.page(c.req.raw, title, styled), status);
}

/** Who is signed in; nobody is sent to sign in first. */
export async function visitorOr(c: Context, desk: Desk): Promise<SiteVisitor | Response> {
  const visitor = await desk.site.visitor(c.req.raw);
  return visitor ?? c.redirect(desk.site.signInPath(c.req.path), 303);
}

const mostForm = 64 * 1024;

/**
 * The fields of a form that this person's own page sent.
 * @throws Problem where it comes from elsewhere
 */
export async function formOf(c: Context, visitor: SiteVisitor): Promise<URLSearchParams> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (!(length <= mostForm)) throw new Problem('too-large');
  if (c.req.header('sec-fetch-site') === 'cross-site') throw new Problem('not-found');
  const form = new URLSearchParams(await c.req.text());
  if (form.get('csrf') !== visitor.csrf)
    throw new Problem('malformed-request', {
      detail: 'This form is too old. Load the page again; nothing was changed.',
    });
  return form;
}

export const token = (visitor: SiteVisitor) => html`<input type="hidden" name="csrf" value="${visitor.csrf}">`;
export const when = (at: Date) =>
  html`<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')}</time>`;

/** Pages of the claim desk: linking, a person's own keys, and the desk of the keepers. */
export function claimPages(opening: () => Promise<Desk>): Hono {
  const app = new Hono();
  const head = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' };
  app.get(stylePath, (c) => c.body(styleSheet, 200, head));

  app.get(`${prefix}/link`, async (c) => {
    const desk = await opening();
    const visitor = await visitorOr(c, desk);
    if (visitor instanceof Response) return visitor;
    const request = await makeRequest(desk, { reward: linkReward }, `link ${visitor.account}`, visitor);
    const body = html`<section class="claims-link"><h1>Link a record of what you gave</h1>
<p>An extension that keeps such a record can prove by its key that the record of <strong>${visitor.name}</strong> is yours.
It was asked to do so now, and goes on by itself. If you did not ask for this, close the page: nothing has happened.</p>
<p class="quiet">No extension here? Then there is nothing to do. <a href="${prefix}/keys">Keys that are linked already</a></p>
<script type="application/json" ${requestInPage}>${raw(inScript(request))}</script></section>`;
    return showPage(c, desk, 'Link a record', body);
  });

  app.get(`${prefix}/link/finish`, async (c) => {
    const desk = await opening();
    const visitor = await desk.site.visitor(c.req.raw);
    const done = visitor && (await finishLink(desk, visitor, c.req.query('response_code') ?? ''));
    const body = done
      ? html`<section class="claims-link" data-linked><h1>Linked</h1><p>The record of <strong>${visitor.name}</strong> is linked. You can close this page.</p><p><a href="${prefix}/keys">Your linked keys</a></p></section>`
      : html`<section class="claims-link"><h1>Not linked</h1><p>This was not begun here, or it took too long. Nothing was changed; begin again.</p></section>`;
    return showPage(c, desk, done ? 'Linked' : 'Not linked', body, done ? 200 : 403);
  });

  app.get(`${prefix}/keys`, async (c) => {
    const desk = await opening();
    const visitor = await visitorOr(c, desk);
    if (visitor instanceof Response) return visitor;
    const links = await linksOf(desk, visitor.account);
    const body = html`<section class="claims-keys"><h1>Linked keys</h1>
<p>Whoever has one of these keys can claim in your name. Stop a key that you lost or that was stolen: receipts that it has stay good.</p>
${
  links.length === 0
    ? html`<p>No key is linked.</p>`
    : html`<ul>${links.map(
        ({ did, linked_at, revoked_at }) =>
          html`<li><p><code>${did}</code><br>linked ${when(linked_at)} UTC${revoked_at ? html`, stopped ${when(revoked_at)} UTC` : ''}</p>${
            revoked_at
              ? ''
              : html`<form method="post" action="${prefix}/keys/stop">${token(visitor)}<input type="hidden" name="did" value="${did}"><button>Stop this key</button></form>`
          }</li>`,
      )}</ul>`
}</section>`;
    return showPage(c, desk, 'Linked keys', body);
  });

  app.post(`${prefix}/keys/stop`, async (c) => {
    const desk = await opening();
    const visitor = await visitorOr(c, desk);
    if (visitor instanceof Response) return visitor;
    const form = await formOf(c, visitor);
    await revokeLink(desk, visitor.account, form.get('did') ?? '');
    return c.redirect(`${prefix}/keys`, 303);
  });

  app.route('/', deskPages(opening));
  app.route('/', payoutPages(opening));
  return app;
}
