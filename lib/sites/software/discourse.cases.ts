import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

const origin = 'https://forum.kiln.example';
const topic = `${origin}/t/glaze-cracks/310`;
const head = '<meta name="generator" content="Discourse 3.5.0">';

const article = (id: string, number: number, inside = '', by = 'wren') => `<div class="topic-post">
  <article id="post_${number}" data-post-id="${id}" data-topic-id="310" data-user-id="7"><div class="names"><a data-user-card="${by}" href="/u/${by}">${by}</a></div>
  <a class="post-date" href="/t/glaze-cracks/310/${number}?u=ada">2d</a>${inside}</article></div>`;
const shell = (inside: string, who = '<li id="current-user"><a href="/u/ada">ada</a></li>') =>
  `<header class="d-header">${who}</header><div id="topic-title"><h1 data-topic-id="310"><a class="fancy-title" href="/t/glaze-cracks/310">Glaze cracks</a></h1><a class="discourse-tag">pottery</a></div><div id="stream">${inside}</div>`;
const page = (inside: string) => ({ url: `${topic}/2`, head, html: shell(inside) });
const composer = `<div id="reply-control"><div class="reply-details"><a class="topic-link" href="/t/glaze-cracks/310">Glaze cracks</a></div><textarea></textarea><div class="save-or-cancel"><button class="create">Reply</button></div></div>`;
const heart = (id: string, on = false) =>
  `<button class="post-action-menu__like toggle-like ${on ? 'has-like' : 'like'}" data-post-id="${id}"></button>`;
const liked = (on: boolean): PageChange => ({
  select: 'button.toggle-like',
  set: { class: `toggle-like ${on ? 'has-like' : 'like'}` },
});
const send = (url: string, form: Record<string, string>): RecordedRequest => ({ url, form, by: 'xhr' });
const like = (id: string) => send('/post_actions', { id, post_action_type_id: '2', flag_topic: 'false' });
const put = (url: string, form: Record<string, string> = {}): RecordedRequest => ({
  ...send(url, form),
  method: 'PUT',
});
const remove = (url: string): RecordedRequest => ({ method: 'DELETE', url, by: 'xhr' });
const reply = (more: Record<string, string> = {}) =>
  send('/posts', { raw: 'Cool it slower', topic_id: '310', archetype: 'regular', nested_post: 'true', ...more });
const at = (number: number) => ({ url: `${topic}/${number}` });

