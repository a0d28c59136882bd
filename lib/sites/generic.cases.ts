import type { ExpectedEntry, SiteCase } from './cases.ts';
import { defineCases } from './define.ts';

/**
 * Pages of a site that nobody described. They send nothing that could be read: what counts is the press and the page.
 * No "edit" case: nothing that is written is seen. No "switch" case: no choice between reactions is seen.
 * No "signed-out" case: where somebody is not signed in, the control does not flip (a refusal).
 */
const origin = 'https://somewhere.example';
const article = '/posts/7-a-walk';

const pageWith = (html: string, path = article): SiteCase['page'] => ({
  url: `${origin}${path}`,
  head: `<link rel="canonical" href="${origin}${path}">`,
  html: `<h1>A walk</h1>${html}`,
});

const toggle = (name: string, state = 'false', more = '') =>
  `<button class="act" aria-pressed="${state}" aria-label="${name}"${more}><svg></svg></button>`;

/** One press on `.act`, which then shows this. */
const press = (
  name: string,
  about: SiteCase['about'],
  html: string,
  set: Record<string, string | null> | null,
  expect: ExpectedEntry | null,
  more: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about,
  page: pageWith(html),
  act: [{ click: '.act' }],
  ...(set ? { shows: [{ select: '.act', set }] } : {}),
  expect: expect ? [expect] : [],
  ...more,
});

const on = { 'aria-pressed': 'true' };
const off = { 'aria-pressed': 'false' };
const here = { url: `${origin}${article}` };
const like: ExpectedEntry = { kind: 'like', object: here, level: 'seen', account: '', audience: 'public' };
const vote: ExpectedEntry = { kind: 'vote', object: here, detail: { vote: 'up' }, level: 'seen' };

/** The same five acts as pages name them. */
const inLanguages: Record<string, [like: string, upvote: string, helpful: string, bookmark: string, follow: string]> = {
  English: ['Like', 'Upvote', 'Helpful', 'Bookmark', 'Follow'],
  Chinese: ['点赞', '赞同', '有用', '收藏', '关注'],
  Hindi: ['पसंद करें', 'अपवोट करें', 'मददगार', 'बुकमार्क करें', 'फ़ॉलो करें'],
  Spanish: ['Me gusta', 'Votar a favor', 'Útil', 'Añadir a favoritos', 'Seguir'],
  French: ['J’aime', 'Voter pour', 'Utile', 'Ajouter aux favoris', 'Suivre'],
  Arabic: ['أعجبني', 'تصويت إيجابي', 'مفيد', 'إضافة إلى المفضلة', 'متابعة'],
  Bengali: ['লাইক করুন', 'আপভোট করুন', 'সহায়ক', 'বুকমার্ক করুন', 'অনুসরণ করুন'],
  Portuguese: ['Curtir', 'Voto positivo', 'Útil', 'Adicionar aos favoritos', 'Seguir'],
  Russian: ['Нравится', 'Голосовать за', 'Полезно', 'В избранное', 'Подписаться'],
  Urdu: ['پسند کریں', 'اپ ووٹ کریں', 'مددگار', 'بک مارک کریں', 'فالو کریں'],
  Indonesian: ['Suka', 'Beri suara positif', 'Membantu', 'Tambahkan ke favorit', 'Ikuti'],
  German: ['Gefällt mir', 'Hochvoten', 'Hilfreich', 'Lesezeichen setzen', 'Folgen'],
  Japanese: ['いいね！', '高評価', '参考になった', 'ブックマーク', 'フォローする'],
};
const kinds = ['like', 'vote', 'vote', 'bookmark', 'follow'] as const;

/** Labels that say what is done, without any state beside them. */
const flips: [language: string, from: string, to: string, kind: ExpectedEntry['kind']][] = [
  ['English', 'Like', 'Unlike', 'like'],
  ['Chinese', '关注', '已关注', 'follow'],
  ['Hindi', 'बुकमार्क करें', 'बुकमार्क हटाएं', 'bookmark'],
  ['Spanish', 'Me gusta', 'Ya no me gusta', 'like'],
  ['French', 'Suivre', 'Ne plus suivre', 'follow'],
  ['Arabic', 'متابعة', 'إلغاء المتابعة', 'follow'],
  ['Bengali', 'লাইক', 'আনলাইক', 'like'],
  ['Portuguese', 'Seguir', 'Deixar de seguir', 'follow'],
  ['Russian', 'Добавить в закладки', 'Удалить из закладок', 'bookmark'],
  ['Urdu', 'لائک کریں', 'لائک ہٹائیں', 'like'],
  ['Indonesian', 'Ikuti', 'Mengikuti', 'follow'],
  ['German', 'Folgen', 'Nicht mehr folgen', 'follow'],
  ['Japanese', 'いいね', 'いいねを取り消す', 'like'],
];

