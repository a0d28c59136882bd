import { html } from 'hono/html';
import type { Visitor } from '../accounts.ts';
import type { thanksTo } from '../acts.ts';
import { letters, permalink, type Typed } from '../items.ts';
import type { conversation, correspondents } from '../messages.ts';
import type { Rated, Shown } from '../reading.ts';
import { topics, words } from '../words.ts';
import { icon } from './icons.ts';
import {
  actsPath,
  bookmark,
  byline,
  labels,
  type Markup,
  marked,
  nothing,
  ownLink,
  profile,
  prose,
  reactions,
  refusedNote,
  report,
  share,
  stars,
  time,
  toggle,
  token,
  votes,
} from './parts.ts';

type Viewer = Visitor | undefined;

/** What a person typed into a form that is shown again, and why. */
export interface Again {
  typed?: Typed;
  reason?: string | undefined;
  note?: string;
  preview?: string;
}

/** The beginning of a text, cut between words. */
const excerpt = (text: string, most = 280) =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text;

/** A post or question in a list. */
function card(viewer: Viewer, item: Shown): Markup {
  return html`<article ${marked(item, false)}>
  ${byline(item)}
  <h2 class="title"><a href="${permalink(item)}">${item.title}</a></h2>
  <div class="body">${prose(excerpt(item.body))}</div>
  ${labels(item)}
  <div class="acts">${reactions(viewer, item)}${
    item.type === 'question'
      ? html`<a class="act" href="${permalink(item)}#answers">${icon('comment')}<span class="label">${words.answers(item.answers)}</span></a>`
      : html`<a class="act" href="${permalink(item)}#comments">${icon('comment')}<span class="label">${words.commentCount(item.comments)}</span></a>`
  }${share(viewer, item)}${bookmark(viewer, item)}</div>
</article>`;
}

export function feed(viewer: Viewer, items: Shown[], older: string | undefined): Markup {
  if (items.length === 0) return html`<p class="empty">${words.nothingYet}</p>`;
  return html`<div class="feed">${items.map((item) => card(viewer, item))}</div>
${older ? html`<p class="more"><a class="button" rel="next" href="${older}">${words.older}</a></p>` : nothing}`;
}

export const topicList = (
  at?: string,
): Markup => html`<nav class="topics" aria-label="${words.topics}"><h2>${words.topics}</h2>
<ul>${Object.entries(topics).map(
  ([slug, text]) =>
    html`<li><a href="/topic/${slug}"${at === slug ? html` aria-current="page"` : nothing}>${text}</a></li>`,
)}</ul></nav>`;

export const startLinks = (viewer: Viewer): Markup =>
  viewer
    ? html`<h1 class="hidden">${words.home}</h1><p class="start"><a class="button strong" href="/new/post">${icon('edit')}${words.newPost}</a><a class="button" href="/new/question">${words.newQuestion}</a></p>`
    : html`<h1 class="welcome">${words.claim}</h1>`;

const acts = (viewer: Viewer, item: Shown): Markup =>
  html`<div class="acts">${reactions(viewer, item)}${share(viewer, item)}${bookmark(viewer, item)}${report(viewer, item)}${ownLink(viewer, item)}</div>`;

/** One comment; a script appends it where the form stands. */
export function comment(viewer: Viewer, item: Shown): Markup {
  return html`<article ${marked(item)}>
  ${byline(item)}
  <div class="body">${prose(item.body)}</div>
  <div class="acts">${reactions(viewer, item)}${report(viewer, item)}${ownLink(viewer, item)}</div>
</article>`;
}

function comments(viewer: Viewer, on: Shown, all: Shown[], again: Again = {}): Markup {
  const own = all.filter((item) => item.type === 'comment' && item.parent === on.id);
  return html`<div class="comments" role="group"${on.page === permalink(on) ? html` id="comments"` : nothing} aria-label="${words.comments}">
  <div data-list="comments">${own.map((item) => comment(viewer, item))}</div>
  ${
    viewer
      ? html`${refusedNote(again.reason)}<form class="comment-form" method="post" action="${actsPath(on)}/comment" data-fetch="append">${token(viewer)}
  <label><span class="hidden">${words.commentLabel}</span><textarea name="body" rows="1" maxlength="2000" required placeholder="${words.commentLabel}" data-composer>${again.typed?.body ?? ''}</textarea></label>
  <button data-act="comment">${words.comment}</button></form>`
      : nothing
  }
</div>`;
}

