import { spawn } from 'node:child_process';

export interface Ended {
  /** Exit code; 1 where a signal or the time limit ended it. */
  code: number;
  /** What it said, on both channels. */
  output: string;
}

interface RunOptions {
  /** Milliseconds; after that it is killed with all it started. */
  limit?: number;
  env?: Record<string, string>;
  signal?: AbortSignal;
}

/** Runs a program to its end and keeps what it says. Never rejects: a program that cannot start has failed. */
export function runProgram([program = '', ...args]: string[], options: RunOptions = {}): Promise<Ended> {
  const { limit, env = {}, signal } = options;
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    // A group of its own, so that browsers and servers it started can be ended with it.
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      detached: !windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const kill = () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (windows) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    };
    const timer = limit === undefined ? undefined : setTimeout(kill, limit);
    if (timer) child.once('exit', () => clearTimeout(timer));
    signal?.addEventListener('abort', kill);
    const end = (code: number | null) => {
      signal?.removeEventListener('abort', kill);
      const late = limit !== undefined && child.signalCode === 'SIGKILL' && !signal?.aborted;
      resolve({
        code: code ?? 1,
        output: late ? `${output}\nKilled: it was not done after ${limit / 1000} s.` : output,
      });
    };
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', end);
  });
}
