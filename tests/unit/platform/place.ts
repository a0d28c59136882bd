import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Platform, type PlatformOptions, startPlatform } from '../../../platform/server.ts';

/** An embedded PostgreSQL takes its time to start on a small machine. */
export const startTime = 240_000;

/** A database of its own for one file of tests: a schema where PostgreSQL is given, else PGlite in memory. */
export interface Place {
  databaseUrl: string | undefined;
  remove(): Promise<void>;
}

export async function freshPlace(): Promise<Place> {
  const server = process.env.DATABASE_URL;
  if (!server) return { databaseUrl: undefined, remove: async () => {} };
  const schema = `lamplight_${randomBytes(6).toString('hex')}`;
  await query(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { databaseUrl: url.href, remove: () => query(server, `drop schema ${schema} cascade`) };
}

async function query(server: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A running community on a database of its own; `close` removes both. */
export async function freshPlatform(options: Partial<PlatformOptions> = {}): Promise<Platform> {
  const place = await freshPlace();
  const platform = await startPlatform({ port: 0, databaseUrl: place.databaseUrl, ...options });
  return {
    ...platform,
    close: async () => {
      await platform.close();
      await place.remove();
    },
  };
}
