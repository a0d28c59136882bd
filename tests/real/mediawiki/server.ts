import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { canInstallPackages, installPackages } from '../../../scripts/debian.ts';
import { freePort } from '../free-port.ts';
import { servePhp } from '../php.ts';

const run = promisify(execFile);

/** Where Debian's package puts MediaWiki; another installation can be named. */
const home = process.env.MEDIAWIKI_PATH ?? '/usr/share/mediawiki';
const packages = ['mediawiki', 'php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl'];

export interface Account {
  name: string;
  password: string;
}

/** A wiki of its own: empty database, one port, thrown away at the end. */
export interface Wiki {
  url: string;
  /** Its SQLite database. */
  database: string;
  /** May roll back and protect. */
  keeper: Account;
  /** An ordinary account. */
  ada: Account;
  /** Text that this wiki refuses to save, by its own spam rule. */
  refusedText: string;
  close(): Promise<void>;
}

export const isMediawikiThere = (): boolean => existsSync(join(home, 'maintenance', 'install.php'));

/** Brings MediaWiki to a Debian where this process may install; tells whether it is there then. */
export function bringMediawiki(): boolean {
  if (!isMediawikiThere() && canInstallPackages()) installPackages(packages);
  return isMediawikiThere();
}

/** Installs a wiki into a new folder and serves it. Throws with MediaWiki's own words where that fails. */
export async function startWiki(): Promise<Wiki> {
  const folder = await mkdtemp(join(tmpdir(), 'contrail-wiki-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const keeper = { name: 'Keeper', password: 'lamp-and-lens-1' };
  const ada = { name: 'Ada', password: 'lamp-and-lens-2' };
  const refusedText = 'cheap-foghorns-for-sale';
  const settings = join(folder, 'LocalSettings.php');
  const maintain = (script: string, ...args: string[]) =>
    run('php', [join(home, 'maintenance', script), ...args], { env: { ...process.env, MW_CONFIG_FILE: settings } });

  await run('php', [
    join(home, 'maintenance', 'install.php'),
    ...['--dbtype', 'sqlite', '--dbpath', folder, '--dbname', 'wiki'],
    ...['--server', url, '--scriptpath', '/w', '--confpath', folder, '--skins', 'Vector'],
    ...['--pass', keeper.password, 'Test Wiki', keeper.name],
  ]);
  await appendFile(
    settings,
    `
$wgArticlePath = '/wiki/$1';
$wgSpamRegex = [ '/${refusedText}/' ];
$wgJobRunRate = 0;
$wgEnableEmail = false;
`,
  );
  await maintain('createAndPromote.php', ada.name, ada.password);
  // Something to be changed and undone: the first version of a page cannot be.
  await written(settings, keeper.name, 'Lighthouse', 'A tower by the sea.');

  const documents = join(folder, 'documents');
  await mkdir(documents);
  await symlink(home, join(documents, 'w'));
  const router = fileURLToPath(new URL('router.php', import.meta.url));
  const server = await servePhp({
    port,
    documents,
    router,
    probe: `${url}/wiki/Main_Page`,
    environment: { MW_CONFIG_FILE: settings },
  });
  const close = async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, database: join(folder, 'wiki.sqlite'), keeper, ada, refusedText, close };
}

/** Saves a page as someone else did before. */
function written(settings: string, author: string, title: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const edit = execFile(
      'php',
      [join(home, 'maintenance', 'edit.php'), '--user', author, title],
      { env: { ...process.env, MW_CONFIG_FILE: settings } },
      (error) => (error ? reject(error) : resolve()),
    );
    edit.stdin?.end(text);
  });
}

if (import.meta.main) {
  if (!bringMediawiki()) throw new Error('MediaWiki is not installed, and this system lets nobody install it.');
  const wiki = await startWiki();
  console.log(wiki.url, wiki.ada, wiki.keeper);
  process.on('SIGINT', () => wiki.close().then(() => process.exit()));
}
