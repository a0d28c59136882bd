import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { signIn, signOut } from '../accounts.ts';
import type { MarkKind } from '../database.ts';
import { contentOf, deleteItem, editItem, type ItemRow, itemOf, makeItem, permalink, type Typed } from '../items.ts';
import { setMark } from '../marks.ts';
import { sendMessage } from '../messages.ts';
import { readItems, type Shown } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';
import { act, byScript, type Ctx, type Env, field, type House, nextPath, seeOther, signedIn } from './context.ts';
import { profile } from './parts.ts';
import { personOf, show, showConversation, showEdit, showItemPage, showWrite, typeOf } from './reading-routes.ts';
import { comment, signInPage } from './views.ts';

export const cookieName = 'lamplight';

/** State of the buttons that a press changed, for the script: `{ok: true, acts: {like: {on, count}}}`. */
type Buttons = Record<string, { on: boolean; count?: number }>;

function buttonsOf(item: Shown, kind: MarkKind): Buttons {
  const value = item.mine[kind];
  const count = (key: string) => item.counts[key] ?? 0;
  if (kind === 'like') {
    return {
      like: { on: value === 'like', count: count('like/like') },
      thanks: { on: value === 'thanks', count: count('like/thanks') },
    };
  }
  if (kind === 'vote') {
    return {
      'vote-up': { on: value === 'up', count: count('vote/up') },
      'vote-down': { on: value === 'down', count: count('vote/down') },
    };
  }
  if (kind === 'rating')
    return Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`star-${n}`, { on: value === String(n) }]));
  if (kind === 'share') return { share: { on: value !== undefined, count: count('share/') } };
  return { [kind]: { on: value !== undefined } };
}