export default defineCases([
  {
    name: 'likes a post',
    about: 'do',
    page: page(article('9001', 2, heart('9001'))),
    act: [{ click: 'button.toggle-like' }],
    sends: [{ ...like('9001'), after: 400 }],
    shows: [liked(true)],
    expect: [
      {
        kind: 'like',
        object: { ...at(2), id: '9001', title: 'Glaze cracks' },
        to: { name: 'wren', url: `${origin}/u/wren` },
        account: 'ada',
        topics: ['pottery'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    after: ['likes a post'],
    page: page(article('9001', 2, heart('9001', true))),
    act: [{ click: 'button.toggle-like' }],
    sends: [remove('/post_actions/9001')],
    shows: [liked(false)],
    expect: [{ kind: 'like', undo: true, object: at(2), level: 'confirmed' }],
  },
  {
    name: 'likes the chosen post with a key',
    about: 'keyboard',
    page: page(article('9002', 3, heart('9002')).replace('topic-post', 'topic-post selected')),
    act: [{ press: 'l' }],
    sends: [like('9002')],
    expect: [{ kind: 'like', object: at(3) }],
  },
  {
    name: 'a like whose post is not the one around the press',
    about: 'layout',
    page: page(article('9003', 4, heart('9003'))),
    act: [{ click: 'button.toggle-like' }],
    sends: [like('9999')],
    expect: [{ kind: 'like', object: { url: `${origin}/p/9999` }, to: null }],
  },
  {
    name: 'a like beyond the daily limit',
    about: 'refusal',
    page: page(article('9004', 2, heart('9004'))),
    act: [{ click: 'button.toggle-like' }],
    sends: [{ ...like('9004'), answer: { status: 429 } }],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: {
      url: topic,
      head,
      html: shell(article('9005', 2, heart('9005')), '<button class="login-button">Log In</button>'),
    },
    act: [{ click: 'button.toggle-like' }],
    sends: [like('9005')],
    expect: [],
  },
  {
    name: 'a script likes',
    about: 'synthetic',
    page: page(article('9006', 2, heart('9006'))),
    act: [{ synthetic: 'button.toggle-like' }],
    sends: [like('9006')],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(article('9007', 2, heart('9007'))),
    act: [{ click: 'button.toggle-like' }],
    sends: [like('9007'), like('9007')],
    shows: [liked(true)],
    expect: [{ kind: 'like', object: at(2) }],
  },
  {
    name: 'opens the list of those who like',
    about: 'look-alike',
    page: page(article('9008', 2, '<button class="like-count" aria-pressed="false">3</button>')),
    act: [{ click: '.like-count' }],
    sends: [
      { method: 'GET', url: '/post_action_users?id=9008&post_action_type_id=2' },
      send('/topics/timings', { topic_id: '310', topic_time: '900' }),
    ],
    expect: [],
  },
  {
    name: 'reacts with a laugh from the picker',
    about: 'do',
    page: page(article('9010', 5, '<div class="picker"><button class="pickable-reaction laughing"></button></div>')),
    act: [{ click: '.pickable-reaction' }],
    sends: [put('/discourse-reactions/posts/9010/custom-reactions/laughing/toggle.json')],
    shows: [{ select: '.pickable-reaction', set: { class: 'pickable-reaction is-used' } }],
    expect: [{ kind: 'like', object: at(5), detail: { reaction: 'laughing' }, level: 'confirmed' }],
  },
  {
    name: 'changes the reaction',
    about: 'switch',
    after: ['reacts with a laugh from the picker'],
    page: page(article('9010', 5, '<div class="picker"><button class="pickable-reaction clap"></button></div>')),
    act: [{ click: '.pickable-reaction' }],
    sends: [put('/discourse-reactions/posts/9010/custom-reactions/clap/toggle.json')],
    expect: [{ kind: 'like', object: at(5), detail: { reaction: 'clap' } }],
  },
  {
    name: 'takes a reaction back: the same request',
    about: 'undo',
    after: ['reacts with a laugh from the picker'],
    page: page(
      article(
        '9010',
        5,
        '<div class="discourse-reactions-reaction-button"><img class="btn-toggle-reaction-emoji" width="20" height="20"></div>',
      ),
    ),
    act: [{ click: '.btn-toggle-reaction-emoji' }],
    sends: [put('/discourse-reactions/posts/9010/custom-reactions/laughing/toggle.json')],
    expect: [{ kind: 'like', undo: true, object: at(5) }],
  },
  {
    name: 'flags a post in the dialog',
    about: 'do',
    page: page(`${article('9011', 6)}<div class="d-modal"><button class="btn-primary">Flag</button></div>`),
    act: [{ click: '.d-modal button' }],
    sends: [send('/post_actions', { id: '9011', post_action_type_id: '8', flag_topic: 'false' })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/p/9011` }, detail: { act: 'flag' } }],
  },
  {
    name: 'flags a topic',
    about: 'do',
    page: page('<div class="d-modal"><button class="btn-primary">Flag</button></div>'),
    act: [{ click: '.d-modal button' }],
    sends: [send('/post_actions', { id: '310', post_action_type_id: '4', flag_topic: 'true' })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/t/310` } }],
  },
  {
    name: 'writes to the author through the flag dialog',
    about: 'private',
    page: page('<div class="d-modal"><button class="btn-primary">Message</button></div>'),
    act: [{ click: '.d-modal button' }],
    sends: [send('/post_actions', { id: '9011', post_action_type_id: '6', message: 'Hello' })],
    expect: [],
  },
  {
    name: 'replies to a post',
    about: 'do',
    page: page(article('9020', 2) + composer),
    act: [{ type: '#reply-control textarea', text: 'Cool it slower' }, { click: '#reply-control .create' }],
    sends: [reply({ reply_to_post_number: '2' })],
    then: [{ select: '#stream', append: article('9021', 3, '', 'ada') }],
    expect: [
      {
        kind: 'comment',
        object: { ...at(2), title: 'Glaze cracks' },
        made: { ...at(3), id: '9021' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'replies to the topic with Control+Enter, and a moderator will look first',
    about: 'keyboard',
    page: page(composer),
    act: [
      { type: '#reply-control textarea', text: 'Cool it' },
      { press: 'Control+Enter', in: '#reply-control textarea' },
    ],
    sends: [{ ...reply(), answer: { type: 'application/json', body: '{"action":"enqueued"}' } }],
    expect: [{ kind: 'comment', object: { url: topic, id: '310' }, level: 'accepted' }],
  },
  {
    name: 'answers a private message',
    about: 'private',
    page: page(composer),
    act: [{ type: '#reply-control textarea', text: 'Yes' }, { click: '#reply-control .create' }],
    sends: [reply({ archetype: 'private_message' })],
    expect: [],
  },
  {
    name: 'a draft that is kept while writing',
    about: 'draft',
    page: page(composer),
    act: [{ type: '#reply-control textarea', text: 'Cool' }],
    sends: [send('/drafts.json', { draft_key: 'topic_310', sequence: '1', data: '{}' })],
    expect: [],
  },
  {
    name: 'starts a topic',
    about: 'do',
    page: { url: `${origin}/latest`, head, html: `<li id="current-user"><a href="/u/ada"></a></li>${composer}` },
    act: [{ type: '#reply-control textarea', text: 'Which clay?' }, { click: '#reply-control .create' }],
    sends: [send('/posts', { raw: 'Which clay?', title: 'Which clay is best?', category: '4', archetype: 'regular' })],
    expect: [{ kind: 'post', object: { url: `${origin}/c/4` }, to: null }],
  },
  {
    name: 'edits a post',
    about: 'edit',
    after: ['replies to a post'],
    page: page(
      article('9021', 3, '', 'ada') +
        composer
          .replace('topic-link', 'post-link')
          .replace('href="/t/glaze-cracks/310"', 'href="/t/glaze-cracks/310/3"'),
    ),
    act: [{ type: '#reply-control textarea', text: ' please' }, { click: '#reply-control .create' }],
    sends: [put('/posts/9021', { 'post[raw]': 'Cool it slower please', 'post[edit_reason]': '' })],
    expect: [{ kind: 'edit', object: at(3), revises: true }],
  },
  {
    name: 'gives a topic another title',
    about: 'edit',
    page: page('<div class="edit-controls"><button class="submit-edit">ok</button></div>'),
    act: [{ click: '.submit-edit' }],
    sends: [put('/t/-/310.json', { title: 'Glaze cracks after firing', category_id: '4' })],
    expect: [{ kind: 'edit', object: { url: topic }, revises: true }],
  },
  {
    name: 'deletes an own reply',
    about: 'undo',
    after: ['replies to a post'],
    page: page(article('9021', 3, '<button class="delete"></button>', 'ada')),
    act: [{ click: 'button.delete' }],
    sends: [remove('/posts/9021')],
    expect: [{ kind: 'comment', undo: true, object: at(3) }],
  },
  {
    name: 'accepts an answer',
    about: 'do',
    page: page(article('9030', 4, '<button class="post-action-menu__solved-unaccepted unaccepted"></button>')),
    act: [{ click: 'button.unaccepted' }],
    sends: [send('/solution/accept', { id: '9030' })],
    then: [{ select: 'article button', set: { class: 'post-action-menu__solved-accepted accepted' } }],
    expect: [{ kind: 'other', object: at(4), to: { name: 'wren' }, detail: { act: 'accept' }, level: 'confirmed' }],
  },
  {
    name: 'accepts it no longer',
    about: 'undo',
    after: ['accepts an answer'],
    page: page(article('9030', 4, '<button class="post-action-menu__solved-accepted accepted"></button>')),
    act: [{ click: 'button.accepted' }],
    sends: [send('/solution/unaccept', { id: '9030' })],
    expect: [{ kind: 'other', undo: true, object: at(4) }],
  },
  {
    name: 'votes for a topic',
    about: 'do',
    page: page('<button class="vote-button">Vote</button>'),
    act: [{ click: '.vote-button' }],
    sends: [send('/voting/vote', { topic_id: '310' })],
    expect: [{ kind: 'vote', object: { url: topic }, detail: { vote: 'up' } }],
  },
  {
    name: 'takes the vote for a topic back',
    about: 'undo',
    after: ['votes for a topic'],
    page: page('<button class="vote-button">Voted</button>'),
    act: [{ click: '.vote-button' }],
    sends: [send('/voting/unvote', { topic_id: '310' })],
    expect: [{ kind: 'vote', undo: true, object: { url: topic } }],
  },
  {
    name: 'votes an answer down',
    about: 'do',
    page: page(article('9031', 7, '<button class="post-voting-button-downvote"></button>')),
    act: [{ click: 'article button' }],
    sends: [send('/post_voting/vote', { post_id: '9031', direction: 'down' })],
    expect: [{ kind: 'vote', object: at(7), detail: { vote: 'down' } }],
  },
  {
    name: 'takes the vote on an answer back',
    about: 'undo',
    after: ['votes an answer down'],
    page: page(article('9031', 7, '<button class="post-voting-button-downvote"></button>')),
    act: [{ click: 'article button' }],
    sends: [remove('/post_voting/vote')],
    expect: [{ kind: 'vote', undo: true, object: at(7) }],
  },
  {
    name: 'votes in a poll',
    about: 'do',
    page: page(article('9032', 8, '<div class="poll"><button>Stoneware</button></div>')),
    act: [{ click: '.poll button' }],
    sends: [put('/polls/vote', { post_id: '9032', poll_name: 'poll', 'options[]': 'a1b2' })],
    expect: [{ kind: 'vote', object: at(8), detail: { act: 'poll' } }],
  },
  {
    name: 'takes the vote in a poll back',
    about: 'undo',
    after: ['votes in a poll'],
    page: page(article('9032', 8, '<div class="poll"><button>Undo</button></div>')),
    act: [{ click: '.poll button' }],
    sends: [remove('/polls/vote')],
    expect: [{ kind: 'vote', undo: true, object: at(8) }],
  },
  {
    name: 'bookmarks a post',
    about: 'do',
    page: page(article('9033', 9, '<button class="bookmark"></button>')),
    act: [{ click: 'button.bookmark' }],
    sends: [send('/bookmarks', { bookmarkable_id: '9033', bookmarkable_type: 'Post' })],
    then: [{ select: 'button.bookmark', set: { class: 'bookmark bookmarked' } }],
    expect: [{ kind: 'bookmark', object: at(9), level: 'confirmed' }],
  },
  {
    name: 'takes a bookmark away',
    about: 'undo',
    after: ['bookmarks a post'],
    page: page(article('9033', 9, '<button class="bookmark bookmarked"></button>')),
    act: [{ click: 'button.bookmark' }],
    sends: [remove('/bookmarks/55')],
    then: [{ select: 'button.bookmark', set: { class: 'bookmark' } }],
    expect: [{ kind: 'bookmark', undo: true, object: at(9), level: 'confirmed' }],
  },
]);
