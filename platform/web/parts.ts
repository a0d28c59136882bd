import { html } from 'hono/html';
import type { Visitor } from '../accounts.ts';
import { letters, permalink } from '../items.ts';
import type { Shown } from '../reading.ts';
import { topics, words } from '../words.ts';
import { icon } from './icons.ts';

export type Markup = ReturnType<typeof html>;
export const nothing = html``;

/** Path of a person's page; handles can hold letters of every script. */
export const profile = (handle: string) => `/@${encodeURIComponent(handle)}`;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
export const time = (at: Date) => html`<time datetime="${at.toISOString()}">${dayFormat.format(at)}</time>`;

/** Plain text as typed: an empty line parts paragraphs, a line break stays one. */
export const prose = (text: string) =>
  text
    .split(/\n{2,}/)
    .map(
      (paragraph) => html`<p>${paragraph.split('\n').map((line, at) => (at ? html`<br>${line}` : html`${line}`))}</p>`,
    );

/** Every form of somebody who is signed in carries this. */
export const token = (viewer: Visitor | undefined) =>
  html`<input type="hidden" name="csrf" value="${viewer?.csrf ?? ''}">`;

/** A button with two states, as a form of its own: with script it is sent by fetch and flips where it is. */
export function toggle(
  viewer: Visitor | undefined,
  button: {
    action: string;
    /** Where the press goes while the mark is on, if that is another address. */
    undoAction?: string;
    /** Name of the button among the item's acts. */
    act: string;
    label: string;
    labelOn?: string;
    icon?: Parameters<typeof icon>[0];
    on: boolean;
    count?: number | undefined;
    /** Field and what it holds to set the mark; taking back sends `0`. */
    field: string;
    value: string;
    /** Further fields. */
    with?: Record<string, string>;
  },
): Markup {
  const text = button.on ? (button.labelOn ?? button.label) : button.label;
  return html`<form class="toggle" method="post" action="${button.on ? (button.undoAction ?? button.action) : button.action}" data-fetch="toggle"${
    button.undoAction ? html` data-do="${button.action}" data-undo="${button.undoAction}"` : nothing
  }>${token(viewer)}${Object.entries(button.with ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button name="${button.field}" value="${button.on ? '0' : button.value}" data-value="${button.value}" data-act="${button.act}" aria-pressed="${button.on ? 'true' : 'false'}">${
    button.icon ? icon(button.icon) : nothing
  }<span class="label" data-off="${button.label}" data-on="${button.labelOn ?? button.label}">${text}</span>${
    button.count === undefined ? nothing : html`<span class="count" data-count>${button.count || ''}</span>`
  }</button></form>`;
}

/** Address of an item's acts: `/p/…`, `/a/…`. */
export const actsPath = (item: Shown) => `/${letters[item.type]}/${item.id}`;

/** Likes and thanks, two reactions of which one can stand. */
export function reactions(viewer: Visitor | undefined, item: Shown): Markup {
  const one = (reaction: 'like' | 'thanks', label: string) =>
    toggle(viewer, {
      action: `${actsPath(item)}/like`,
      act: reaction,
      label,
      icon: reaction,
      on: item.mine.like === reaction,
      count: item.counts[`like/${reaction}`] ?? 0,
      field: 'on',
      value: '1',
      with: { reaction },
    });
  return html`${one('like', words.like)}${one('thanks', words.thank)}`;
}

export const share = (viewer: Visitor | undefined, item: Shown) =>
  toggle(viewer, {
    action: `${actsPath(item)}/share`,
    undoAction: `${actsPath(item)}/unshare`,
    act: 'share',
    label: words.share,
    labelOn: words.shared,
    icon: 'share',
    on: item.mine.share !== undefined,
    count: item.counts['share/'] ?? 0,
    field: 'on',
    value: '1',
  });

