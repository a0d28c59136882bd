import type { Entry } from '../../ledger/entry.ts';
import type { Kind } from '../../ledger/kinds.ts';

/** Activity types of the W3C vocabulary (https://www.w3.org/TR/activitystreams-vocabulary/). */
const types: Record<Kind, string> = {
  like: 'Like',
  vote: 'Like',
  rating: 'Create',
  review: 'Create',
  answer: 'Create',
  comment: 'Create',
  post: 'Create',
  share: 'Announce',
  edit: 'Update',
  'code-review': 'Create',
  moderation: 'Flag',
  follow: 'Follow',
  bookmark: 'Add',
  other: 'Activity',
};

/** What was done, as an ActivityStreams 2.0 collection in order of time. Undone acts are `Undo`s of their own. */
export function activityStreams(entries: Iterable<Entry>): object {
  const items = [...entries].sort((a, b) => a.seq - b.seq).map(activity);
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    type: 'OrderedCollection',
    totalItems: items.length,
    orderedItems: items,
  };
}

function activity(entry: Entry): object {
  const act = { id: idOf(entry.id), published: entry.at, actor: { type: 'Person', name: entry.account || 'me' } };
  if (entry.undo) return { ...act, type: 'Undo', object: entry.undoes ? idOf(entry.undoes) : objectOf(entry) };
  const type = entry.kind === 'vote' && entry.detail?.vote === 'down' ? 'Dislike' : types[entry.kind];
  const { topics = [], to } = entry;
  return {
    ...act,
    type: entry.revises ? 'Update' : type,
    object: type === 'Create' && entry.made ? noteOf(entry, entry.made.url) : objectOf(entry),
    ...(to ? { to: [{ type: 'Person', name: to.name, ...(to.url ? { url: to.url } : {}) }] } : {}),
    ...(topics.length > 0 ? { tag: topics.map((name) => ({ type: 'Object', name })) } : {}),
  };
}

/** The ids of entries are hashes; a URN of our own, because they are on no web page. */
const idOf = (entry: string) => `urn:contrail:entry:${entry}`;
const objectOf = ({ object }: Entry) => ({
  type: 'Object',
  id: object.url,
  ...(object.title ? { name: object.title } : {}),
});
const noteOf = (entry: Entry, url: string) => ({ type: 'Note', id: url, inReplyTo: objectOf(entry) });
