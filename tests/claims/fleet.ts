import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlatformOptions } from '../../platform/server.ts';

/** A platform process: its address, and how to end it as a power cut would. */
export interface Server {
  url: string;
  process: ChildProcess;
  kill(): Promise<void>;
}

/** Starts the platform in a process of its own. Rejects with what it said where it does not come up. */
export function startServer(options: PlatformOptions): Promise<Server> {
  const program = fileURLToPath(new URL('server.ts', import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-4000);
      const url = /^http:\/\/\S+$/m.exec(said)?.[0];
      if (url) resolve({ url, process: child, kill });
    };
    const kill = () =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGKILL');
      });
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the platform ended: ${said}`)));
  });
}
