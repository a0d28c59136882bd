import type { Teller, WorldAnswer, WorldRequest } from '../browser/world.ts';

/** How a host of these tests behaves; everything has a plain default. */
export interface Manners {
  /** Posts on the page, by id. */
  posts?: readonly string[];
  /** Further markup of the page. */
  html?: string;
  /** Runs in the page. */
  script?: string;
  /** Answers requests that write; 200 with `{}` unless given. */
  writes?: (request: WorldRequest) => WorldAnswer | Promise<WorldAnswer>;
  /** Other files of the host, by path. */
  files?: Record<string, WorldAnswer>;
}

const post = (id: string) => `
  <article class="status status-public" data-id="${id}">
    <a class="status__display-name" href="/@ada"><span class="display-name__account">@ada</span></a>
    <a class="status__relative-time" href="/@ada/${id}">1 h</a>
    <div class="status__action-bar"><button class="star-icon">★ ${id}</button></div>
  </article>`;

/** What the web client does with its button: the flip at once, back again where the server says no. */
const client = `
  addEventListener('click', async (event) => {
    const button = event.target.closest?.('.star-icon');
    if (!button) return;
    const id = button.closest('.status').dataset.id;
    const done = button.classList.toggle('active');
    const path = '/api/v1/statuses/' + id + (done ? '/favourite' : '/unfavourite');
    const answer = await fetch(path, { method: 'POST' }).catch(() => ({ ok: false }));
    if (!answer.ok) button.classList.toggle('active', !done);
    document.body.dataset.answered = Number(document.body.dataset.answered ?? 0) + 1;
  });`;

/** A page of the software that the extension knows as Mastodon. */
export function pageOf({ posts = ['1001'], html = '', script = '' }: Manners): string {
  return `<!doctype html><meta charset="utf-8"><title>Meadow</title><div id="mastodon">
    <nav class="navigation-panel"><a href="/@nora">nora</a></nav>${posts.map(post).join('')}${html}</div>
    <script>${client}</script><script>${script}</script>`;
}

/** Puts a host into the world. */
export function hostOf(host: string, manners: Manners): Teller {
  return (request) => {
    if (request.url.hostname !== host) return undefined;
    const file = manners.files?.[request.url.pathname];
    if (file) return file;
    if (request.method === 'GET') return { headers: { 'content-type': 'text/html' }, body: pageOf(manners) };
    return manners.writes?.(request) ?? { headers: { 'content-type': 'application/json' }, body: '{}' };
  };
}
