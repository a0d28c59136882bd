import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: there is one heart and no other reaction.

const origin = 'https://www.tumblr.com';
const nav = '<nav><a href="/blog/nora">Nora</a></nav>';
const post = (
  id: string,
  inside = '',
) => `${nav}<div tabindex="-1" data-id="${id}"><article><header><a rel="author" href="/adabirds">adabirds</a></header>
  <a href="/tagged/birds">#birds</a><textarea></textarea><footer><button class="reply"><svg><use href="#managed-icon__ds-reply-outline-24"></use></svg></button><button class="reblog"><svg><use href="#managed-icon__ds-reblog-24"></use></svg></button>
  <button class="heart"><svg><use href="#managed-icon__ds-like-outline-24"></use></svg></button>${inside}</footer></article></div>`;
const dialog = `${nav}<div role="dialog"><div contenteditable="true" style="min-height:2em"></div><button class="send">Post</button></div>`;
const send = (path: string, json?: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/v2/${path}`,
  ...(json ? { json } : {}),
  by: 'fetch',
  ...more,
});
const like = (id: string) => send('user/like', { id, reblog_key: 'k', tumblelog_name: 'adabirds', placement_id: 'p' });
const heart = [{ click: '.heart' }];
const press = [{ click: '.send' }];
const at = (id: string) => `${origin}/adabirds/${id}`;

export default defineCases([
  {
    name: 'likes a post on the dashboard',
    about: 'do',
    page: { url: `${origin}/dashboard`, html: post('740001') },
    act: heart,
    sends: [like('740001')],
    expect: [
      {
        kind: 'like',
        object: { url: at('740001'), id: '740001' },
        to: { name: 'adabirds', url: `${origin}/adabirds` },
        account: 'nora',
        topics: ['birds'],
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: `${origin}/dashboard`, html: post('740001') },
    after: ['likes a post on the dashboard'],
    act: heart,
    sends: [send('user/unlike', { id: '740001', reblog_key: 'k' })],
    expect: [{ kind: 'like', undo: true, object: { url: at('740001') } }],
  },
  {
    name: 'likes with the key l while another post stands in focus',
    about: 'keyboard',
    page: { url: `${origin}/dashboard`, html: post('740002') },
    act: [{ press: 'l' }],
    sends: [like('740003')],
    expect: [{ kind: 'like', object: { url: at('740003') } }],
  },
  {
    name: 'likes in a build that does not name the blog',
    about: 'layout',
    page: { url: `${origin}/dashboard`, html: post('740004') },
    act: heart,
    sends: [send('user/like', { id: '740004', reblog_key: 'k' })],
    expect: [{ kind: 'like', object: { url: at('740004') } }],
  },
  {
    name: 'a like that is refused',
    about: 'refusal',
    page: { url: `${origin}/dashboard`, html: post('740005') },
    act: heart,
    sends: [{ ...like('740005'), answer: { status: 401 } }],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: { url: at('740006'), html: `<a href="/login">Log in</a>${post('740006')}` },
    act: heart,
    sends: [like('740006')],
    expect: [],
  },
  {
    name: 'a script of the page likes',
    about: 'synthetic',
    page: { url: `${origin}/dashboard`, html: post('740007') },
    act: [{ synthetic: '.heart' }],
    sends: [like('740007')],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: { url: `${origin}/dashboard`, html: post('740008') },
    act: heart,
    sends: [like('740008'), like('740008')],
    expect: [{ kind: 'like', object: { url: at('740008') } }],
  },
  {
    name: 'lists, uploads and marks of reading are no acts',
    about: 'look-alike',
    page: { url: `${origin}/dashboard`, html: post('740009') },
    act: [{ click: '.reply' }],
    sends: [
      send('user/likes?limit=20', undefined, { method: 'GET' }),
      send('batch', { requests: ['/v2/blog/adabirds/notes'] }),
      send('media/image', { x: 1 }),
      send('blog/nora/activity_last_read', {}),
    ],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: { url: `${origin}/messaging`, html: dialog },
    act: press,
    sends: [send('conversations/messages', { message: 'hi' }), like('740010')],
    expect: [],
  },
  {
    name: 'replies to a post',
    about: 'do',
    page: { url: at('740011'), html: post('740011', '<button class="send">Reply</button>') },
    act: [{ type: 'textarea', text: 'lovely' }, { click: '.send' }],
    sends: [
      send('user/post/reply', { post_id: '740011', tumblelog: 'adabirds', reply_text: 'lovely', reblog_key: 'k' }),
    ],
    expect: [{ kind: 'comment', object: { url: at('740011') }, to: { name: 'adabirds' } }],
  },
  {
    name: 'deletes an own reply',
    about: 'undo',
    page: { url: at('740012'), html: post('740012', '<button class="send">Delete</button>') },
    act: press,
    sends: [send('blog/adabirds/notes/delete', { post_id: '740012', note_tumblelog: 'nora', note_created_time: 1 })],
    expect: [{ kind: 'comment', undo: true, object: { url: at('740012') } }],
  },
  {
    name: 'deletes somebody’s reply below an own post',
    about: 'do',
    page: { url: `${origin}/nora/740013`, html: dialog },
    act: press,
    sends: [send('blog/nora/notes/delete', { post_id: '740013', note_tumblelog: 'spammer', note_created_time: 1 })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/nora/740013` }, detail: { act: 'delete' } }],
  },
  {
    name: 'flags a reply',
    about: 'do',
    page: { url: `${origin}/nora/740014`, html: dialog },
    act: press,
    sends: [send('blog/nora/notes/flag', { post_id: '740014', note_tumblelog: 'spammer' })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/nora/740014` }, detail: { act: 'flag' } }],
  },
  {
    name: 'reblogs a post',
    about: 'do',
    page: { url: `${origin}/dashboard`, html: post('740015') },
    act: [{ click: '.reblog' }],
    sends: [
      send('blog/nora/posts', {
        parent_post_id: '740015',
        parent_tumblelog_uuid: 't:abc',
        reblog_key: 'k',
        state: 'published',
        content: [],
      }),
    ],
    expect: [{ kind: 'share', object: { url: at('740015') }, to: { name: 'adabirds' }, detail: { act: 'reblog' } }],
  },
  {
    name: 'a reblog for the queue and a draft',
    about: 'draft',
    page: { url: `${origin}/dashboard`, html: post('740016') },
    act: [{ click: '.reblog' }],
    sends: [
      send('blog/nora/posts', { parent_post_id: '740016', reblog_key: 'k', state: 'queue', content: [] }),
      send('blog/nora/posts', { state: 'draft', content: [] }),
    ],
    expect: [],
  },
  {
    name: 'posts',
    about: 'do',
    page: { url: `${origin}/new/text`, html: dialog },
    act: [{ type: '[contenteditable]', text: 'Forty-one swifts' }, { click: '.send' }],
    sends: [send('blog/nora/posts', { content: [{ type: 'text', text: 'Forty-one swifts' }], state: 'published' })],
    expect: [{ kind: 'post', object: { url: `${origin}/nora` }, account: 'nora' }],
  },
  {
    name: 'asks a blog something',
    about: 'do',
    page: { url: `${origin}/adabirds`, html: dialog },
    act: press,
    sends: [send('blog/adabirds/posts', { state: 'ask', layout: [{ type: 'ask' }], content: [] })],
    expect: [
      { kind: 'comment', object: { url: `${origin}/adabirds` }, to: { name: 'adabirds' }, detail: { act: 'ask' } },
    ],
  },
  {
    name: 'edits an own post',
    about: 'edit',
    page: { url: `${origin}/edit/nora/740017`, html: dialog },
    act: press,
    sends: [send('blog/nora/posts/740017', { state: 'published', content: [] }, { method: 'PUT' })],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/nora/740017` } }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    page: { url: `${origin}/blog/nora`, html: dialog },
    act: press,
    sends: [send('blog/nora/post/delete', { id: '740018' })],
    expect: [{ kind: 'post', undo: true, object: { url: `${origin}/nora/740018` } }],
  },
  {
    name: 'votes in a poll',
    about: 'do',
    page: { url: `${origin}/dashboard`, html: post('740019', '<button class="send">Swifts</button>') },
    act: press,
    sends: [send('polls/7f3e', { selected: ['a1'] })],
    expect: [{ kind: 'vote', object: { url: at('740019'), id: 'poll/7f3e' }, detail: { act: 'poll' } }],
  },
  {
    name: 'reacts in a community',
    about: 'do',
    page: { url: `${origin}/communities/birders`, html: post('740020') },
    act: heart,
    sends: [send('communities/birders/posts/740020/reactions', { emoji: 'x' }, { method: 'PUT' })],
    expect: [{ kind: 'like', object: { url: `${origin}/communities/birders/post/740020` } }],
  },
  {
    name: 'takes a reaction back',
    about: 'undo',
    page: { url: `${origin}/communities/birders`, html: post('740020') },
    after: ['reacts in a community'],
    act: heart,
    sends: [send('communities/birders/posts/740020/reactions/5', undefined, { method: 'DELETE' })],
    expect: [{ kind: 'like', undo: true, object: { id: '740020' } }],
  },
  {
    name: 'follows a blog',
    about: 'do',
    page: { url: `${origin}/adabirds`, html: dialog },
    act: press,
    sends: [send('user/follow', { url: 'adabirds.tumblr.com' })],
    expect: [{ kind: 'follow', object: { url: `${origin}/adabirds` }, to: { name: 'adabirds' } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: { url: `${origin}/adabirds`, html: dialog },
    after: ['follows a blog'],
    act: press,
    sends: [send('user/unfollow', { url: 'https://adabirds.tumblr.com/' })],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/adabirds` } }],
  },
]);
