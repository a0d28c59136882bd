import { html } from 'hono/html';
import { claimsRelation, discoveryPath } from '../../lib/claim/protocol.ts';
import { namespace } from '../../lib/namespace.ts';
import type { Visitor } from '../accounts.ts';
import { words } from '../words.ts';
import { lamp } from './icons.ts';
import { type Markup, nothing, profile, token } from './parts.ts';

/** A whole page. `at` is the path of the section it belongs to. */
export function layout(page: {
  title: string;
  viewer: Visitor | undefined;
  at?: string;
  body: Markup | Markup[];
  aside?: Markup;
}): Markup {
  const { viewer } = page;
  const link = (href: string, text: string) =>
    html`<a href="${href}"${page.at === href ? html` aria-current="page"` : nothing}>${text}</a>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lamplight 1">
<meta name="color-scheme" content="light dark">
<title>${page.title === words.name ? words.name : `${page.title} · ${words.name}`}</title>
<link rel="icon" href="/lamplight.svg" type="image/svg+xml">
<link rel="stylesheet" href="/lamplight.css">
<link rel="${claimsRelation(namespace)}" href="${discoveryPath}">
<script src="/lamplight.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="brand" href="/">${lamp}<span>${words.name}</span></a>
<nav aria-label="${words.name}">${link('/', words.home)}${link('/questions', words.questions)}${link('/things', words.things)}${
    viewer
      ? html`${link('/thanks', words.thanks)}${link('/messages', words.messages)}${link('/bookmarks', words.bookmarks)}`
      : nothing
  }</nav>
<div class="who">${
    viewer
      ? html`<a class="me" data-account="${viewer.handle}" href="${profile(viewer.handle)}">${viewer.name}</a>
<form method="post" action="/sign-out">${token(viewer)}<button class="plain">${words.signOut}</button></form>`
      : html`<a class="button sign-in" href="/sign-in">${words.signIn}</a>`
  }</div>
</header>
<div class="${page.aside ? 'columns' : 'column'}">
<main id="main">${page.body}</main>
${page.aside ? html`<aside>${page.aside}</aside>` : nothing}
</div>
<footer class="foot"><p>${words.foot} <a href="/privacy">${words.privacy}</a>${
    viewer ? html` · <a href="/contribution-claims/keys">${words.recognised}</a>` : nothing
  }</p></footer>
<p id="said" class="said" role="status" data-offline="${words.offline}"></p>
</body>
</html>`;
}
