/**
 * Why a record cannot be made. `no-ed25519`: this browser cannot sign. `no-key-store`: it will not keep a key (a
 * private window, lockdown mode). `nothing`: there is no entry to show.
 * `damaged`: the ledger does not fit together. `contradiction`: an earlier signed checkpoint says otherwise.
 */
export type RecordProblem = 'no-ed25519' | 'no-key-store' | 'nothing' | 'damaged' | 'contradiction';

export class RecordError extends Error {
  readonly problem: RecordProblem;

  constructor(problem: RecordProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RecordError';
    this.problem = problem;
  }
}