const signInHere = (path: string): Markup =>
  html`<p class="empty"><a href="/sign-in?next=${encodeURIComponent(path)}">${words.signInFirst}</a></p>`;

export function postPage(viewer: Viewer, post: Shown, all: Shown[], again: Again = {}): Markup {
  return html`<article ${marked(post)}>
  ${byline(post)}
  <h1 class="title">${post.title}</h1>
  <div class="body">${prose(post.body)}</div>
  ${labels(post)}
  ${acts(viewer, post)}
  ${comments(viewer, post, all, again)}
</article>
${viewer ? nothing : signInHere(post.page)}`;
}

function answer(viewer: Viewer, question: Shown, item: Shown, all: Shown[], accepted: boolean): Markup {
  const asker = viewer?.handle === question.author;
  return html`<article ${marked(item)}${accepted ? html` data-accepted` : nothing}>
  ${accepted ? html`<p class="accepted">${icon('check')}${words.accepted}</p>` : nothing}
  ${byline(item)}
  <div class="body">${prose(item.body)}</div>
  <div class="acts">${reactions(viewer, item)}${share(viewer, item)}${bookmark(viewer, item)}${
    asker
      ? html`<form class="toggle" method="post" action="${question.page}/accept">${token(viewer)}<input type="hidden" name="answer" value="${item.id}"><button name="on" value="${accepted ? '0' : '1'}" data-act="accept" aria-pressed="${accepted ? 'true' : 'false'}">${icon('check')}<span class="label">${accepted ? words.unaccept : words.accept}</span></button></form>`
      : nothing
  }${report(viewer, item)}${ownLink(viewer, item)}</div>
  ${comments(viewer, item, all)}
</article>`;
}

export function questionPage(
  viewer: Viewer,
  question: Shown,
  all: Shown[],
  acceptedId: string | undefined,
  again: Again = {},
): Markup {
  const weight = (item: Shown) => (item.counts['like/like'] ?? 0) + (item.counts['like/thanks'] ?? 0);
  const answers = all
    .filter((item) => item.type === 'answer')
    .sort(
      (a, b) =>
        Number(b.id === acceptedId) - Number(a.id === acceptedId) || weight(b) - weight(a) || (a.id < b.id ? -1 : 1),
    );
  return html`<article ${marked(question)}>
  ${byline(question)}
  <h1 class="title">${question.title}</h1>
  <div class="body">${prose(question.body)}</div>
  ${labels(question)}
  ${acts(viewer, question)}
  ${comments(viewer, question, all)}
</article>
<section class="answers" id="answers" aria-labelledby="answers-title">
<h2 id="answers-title">${words.answers(answers.length)}</h2>
${answers.map((item) => answer(viewer, question, item, all, item.id === acceptedId))}
</section>
${viewer ? answerForm(viewer, question, again) : signInHere(question.page)}`;
}

function answerForm(viewer: Visitor, question: Shown, again: Again): Markup {
  return html`<section class="compose" id="answer" aria-labelledby="compose-title">
<h2 id="compose-title">${words.yourAnswer}</h2>
${again.preview === undefined ? nothing : html`<div class="preview"><p class="note">${words.previewTitle}</p><div class="body">${prose(again.preview)}</div></div>`}
${refusedNote(again.reason)}${again.note ? html`<p class="note" role="status">${again.note}</p>` : nothing}
<form class="answer-form" method="post" action="${question.page}/answer">${token(viewer)}
<label><span class="hidden">${words.yourAnswer}</span><textarea name="body" rows="6" maxlength="20000" placeholder="${words.answerHint}" data-composer data-draft="${question.page}/draft">${again.typed?.body ?? ''}</textarea></label>
<p class="buttons"><button class="strong" name="do" value="publish" data-act="answer">${words.publish}</button><button name="do" value="preview">${words.preview}</button><button name="do" value="draft">${words.keepDraft}</button></p>
</form></section>`;
}

