/** Why something was not done: a key of `words.refusals`. */
export type Reason = string;

/**
 * A refusal of something a person asked for. It ends the transaction, so that nothing half-done stays.
 *
 * `status` is what a classic form gets; a script gets 200 and `{ok: false}` where the request itself was in order (409).
 */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly status: 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429;

  constructor(reason: Reason, status: Refusal['status'] = 409) {
    super(reason);
    this.reason = reason;
    this.status = status;
  }
}
