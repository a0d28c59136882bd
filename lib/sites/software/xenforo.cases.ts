import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const origin = 'https://xf.kiln.example';
const thread = `${origin}/threads/raku-firing.12/`;
const me = '<a class="p-navgroup-link--user"><span class="p-navgroup-linkText">ada</span></a>';
const react = (id: string, on = false) =>
  `<div class="actionBar"><a class="reaction ${on ? 'has-reaction' : 'reaction--imageHidden'}" data-xf-init="reaction" href="/posts/${id}/react?reaction_id=1">Like</a></div>`;
const item = (id: string, inside = '<button class="act">act</button>', by = 'wren') =>
  `<article class="message message--post js-post" data-author="${by}" data-content="post-${id}" id="js-post-${id}"><h4 class="message-name"><a href="/members/${by}.7/">${by}</a></h4><div class="message-attribution"><a href="/threads/raku-firing.12/post-${id}">#2</a></div>${inside}</article>`;
const page = (inside: string, who = me, path = '/threads/raku-firing.12/') => ({
  url: origin + path,
  html: `${who}<div class="p-body"><h1 class="p-title-value">Raku firing</h1><div class="posts">${item('1', '')}${inside}</div></div>`,
});
const form =
  '<form class="js-quickReply"><textarea name="message"></textarea><button type="submit">Post reply</button></form>';
const send = (path: string, fields: Record<string, string> = {}): RecordedRequest => ({
  url: path,
  form: { _xfToken: 'x', _xfResponseType: 'json', ...fields },
  by: 'xhr',
  answer: { type: 'application/json', body: '{"status":"ok"}' },
});
const like = (id: string, reaction = '1') => send(`/posts/${id}/react?reaction_id=${reaction}`);
const marked = (on: boolean) => [
  { select: '.actionBar a.reaction', set: { class: on ? 'reaction has-reaction' : 'reaction reaction--imageHidden' } },
];
const at = (id: string) => ({ url: `${thread}post-${id}`, id });
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
  act: [{ click: html.includes('actionBar') ? '.actionBar a' : 'button' }],
  sends,
  expect,
  ...more,
});

export default defineCases([
  press(
    'likes a post',
    item('80', react('80')),
    [like('80')],
    [
      {
        kind: 'like',
        object: { ...at('80'), title: 'Raku firing' },
        to: { name: 'wren', url: `${origin}/members/wren.7/` },
        detail: { reaction: 'like' },
        account: 'ada',
        level: 'confirmed',
      },
    ],
    { then: marked(true) },
  ),
  press(
    'takes a like back: the same request',
    item('80', react('80', true)),
    [like('80')],
    [{ kind: 'like', undo: true, object: at('80'), level: 'confirmed' }],
    { after: ['likes a post'], then: marked(false) },
  ),
  press(
    'picks another reaction',
    item('80', `${react('80', true)}<div class="reactTooltip"><a class="reaction reaction--3" href="#">Love</a></div>`),
    [like('80', '3')],
    [{ kind: 'like', object: at('80'), detail: { reaction: 'other' } }],
    { about: 'switch', after: ['likes a post'], act: [{ click: '.reactTooltip a' }] },
  ),
  press('likes with the keyboard', item('81', react('81')), [like('81')], [{ kind: 'like', object: at('81') }], {
    about: 'keyboard',
    act: [{ press: 'Enter', in: '.actionBar a' }],
    then: marked(true),
  }),
  press(
    'likes in a board in a folder',
    item('82', react('82').replace('/posts', '/forum/posts')),
    [send('/forum/posts/82/react?reaction_id=1')],
    [{ kind: 'like', object: at('82') }],
    { about: 'layout', then: marked(true) },
  ),
  press(
    'a like that is refused with 200',
    item('83', react('83')),
    [{ ...like('83'), answer: { type: 'application/json', body: '{"status":"error"}' } }],
    [],
    { about: 'refusal' },
  ),
  press('a like while nobody is signed in', item('84', react('84')), [like('84')], [], {
    about: 'signed-out',
    page: page(item('84', react('84')), '<a class="p-navgroup-link--logIn">Log in</a>'),
  }),
  press('a script likes', item('85', react('85')), [like('85')], [], {
    about: 'synthetic',
    act: [{ synthetic: '.actionBar a' }],
    then: marked(true),
  }),
  press(
    'one press that is sent twice counts once',
    item('86', react('86')),
    [like('86'), like('86')],
    [{ kind: 'like', object: at('86') }],
    { about: 'double', then: marked(true) },
  ),
  press(
    'quotes, and looks at who reacted',
    item('87'),
    [send('/posts/87/quote'), { method: 'GET', url: '/posts/87/reactions' }],
    [],
    { about: 'look-alike' },
  ),
  press(
    'keeps a draft and previews',
    form,
    [
      send('/threads/raku-firing.12/draft', { message: 'Hot' }),
      send('/threads/raku-firing.12/reply-preview', { message: 'Hot' }),
    ],
    [],
    { about: 'draft', act: [{ type: 'textarea', text: 'Hot' }] },
  ),
  press(
    'likes a private message',
    item('88', react('88')),
    [send('/conversations/messages/5/react?reaction_id=1')],
    [],
    {
      about: 'private',
      page: page(item('88', react('88')), me, '/conversations/hello.5/'),
    },
  ),
  press(
    'replies',
    form,
    [send('/threads/raku-firing.12/add-reply', { message_html: '<p>Hot</p>' })],
    [{ kind: 'comment', object: { url: thread, id: '12' }, made: at('90'), level: 'confirmed' }],
    {
      act: [{ type: 'textarea', text: 'Hot' }, { click: 'form button' }],
      then: [{ select: '.posts', append: item('90', '', 'ada') }],
    },
  ),
  press(
    'edits a post',
    item('90', undefined, 'ada'),
    [send('/posts/90/edit', { message_html: '<p>Hotter</p>' })],
    [{ kind: 'edit', object: at('90'), revises: true }],
    { about: 'edit', after: ['replies'] },
  ),
  press(
    'deletes a post',
    item('90', undefined, 'ada'),
    [send('/posts/90/delete', { reason: '', hard_delete: '0' })],
    [{ kind: 'comment', undo: true, object: at('90') }],
    { after: ['replies'] },
  ),
  press(
    'starts a thread',
    form,
    [send('/forums/glazes.3/post-thread', { title: 'Raku', message_html: '<p>How?</p>' })],
    [{ kind: 'post', object: { url: `${origin}/forums/glazes.3/`, id: '3' } }],
  ),
  press('bookmarks a post', item('91'), [send('/posts/91/bookmark')], [{ kind: 'bookmark', object: at('91') }]),
  press(
    'takes a bookmark away',
    item('91'),
    [send('/posts/91/bookmark', { delete: '1' })],
    [{ kind: 'bookmark', undo: true, object: at('91') }],
    { after: ['bookmarks a post'] },
  ),
  press(
    'watches a thread',
    form,
    [send('/threads/raku-firing.12/watch', { email_subscribe: '0' })],
    [{ kind: 'follow', object: { url: thread } }],
  ),
  press(
    'watches it no longer',
    form,
    [send('/threads/raku-firing.12/watch', { stop: '1' })],
    [{ kind: 'follow', undo: true, object: { url: thread } }],
    { after: ['watches a thread'] },
  ),
  press(
    'reports a post',
    item('92'),
    [send('/posts/92/report', { message: 'spam' })],
    [{ kind: 'moderation', object: at('92'), detail: { act: 'report' } }],
  ),
]);
