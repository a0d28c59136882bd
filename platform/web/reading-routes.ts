import { Hono } from 'hono';
import { html } from 'hono/html';
import { thanksTo } from '../acts.ts';
import type { Database, ItemType } from '../database.ts';
import { type ItemRow, itemOf, letters, permalink } from '../items.ts';
import { conversation, correspondents } from '../messages.ts';
import { ratingsOf, readItems, type Shown } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { topics, words } from '../words.ts';
import { type Ctx, type Env, type House, nextPath, page, seeOther, signedIn } from './context.ts';
import { layout } from './layout.ts';
import { actsPath, type Markup, profile } from './parts.ts';
import {
  type Again,
  conversationPage,
  feed,
  line,
  messagesPage,
  plainPage,
  postPage,
  profilePage,
  questionPage,
  signInPage,
  startLinks,
  thanksPage,
  thingPage,
  thingsPage,
  topicList,
  writeForm,
} from './views.ts';

const perPage = 20;

/** Types by the letter in their paths. */
const types = Object.fromEntries(Object.entries(letters).map(([type, letter]) => [letter, type])) as Record<
  string,
  ItemType
>;

/** Answers with a page of the site. */
export const show = (c: Ctx, title: string, body: Markup | Markup[], more: { at?: string; aside?: Markup } = {}) =>
  page(c, layout({ title, viewer: c.get('viewer'), body, ...more }));

/** The page that an item is on, with a form shown again where one was refused. */
export async function showItemPage(house: House, c: Ctx, root: ItemRow, again?: Again) {
  const viewer = c.get('viewer');
  const all = await readItems(house.db, viewer?.handle, (items) =>
    items.where('page', '=', root.page).orderBy('items.id'),
  );
  const shown = all.find((item) => item.id === root.id);
  if (!shown) throw new Refusal('gone', 410);
  const aside = topicList(root.topic);
  if (root.type === 'question') {
    const accepted = await acceptedOf(house.db, root.id);
    return show(
      c,
      root.title,
      questionPage(viewer, shown, all, accepted, await withDraft(house.db, viewer?.handle, root.id, again)),
      { aside },
    );
  }
  if (root.type === 'thing') {
    const rated = (await ratingsOf(house.db, [root.id])).get(root.id);
    return show(c, root.title, thingPage(viewer, shown, rated, all, again), { aside });
  }
  return show(c, root.title, postPage(viewer, shown, all, again), { aside });
}

async function acceptedOf(db: Database, question: string): Promise<string | undefined> {
  const mark = await db
    .selectFrom('marks')
    .select('value')
    .where('item', '=', question)
    .where('kind', '=', 'accept')
    .executeTakeFirst();
  return mark?.value;
}

async function withDraft(
  db: Database,
  handle: string | undefined,
  question: string,
  again: Again | undefined,
): Promise<Again> {
  if (again || !handle) return again ?? {};
  const draft = await db
    .selectFrom('drafts')
    .select('body')
    .where('handle', '=', handle)
    .where('item', '=', question)
    .executeTakeFirst();
  return draft?.body ? { typed: { body: draft.body }, note: words.draftThere } : {};
}

export async function personOf(db: Database, handle: string) {
  const person = await db.selectFrom('accounts').selectAll().where('handle', '=', handle).executeTakeFirst();
  if (!person) throw new Refusal('not-found', 404);
  return person;
}

export async function showConversation(house: House, c: Ctx, again: Again = {}) {
  const viewer = signedIn(c);
  const other = await personOf(house.db, c.req.param('handle') ?? '');
  const messages = await conversation(house.db, viewer.handle, other.handle);
  return show(c, other.name, conversationPage(viewer, other, messages, again), { at: '/messages' });
}

export function showWrite(c: Ctx, type: 'post' | 'question', again: Again = {}) {
  const question = type === 'question';
  return show(
    c,
    question ? words.newQuestion : words.newPost,
    writeForm(
      signedIn(c),
      {
        type,
        action: `/new/${type}`,
        heading: question ? words.newQuestion : words.newPost,
        save: question ? words.publishQuestion : words.publishPost,
        back: '/',
        fields: {},
        act: type,
      },
      again,
    ),
  );
}

export function showEdit(c: Ctx, item: ItemRow, again: Again = {}) {
  const viewer = signedIn(c);
  const thing = item.type === 'thing';
  if (!thing && item.author !== viewer.handle) throw new Refusal('not-own', 403);
  const path = actsPath(item as Shown);
  const body = writeForm(
    viewer,
    {
      type: item.type,
      action: `${path}/edit`,
      heading: thing ? words.improve : words.edit,
      save: words.save,
      back: permalink(item),
      fields: {
        title: item.title,
        body: item.body,
        topic: item.topic,
        tags: item.tags.join(', '),
        ...(item.stars ? { stars: String(item.stars) } : {}),
      },
      act: thing ? 'improve' : 'edit',
      ...(thing ? {} : { remove: `${path}/delete` }),
    },
    again,
  );
  // What is edited, for scripts and tools that ask whose item this form changes.
  return show(c, words.edit, html`<div data-editing="${item.type}" data-id="${item.id}">${body}</div>`);
}

