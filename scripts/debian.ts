import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian or a relative of it, and the right to install. */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages without what they recommend. `wanted` are left out where the system lacks one of them. */
export function installPackages(needed: readonly string[], wanted: readonly string[] = []): void {
  console.log(`Installing ${[...needed, ...wanted].join(', ')} (apt-get) …`);
  apt('update');
  if (install([...needed, ...wanted]).status === 0) return;
  const least = install(needed);
  if (least.status !== 0) console.error(least.stderr.trim());
}

const install = (names: readonly string[]) => apt('install', '-y', '--no-install-recommends', ...names);

function apt(...args: string[]) {
  return spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
