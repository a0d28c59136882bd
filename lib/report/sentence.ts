import type { Report } from './report.ts';
import type { Words } from './words.ts';

/** Effort below half a minute is not worth a mention. */
const worthMention = 30;

/**
 * The first line of a report: what a friend would say about the week. Holds no text from pages. `when` is how the
 * week is called; unless given, by whether it is over.
 */
export function sentenceOf(
  { totals, over }: Report,
  words: Words,
  when: string = words.say(over ? 'thatWeek' : 'thisWeek'),
): string {
  const places = words.count('places', totals.places);
  const effort = totals.seconds >= worthMention ? words.roughly(totals.seconds) : null;
  if (totals.given === 0 && totals.revised === 0) return words.say(over ? 'sentenceNothing' : 'sentenceNothingYet');
  if (totals.given === 0) return words.say('sentenceRevised', words.count('ownItems', totals.revised), when);
  if (totals.people === 0) {
    const acts = words.count('contributions', totals.given);
    return effort
      ? words.say('sentenceActsEffort', acts, places, when, effort)
      : words.say('sentenceActs', acts, places, when);
  }
  const people = words.count('people', totals.people);
  return effort
    ? words.say('sentencePeopleEffort', people, places, when, effort)
    : words.say('sentencePeople', people, places, when);
}

/** How much that was, beside the weeks before. */
export function comparisonOf({ totals, before }: Report, words: Words): string {
  const given = words.count('contributions', totals.given);
  const usual = before.reduce((a, b) => a + b, 0) / before.length;
  if (usual === 0) return words.say('comparedFirst', given);
  return words.say('compared', given, Math.round(usual));
}