export const bookmark = (viewer: Visitor | undefined, item: Shown) =>
  toggle(viewer, {
    action: `${actsPath(item)}/bookmark`,
    act: 'bookmark',
    label: words.bookmark,
    labelOn: words.bookmarked,
    icon: 'bookmark',
    on: item.mine.bookmark !== undefined,
    field: 'toggle',
    value: '1',
  });

/** Helpful or not: a vote on a review. */
export function votes(viewer: Visitor | undefined, item: Shown): Markup {
  const one = (direction: 'up' | 'down', label: string) =>
    toggle(viewer, {
      action: `${actsPath(item)}/vote`,
      act: `vote-${direction}`,
      label,
      icon: direction,
      on: item.mine.vote === direction,
      count: item.counts[`vote/${direction}`] ?? 0,
      field: 'on',
      value: '1',
      with: { direction },
    });
  return html`${one('up', words.helpful)}${one('down', words.unhelpful)}`;
}

/** Telling the keepers of the place that something is wrong. */
export function report(viewer: Visitor | undefined, item: Shown): Markup {
  if (item.mine.report !== undefined) {
    return html`<details class="report"><summary>${icon('report')}<span class="label">${words.reported}</span></summary>
      <form class="sheet" method="post" action="${actsPath(item)}/report" data-report>${token(viewer)}
      <button name="on" value="0" data-act="unreport">${words.takeReportBack}</button></form></details>`;
  }
  return html`<details class="report"><summary>${icon('report')}<span class="label">${words.report}</span></summary>
    <form class="sheet" method="post" action="${actsPath(item)}/report" data-report>${token(viewer)}
    <fieldset><legend>${words.reportWhy}</legend>${Object.entries(words.reportReasons).map(
      ([value, text], at) =>
        html`<label class="choice"><input type="radio" name="reason" value="${value}"${at === 0 ? html` checked` : nothing}> ${text}</label>`,
    )}</fieldset>
    <button name="on" value="1" data-act="report">${words.report}</button></form></details>`;
}

/** Head of an item: who, when, and its link. */
export const byline = (
  item: Shown,
) => html`<p class="byline"><a class="author" rel="author" href="${profile(item.author)}">${item.authorName}</a>
  <a class="permalink" rel="bookmark" href="${permalink(item)}" title="${words.permalink}">${time(item.made_at)}</a>${
    item.edited_at ? html` <span class="quiet">${words.edited}</span>` : nothing
  }</p>`;

export const labels = (item: Shown) =>
  item.topic || item.tags.length
    ? html`<ul class="labels">${item.topic ? html`<li><a class="topic" href="/topic/${item.topic}">${topics[item.topic] ?? item.topic}</a></li>` : nothing}${item.tags.map(
        (tag) => html`<li class="tag">${tag}</li>`,
      )}</ul>`
    : nothing;

export const ownLink = (viewer: Visitor | undefined, item: Shown) =>
  viewer?.handle === item.author && item.type !== 'thing'
    ? html`<a class="act" href="${actsPath(item)}/edit">${icon('edit')}<span class="label">${words.edit}</span></a>`
    : nothing;

/** Opening tag data of an item: what scripts and people's tools find it by. */
export const marked = (item: Shown, anchor = true) =>
  html`class="item ${item.type}" data-item="${item.type}" data-id="${item.id}"${
    anchor ? html` id="${permalink(item).split('#')[1] ?? item.id}" tabindex="-1"` : nothing
  }`;

export const stars = (n: number) =>
  html`<span class="stars" role="img" aria-label="${words.stars(n)}">${[1, 2, 3, 4, 5].map(
    (one) => html`<span class="${one <= n ? 'star lit' : 'star'}">${icon('star')}</span>`,
  )}</span>`;

/** A message above a form that is shown again. */
export const refusedNote = (reason: string | undefined) =>
  reason ? html`<p class="refused" role="alert">${words.refusals[reason] ?? reason}</p>` : nothing;
