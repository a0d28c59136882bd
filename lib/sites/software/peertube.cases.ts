import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: nothing is kept before it is sent.
// No "private" case: PeerTube has no messages between people.

const origin = 'https://tube.kiln.example';
const head = '<meta property="og:platform" content="PeerTube">';
const video = { url: `${origin}/w/kL3short` };
const me = '<a href="/a/ada">ada</a>';
const buttons = (on = '') =>
  ['like', 'dislike']
    .map((one) => `<button class="action-button-${one} ${on === one ? 'activated' : ''}">${one}</button>`)
    .join('');
const page = (inside: string, path = '/w/kL3short', who = me) => ({
  url: origin + path,
  head,
  html: `<my-app><my-menu>${who}</my-menu><h1 class="video-info-name">Raku</h1><div class="video-info-channel"><a href="/c/wren_kiln">Kiln</a></div>${inside}</my-app>`,
});
const send = (method: 'PUT' | 'POST' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `/api/v1/${path}`,
  ...(json === undefined ? {} : { json }),
  answer: { status: 204 },
});
const rate = (rating: string) => send('PUT', 'videos/7a0c-uuid/rate', { rating });
const comment = (id: string, inside: string) =>
  `<my-video-comment><div class="comment-account"><a href="/a/mole">mole</a></div><a class="comment-date" href="/w/kL3short;threadId=${id}">1d</a>${inside}</my-video-comment>`;
const form = '<my-video-comment-add><form><textarea></textarea><button>Comment</button></form></my-video-comment-add>';
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
const lit = [{ select: '.action-button-like', set: { class: 'action-button-like activated' } }];

export default defineCases([
  press(
    'likes a video',
    buttons(),
    [rate('like')],
    [
      {
        kind: 'like',
        object: { ...video, title: 'Raku' },
        to: { name: 'wren_kiln', url: `${origin}/c/wren_kiln` },
        account: 'ada',
      },
    ],
    { then: lit },
  ),
  press('takes a like back', buttons('like'), [rate('none')], [{ kind: 'like', undo: true, object: video }], {
    after: ['likes a video'],
  }),
  press(
    'dislikes the video instead',
    buttons('like'),
    [rate('dislike')],
    [{ kind: 'vote', object: video, detail: { vote: 'down' } }],
    { about: 'switch', after: ['likes a video'], act: [{ click: '.action-button-dislike' }] },
  ),
  press('likes with the keyboard', buttons(), [rate('like')], [{ kind: 'like', object: video }], {
    about: 'keyboard',
    act: [{ press: 'Enter', in: '.action-button-like' }],
  }),
  press(
    'likes in a playlist',
    buttons(),
    [rate('like')],
    [{ kind: 'like', object: { url: `${origin}/videos/watch/7a0c-uuid` } }],
    { about: 'layout', page: page(buttons(), '/w/p/list9?playlistPosition=2') },
  ),
  press('a like that is refused', buttons(), [{ ...rate('like'), answer: { status: 403 } }], [], { about: 'refusal' }),
  press('a like while nobody is signed in', buttons(), [rate('like')], [], {
    about: 'signed-out',
    page: page(buttons(), '/w/kL3short', '<a href="/login">Login</a>'),
  }),
  press('a script likes', buttons(), [rate('like')], [], { about: 'synthetic', act: [{ synthetic: 'button' }] }),
  press(
    'one press that is sent twice counts once',
    buttons(),
    [rate('like'), rate('like')],
    [{ kind: 'like', object: video }],
    { about: 'double' },
  ),
  press('watches', buttons(), [send('POST', 'videos/7a0c-uuid/views', { currentTime: 4 })], [], {
    about: 'look-alike',
  }),
  press(
    'comments on a video',
    form,
    [send('POST', 'videos/7a0c-uuid/comment-threads', { text: 'Hot' })],
    [{ kind: 'comment', object: video, to: { name: 'wren_kiln' } }],
    { act: [{ type: 'textarea', text: 'Hot' }, { click: 'form button' }] },
  ),
  press(
    'replies to a comment',
    comment('55', form),
    [send('POST', 'videos/7a0c-uuid/comments/55', { text: 'Hot' })],
    [{ kind: 'comment', object: { url: `${video.url};threadId=55`, id: '55' }, to: { name: 'mole' } }],
  ),
  press(
    'deletes a comment',
    comment('56', '<button>Delete</button>'),
    [send('DELETE', 'videos/7a0c-uuid/comments/56')],
    [{ kind: 'comment', undo: true, object: { url: `${video.url};threadId=56` } }],
  ),
  press(
    'subscribes to a channel',
    '<button>Subscribe</button>',
    [send('POST', 'users/me/subscriptions', { uri: 'kiln@tube.kiln.example' })],
    [{ kind: 'follow', object: { url: `${origin}/c/kiln@tube.kiln.example` } }],
  ),
  press(
    'subscribes no longer',
    '<button>Unsubscribe</button>',
    [send('DELETE', 'users/me/subscriptions/kiln@tube.kiln.example')],
    [{ kind: 'follow', undo: true, object: { url: `${origin}/c/kiln@tube.kiln.example` } }],
    { after: ['subscribes to a channel'] },
  ),
  press(
    'publishes a video',
    '<button>Publish</button>',
    [send('PUT', 'videos/8b-uuid', { name: 'Raku 2' })],
    [{ kind: 'post', object: { url: `${origin}/videos/watch/8b-uuid` } }],
    { page: page('<button>Publish</button>', '/videos/upload') },
  ),
  press(
    'changes the description of a video',
    '<button>Update</button>',
    [send('PUT', 'videos/8b-uuid', { name: 'Raku 2' })],
    [{ kind: 'edit', object: { url: `${origin}/videos/watch/8b-uuid` }, revises: true }],
    { about: 'edit', page: page('<button>Update</button>', '/videos/update/8b-uuid') },
  ),
  press(
    'puts a video into a playlist',
    '<button>Save</button>',
    [send('POST', 'video-playlists/4/videos', { videoId: 31 })],
    [{ kind: 'bookmark', object: { url: `${origin}/videos/watch/31` } }],
  ),
  press(
    'reports a video',
    '<button>Report</button>',
    [send('POST', 'abuses', { reason: 'spam', video: { id: 31 } })],
    [{ kind: 'moderation', object: video, detail: { act: 'report' } }],
  ),
]);
