import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { canInstallPackages, installPackages } from '../../../scripts/debian.ts';
import { freePort } from '../free-port.ts';
import { servePhp } from '../php.ts';

const run = promisify(execFile);

/** Where Debian's package puts DokuWiki's programs and its empty wiki. */
const home = '/usr/share/dokuwiki';
const empty = '/var/lib/dokuwiki/data';

/** A wiki of its own in a folder, thrown away at the end. */
export interface Wiki {
  url: string;
  ada: { name: string; password: string };
  /** Text that this wiki refuses to save, by its own list of words. */
  refusedText: string;
  close(): Promise<void>;
}

const isThere = () => existsSync(join(home, 'doku.php')) && existsSync(empty);

/** Brings DokuWiki to a Debian where this process may install; tells whether it is there then. */
export function bringDokuwiki(): boolean {
  if (!isThere() && canInstallPackages()) installPackages(['dokuwiki', 'php-cli', 'php-xml']);
  return isThere();
}

/** Sets up a wiki that everybody may write in, with one account. */
export async function startWiki(): Promise<Wiki> {
  const folder = await mkdtemp(join(tmpdir(), 'contrail-dokuwiki-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const ada = { name: 'ada', password: 'lamp-and-lens-2' };
  const refusedText = 'cheap-foghorns-for-sale';
  const conf = join(folder, 'conf');
  await mkdir(conf);
  await cp(empty, join(folder, 'data'), { recursive: true });
  const { stdout: hash } = await run('php', ['-r', `echo password_hash('${ada.password}', PASSWORD_BCRYPT);`]);
  const files = {
    'local.php': `<?php
$conf['title'] = 'Test Wiki';
$conf['savedir'] = '${join(folder, 'data')}';
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['subscribers'] = 1;
$conf['updatecheck'] = 0;
`,
    'acl.auth.php': '*\t@ALL\t8\n',
    'users.auth.php': `${ada.name}:${hash}:Ada:ada@lamps.example:user\n`,
    'wordblock.local.conf': `${refusedText}\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(conf, name), text);
  const prepend = fileURLToPath(new URL('prepend.php', import.meta.url));
  const server = await servePhp({
    port,
    documents: home,
    probe: `${url}/doku.php?id=start`,
    settings: { auto_prepend_file: prepend },
    environment: { DOKUWIKI_CONF: conf },
  });
  const close = async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, ada, refusedText, close };
}