export function thingPage(
  viewer: Viewer,
  thing: Shown,
  rated: Rated | undefined,
  all: Shown[],
  again: Again = {},
): Markup {
  const reviews = all.filter((item) => item.type === 'review');
  const mine = reviews.find((item) => item.author === viewer?.handle);
  return html`<article ${marked(thing)}>
  <h1 class="title">${thing.title}</h1>
  <p class="score"><a class="author hidden" rel="author" href="${profile(thing.author)}">${thing.authorName}</a><a class="permalink hidden" rel="bookmark" href="${thing.page}">${words.permalink}</a>
  ${rated?.ratings ? stars(Math.round(Number(rated.mean))) : nothing} <span class="quiet">${words.average(rated?.mean ?? '', rated?.ratings ?? 0)}</span></p>
  <div class="body">${prose(thing.body)}</div>
  ${labels(thing)}
  <div class="acts">${viewer ? rateBar(viewer, thing) : nothing}${bookmark(viewer, thing)}${report(viewer, thing)}${
    viewer
      ? html`<a class="act" href="${thing.page}/edit">${icon('edit')}<span class="label">${words.improve}</span></a>`
      : nothing
  }</div>
</article>
<section class="reviews" id="reviews" aria-labelledby="reviews-title">
<h2 id="reviews-title">${words.reviews}</h2>
${reviews.length ? reviews.map((item) => review(viewer, item, all)) : html`<p class="empty">${words.nothingYet}</p>`}
</section>
${viewer ? (mine ? html`<p class="note">${words.yourReview} <a href="${actsPath(mine)}/edit">${words.edit}</a></p>` : reviewForm(viewer, thing, again)) : signInHere(thing.page)}`;
}

function rateBar(viewer: Visitor, thing: Shown): Markup {
  const own = Number(thing.mine.rating ?? 0);
  return html`<div class="rate" role="group" aria-label="${words.rate}" data-mine="${own}">${[1, 2, 3, 4, 5].map((n) =>
    toggle(viewer, {
      action: `${thing.page}/rate`,
      act: `star-${n}`,
      label: words.stars(n),
      icon: 'star',
      on: own === n,
      field: 'stars',
      value: String(n),
    }),
  )}</div>`;
}

function review(viewer: Viewer, item: Shown, all: Shown[]): Markup {
  return html`<article ${marked(item)}>
  ${byline(item)}
  <p class="rating">${stars(item.stars ?? 0)}${item.title ? html` <strong>${item.title}</strong>` : nothing}</p>
  <div class="body">${prose(item.body)}</div>
  <div class="acts">${votes(viewer, item)}${report(viewer, item)}${ownLink(viewer, item)}</div>
  ${comments(viewer, item, all)}
</article>`;
}

const starField = (value: string | undefined): Markup =>
  html`<fieldset class="star-field"><legend>${words.rate}</legend>${[1, 2, 3, 4, 5].map(
    (n) =>
      html`<label><input type="radio" name="stars" value="${n}"${value === String(n) ? html` checked` : nothing}><span class="star">${icon('star')}</span><span class="hidden">${words.stars(n)}</span></label>`,
  )}</fieldset>`;

function reviewForm(viewer: Visitor, thing: Shown, again: Again): Markup {
  return html`<section class="compose" id="review" aria-labelledby="compose-title"><h2 id="compose-title">${words.writeReview}</h2>
${refusedNote(again.reason)}
<form class="review-form" method="post" action="${thing.page}/review">${token(viewer)}
${starField(again.typed?.stars)}
<label>${words.reviewTitle}<input name="title" maxlength="150" value="${again.typed?.title ?? ''}"></label>
<label>${words.reviewText}<textarea name="body" rows="5" maxlength="20000" data-composer>${again.typed?.body ?? ''}</textarea></label>
<p class="buttons"><button class="strong" data-act="review">${words.publishReview}</button></p></form></section>`;
}

