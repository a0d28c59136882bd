import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../free-port.ts';

/** Its 250 packages are installed only where this test runs, beside the project's own. */
const home = resolve('.cache/federated-wiki');
const program = join(home, 'node_modules/wiki/index.js');
const startsWithin = 60_000;

/** Installs the wiki from its own lock file where it is missing; tells whether it is there then. */
export function bringWiki(): boolean {
  if (existsSync(program)) return true;
  const words = [
    'ci',
    '--prefix',
    home,
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(import.meta.dirname, file), join(home, file));
  const { status, stderr } = spawnSync('npm', words, { encoding: 'utf8' });
  if (status !== 0) console.error(stderr);
  return existsSync(program);
}

/** Starts an empty wiki that belongs to whoever claims it first. */
export async function startWiki(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'contrail-fedwiki-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const given = {
    port,
    data: folder,
    packageDir: join(home, 'node_modules'),
    security_type: 'friends',
    cookieSecret: 'test',
  };
  const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let words = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk) => {
      words = (words + chunk).slice(-4_000);
    });
  const close = async () => {
    if (server.exitCode === null && server.pid) process.kill(-server.pid, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + startsWithin; !(await answers(url)); ) {
    if (Date.now() > until || server.exitCode !== null) {
      await close();
      throw new Error(`Federated Wiki did not start:\n${words}`);
    }
    await new Promise((resume) => setTimeout(resume, 200));
  }
  return { url, close };
}

const answers = (url: string) =>
  fetch(`${url}/client.js`).then(
    ({ ok }) => ok,
    () => false,
  );
