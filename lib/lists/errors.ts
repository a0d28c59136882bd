/**
 * Why a site list is not taken.
 *
 * `address`: no address to fetch a list from. `unreachable`, `status`, `too-large`: fetching failed. `not-a-list`: what
 * came is none, or not whole. `signature`: nobody's, or somebody else's. `newer`: written for a later Contrail.
 * `older`, `same-number`: not newer than what was held before. `definition`: something in it is no description of a
 * site. `pattern`: an expression that can hang a browser. `hosts`: it reaches for more than the hosts of a site.
 */
export const listProblems = [
  'address',
  'unreachable',
  'status',
  'too-large',
  'not-a-list',
  'signature',
  'newer',
  'older',
  'same-number',
  'definition',
  'pattern',
  'hosts',
] as const;
export type ListProblem = (typeof listProblems)[number];

export class ListError extends Error {
  readonly problem: ListProblem;
  /** Where in the list, or what exactly: at most 200 characters, possibly the list's own words. */
  readonly detail: string;

  constructor(problem: ListProblem, detail = '') {
    super(detail ? `${problem}: ${detail}` : problem);
    this.name = 'ListError';
    this.problem = problem;
    this.detail = detail.slice(0, 200).toWellFormed();
  }
}