/** Everything that is only looked at. */
export function readingRoutes(house: House) {
  const { db } = house;
  const app = new Hono<Env>();

  const list = async (c: Ctx, title: string, at: string, only: { type?: ItemType; topic?: string }) => {
    const viewer = c.get('viewer');
    const before = c.req.query('before');
    const items = await readItems(db, viewer?.handle, (all) => {
      let picked = all.where('items.type', 'in', only.type ? [only.type] : ['post', 'question']);
      if (only.topic) picked = picked.where('items.topic', '=', only.topic);
      if (before) picked = picked.where('items.id', '<', before);
      return picked.orderBy('items.id', 'desc').limit(perPage + 1);
    });
    const last = items.length > perPage ? items[perPage - 1] : undefined;
    const heading = at === '/' ? startLinks(viewer) : html`<h1>${title}</h1>`;
    const body = html`${heading}${feed(viewer, items.slice(0, perPage), last && `${at}?before=${last.id}`)}`;
    return show(c, title, body, { at, aside: topicList(only.topic) });
  };

  app.get('/', (c) => list(c, words.name, '/', {}));
  app.get('/questions', (c) => list(c, words.questions, '/questions', { type: 'question' }));
  app.get('/topic/:topic', (c) => {
    const topic = c.req.param('topic');
    const title = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    if (!title) throw new Refusal('not-found', 404);
    return list(c, title, `/topic/${topic}`, { topic });
  });

  app.get('/things', async (c) => {
    const things = await readItems(db, c.get('viewer')?.handle, (all) =>
      all.where('items.type', '=', 'thing').orderBy('items.title'),
    );
    const ratings = await ratingsOf(
      db,
      things.map((thing) => thing.id),
    );
    return show(c, words.things, thingsPage(things, ratings), { at: '/things', aside: topicList() });
  });

  app.get('/:letter{[pqt]}/:id', async (c) => showItemPage(house, c, await itemOf(db, typeOf(c), c.req.param('id'))));
  // Answers, comments and reviews stand on the page of what they belong to.
  app.get('/:letter{[acr]}/:id', async (c) => c.redirect(permalink(await itemOf(db, typeOf(c), c.req.param('id')))));
  app.get('/:letter{[pqtacr]}/:id/edit', async (c) => {
    signedIn(c);
    return showEdit(c, await itemOf(db, typeOf(c), c.req.param('id')));
  });

  app.get('/:at{@[^/]+}', async (c) => {
    const viewer = c.get('viewer');
    const person = await personOf(db, c.req.param('at').slice(1));
    const follow = viewer
      ? await db
          .selectFrom('marks')
          .select('item')
          .where('item', '=', `@${person.handle}`)
          .where('kind', '=', 'follow')
          .where('handle', '=', viewer.handle)
          .executeTakeFirst()
      : undefined;
    const made = await readItems(db, viewer?.handle, (all) =>
      all
        .where('items.author', '=', person.handle)
        .where('items.type', 'in', ['post', 'question', 'answer', 'review'])
        .orderBy('items.id', 'desc')
        .limit(50),
    );
    const shared = await readItems(db, viewer?.handle, (all) =>
      all
        .where('items.id', 'in', marked(db, person.handle, 'share'))
        .orderBy('items.id', 'desc')
        .limit(50),
    );
    return show(c, person.name, profilePage(viewer, person, Boolean(follow), made, shared), {
      at: profile(person.handle),
    });
  });

  app.get('/bookmarks', async (c) => {
    const viewer = signedIn(c);
    const kept = await readItems(db, viewer.handle, (all) =>
      all
        .where('items.id', 'in', marked(db, viewer.handle, 'bookmark'))
        .orderBy('items.id', 'desc')
        .limit(100),
    );
    const body = kept.length
      ? html`<ul class="lines">${kept.map(line)}</ul>`
      : html`<p class="empty">${words.nothingYet}</p>`;
    return show(c, words.bookmarks, html`<h1>${words.bookmarks}</h1>${body}`, { at: '/bookmarks' });
  });

  app.get('/thanks', async (c) =>
    show(c, words.thanks, thanksPage(await thanksTo(db, signedIn(c).handle)), { at: '/thanks' }),
  );
  app.get('/messages', async (c) =>
    show(c, words.messages, messagesPage(await correspondents(db, signedIn(c).handle)), { at: '/messages' }),
  );
  app.get('/messages/:handle', (c) => showConversation(house, c));
  app.get('/new/:type{post|question}', (c) => showWrite(c, c.req.param('type') as 'post' | 'question'));

  app.get('/privacy', (c) => show(c, words.privacy, plainPage(words.privacy, words.privacyText)));

  app.get('/sign-in', async (c) => {
    const next = nextPath(c.req.query('next') ?? '/');
    return c.get('viewer') ? seeOther(c, next) : show(c, words.signIn, signInPage(next, '', undefined));
  });
  return app;
}

/** Ids of the items that a person has marked. */
const marked = (db: Database, handle: string, kind: 'share' | 'bookmark') =>
  db.selectFrom('marks').select('item').where('handle', '=', handle).where('kind', '=', kind);

export const typeOf = (c: Ctx): ItemType => {
  const type = types[c.req.param('letter') ?? ''];
  if (!type) throw new Refusal('not-found', 404);
  return type;
};
