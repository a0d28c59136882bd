import { serve } from '@hono/node-server';
import { lamplightRules, lamplightSite } from './claim-site.ts';
import { claimDesk } from './claims/index.ts';
import type { ClaimLimits } from './claims/kit.ts';
import type { WalletNetwork } from './claims/payout.ts';
import type { RewardRuleGiven } from './claims/rules.ts';
import type { ClaimDatabase } from './claims/tables.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { sow } from './seed.ts';
import { community } from './web/app.ts';

export interface PlatformOptions {
  /** 0 for any free port. */
  port: number;
  /** Address to listen on; this machine only unless given. */
  hostname?: string;
  /** PostgreSQL; without it PGlite runs inside this process. */
  databaseUrl?: string | undefined;
  /** Folder in which PGlite keeps its data; in memory unless given. */
  dataDir?: string | undefined;
  /** Fill an empty community with people and things; true unless given. */
  seed?: boolean;
  /** Acts that one person can do in a minute; 120 unless given. */
  actsPerMinute?: number;
  /** Where the world sees it, without a trailing slash; the address it listens on unless given. */
  publicUrl?: string | undefined;
  claims?: {
    rules?: readonly RewardRuleGiven[];
    /** At least 32 bytes that every process of this platform shares. */
    secret?: Uint8Array | undefined;
    /** Handles of those who work at the claim desk; `keeper` unless given. */
    keepers?: readonly string[] | undefined;
    limits?: Partial<ClaimLimits>;
    network?: WalletNetwork;
    now?: () => Date;
  };
}

export interface Platform {
  /** Origin without a trailing slash. */
  url: string;
  /** The community's database, for what stands beside it: its claim desk, and tests. */
  database: Database;
  close(): Promise<void>;
}

/** Starts the demo community: opens and migrates its database, fills it where it is empty, and listens. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const db = openDatabase(options);
  try {
    await migrate(db, { name: 'community', folder: new URL('./migrations/', import.meta.url) });
    if (options.seed !== false) await sow(db);
    let url = options.publicUrl ?? '';
    const { keepers = ['keeper'], rules = lamplightRules, ...ofClaims } = options.claims ?? {};
    const site = lamplightSite(db, () => url, keepers);
    // The desk has tables of its own in the same database.
    const claims = claimDesk({ db: db as unknown as ClaimDatabase, site, rules, ...ofClaims });
    const actsPerMinute = options.actsPerMinute ?? 120;
    const app = community({ db, now: () => new Date(), actsPerMinute, claims: claims.routes });
    const hostname = options.hostname ?? '127.0.0.1';
    const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
      (resolve, reject) => {
        const starting = serve({ fetch: app.fetch, port: options.port, hostname }, (info) =>
          resolve({ server: starting, port: info.port }),
        );
        starting.once('error', reject);
      },
    );
    const listening = `http://${hostname}:${port}`;
    url ||= listening;
    claims.start();
    return {
      url: listening,
      database: db,
      close: async () => {
        await claims.stop();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

if (import.meta.main) {
  const platform = await startPlatform({
    port: Number(process.env.PORT ?? 4870),
    databaseUrl: process.env.DATABASE_URL,
    dataDir: process.env.DATA_DIR,
    publicUrl: process.env.PUBLIC_URL,
    claims: {
      secret: process.env.CLAIMS_SECRET ? Buffer.from(process.env.CLAIMS_SECRET, 'base64') : undefined,
      keepers: process.env.CLAIMS_KEEPERS?.split(',').filter(Boolean),
    },
  });
  console.log(`Lamplight is at ${platform.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      platform.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
