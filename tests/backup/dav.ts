import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { freePort } from '../real/free-port.ts';

export const user = 'robin';
export const password = 'a-word-for-apps';

/** A real WebDAV server (`rclone serve webdav`) over a folder; it can be killed and started again on the same port. */
export async function openDav(folder: string) {
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const address = `127.0.0.1:${port}`;
    server = spawn('rclone', ['serve', 'webdav', folder, '--addr', address, '--user', user, '--pass', password], {
      stdio: 'ignore',
    });
    server.on('error', () => undefined);
    for (const until = Date.now() + 15_000; Date.now() < until; await pause(100)) {
      if ((await ask({ method: 'OPTIONS', path: '/', headers: {}, body: Buffer.alloc(0) })) !== undefined) return;
    }
    throw new Error('rclone does not serve: is it installed?');
  }

  async function kill(): Promise<void> {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await ended;
  }

  interface Asked {
    method: string;
    path: string;
    headers: Record<string, string | string[] | undefined>;
    body: Buffer;
  }
  /** Hands a request on to the server as it is; undefined where nobody answers. */
  function ask({ method, path, headers, body }: Asked) {
    return new Promise<{ status: number; headers: Record<string, string>; body: Buffer } | undefined>((resolve) => {
      const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(undefined));
        response.on('end', () => {
          const { 'content-length': length, 'content-type': type } = response.headers;
          resolve({
            status: response.statusCode ?? 0,
            headers: { ...(type && { 'content-type': type }), ...(length && { 'content-length': length }) },
            body: Buffer.concat(chunks),
          });
        });
      });
      asked.on('error', () => resolve(undefined));
      asked.end(body);
    });
  }

  await start();
  return { port, start, kill, ask };
}

const pause = (time: number) => new Promise((resume) => setTimeout(resume, time));
