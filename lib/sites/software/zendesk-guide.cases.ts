import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: unsent comments are kept in the page.

const origin = 'https://kiln.zendesk.com';
const article = `${origin}/hc/en-us/articles/360-Cracked-celadon`;
const topic = `${origin}/hc/en-us/community/posts/77-Ash-glaze`;
const me = '<div class="user-info"><button class="dropdown-toggle"><span>nora</span></button></div>';
const buttons = (kind: string, id: string, url: string, up = false, down = false) =>
  ['up', 'down']
    .map(
      (type) =>
        `<button class="${kind} ${type}" data-helper="vote" data-item="${kind}" data-type="${type}" data-id="${id}" data-vote-url="${url}/vote" aria-pressed="${type === 'up' ? up : down}">${type}</button>`,
    )
    .join('');
const comment = (id: string) =>
  `<ul id="comments"><li class="comment" id="community_comment_${id}"><div class="comment-meta"><a href="/hc/en-us/profiles/5-wren">wren</a></div>${buttons('comment', id, `/hc/en-us/community/posts/77/comments/${id}`)}<button class="more">Edit</button></li></ul>`;
const page = (url = article, inside = buttons('article', '360', '/hc/en-us/articles/360')) => ({
  url,
  html: `${me}<h1 class="article-title">Cracked celadon</h1>${inside}<form class="comment-form"><textarea name="comment[body]"></textarea><button type="submit" class="send">Send</button></form><button class="do">Do</button>`,
});
const post = (url: string, form: Record<string, string> = {}, location?: string): RecordedRequest => ({
  url,
  form,
  ...(location ? { by: 'navigate', answer: { location } } : {}),
});
const pressed = (select: string, state: boolean) => [{ select, set: { 'aria-pressed': String(state) } }];

const votes = pressCase(
  'do',
  'finds an article helpful',
  page(),
  '.up',
  post('/hc/en-us/articles/360/vote', { value: 'up' }),
  {
    kind: 'vote',
    object: { url: article, id: '360', title: 'Cracked celadon' },
    detail: { vote: 'up' },
    account: 'nora',
    level: 'confirmed',
  },
  { shows: pressed('.up', true) },
);

