/**
 * Why a backup cannot be read at all, in words that a screen can choose a sentence by. What is only partly damaged is
 * no error: it is read as far as it is sound.
 */
export type BackupProblem = 'not-a-backup' | 'newer' | 'passphrase' | 'header';

export class BackupError extends Error {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, message: string) {
    super(message);
    this.name = 'BackupError';
    this.problem = problem;
  }
}