export function thingsPage(things: Shown[], ratings: Map<string, Rated>): Markup {
  return html`<h1>${words.things}</h1><div class="things">${things.map((thing) => {
    const rated = ratings.get(thing.id);
    return html`<article ${marked(thing, false)}><h2 class="title"><a class="permalink" href="${thing.page}">${thing.title}</a></h2>
<p class="score">${rated?.ratings ? stars(Math.round(Number(rated.mean))) : nothing} <span class="quiet">${words.average(rated?.mean ?? '', rated?.ratings ?? 0)}</span></p>
<div class="body">${prose(excerpt(thing.body))}</div>${labels(thing)}</article>`;
  })}</div>`;
}

/** New posts and questions, and the editing of everything. */
export function writeForm(
  viewer: Visitor,
  form: {
    type: Shown['type'];
    action: string;
    heading: string;
    save: string;
    back: string;
    fields: Typed;
    remove?: string;
    act: string;
  },
  again: Again,
): Markup {
  const typed = { ...form.fields, ...again.typed };
  const titled = form.type !== 'answer' && form.type !== 'comment';
  const labelled = form.type === 'post' || form.type === 'question';
  return html`<h1>${form.heading}</h1>${refusedNote(again.reason)}
<form class="write-form" method="post" action="${form.action}" data-kind="${form.type}">${token(viewer)}
${form.type === 'review' ? starField(typed.stars) : nothing}
${titled ? html`<label>${words.title}<input name="title" maxlength="150" value="${typed.title ?? ''}"${form.type === 'question' && !form.remove ? html` data-similar="/similar"` : nothing}></label>` : nothing}
${form.type === 'question' && !form.remove ? html`<div class="similar" aria-live="polite" data-title="${words.similar}" hidden></div>` : nothing}
<label>${words.text}<textarea name="body" rows="9" maxlength="20000" data-composer>${typed.body ?? ''}</textarea></label>
${
  labelled
    ? html`<label>${words.topic}<select name="topic">${Object.entries(topics).map(
        ([slug, text]) =>
          html`<option value="${slug}"${typed.topic === slug ? html` selected` : nothing}>${text}</option>`,
      )}</select></label>
<label>${words.tags} <span class="quiet">${words.tagsHint}</span><input name="tags" value="${typed.tags ?? ''}"></label>`
    : nothing
}
${form.type === 'thing' ? html`<label>${words.summary}<input name="summary" maxlength="150"></label>` : nothing}
<p class="buttons"><button class="strong" data-act="${form.act}">${form.save}</button><a class="button permalink" href="${form.back}">${words.cancel}</a></p>
</form>
${
  form.remove
    ? html`<details class="danger"><summary>${words.remove}</summary><form method="post" action="${form.remove}">${token(viewer)}<p>${words.removeSure}</p><button data-act="delete">${words.removeNow}</button></form></details>`
    : nothing
}`;
}

export function profilePage(
  viewer: Viewer,
  person: { handle: string; name: string; about: string; joined_at: Date },
  following: boolean,
  made: Shown[],
  shared: Shown[],
): Markup {
  return html`<section class="person" data-item="person" data-id="${person.handle}"><h1 class="title">${person.name}</h1>
<p class="quiet"><a class="permalink" href="${profile(person.handle)}">@${person.handle}</a> · ${words.joined} ${time(person.joined_at)}</p>
${person.about ? html`<p class="about">${person.about}</p>` : nothing}
${
  viewer && viewer.handle !== person.handle
    ? html`<div class="acts">${toggle(viewer, {
        action: `${profile(person.handle)}/follow`,
        undoAction: `${profile(person.handle)}/unfollow`,
        act: 'follow',
        label: words.follow,
        labelOn: words.following,
        on: following,
        field: 'on',
        value: '1',
      })}<a class="act" href="/messages/${encodeURIComponent(person.handle)}">${words.message}</a></div>`
    : nothing
}</section>
<h2>${words.madeBy(person.name)}</h2>${made.length ? html`<ul class="lines">${made.map(line)}</ul>` : html`<p class="empty">${words.nothingYet}</p>`}
${shared.length ? html`<h2>${words.sharedBy(person.name)}</h2><ul class="lines">${shared.map(line)}</ul>` : nothing}`;
}

