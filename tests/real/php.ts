import { spawn } from 'node:child_process';

const startsWithin = 30_000;

/**
 * Serves a folder with PHP's own web server until closed.
 * @param probe an address that answers with success once the product is up
 * @param router PHP file that is asked first, for products with pretty addresses
 */
export async function servePhp(served: {
  port: number;
  documents: string;
  probe: string;
  router?: string;
  settings?: Record<string, string>;
  environment?: Record<string, string>;
}): Promise<{ close(): void }> {
  const { port, documents, router, settings = {}, environment = {} } = served;
  const given = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = spawn('php', [...given, '-S', `127.0.0.1:${port}`, '-t', documents, ...(router ? [router] : [])], {
    // A page asks for several things at once, and one PHP process answers one at a time.
    env: { ...process.env, ...environment, PHP_CLI_SERVER_WORKERS: '3' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: its workers outlive a killed parent.
    detached: true,
  });
  let words = '';
  server.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
  });
  const close = () => {
    if (server.exitCode === null && server.pid) process.kill(-server.pid, 'SIGTERM');
  };
  for (const until = Date.now() + startsWithin; !(await answers(served.probe)); ) {
    if (Date.now() > until || server.exitCode !== null) {
      close();
      throw new Error(`PHP does not serve ${served.probe}:\n${words}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { close };
}

const answers = (url: string) =>
  fetch(url).then(
    (page) => page.ok,
    () => false,
  );
