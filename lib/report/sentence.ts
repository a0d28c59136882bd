import { type Day, type Period, type Span, spanOf } from './calendar.ts';
import type { Report } from './report.ts';
import type { MessageKey, Words } from './words.ts';

/** Effort below half a minute is not worth a mention. */
const worthMention = 30;

const whens: Record<Span, { now: MessageKey; over: MessageKey }> = {
  week: { now: 'thisWeek', over: 'thatWeek' },
  month: { now: 'thisMonth', over: 'thatMonth' },
  year: { now: 'thisYear', over: 'thatYear' },
  days: { now: 'theseDays', over: 'theseDays' },
};

const comparisons: Record<Span, { usual: MessageKey; nothing: MessageKey }> = {
  week: { usual: 'compared', nothing: 'comparedFirst' },
  month: { usual: 'comparedMonth', nothing: 'comparedNothing' },
  year: { usual: 'comparedYear', nothing: 'comparedNothing' },
  days: { usual: 'comparedDays', nothing: 'comparedNothing' },
};

/** How a time is called in a sentence: `this week`, `that month`. */
export const sentenceWhen = (period: Period, today: Day, words: Words): string =>
  words.say(whens[spanOf(period)][period.to < today ? 'over' : 'now']);

/**
 * The first line of a report: what a friend would say about the time. Holds no text from pages. `when` is how the
 * time is called; unless given, by whether it is over.
 */
export function sentenceOf(
  { totals, over, period }: Report,
  words: Words,
  when: string = words.say(whens[spanOf(period)][over ? 'over' : 'now']),
): string {
  const places = words.count('places', totals.places);
  const effort = totals.seconds >= worthMention ? words.roughly(totals.seconds) : null;
  if (totals.given === 0 && totals.revised === 0)
    return words.say(over ? 'sentenceNothing' : 'sentenceNothingYet', when);
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

/** How much that was, beside the four times before. */
export function comparisonOf({ totals, before, period }: Report, words: Words): string {
  const given = words.count('contributions', totals.given);
  const usual = before.reduce((a, b) => a + b, 0) / before.length;
  const { usual: compared, nothing } = comparisons[spanOf(period)];
  if (usual === 0) return words.say(nothing, given);
  return words.say(compared, given, Math.round(usual));
}