/** Everything that changes something. The middleware has checked the form's token. */
export function actingRoutes(house: House) {
  const { db } = house;
  const app = new Hono<Env>();

  app.post('/sign-in', async (c) => {
    const next = nextPath(field(c, 'next') || '/');
    try {
      const { token } = await signIn(db, field(c, 'name'), house.now());
      const secure = new URL(c.req.url).protocol === 'https:';
      setCookie(c, cookieName, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 86_400, secure });
      return seeOther(c, next);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, words.signIn, signInPage(next, field(c, 'name'), error.reason));
    }
  });

  app.post('/sign-out', async (c) => {
    const token = getCookie(c, cookieName);
    if (token) await signOut(db, token);
    deleteCookie(c, cookieName, { path: '/' });
    return seeOther(c, '/');
  });

  /** Sets or takes back a mark on an item and answers the script or the form. */
  const mark = async (c: Ctx, kind: MarkKind, value: string | null | 'flip', own: 'refused' | 'fine' = 'refused') => {
    const item = await itemOf(db, typeOf(c), c.req.param('id') ?? '');
    await act(house, c, async (write, who, at) => {
      if (own === 'refused' && item.author === who.handle) throw new Refusal('own');
      let next = value;
      if (value === 'flip') {
        const stands = await write
          .selectFrom('marks')
          .select('item')
          .where('item', '=', item.id)
          .where('kind', '=', kind)
          .where('handle', '=', who.handle)
          .executeTakeFirst();
        next = stands ? null : '';
      }
      await setMark(
        write,
        { handle: who.handle, kind, item: item.id, value: next, object: permalink(item), receiver: item.author },
        at,
      );
    });
    if (!byScript(c)) return seeOther(c, permalink(item));
    const [shown] = await readItems(db, signedIn(c).handle, (all) => all.where('items.id', '=', item.id));
    return c.json({ ok: true, acts: shown ? buttonsOf(shown, kind) : {} });
  };

  app.post('/:letter{[pqacr]}/:id/like', (c) => {
    const reaction = field(c, 'reaction');
    if (reaction !== 'like' && reaction !== 'thanks') throw new Refusal('bad-value', 422);
    return mark(c, 'like', onOf(c) ? reaction : null);
  });
  app.post('/:letter{[r]}/:id/vote', (c) => {
    const direction = field(c, 'direction');
    if (direction !== 'up' && direction !== 'down') throw new Refusal('bad-value', 422);
    return mark(c, 'vote', onOf(c) ? direction : null);
  });
  app.post('/:letter{[t]}/:id/rate', (c) => {
    const value = field(c, 'stars');
    if (!/^[0-5]$/.test(value)) throw new Refusal('bad-value', 422);
    return mark(c, 'rating', value === '0' ? null : value, 'fine');
  });
  app.post('/:letter{[pqa]}/:id/share', (c) => mark(c, 'share', '', 'fine'));
  app.post('/:letter{[pqa]}/:id/unshare', (c) => mark(c, 'share', null, 'fine'));
  // One address for both ways: what it does depends on what stands.
  app.post('/:letter{[pqat]}/:id/bookmark', (c) => mark(c, 'bookmark', 'flip', 'fine'));
  app.post('/:letter{[pqtacr]}/:id/report', (c) => {
    const reason = field(c, 'reason');
    if (!onOf(c)) return mark(c, 'report', null);
    if (!Object.hasOwn(words.reportReasons, reason)) throw new Refusal('bad-value', 422);
    return mark(c, 'report', reason);
  });

  const follow = async (c: Ctx, value: '' | null) => {
    const person = await personOf(db, (c.req.param('at') ?? '').slice(1));
    await act(house, c, async (write, who, at) => {
      if (person.handle === who.handle) throw new Refusal('own');
      const item = `@${person.handle}`;
      await setMark(
        write,
        { handle: who.handle, kind: 'follow', item, value, object: profile(person.handle), receiver: person.handle },
        at,
      );
    });
    return byScript(c)
      ? c.json({ ok: true, acts: { follow: { on: value !== null } } })
      : seeOther(c, profile(person.handle));
  };
  app.post('/:at{@[^/]+}/follow', (c) => follow(c, ''));
  app.post('/:at{@[^/]+}/unfollow', (c) => follow(c, null));

  app.post('/q/:id/accept', async (c) => {
    const question = await itemOf(db, 'question', c.req.param('id'));
    const answer = await itemOf(db, 'answer', field(c, 'answer'));
    if (answer.parent !== question.id) throw new Refusal('not-found', 404);
    await act(house, c, async (write, who, at) => {
      if (question.author !== who.handle) throw new Refusal('not-asker', 403);
      if (answer.author === who.handle) throw new Refusal('own');
      const stands = await write
        .selectFrom('marks')
        .select('value')
        .where('item', '=', question.id)
        .where('kind', '=', 'accept')
        .executeTakeFirst();
      const value = onOf(c) ? answer.id : null;
      // Taking back an answer that is not the accepted one leaves the other alone.
      if (value === null && stands?.value !== answer.id) return;
      await setMark(
        write,
        {
          handle: who.handle,
          kind: 'accept',
          item: question.id,
          value,
          object: permalink(answer),
          receiver: answer.author,
        },
        at,
      );
    });
    return seeOther(c, permalink(answer));
  });

  app.post('/new/:type{post|question}', async (c) => {
    const type = c.req.param('type') as 'post' | 'question';
    const typed = typedOf(c, 'title', 'body', 'topic', 'tags');
    return again(
      c,
      async () => {
        const made = await act(house, c, (write, who, at) =>
          makeItem(write, { type, author: who.handle, content: contentOf(type, typed) }, at),
        );
        return seeOther(c, permalink(made));
      },
      (reason) => showWrite(c, type, { typed, reason }),
    );
  });

  app.post('/q/:id/answer', async (c) => {
    const question = await itemOf(db, 'question', c.req.param('id'));
    const typed = typedOf(c, 'body');
    const wanted = field(c, 'do');
    signedIn(c);
    if (wanted === 'draft') {
      await keepDraft(c, question);
      return showItemPage(house, c, question, { typed, note: words.draftKept });
    }
    return again(
      c,
      async () => {
        const content = contentOf('answer', typed);
        if (wanted === 'preview') return showItemPage(house, c, question, { typed, preview: content.body });
        const made = await act(house, c, async (write, who, at) => {
          await write.deleteFrom('drafts').where('handle', '=', who.handle).where('item', '=', question.id).execute();
          return makeItem(write, { type: 'answer', author: who.handle, content, under: question }, at);
        });
        return seeOther(c, permalink(made));
      },
      (reason) => showItemPage(house, c, question, { typed, reason }),
    );
  });

  // The page keeps a draft by itself while somebody types.
  app.post('/q/:id/draft', async (c) => {
    await keepDraft(c, await itemOf(db, 'question', c.req.param('id')));
    return c.json({ ok: true });
  });

  const keepDraft = async (c: Ctx, question: ItemRow) => {
    const { handle } = signedIn(c);
    const body = field(c, 'body').slice(0, 20_000);
    const draft = { handle, item: question.id, body, saved_at: house.now() };
    await db
      .insertInto('drafts')
      .values(draft)
      .onConflict((clash) => clash.columns(['handle', 'item']).doUpdateSet({ body, saved_at: draft.saved_at }))
      .execute();
  };

  app.post('/:letter{[pqtar]}/:id/comment', async (c) => {
    const under = await itemOf(db, typeOf(c), c.req.param('id'));
    const typed = typedOf(c, 'body');
    const made = await act(house, c, (write, who, at) =>
      makeItem(write, { type: 'comment', author: who.handle, content: contentOf('comment', typed), under }, at),
    );
    if (!byScript(c)) return seeOther(c, permalink(made));
    const [shown] = await readItems(db, made.author, (all) => all.where('items.id', '=', made.id));
    if (!shown) throw new Refusal('gone', 410);
    return c.json(
      { ok: true, id: made.id, url: permalink(made), html: String(await comment(c.get('viewer'), shown)) },
      201,
    );
  });

  app.post('/t/:id/review', async (c) => {
    const thing = await itemOf(db, 'thing', c.req.param('id'));
    const typed = typedOf(c, 'title', 'body', 'stars');
    return again(
      c,
      async () => {
        const made = await act(house, c, (write, who, at) =>
          makeItem(
            write,
            { type: 'review', author: who.handle, content: contentOf('review', typed), under: thing },
            at,
          ),
        );
        return seeOther(c, permalink(made));
      },
      (reason) => showItemPage(house, c, thing, { typed, reason }),
    );
  });

  app.post('/:letter{[pqtacr]}/:id/edit', async (c) => {
    const item = await itemOf(db, typeOf(c), c.req.param('id'));
    const typed = typedOf(c, 'title', 'body', 'topic', 'tags', 'stars');
    return again(
      c,
      async () => {
        await act(house, c, (write, who, at) => editItem(write, item, who.handle, typed, at));
        return seeOther(c, permalink(item));
      },
      (reason) => showEdit(c, item, { typed, reason }),
    );
  });

  app.post('/:letter{[pqacr]}/:id/delete', async (c) => {
    const item = await itemOf(db, typeOf(c), c.req.param('id'));
    await act(house, c, (write, who, at) => deleteItem(write, item, who.handle, at));
    return seeOther(c, item.parent ? item.page : '/');
  });

  app.post('/messages/:handle', async (c) => {
    const other = await personOf(db, c.req.param('handle'));
    return again(
      c,
      async () => {
        await act(house, c, (write, who, at) => sendMessage(write, who.handle, other.handle, field(c, 'body'), at));
        return seeOther(c, `/messages/${encodeURIComponent(other.handle)}`);
      },
      (reason) => showConversation(house, c, { typed: { body: field(c, 'body') }, reason }),
    );
  });

  // A read that is sent as a POST, because a title can be long.
  app.post('/similar', async (c) => {
    const asked =
      field(c, 'title')
        .toLowerCase()
        .match(/\p{L}{4,}/gu)
        ?.slice(0, 6) ?? [];
    if (asked.length === 0) return c.json({ ok: true, questions: [] });
    const found = await db
      .selectFrom('items')
      .select(['id', 'title'])
      .where('type', '=', 'question')
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or(asked.map((word) => eb('title', 'ilike', `%${word}%`))))
      .orderBy('id', 'desc')
      .limit(5)
      .execute();
    return c.json({ ok: true, questions: found.map(({ id, title }) => ({ url: `/q/${id}`, title })) });
  });
  return app;
}

const onOf = (c: Ctx): boolean => {
  const on = field(c, 'on');
  if (on !== '0' && on !== '1') throw new Refusal('bad-value', 422);
  return on === '1';
};

/** Of the named fields, those that the form has. */
function typedOf(c: Ctx, ...names: (keyof Typed)[]): Typed {
  const form = c.get('form');
  return Object.fromEntries(names.filter((name) => Object.hasOwn(form, name)).map((name) => [name, form[name]]));
}

/** A form that was filled in badly (422) is shown again with 200 and a word on why; other refusals go their way. */
async function again(
  c: Ctx,
  work: () => Promise<Response>,
  show: (reason: string) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.status === 422 && !byScript(c)) return show(error.reason);
    throw error;
  }
}
