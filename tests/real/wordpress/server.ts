import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { canInstallPackages, installPackages } from '../../../scripts/debian.ts';
import { freePort } from '../free-port.ts';
import { startMariadb } from '../mariadb.ts';
import { servePhp } from '../php.ts';

const run = promisify(execFile);

/** Where Debian's package puts WordPress; another installation can be named. */
const home = process.env.WORDPRESS_PATH ?? '/usr/share/wordpress';
const packages = ['wordpress', 'wordpress-theme-twentytwentyone', 'php-cli', 'php-mysql', 'mariadb-server'];

export interface Account {
  name: string;
  password: string;
}

/** A blog of its own with one post, on a database of its own. */
export interface Blog {
  url: string;
  /** Address of the post with a form for comments. */
  post: string;
  keeper: Account;
  ada: Account;
  close(): Promise<void>;
}

const isThere = () =>
  existsSync(join(home, 'wp-load.php')) &&
  existsSync(join(home, 'wp-content/themes/twentytwentyone')) &&
  existsSync('/usr/sbin/mariadbd');

/** Brings WordPress and MariaDB to a Debian where this process may install; tells whether they are there then. */
export function bringWordpress(): boolean {
  if (!isThere() && canInstallPackages()) installPackages(packages);
  return isThere();
}

/** Installs a blog into a new folder and serves it. */
export async function startBlog(): Promise<Blog> {
  const folder = await mkdtemp(join(tmpdir(), 'contrail-blog-'));
  const database = await startMariadb(folder);
  try {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const keeper = { name: 'keeper', password: 'lamp-and-lens-1' };
    const ada = { name: 'ada', password: 'lamp-and-lens-2' };
    const documents = join(folder, 'blog');
    // A copy with links followed: WordPress looks for its settings beside its own files.
    await cp(home, documents, { recursive: true, dereference: true });
    await writeFile(join(documents, 'wp-config.php'), settings(url, database.socket));
    const install = fileURLToPath(new URL('install.php', import.meta.url));
    const { stdout } = await run('php', [install, documents, JSON.stringify({ url, keeper, ada })]);
    const server = await servePhp({ port, documents, probe: `${url}/` });
    const close = async () => {
      server.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { url, post: stdout.trim().split('\n').at(-1) ?? '', keeper, ada, close };
  } catch (error) {
    await database.close();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const settings = (url: string, socket: string) => `<?php
define( 'DB_NAME', 'blog' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
