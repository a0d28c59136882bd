import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const startsWithin = 30_000;

/** A MariaDB of its own in an empty folder: no network, a socket, an administrator `root` without a password. */
export async function startMariadb(folder: string): Promise<{ socket: string; close(): Promise<void> }> {
  const data = join(folder, 'mariadb');
  const socket = join(folder, 'mariadb.sock');
  const user = `--user=${userInfo().username}`;
  await mkdir(data);
  const first = [
    '--no-defaults',
    `--datadir=${data}`,
    user,
    '--skip-test-db',
    '--auth-root-authentication-method=normal',
  ];
  await run('mariadb-install-db', first);
  const server = spawn(
    'mariadbd',
    ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, user, '--skip-networking'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let words = '';
  server.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  for (const until = Date.now() + startsWithin; !existsSync(socket); ) {
    if (Date.now() > until || server.exitCode !== null) {
      await close();
      throw new Error(`MariaDB did not start:\n${words}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { socket, close };
}
