import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** The Hugging Face hub: plain paths that name the repository; models stand at the root, the rest below their type. */
const repo = '/api/:type(models|datasets|spaces)/:owner/:name';
const discussion = `${repo}/discussions/:number(\\d+)`;
const rule = (url: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url,
  ...(where ? { where } : {}),
});

/** What the site's own addresses put before owner and name; nothing for models. */
const prefix = {
  from: '/url/type',
  via: [{ map: { datasets: 'datasets/', spaces: 'spaces/' } }],
} satisfies NonNullable<Action['take']>[string];
const at = (rest: string) => [
  `https://huggingface.co/{prefix}{url.owner}/{url.name}${rest}`,
  `https://huggingface.co/{url.owner}/{url.name}${rest}`,
];
const id = '{url.type}/{url.owner}/{url.name}';
const onRepo: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { prefix },
  object: { url: at(''), id, title: '/url/name' },
  to: { name: '/url/owner', url: 'https://huggingface.co/{url.owner}' },
};
const onDiscussion: Pick<Action, 'take' | 'object'> = {
  take: { prefix },
  object: { url: at('/discussions/{url.number}'), id: `${id}/{url.number}` },
};
const onComment: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { prefix },
  object: { url: at('/discussions/{url.number}#{url.id}'), id: '{url.id}' },
};
const nobody = { name: { text: '' } };

/** The same path with POST does and with DELETE undoes. */
const pair = (
  name: string,
  kind: Action['kind'],
  url: string,
  rest: Partial<Action> & Pick<Action, 'object'>,
): Action[] =>
  [false, true].map((undo) => ({
    id: undo ? `undo-${name}` : name,
    kind,
    undo,
    request: rule(url, undo ? 'DELETE' : 'POST'),
    ...rest,
  }));

export default defineSite({
  id: 'hugging-face',
  name: 'Hugging Face',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['huggingface.co'],
  page: { title: { select: 'h1' } },
  composers: ['form textarea'],
  actions: [
    ...pair('like', 'like', `${repo}/like`, { ...onRepo, confidence: 'medium' }),
    {
      id: 'open-discussion',
      kind: 'post',
      request: rule(`${repo}/discussions`, 'POST', [{ at: '/json/title', present: true }]),
      take: { prefix },
      object: { url: at('/discussions'), id: `${id}/discussions`, title: '/json/title' },
      to: nobody,
    },
    { id: 'comment', kind: 'comment', request: rule(`${discussion}/comment`), ...onDiscussion },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: rule(`${discussion}/comment/:id/edit`),
      ...onComment,
      to: nobody,
    },
    {
      id: 'hide-comment',
      kind: 'moderation',
      request: rule(`${discussion}/comment/:id/hide`),
      ...onComment,
      detail: { act: { text: 'hide' } },
    },
    ...pair('react', 'like', `${discussion}/comment/:id/reaction`, { ...onComment, confidence: 'low' }),
    {
      id: 'settle',
      kind: 'moderation',
      request: rule(`${discussion}/:act(status|title|merge|pin)`, ['POST', 'PATCH']),
      ...onDiscussion,
      detail: { act: '/url/act' },
    },
    ...pair('upvote-paper', 'vote', '/api/papers/:id/upvote', {
      object: { url: 'https://huggingface.co/papers/{url.id}', id: 'papers/{url.id}' },
      detail: { vote: { text: 'up' } },
      to: nobody,
      confidence: 'low',
    }),
    ...pair('upvote-collection', 'vote', '/api/collections/:owner/:name/upvote', {
      object: {
        url: 'https://huggingface.co/collections/{url.owner}/{url.name}',
        id: 'collections/{url.owner}/{url.name}',
      },
      to: { name: '/url/owner', url: 'https://huggingface.co/{url.owner}' },
      detail: { vote: { text: 'up' } },
      confidence: 'low',
    }),
    ...pair('react-post', 'like', '/api/posts/:owner/:name/reaction', {
      object: { url: 'https://huggingface.co/posts/{url.owner}/{url.name}', id: 'posts/{url.owner}/{url.name}' },
      to: { name: '/url/owner', url: 'https://huggingface.co/{url.owner}' },
      confidence: 'low',
    }),
    ...pair('follow', 'follow', '/api/:type(users|organizations)/:name/follow', {
      object: { url: 'https://huggingface.co/{url.name}', id: '{url.type}/{url.name}' },
      to: { name: '/url/name', url: 'https://huggingface.co/{url.name}' },
      confidence: 'low',
    }),
  ],
  unseen: [
    'Your own name: no lasting mark in the page tells it.',
    'The number of a new discussion or comment: the page gets it only inside the answer.',
    'Upvotes of papers, reactions and follows are described by guess and may be missed.',
    'What you push, or do through programs.',
  ],
  sources: ['Client libraries of the hub and their documentation (2024-2026): discussions and likes'],
});
