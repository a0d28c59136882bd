// Runs before anything is installed: plain JavaScript, no dependency, any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/**
 * Installs the packages of `package-lock.json` where they are missing or others, then runs a TypeScript file of this
 * repository, with the arguments of this process, on the Node that the packages bring (24, which reads TypeScript).
 * Ends this process with the exit code of that one.
 */
export async function ensure(script) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    fail(`Contrail needs Node 20 or later to start; this is Node ${process.versions.node}. See https://nodejs.org`);
  }
  if (!installed()) install();
  // The package's own file and not `.bin/node`: the latter is a command script on Windows.
  const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(node)) fail(`The package "node" is installed without its program (${node}). Run: npm rebuild node`);
  process.exitCode = await run(node, [join(root, script), ...process.argv.slice(2)]);
}

/** True if every package of the lock file is there in its version (packages for other systems may be missing). */
function installed() {
  const has = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(has)) return false;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(has, 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || have[path]?.version === version || (optional && !have[path]),
  );
}

function install() {
  console.log('Installing packages (npm ci) …');
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Started by npm, its own file is known; otherwise `npm` is looked up (a command script on Windows, hence the shell).
  const { npm_execpath: npm } = process.env;
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...quiet], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', quiet, { cwd: root, stdio: 'inherit', shell: windows });
  if (done.error) fail(`npm could not be run (${done.error.message}). It comes with Node: https://nodejs.org`);
  if (done.status !== 0)
    fail('npm ci did not succeed: its own words are above. Contrail cannot start without its packages.');
}

function run(program, args) {
  return new Promise((resolve) => {
    const bin = join(root, 'node_modules', '.bin');
    const path = `${bin}${windows ? ';' : ':'}${process.env.PATH ?? ''}`;
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
    // Ctrl-C reaches the child by itself; this process only has to outlive it. A kill is passed on.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => fail(`${program} could not be run: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