/** An item in one line. */
export const line = (item: Shown): Markup =>
  html`<li><a href="${permalink(item)}">${item.title || excerpt(item.body, 90)}</a> <span class="quiet">${letters[item.type] === 'c' ? words.comment : item.type === 'answer' ? words.answer : ''} ${time(item.made_at)}</span></li>`;

export function thanksPage(rows: Awaited<ReturnType<typeof thanksTo>>): Markup {
  return html`<h1>${words.thanksTitle}</h1><p class="quiet">${words.thanksHint}</p>
${
  rows.length
    ? html`<ol class="lines thanks">${rows.map(
        (row) =>
          html`<li data-thank="${row.kind}"><a class="author" href="${profile(row.handle)}">${row.name}</a> ${
            words.did[row.detail] ?? words.did[row.kind] ?? row.kind
          } ${row.kind === 'follow' ? nothing : html`<a href="${row.made ?? row.object}">${row.title ?? row.object}</a>`} <span class="quiet">${time(row.at)}</span></li>`,
      )}</ol>`
    : html`<p class="empty">${words.thanksEmpty}</p>`
}`;
}

export function messagesPage(people: Awaited<ReturnType<typeof correspondents>>): Markup {
  const list = (some: { handle: string; name: string }[]) =>
    html`<ul class="lines">${some.map((one) => html`<li><a href="/messages/${encodeURIComponent(one.handle)}">${one.name}</a></li>`)}</ul>`;
  return html`<div data-private><h1>${words.messages}</h1><p class="quiet">${words.messagesHint}</p>
${people.known.length ? list(people.known) : html`<p class="empty">${words.nothingYet}</p>`}
<h2>${words.writeTo}</h2>${list(people.others)}</div>`;
}

export function conversationPage(
  viewer: Visitor,
  other: { handle: string; name: string },
  messages: Awaited<ReturnType<typeof conversation>>,
  again: Again,
): Markup {
  return html`<div data-private><h1>${words.messageTo(other.name)}</h1><p class="quiet">${words.messagesHint}</p>
<ol class="messages">${messages.map(
    (one) =>
      html`<li class="${one.sender === viewer.handle ? 'message own' : 'message'}" data-message="${one.id}">${prose(one.body)}<span class="quiet">${time(one.sent_at)}</span></li>`,
  )}</ol>
${refusedNote(again.reason)}
<form class="message-form" method="post" action="/messages/${encodeURIComponent(other.handle)}">${token(viewer)}
<label><span class="hidden">${words.messageLabel}</span><textarea name="body" rows="3" maxlength="4000" placeholder="${words.messageLabel}">${again.typed?.body ?? ''}</textarea></label>
<p class="buttons"><button class="strong">${words.send}</button></p></form></div>`;
}

export const signInPage = (
  next: string,
  typed: string,
  reason: string | undefined,
): Markup => html`<section class="compose narrow"><h1>${words.signInTitle}</h1>
<p>${words.claim}</p>${refusedNote(reason)}
<form class="sign-in-form" method="post" action="/sign-in"><input type="hidden" name="next" value="${next}">
<label>${words.yourName}<input name="name" autocomplete="nickname" maxlength="80" required value="${typed}"></label>
<p class="buttons"><button class="strong">${words.signIn}</button></p></form><p class="quiet">${words.signInHint}</p></section>`;

export const plainPage = (title: string, text: string): Markup =>
  html`<section class="compose narrow"><h1>${title}</h1><p class="refused" role="alert">${text}</p><p><a class="button" href="/">${words.home}</a></p></section>`;
