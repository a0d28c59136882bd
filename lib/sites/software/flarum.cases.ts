import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: Flarum itself has no messages between people.

const origin = 'https://flarum.kiln.example';
const topic = `${origin}/d/12-raku`;
const item = (id: string, number: number, inside = '<button class="act">Like</button>', by = 'wren') =>
  `<div class="PostStream-item" data-id="${id}" data-number="${number}"><h3 class="PostUser-name"><a href="/u/${by}">${by}</a></h3>${inside}</div>`;
const me = '<ul><li class="item-session"><ul><li class="item-profile"><a href="/u/ada">Profile</a></li></ul></li></ul>';
const page = (inside: string, who = me) => ({
  url: `${topic}/3`,
  html: `<div id="app" class="App"><div id="flarum-loading"></div>${who}<h1 class="DiscussionHero-title">Raku</h1><div class="PostStream">${inside}</div></div>`,
});
const composer =
  '<div class="Composer"><h3><a href="/d/12-raku">Raku</a></h3><textarea class="TextEditor-editor"></textarea><ul><li class="item-submit"><button>Post</button></li></ul></div>';
const send = (path: string, attributes: Record<string, unknown>, relationships?: unknown): RecordedRequest => ({
  url: `/api/${path}`,
  json: { data: { type: 'x', attributes, ...(relationships ? { relationships } : {}) } },
});
const at = (number: number) => ({ url: `${topic}/${number}` });
const reply = send('posts', { content: 'Hot' }, { discussion: { data: { type: 'discussions', id: '12' } } });

const press = (
  name: string,
  html: string,
  sends: RecordedRequest[],
  expect: ExpectedEntry[],
  more: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: expect[0]?.undo ? 'undo' : 'do',
  page: page(html),
  act: [{ click: 'button' }],
  sends,
  expect,
  ...more,
});
const like = (id: string, isLiked = true) => send(`posts/${id}`, { isLiked });

