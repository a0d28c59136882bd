import type { ExpectedEntry, RecordedRequest, SiteCase } from './cases.ts';

type Answer = NonNullable<RecordedRequest['answer']>;
type Rest = Partial<Omit<SiteCase, 'name' | 'about' | 'page'>>;

/** One press that sends something: the form of most cases. `click` names what is pressed; `rest` overrides anything. */
export const pressCase = (
  about: SiteCase['about'],
  name: string,
  page: SiteCase['page'],
  click: string,
  sends: RecordedRequest | RecordedRequest[],
  expect: ExpectedEntry | ExpectedEntry[],
  rest: Rest = {},
): SiteCase => ({
  name,
  about,
  page,
  act: [{ click }],
  sends: [sends].flat(),
  expect: [expect].flat(),
  ...rest,
});

/**
 * What holds for one act on every site, made from a case of it that clicks: the focused control and Enter, a script
 * that clicks, one press that is sent twice, an answer that says no, and one that says the session is over.
 *
 * @param refused what the site answers where it refuses
 * @param without situations that the site's own cases tell better
 */
export function usualCases(
  base: SiteCase,
  refused: Answer = { status: 403 },
  without: SiteCase['about'][] = [],
): SiteCase[] {
  const last = base.act.at(-1);
  const click = last && 'click' in last ? last.click : 'body';
  const before = base.act.slice(0, -1);
  const answered = (answer: Answer) => (base.sends ?? []).map((one) => ({ ...one, answer }));
  const still: Rest = { expect: [] };
  const variant = (about: SiteCase['about'], word: string, rest: Rest): SiteCase => {
    // The page of a refused act stays as it is.
    const { then: _then, shows: _shows, ...kept } = base;
    const unchanged = about === 'refusal' || about === 'signed-out' || about === 'synthetic';
    return { ...(unchanged ? kept : base), name: `${base.name}: ${word}`, about, ...rest };
  };
  return [
    variant('keyboard', 'with Enter on the control', { act: [...before, { press: 'Enter', in: click }] }),
    variant('synthetic', 'a script of the page presses', { act: [{ synthetic: click }], ...still }),
    variant('double', 'sent twice for one press', { sends: [...(base.sends ?? []), ...(base.sends ?? [])] }),
    variant('refusal', 'the server says no', { sends: answered(refused), ...still }),
    variant('signed-out', 'the session has ended', { sends: answered({ status: 401 }), ...still }),
  ].filter(({ about }) => !without.includes(about));
}
