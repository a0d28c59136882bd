/**
 * What can go wrong with the ledger, in words that a screen can choose a sentence by.
 * `invalid`: this is not a contribution. `disk-full`: the browser refused the space; nothing was written.
 * `unavailable`: the browser gives no database here. `newer`: a later version of the extension wrote it.
 * `damaged`: what is stored does not fit together (the self-check says where).
 */
export type LedgerProblem = 'invalid' | 'disk-full' | 'unavailable' | 'newer' | 'damaged';

export class LedgerError extends Error {
  readonly problem: LedgerProblem;

  constructor(problem: LedgerProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LedgerError';
    this.problem = problem;
  }
}

/** Turns what Dexie throws into a {@link LedgerError} where the reason is known; anything else comes back as it is. */
export function asLedgerError(error: unknown): unknown {
  const names = new Set<string>();
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 4; depth++) {
    if (at instanceof LedgerError) return at;
    const { name, inner, cause, failures } = at as { [member: string]: unknown };
    if (typeof name === 'string') names.add(name);
    // Dexie wraps the reason: an abort as `inner`, several rows at once as `failures`.
    at = inner ?? cause ?? (Array.isArray(failures) ? failures[0] : undefined);
  }
  if (names.has('QuotaExceededError')) return new LedgerError('disk-full', 'The browser has no space left.', error);
  if (names.has('MissingAPIError') || names.has('OpenFailedError') || names.has('InvalidStateError')) {
    return new LedgerError('unavailable', 'The browser gives no database here.', error);
  }
  return error;
}
