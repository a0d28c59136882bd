import { namespace } from '../../lib/namespace.ts';

/** Every problem that the claim protocol knows, with its status and title (standards section 11). */
const known = {
  'malformed-request': [400, 'The request cannot be read.'],
  'proof-invalid': [401, 'A signature does not hold.'],
  'wrong-challenge': [401, 'It was made for another request.'],
  'wrong-domain': [401, 'It was made for somebody else.'],
  'nonce-unknown': [401, 'This request was never made here.'],
  'nonce-used': [409, 'This request was answered already.'],
  'request-expired': [410, 'This request is too old.'],
  'signature-invalid': [401, 'The request is not signed as it must be.'],
  'account-not-linked': [403, 'This key belongs to no account here.'],
  'already-claimed': [409, 'All of this was decided already.'],
  'checkpoint-inconsistent': [422, 'It contradicts what was seen before.'],
  'root-mismatch': [422, 'The lines do not give the root.'],
  'entry-not-canonical': [422, 'A line is not written in the one canonical way.'],
  'entry-invalid': [422, 'A line is not in order.'],
  'digest-mismatch': [400, 'The body is not the one that was announced.'],
  'too-large': [413, 'That is too much.'],
  'too-many-entries': [413, 'These are too many lines.'],
  'unsupported-profile': [422, 'This kind of line is not known here.'],
  'unsupported-cryptosuite': [422, 'This kind of signature is not known here.'],
  'payout-address-invalid': [422, 'This is not a wallet address.'],
  'rate-limited': [429, 'That was a lot in one minute.'],
  'not-found': [404, 'There is nothing here.'],
  'server-error': [500, 'Something went wrong on our side.'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemName = keyof typeof known;

/** Members of Data Integrity's own words for what is wrong. */
const codes: Partial<Record<ProblemName, string>> = {
  'proof-invalid': 'PROOF_VERIFICATION_ERROR',
  'wrong-challenge': 'INVALID_CHALLENGE_ERROR',
  'wrong-domain': 'INVALID_DOMAIN_ERROR',
};

interface Details {
  /** What exactly, as a sentence for the person; never anything about the inside of the server. */
  detail?: string;
  /** Number of the failed step in section 6 or 8. */
  step?: number;
  /** Index of the line that is meant. */
  index?: number;
  /** URL of the receipt that decided it before. */
  receipt?: string;
}

/** A refusal in the words of the protocol. Ends the transaction it is thrown in. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly details: Details;

  constructor(problem: ProblemName, details: Details = {}) {
    super(problem);
    this.name = 'Problem';
    this.problem = problem;
    this.details = details;
  }
}

/** A problem as an answer (RFC 9457). */
export function problemResponse({ problem, details }: Problem): Response {
  const [status, title] = known[problem];
  const code = codes[problem];
  const document = { type: `${namespace.url}/problems/${problem}`, status, title, ...(code && { code }), ...details };
  return new Response(JSON.stringify(document), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 429 && { 'retry-after': '60' }),
    },
  });
}
