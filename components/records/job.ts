import type { RecordProblem } from '../../lib/record/errors.ts';
import type { KeyBackupProblem } from '../../lib/record/key-backup.ts';
import type { Verdict } from '../../lib/record/verifier.ts';
import type { KeyChoice } from './key-choice.tsx';
import type { Choice } from './preview.ts';

/** What the worker is asked for. */
export type Job = { make: Choice; keys: KeyChoice } | { check: { zip: Uint8Array; earlier?: Uint8Array } };

interface Made {
  zip: Uint8Array<ArrayBuffer>;
  /** How many entries it shows. */
  shown: number;
  /** The copy of the keys, where they were made just now and one was wanted. */
  keys?: string;
}

/** What it answers: how far it is from 0 to 1, then the result or the name of the problem. */
export type Answer = { progress: number } | { result: Made | Verdict } | { failed: string };

/** Why a job came to nothing; no problem is named where it is not one of ours. */
export class JobFailed extends Error {
  readonly problem: RecordProblem | KeyBackupProblem | undefined;

  constructor(problem: string) {
    super(problem || 'the worker ended');
    this.problem = (problem || undefined) as this['problem'];
  }
}

/** A job under way in a worker of its own. After `stop` the result never comes. */
export interface Running<Result> {
  result: Promise<Result>;
  stop(): void;
}

export function run(job: Extract<Job, { make: Choice }>, progress: (share: number) => void): Running<Made>;
export function run(job: Extract<Job, { check: object }>, progress: (share: number) => void): Running<Verdict>;
export function run(job: Job, progress: (share: number) => void): Running<Made | Verdict> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<Made | Verdict>((resolve, reject) => {
    worker.onerror = () => reject(new JobFailed(''));
    worker.onmessage = ({ data }: { data: Answer }) => {
      if ('progress' in data) progress(data.progress);
      else if ('result' in data) resolve(data.result);
      else reject(new JobFailed(data.failed));
    };
    worker.postMessage(job);
  });
  return { result: result.finally(() => worker.terminate()), stop: () => worker.terminate() };
}
