-- The community: people, what they make, the marks they leave, and a log of every act.
-- Ids are texts made by the server (see ids.ts): no sequence, so that tables can be spread over several nodes.
-- Ordering is always by the C collation of an id, which is the order in which items were made.

create table accounts (
  handle text primary key,
  name text not null,
  about text not null default '',
  joined_at timestamptz not null
);

create table sessions (
  -- SHA-256 of the cookie: whoever reads this table cannot sign in with it.
  id text primary key,
  handle text not null references accounts (handle),
  csrf text not null,
  made_at timestamptz not null
);

create table items (
  id text collate "C" primary key,
  type text not null check (type in ('post', 'question', 'answer', 'comment', 'thing', 'review')),
  author text not null references accounts (handle),
  -- What it stands under: the question of an answer, the thing of a review, the item a comment is on.
  parent text collate "C",
  -- Path of the page it is shown on (`/q/…`): a post, a question or a thing.
  page text collate "C" not null,
  title text not null default '',
  body text not null default '',
  topic text not null default '',
  tags text[] not null default '{}',
  stars int check (stars between 1 and 5),
  made_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz
);
create index items_by_page on items (page, id);
create index items_by_author on items (author, id);
create index items_by_topic on items (topic, id);
-- One review of a thing by one person.
create unique index items_one_review on items (author, parent) where type = 'review' and deleted_at is null;

-- Everything that can be on or off: one row while it is on.
create table marks (
  item text collate "C" not null,
  kind text not null check (kind in ('like', 'vote', 'rating', 'share', 'bookmark', 'follow', 'report', 'accept')),
  handle text not null references accounts (handle),
  -- Reaction, `up` or `down`, stars, accepted answer; empty where on is all there is to say.
  value text not null default '',
  made_at timestamptz not null,
  primary key (item, kind, handle)
);
create index marks_by_person on marks (handle, kind, made_at);

create table drafts (
  handle text not null references accounts (handle),
  item text collate "C" not null,
  body text not null,
  saved_at timestamptz not null,
  primary key (handle, item)
);

create table messages (
  id text collate "C" primary key,
  sender text not null references accounts (handle),
  receiver text not null references accounts (handle),
  body text not null,
  sent_at timestamptz not null
);
create index messages_by_receiver on messages (receiver, id);
create index messages_by_sender on messages (sender, id);

-- The platform's own log, which a claim is compared against. Rows are never deleted; an undo dates them.
create table acts (
  id text collate "C" primary key,
  handle text not null references accounts (handle),
  kind text not null,
  detail text not null default '',
  -- Permalinks below the platform's own origin: the origin may change, the log does not.
  object text not null,
  made text,
  item text collate "C" not null,
  -- Whom it was done for.
  receiver text,
  revises text collate "C",
  at timestamptz not null,
  undone_at timestamptz
);
create index acts_by_person on acts (handle, at);
create index acts_by_receiver on acts (receiver, at);
create index acts_by_item on acts (item, handle, kind);
