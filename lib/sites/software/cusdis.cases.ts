import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: a comment cannot be taken back.
// No "edit" case: nor changed.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "draft" case: it keeps none.
// No "private" case: it has no messages between people.
// No "signed-out" case: it has no accounts.

const post = 'https://log.kiln.example/raku';
const page = (inside: string, url = `${post}?from=feed`): SiteCase['page'] => ({
  url,
  html: `<h1>Raku</h1><div id="cusdis_thread" data-host="https://cusdis.com" data-app-id="a1">${inside}</div>`,
});
const press = casesOn(page);
const box = '<textarea name="reply_content"></textarea><button class="act">Post</button>';
const body = {
  appId: 'a1',
  pageId: 'raku',
  content: 'Hot',
  nickname: 'Ada',
  email: '',
  pageUrl: post,
  pageTitle: 'Raku',
};
const send = (json: unknown, host = 'https://cusdis.com'): RecordedRequest => ({
  url: `${host}/api/open/comments`,
  json,
});
const wrote = press('comments on a post', box, send(body), {
  kind: 'comment',
  object: { url: post, id: 'raku', title: 'Raku' },
  account: '',
  level: 'accepted',
});

export default defineCases([
  wrote,
  ...everyWay(wrote, { refused: { status: 500 } }),
  press('answers a comment', box, send({ ...body, parentId: 'c7' }), {
    kind: 'comment',
    object: { url: post, id: 'c7' },
    to: null,
  }),
  press(
    "comments by a server of the site's own, that is not told the address",
    box,
    send({ ...body, pageUrl: undefined }, 'https://cusdis.kiln.example'),
    {
      kind: 'comment',
      object: { url: `${post}?from=feed` },
    },
    { about: 'layout' },
  ),
  press(
    'types first, then sends',
    box,
    send(body),
    { kind: 'comment', object: { url: post } },
    {
      act: [{ type: 'textarea', text: 'Hot' }, { click: '.act' }],
    },
  ),
  press('a comment to a project that is gone', box, { ...send(body), answer: { status: 404 } }, null, {
    about: 'refusal',
  }),
  press(
    'the frame reads comments',
    box,
    [
      { method: 'GET', url: 'https://cusdis.com/api/open/comments?page=2&appId=a1&pageId=raku' },
      { method: 'GET', url: 'https://cusdis.com/api/open/project/a1/comments/count?pageIds=raku' },
      send({ appId: 'a1', pageId: 'raku' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
