/**
 * Why a claim did not get further. What a platform refuses comes with its own name (standards section 11); the others:
 * `unreachable`: no answer, or not in time. `strange`: an answer that is not one, or that leads elsewhere.
 * `nobody`: the platform publishes nothing. `nothing`: there is nothing new to claim. `bad-receipt`: its receipt does
 * not hold. `no-keys`: this browser cannot sign. `damaged`: the ledger does not fit together.
 */
export class ClaimError extends Error {
  readonly problem: string;
  /** What the platform says about it. Text from elsewhere: to be shown as such. */
  readonly said: string | undefined;
  /** URL of the receipt that decided the same before. */
  readonly receipt: string | undefined;

  constructor(problem: string, said?: string, receipt?: string) {
    super(said ? `${problem}: ${said}` : problem);
    this.name = 'ClaimError';
    this.problem = problem;
    this.said = said;
    this.receipt = receipt;
  }
}
