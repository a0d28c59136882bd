import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: there is one kind of like.

const origin = 'https://pix.kiln.example';
const head = '<meta property="og:site_name" content="Pixelfed">';
const me = '<div class="sidebar-component"><p class="username">@ada</p></div>';
const button = (icon: string, style = 'far') => `<button><i class="${style} fa-${icon}"></i></button>`;
const card = (id: string, inside = button('heart'), by = 'wren') =>
  `<div class="timeline-status-component"><div class="card"><span class="username"><a href="/i/web/profile/7">${by}</a></span><a class="timestamp" href="/i/web/post/${id}">1d</a>${inside}</div></div>`;
const page = (inside: string, who = me, path = '/i/web') => ({ url: origin + path, head, html: who + inside });
const send = (path: string, json?: unknown): RecordedRequest => ({
  url: path,
  by: 'xhr',
  ...(json === undefined ? {} : { json }),
});
const like = (id: string) => send(`/api/v1/statuses/${id}/favourite`);
const at = (id: string, by = 'wren') => ({ url: `${origin}/p/${by}/${id}`, id });
const shows = (icon: string, style: 'fas' | 'far') => [{ select: 'button i', set: { class: `${style} fa-${icon}` } }];
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

export default defineCases([
  press(
    'likes a post',
    card('801'),
    [like('801')],
    [
      {
        kind: 'like',
        object: at('801'),
        to: { name: 'wren', url: `${origin}/i/web/profile/7` },
        account: 'ada',
        level: 'confirmed',
      },
    ],
    { shows: shows('heart', 'fas') },
  ),
  press(
    'takes a like back',
    card('801', button('heart', 'fas')),
    [send('/api/v1/statuses/801/unfavourite')],
    [{ kind: 'like', undo: true, object: at('801'), level: 'confirmed' }],
    { after: ['likes a post'], shows: shows('heart', 'far') },
  ),
  press('likes with the keyboard', card('802'), [like('802')], [{ kind: 'like', object: at('802') }], {
    about: 'keyboard',
    act: [{ press: 'Enter', in: 'button' }],
  }),
  press(
    'likes a post from another server',
    card('803', undefined, 'mole@far.example'),
    [like('803')],
    [{ kind: 'like', object: { url: `${origin}/i/web/post/803` } }],
    { about: 'layout' },
  ),
  press('a like that is refused', card('804'), [{ ...like('804'), answer: { status: 422 } }], [], {
    about: 'refusal',
  }),
  press('a like while nobody is signed in', card('805'), [like('805')], [], {
    about: 'signed-out',
    page: page(card('805'), '<nav><a href="/login">Login</a></nav>'),
  }),
  press('a script likes', card('806'), [like('806')], [], { about: 'synthetic', act: [{ synthetic: 'button' }] }),
  press(
    'one press that is sent twice counts once',
    card('807'),
    [like('807'), like('807')],
    [{ kind: 'like', object: at('807') }],
    { about: 'double' },
  ),
  press('looks at a story', card('808'), [send('/i/stories/viewed', { id: 5 })], [], { about: 'look-alike' }),
  press('loads a picture up', card('808'), [send('/api/compose/v0/media/upload', { id: 5 })], [], { about: 'draft' }),
  press('writes a private message', card('809'), [send('/api/direct/create', { message: 'Hi', to_id: 7 })], [], {
    about: 'private',
    page: page(card('809'), me, '/i/web/direct/thread/7'),
  }),
  press(
    'shares a post',
    card('810', button('retweet')),
    [send('/api/v1/statuses/810/reblog')],
    [{ kind: 'share', object: at('810') }],
  ),
  press(
    'shares it no longer',
    card('810', button('retweet', 'fas')),
    [send('/api/v1/statuses/810/unreblog')],
    [{ kind: 'share', undo: true, object: at('810') }],
    { after: ['shares a post'] },
  ),
  press(
    'keeps a post',
    card('811', button('bookmark')),
    [send('/i/bookmark', { item: '811' })],
    [{ kind: 'bookmark', object: at('811') }],
    { then: shows('bookmark', 'fas') },
  ),
  press(
    'keeps it no longer: the same request',
    card('811', button('bookmark', 'fas')),
    [send('/i/bookmark', { item: '811' })],
    [{ kind: 'bookmark', undo: true, object: at('811') }],
    { after: ['keeps a post'], then: shows('bookmark', 'far') },
  ),
  press(
    'comments',
    card('812', '<button>Post</button>'),
    [send('/api/v1/statuses', { status: 'Hot', in_reply_to_id: '812', sensitive: false })],
    [{ kind: 'comment', object: at('812'), to: { name: 'wren' } }],
  ),
  press(
    'posts a picture',
    '<button>Post</button>',
    [send('/api/compose/v0/publish', { media: [{ id: '5' }], caption: 'Raku', visibility: 'public' })],
    [{ kind: 'post', object: { url: `${origin}/ada` }, audience: 'public' }],
  ),
  press(
    'edits a post',
    '<button>Save</button>',
    [{ ...send('/api/v1/statuses/813', { status: 'Raku' }), method: 'PUT' }],
    [{ kind: 'edit', object: at('813', 'ada'), revises: true }],
    { about: 'edit' },
  ),
  press(
    'deletes a post',
    '<button>Delete</button>',
    [send('/i/delete', { type: 'status', item: '813' })],
    [{ kind: 'post', undo: true, object: at('813', 'ada') }],
  ),
  press(
    'votes in a poll',
    card('814', '<button>Raku</button>'),
    [send('/api/v1/polls/66/votes', { choices: [1] })],
    [{ kind: 'vote', object: at('814'), detail: { act: 'poll' } }],
  ),
  press(
    'follows a person',
    '<button>Follow</button>',
    [send('/api/v1/accounts/7/follow')],
    [{ kind: 'follow', object: { url: `${origin}/i/web/profile/7`, id: '7' } }],
  ),
  press(
    'follows the person no longer',
    '<button>Unfollow</button>',
    [send('/api/v1/accounts/7/unfollow')],
    [{ kind: 'follow', undo: true, object: { url: `${origin}/i/web/profile/7` } }],
    { after: ['follows a person'] },
  ),
  press(
    'reports a post',
    card('815', '<button>Report</button>'),
    [send('/i/report', { report: 'spam', type: 'post', id: '815' })],
    [{ kind: 'moderation', object: at('815'), detail: { act: 'report' } }],
  ),
]);