export default defineCases([
  votes,
  ...usualCases(votes),
  pressCase(
    'undo',
    'takes the vote back with the same request',
    page(article, buttons('article', '360', '/hc/en-us/articles/360', true)),
    '.up',
    post('/hc/en-us/articles/360/vote', { value: '' }),
    {
      kind: 'vote',
      undo: true,
      object: { url: article },
    },
    { after: ['finds an article helpful'], shows: pressed('.up', false) },
  ),
  pressCase(
    'switch',
    'finds it unhelpful after all',
    page(article, buttons('article', '360', '/hc/en-us/articles/360', true)),
    '.down',
    post('/hc/en-us/articles/360/vote', { value: 'down' }),
    {
      kind: 'vote',
      object: { url: article },
      detail: { vote: 'down' },
    },
    { after: ['finds an article helpful'], shows: [...pressed('.up', false), ...pressed('.down', true)] },
  ),
  pressCase(
    'do',
    'votes for a comment of the community',
    page(topic, comment('9')),
    '.comment .up',
    post('/hc/en-us/community/posts/77/comments/9/vote', { value: 'up' }),
    {
      kind: 'vote',
      object: { url: `${topic}/comments/9`, id: '9' },
      to: { name: 'wren' },
      detail: { vote: 'up' },
    },
    { shows: pressed('.comment .up', true) },
  ),
  pressCase(
    'do',
    'votes in a theme that uses the API',
    page(topic, buttons('post', '77', '/hc/x')),
    '.down',
    post('/api/v2/help_center/community/posts/77/down.json'),
    {
      kind: 'vote',
      object: { url: topic },
      detail: { vote: 'down' },
    },
    { shows: pressed('.down', true) },
  ),
  pressCase(
    'undo',
    'takes a vote back in such a theme',
    page(topic, buttons('post', '77', '/hc/x', false, true)),
    '.down',
    { method: 'DELETE', url: '/api/v2/help_center/votes/4711.json' },
    {
      kind: 'vote',
      undo: true,
      object: { url: topic },
    },
    { after: ['votes in a theme that uses the API'], shows: pressed('.down', false) },
  ),
  pressCase(
    'do',
    'comments on an article',
    page(),
    '.send',
    post(
      '/hc/en-us/articles/360/comments',
      { 'comment[body]': 'Clay', authenticity_token: 't' },
      `${article}#comment_12`,
    ),
    {
      kind: 'comment',
      object: { url: article },
      made: { url: `${article}#comment_12`, id: 'comment_12' },
    },
  ),
  pressCase(
    'refusal',
    'a comment whose form comes back',
    page(),
    '.send',
    { ...post('/hc/en-us/articles/360/comments', { 'comment[body]': 'Clay' }), by: 'navigate' },
    [],
  ),
  pressCase(
    'signed-out',
    'a comment that ends at the sign-in',
    page(),
    '.send',
    post('/hc/en-us/articles/360/comments', { 'comment[body]': 'Clay' }, `${origin}/hc/en-us/signin?return_to=x`),
    [],
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(topic, comment('10')),
    '.more',
    post('/hc/en-us/community/posts/77/comments/10', { _method: 'patch', 'community_comment[body]': 'x' }, topic),
    { kind: 'edit', revises: true, object: { url: `${topic}/comments/10` } },
  ),
  pressCase(
    'undo',
    'deletes a comment',
    page(topic, comment('11')),
    '.more',
    post('/hc/en-us/community/posts/77/comments/11', { _method: 'delete' }, topic),
    { kind: 'comment', undo: true, object: { url: `${topic}/comments/11` } },
  ),
  pressCase(
    'do',
    'posts in the community',
    page(`${origin}/hc/en-us/community/posts/new`, ''),
    '.do',
    post('/hc/en-us/community/posts', { 'community_post[title]': 'Ash glaze', 'community_post[topic_id]': '5' }, topic),
    {
      kind: 'post',
      object: { url: topic, title: 'Ash glaze' },
      level: 'confirmed',
    },
  ),
  pressCase('do', 'follows an article', page(), '.do', post('/hc/en-us/articles/360/subscription.json'), {
    kind: 'follow',
    object: { url: article },
  }),
  pressCase(
    'undo',
    'no longer follows it',
    page(),
    '.do',
    post('/hc/en-us/articles/360/subscription.json', { _method: 'delete' }),
    { kind: 'follow', undo: true, object: { url: article } },
    { after: ['follows an article'] },
  ),
  pressCase(
    'private',
    'writes to the support',
    page(`${origin}/hc/en-us/requests/5`, ''),
    '.send',
    post('/hc/en-us/requests/5', { 'request[comment][body]': 'x' }, `${origin}/hc/en-us/requests/5`),
    [],
  ),
  pressCase(
    'layout',
    'on a host of its own, without an account',
    {
      url: 'https://help.kiln.example/hc/de/articles/361-Risse',
      head: '<link rel="stylesheet" href="//static.zdassets.com/hc/assets/application.css">',
      html: `<h1>Risse</h1>${buttons('article', '361', '/hc/de/articles/361')}`,
    },
    '.up',
    post('/hc/de/articles/361/vote', { value: 'up' }),
    {
      kind: 'vote',
      object: { url: 'https://help.kiln.example/hc/de/articles/361-Risse', title: 'Risse' },
      account: '',
    },
    { shows: pressed('.up', true) },
  ),
  pressCase(
    'look-alike',
    'searches and counters are no acts',
    page(),
    '.do',
    [
      post('/hc/api/internal/instant_search.json', { query: 'x' }),
      post('/hc/tracking/events', { x: '1' }),
      { method: 'GET', url: '/api/v2/help_center/articles/360/votes.json' },
      { method: 'GET', url: '/hc/en-us/articles/360/vote' },
    ],
    [],
  ),
]);