export default defineCases([
  press(
    'likes a post',
    item('80', 4),
    [like('80')],
    [
      {
        kind: 'like',
        object: { ...at(4), id: '80', title: 'Raku' },
        to: { name: 'wren', url: `${origin}/u/wren` },
        account: 'ada',
      },
    ],
  ),
  press('takes a like back', item('80', 4), [like('80', false)], [{ kind: 'like', undo: true, object: at(4) }], {
    after: ['likes a post'],
  }),
  press('likes with the keyboard', item('81', 5), [like('81')], [{ kind: 'like', object: at(5) }], {
    about: 'keyboard',
    act: [{ press: 'Enter', in: '.act' }],
  }),
  press(
    'likes another post than that around the press',
    item('82', 6),
    [like('99')],
    [{ kind: 'like', object: { url: `${origin}/api/posts/99` }, to: null }],
    { about: 'layout' },
  ),
  press('a like that is refused', item('83', 7), [{ ...like('83'), answer: { status: 403 } }], [], {
    about: 'refusal',
  }),
  press('a like while nobody is signed in', '', [like('83')], [], {
    about: 'signed-out',
    page: page(item('83', 7), '<ul><li class="item-logIn"><button>Log In</button></li></ul>'),
    act: [{ click: '.act' }],
  }),
  press('a script likes', item('84', 8), [like('84')], [], { about: 'synthetic', act: [{ synthetic: '.act' }] }),
  press(
    'one press that is sent twice counts once',
    item('85', 9),
    [like('85'), like('85')],
    [{ kind: 'like', object: at(9) }],
    { about: 'double' },
  ),
  press(
    'reads on, and the page says how far',
    item('86', 9),
    [
      send('discussions/12', { lastReadPostNumber: 9 }),
      { url: '/api/notifications/read' },
      send('users/2', { preferences: { notify: true } }),
    ],
    [],
    { about: 'look-alike' },
  ),
  press('keeps a draft with an extension', composer, [send('drafts', { title: '', content: 'Hot' })], [], {
    about: 'draft',
    act: [{ type: 'textarea', text: 'Hot' }],
  }),
  press(
    'reacts',
    item('87', 10, '<button data-reaction="3"></button>'),
    [send('posts/87', { reaction: '3' })],
    [{ kind: 'like', object: at(10), detail: { reaction: '3' }, level: 'confirmed' }],
    { then: [{ select: 'button', set: { class: 'active' } }] },
  ),
  press(
    'reacts in another way',
    item('87', 10, '<button data-reaction="4"></button>'),
    [send('posts/87', { reaction: '4' })],
    [{ kind: 'like', object: at(10), detail: { reaction: '4' } }],
    {
      about: 'switch',
      after: ['reacts'],
      then: [{ select: 'button', set: { class: 'active' } }],
    },
  ),
  press(
    'takes a reaction back: the same request',
    item('87', 10, '<button class="active" data-reaction="3"></button>'),
    [send('posts/87', { reaction: '3' })],
    [{ kind: 'like', undo: true, object: at(10) }],
    { after: ['reacts'] },
  ),
  press(
    'takes a reaction back by saying nothing',
    item('87', 10),
    [send('posts/87', { reaction: null })],
    [{ kind: 'like', undo: true, object: at(10) }],
    { after: ['reacts'] },
  ),
  press(
    'replies',
    composer,
    [reply],
    [{ kind: 'comment', object: { url: topic, id: '12' }, made: { ...at(11), id: '90' }, level: 'confirmed' }],
    {
      act: [{ type: 'textarea', text: 'Hot' }, { click: '.item-submit button' }],
      then: [{ select: '.PostStream', append: item('90', 11, '', 'ada') }],
    },
  ),
  press(
    'edits a post',
    item('90', 11, undefined, 'ada'),
    [send('posts/90', { content: 'Hotter' })],
    [{ kind: 'edit', object: at(11), revises: true }],
    { about: 'edit', after: ['replies'] },
  ),
  press(
    'deletes a post',
    item('90', 11, undefined, 'ada'),
    [send('posts/90', { isHidden: true })],
    [{ kind: 'comment', undo: true, object: at(11) }],
    { after: ['replies'] },
  ),
  press(
    'starts a discussion',
    composer,
    [send('discussions', { title: 'Raku', content: 'How?' }, { tags: { data: [{ type: 'tags', id: '1' }] } })],
    [{ kind: 'post', object: { url: `${origin}/` } }],
    { act: [{ click: '.item-submit button' }] },
  ),
  press(
    'gives a discussion another title',
    composer,
    [send('discussions/12', { title: 'Raku ware' })],
    [{ kind: 'edit', object: { url: `${origin}/d/12` }, revises: true }],
    { about: 'edit', act: [{ click: '.item-submit button' }] },
  ),
  press(
    'locks a discussion',
    item('91', 12),
    [send('discussions/13', { isLocked: true })],
    [{ kind: 'moderation', object: { url: `${origin}/d/13` }, detail: { act: 'lock' } }],
  ),
  press(
    'locks it no longer',
    item('91', 12),
    [send('discussions/13', { isLocked: false })],
    [{ kind: 'moderation', undo: true, object: { url: `${origin}/d/13` } }],
    { after: ['locks a discussion'] },
  ),
  press(
    'makes a discussion sticky',
    item('91', 12),
    [send('discussions/14', { isSticky: true })],
    [{ kind: 'moderation', object: { url: `${origin}/d/14` }, detail: { act: 'sticky' } }],
  ),
  press(
    'flags a post',
    item('92', 13),
    [send('flags', { reason: 'spam' }, { post: { data: { type: 'posts', id: '92' } } })],
    [{ kind: 'moderation', object: at(13), detail: { act: 'flag' } }],
  ),
  press(
    'follows a discussion',
    item('93', 14),
    [send('discussions/15', { subscription: 'follow' })],
    [{ kind: 'follow', object: { url: `${origin}/d/15` } }],
  ),
  press(
    'follows it no longer',
    item('93', 14),
    [send('discussions/15', { subscription: null })],
    [{ kind: 'follow', undo: true, object: { url: `${origin}/d/15` } }],
    { after: ['follows a discussion'] },
  ),
]);