const review = (inside: string, more = '') =>
  `<section><div itemscope itemprop="review" id="review-31"${more}><p>Good soup.</p>${inside}</div></section>`;
const helpful = '<button class="act helpful-button">Helpful (3)</button>';
const ofReview = { ...vote, object: { url: `${origin}${article}#review-31` } };

export default defineCases([
  ...Object.entries(inLanguages).flatMap(([language, names]) =>
    names.map((name, at) =>
      press(`${language}: "${name}" is pressed`, 'do', toggle(name), on, {
        kind: kinds[at] as ExpectedEntry['kind'],
        object: here,
        level: 'seen',
      }),
    ),
  ),
  ...flips.flatMap(([language, from, to, kind]) => [
    press(
      `${language}: "${from}" becomes "${to}"`,
      'do',
      `<button class="act" aria-label="${from}"></button>`,
      { 'aria-label': to },
      { kind, object: here, level: 'seen' },
    ),
    press(
      `${language}: "${to}" becomes "${from}"`,
      'undo',
      `<button class="act" aria-label="${to}"></button>`,
      { 'aria-label': from },
      { kind, object: here, level: 'seen', undo: true },
      { after: [`${language}: "${from}" becomes "${to}"`] },
    ),
  ]),

  press(
    'takes a like back',
    'undo',
    toggle('Like', 'true'),
    off,
    { ...like, undo: true },
    { after: ['English: "Like" is pressed'] },
  ),
  press('likes by keyboard', 'keyboard', toggle('Like'), on, like, { act: [{ press: 'Enter', in: '.act' }] }),
  press(
    'names a toggle by its text, with a count',
    'layout',
    '<button class="act" aria-pressed="false"><i>👍</i> Like (12)</button>',
    on,
    like,
  ),
  press(
    'names a toggle by its title',
    'layout',
    '<button class="act" aria-pressed="false" title="Upvote">12</button>',
    on,
    vote,
  ),
  press(
    'is a switch',
    'layout',
    '<button class="act" role="switch" aria-checked="false">Follow</button>',
    { 'aria-checked': 'true' },
    { ...like, kind: 'follow' },
  ),
  press(
    'tells its state by a class',
    'layout',
    '<button class="act" aria-label="Like"></button>',
    { class: 'act liked' },
    like,
  ),
  press(
    'stands in a shadow root',
    'layout',
    `<x-bar><template shadowrootmode="open">${toggle('Like')}</template></x-bar>`,
    null,
    like,
    {
      act: [{ click: 'x-bar >>> .act' }],
      shows: [{ select: 'x-bar >>> .act', set: on }],
    },
  ),
  press(
    'is about the post of a feed that it stands in',
    'layout',
    `<article><h2><a href="/posts/9">Soup</a></h2>${toggle('Like')}</article>`,
    on,
    {
      ...like,
      object: { url: `${origin}/posts/9`, title: 'Soup' },
    },
  ),
  press(
    'is about the comment that it stands in',
    'layout',
    `<article><h2><a href="/posts/9">Soup</a></h2><div id="comment-4">${toggle('Like')}</div></article>`,
    on,
    {
      ...like,
      object: { url: `${origin}${article}#comment-4` },
    },
  ),
  press('finds a review helpful, whose button is disabled then', 'do', review(helpful), { disabled: '' }, ofReview),
  press(
    'finds a review helpful, and thanks take the place of the button',
    'layout',
    review(`<span class="ask">${helpful}</span>`),
    null,
    ofReview,
    {
      shows: [{ select: '.ask', html: '<span class="thanks">Thank you for your feedback.</span>' }],
    },
  ),
  press('counts a like once that is pressed on, off and on', 'double', toggle('Like'), on, null, {
    after: ['English: "Like" is pressed'],
  }),

  press('the page does not take it', 'refusal', toggle('Like'), null, null),
  press('a login opens instead', 'refusal', `${toggle('Like')}<div class="login"></div>`, null, null, {
    shows: [{ select: '.login', html: '<form><input type="password"></form>' }],
  }),
  press(
    'the button of a review goes without any thanks',
    'refusal',
    review(`<span class="ask">${helpful}</span>`),
    null,
    null,
    {
      shows: [{ select: '.ask', html: '<span>Please sign in.</span>' }],
    },
  ),
  press('a script of the page presses', 'synthetic', toggle('Like'), on, null, { act: [{ synthetic: '.act' }] }),
  press(
    'a draft of a review is saved',
    'draft',
    '<form><textarea name="review"></textarea><button class="act" aria-label="Save draft" type="button"></button></form>',
    { 'aria-label': 'Saved' },
    null,
  ),

  ...['/messages/4', '/inbox', '/en/chat/7', '/dm/nora', '/checkout/like', '/my/account'].map((path) =>
    press(`nothing is noticed at ${path}`, 'private', toggle('Like'), on, null, {
      page: pageWith(toggle('Like'), path),
    }),
  ),
  press('nothing is noticed on a host for mail', 'private', toggle('Like'), on, null, {
    page: { url: 'https://mail.somewhere.example/7', html: toggle('Like') },
  }),
  press(
    'nothing is noticed in a form with a password',
    'private',
    `<form><input type="password">${toggle('Like')}</form>`,
    on,
    null,
  ),
  press(
    'nothing is noticed in a form with a card',
    'private',
    `<form><input autocomplete="cc-number">${toggle('Like')}</form>`,
    on,
    null,
  ),
  press('nothing is noticed in a log of messages', 'private', `<div role="log">${toggle('Like')}</div>`, on, null),

  ...(
    [
      ['a dislike', toggle('Dislike')],
      ['a dislike in Spanish', toggle('No me gusta')],
      ['a dislike in Russian', toggle('Не нравится')],
      ['"not helpful"', toggle('Not helpful')],
      ['a condition of used goods', toggle('Like new')],
      ['the filter of a feed, by its label', toggle('Following')],
      ['the filter of a feed, by its text', '<button class="act" aria-pressed="false">Following</button>'],
      ['a filter by stars', `<div class="star-filter"><button class="act" aria-pressed="false">Helpful</button></div>`],
      ['a sort control', `<div class="sort-by"><button class="act" aria-pressed="false">Helpful</button></div>`],
      ['"most helpful" first', toggle('Most helpful')],
      ['bold in an editor', toggle('Bold')],
      ['a bookmark in an editor', `<div class="rich-editor">${toggle('Bookmark')}</div>`],
      ['mute', toggle('Mute')],
      ['"Save" of a form', toggle('Save')],
      ['a cookie banner', `<div class="cookie-banner">${toggle('Useful')}</div>`],
      ['a newsletter', `<div class="newsletter"><button class="act" aria-pressed="false">Подписаться</button></div>`],
      ['a survey', `<div class="nps-popup">${toggle('Helpful')}</div>`],
      ['an answer to a poll', '<button class="act" aria-pressed="false">Yes</button>'],
      ['a list of those who liked it', toggle('Likes')],
    ] as const
  ).map(([name, html]) => press(`${name} is none`, 'look-alike', html, on, null)),
  press(
    'the opener of a review form is none',
    'look-alike',
    '<button class="act" aria-expanded="false">Write a review</button>',
    { 'aria-expanded': 'true' },
    null,
  ),
  press(
    'a menu that opens is none',
    'look-alike',
    '<button class="act" aria-label="Like" aria-expanded="false"></button>',
    { 'aria-expanded': 'true', class: 'act active' },
    null,
  ),
  press(
    'a share link is only an intention',
    'look-alike',
    '<a class="act" href="https://social.example/share?url=x" aria-label="Share on Social" onclick="event.preventDefault()">Share</a>',
    { class: 'act shared' },
    null,
  ),
  press(
    'a contact form that goes is none',
    'look-alike',
    '<div class="box"><form onsubmit="event.preventDefault()"><textarea name="message"></textarea><button class="act">Send</button></form></div>',
    null,
    null,
    {
      shows: [{ select: '.box', html: '<p class="thanks">Thank you.</p>' }],
    },
  ),
  press(
    'a review form that goes is not yet a review',
    'look-alike',
    '<div class="box"><form action="/review" onsubmit="event.preventDefault()"><input type="range" name="rating"><textarea name="review"></textarea><button class="act">Post</button></form></div>',
    null,
    null,
    {
      shows: [{ select: '.box', html: '<p class="thanks">Thank you.</p>' }],
    },
  ),
]);
