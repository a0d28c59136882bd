import type { ExpectedEntry, RecordedRequest, SiteCase } from './cases.ts';

/**
 * Short words for the cases of sites whose pages differ in little: a page, one thing pressed in it, what is sent. Like
 * the cases themselves never shipped.
 *
 * @param page what stands around the piece of markup that a case is about
 * @returns a function that makes one case; the act is a click on `.act`, and it is about an undo where the entry is one
 */
export const casesOn =
  (page: (inside: string) => SiteCase['page']) =>
  (
    name: string,
    inside: string,
    sends: RecordedRequest | RecordedRequest[],
    expect: ExpectedEntry | null,
    more: Partial<SiteCase> = {},
  ): SiteCase => ({
    name,
    about: expect?.undo ? 'undo' : expect?.revises ? 'edit' : 'do',
    page: page(inside),
    act: [{ click: '.act' }],
    sends: [sends].flat(),
    expect: expect ? [expect] : [],
    ...more,
  });

/**
 * One case in the ways that every site must stand: by keyboard, by a script, sent twice, refused and signed out. The
 * last two only where the site says how.
 *
 * @param one a case whose last act is a click on something that Enter presses as well
 */
export function everyWay(
  one: SiteCase,
  told: { refused?: RecordedRequest['answer']; signedOut?: SiteCase['page'] } = {},
): SiteCase[] {
  const last = one.act.at(-1);
  if (!last || !('click' in last)) throw new Error(`${one.name}: the last act is no click`);
  const { name, sends = [] } = one;
  const before = one.act.slice(0, -1);
  const cases: SiteCase[] = [
    { ...one, name: `${name}, by keyboard`, about: 'keyboard', act: [...before, { press: 'Enter', in: last.click }] },
    { ...one, name: `${name}, by a script`, about: 'synthetic', act: [{ synthetic: last.click }], expect: [] },
    {
      ...one,
      name: `${name}, sent twice`,
      about: 'double',
      sends: [...sends, ...sends].map((request) => ({ ...request, by: request.by === 'xhr' ? 'xhr' : 'fetch' })),
    },
  ];
  if (told.refused) {
    const answer = told.refused;
    const { shows: _none, then: _neither, ...rest } = one;
    cases.push({
      ...rest,
      name: `${name}, refused`,
      about: 'refusal',
      sends: sends.map((request) => ({ ...request, answer })),
      expect: [],
    });
  }
  if (told.signedOut)
    cases.push({ ...one, name: `${name}, signed out`, about: 'signed-out', page: told.signedOut, expect: [] });
  return cases;
}
