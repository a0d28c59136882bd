import { PGlite } from '@electric-sql/pglite';
import {
  type DatabaseConnection,
  type Generated,
  Kysely,
  PGliteDialect,
  PGliteDriver,
  PostgresDialect,
  type Transaction,
} from 'kysely';
import pg from 'pg';

export type ItemType = 'post' | 'question' | 'answer' | 'comment' | 'thing' | 'review';
export type MarkKind = 'like' | 'vote' | 'rating' | 'share' | 'bookmark' | 'follow' | 'report' | 'accept';

/** Tables as the migrations leave them; what each column means stands there. */
export interface Tables {
  accounts: { handle: string; name: string; about: Generated<string>; joined_at: Date };
  sessions: { id: string; handle: string; csrf: string; made_at: Date };
  items: {
    id: string;
    type: ItemType;
    author: string;
    parent: string | null;
    page: string;
    title: Generated<string>;
    body: Generated<string>;
    topic: Generated<string>;
    tags: Generated<string[]>;
    stars: number | null;
    made_at: Date;
    edited_at: Date | null;
    deleted_at: Date | null;
  };
  marks: { item: string; kind: MarkKind; handle: string; value: Generated<string>; made_at: Date };
  drafts: { handle: string; item: string; body: string; saved_at: Date };
  messages: { id: string; sender: string; receiver: string; body: string; sent_at: Date };
  acts: {
    id: string;
    handle: string;
    kind: string;
    detail: Generated<string>;
    object: string;
    made: string | null;
    item: string;
    receiver: string | null;
    revises: string | null;
    at: Date;
    undone_at: Date | null;
  };
}

export type Database = Kysely<Tables>;
/** Where an act is written: never outside a transaction. */
export type Write = Transaction<Tables>;

/**
 * PGlite has one connection, and Kysely's driver hands it to everybody at once: a second request would find itself
 * inside the transaction of the first. This one hands it to one holder at a time, in order.
 */
class OneAtATimeDriver extends PGliteDriver {
  #last: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release: () => void = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#release?.();
  }
}

class EmbeddedDialect extends PGliteDialect {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super({ pglite });
    this.#pglite = pglite;
  }

  override createDriver(): PGliteDriver {
    return new OneAtATimeDriver({ pglite: this.#pglite });
  }
}

/**
 * Opens the platform's database: PostgreSQL where a URL is given, otherwise PGlite in a folder or in memory. Both speak
 * the same SQL. `destroy()` closes it.
 */
export function openDatabase(place: { databaseUrl?: string | undefined; dataDir?: string | undefined }): Database {
  if (place.databaseUrl) {
    const pool = new pg.Pool({ connectionString: place.databaseUrl, max: 10 });
    // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
    pool.on('error', (error) => console.error(`database connection lost: ${error.message}`));
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  }
  return new Kysely<Tables>({ dialect: new EmbeddedDialect(new PGlite(place.dataDir)) });
}
