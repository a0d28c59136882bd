import type { Figure, Method, Note, Unknown } from './figure.ts';

// What must be said with figures, in plain words (methods §1 to §6 and §10). Screens may say it in another language.

/** The caveat that stays with every figure of a method. */
export const caveats: Record<Method, string> = {
  replacement:
    'This is the cost of hiring someone for the same minutes. Nobody may have been willing to pay it. Time spent enjoying yourself is counted as if it were work.',
  advertising:
    'Businesses pay this for a bought action they can aim and time. Yours was neither bought nor aimed. Buying or selling reviews or likes is forbidden on most sites and in some countries by law.',
  'revenue-share':
    'An average, not what the platform would lose without you. Revenue is not profit. The platform has not agreed to share it.',
  surplus: 'This is benefit to readers, not money anybody received. It depends strongly on how the question was asked.',
  peers: 'These weights are a group’s opinion. They favour visible work.',
  payouts: 'What a programme pays those who meet its conditions. Reports often disagree.',
  licensing:
    'A part of what the platform says it takes for letting machines learn from its content. The platform has not agreed to share it, and the income covers older content as well.',
};

export const notes: Record<Note, string> = {
  'measured-time':
    'The time was measured on this device, while you were writing. Reading and thinking elsewhere are not in it.',
  'words-counted': 'The time is estimated from the number of words.',
  'above-ceiling':
    'If every such action had this price, they would cost more than the platform’s whole income. The ceiling is shown beside it.',
  'no-ceiling': 'The platform publishes no counts, so nothing shows whether this price could hold for all.',
  'upper-bound-flow': 'Shared out over one year’s new contributions only, this is an upper bound.',
  'left-out-work': 'The work of others who earn this income with you is left out, so this is an upper bound.',
  'kinds-counted-alike': 'The platform publishes one count for several kinds; each counts the same here.',
  'above-average-user': 'This is more than the platform earns from an average user.',
  'share-of-benefit-unknown':
    'Nobody knows how much of the benefit comes from other people’s contributions. All of it is assumed here, so this is an upper bound.',
  'borrowed-from-other-service': 'One of the answers is about another service.',
  'no-payment-figure': 'Nobody has asked what people would pay; only what they would want to be paid.',
  burst: 'Many of one kind in one day weigh less and less.',
  unconfirmed: 'Some acts are left out because the site may have refused them. You can count them in Settings.',
  undone: 'What you took back is not counted.',
  repeated: 'What you did twice to the same thing is counted once.',
  'assumed-bound': 'One of the bounds is an assumption: a third or three times the middle.',
  'old-source': 'Some sources are old, so the range is drawn wider.',
  'from-memory': 'Some figures are from memory and still to be checked.',
  'negative-low': 'It can be below zero: some people would pay for everybody to leave.',
  'earned-media': 'An agency’s index. The profession that measures communication rejects such numbers.',
  'not-eligible': 'You do not meet every condition, so it pays nothing.',
  'group-decision': 'Your group’s decision.',
  'licence-not-split-out':
    'The platform publishes this income together with other income that is neither advertising nor subscriptions.',
};

export const unknowns: Record<Unknown, string> = {
  'no-time': 'Nobody has published how long this takes.',
  'no-wage': 'There is no wage for this work.',
  'no-price': 'There is no lawful price for a bought action of this kind.',
  'no-revenue': 'The platform’s income is not published.',
  'no-count': 'The platform does not publish how much people contribute.',
  'kind-not-counted': 'The platform’s count does not cover this kind.',
  'revenue-per-user-only': 'Only the income per user is known, which is shown on its own.',
  'nobody-asked': 'Nobody has asked what people would give to keep this service.',
  'no-licence': 'The platform publishes no income from letting machines learn.',
  'no-weight': 'Your group gave this kind no weight.',
  'share-only': 'The programme publishes a share, not an amount.',
  'no-exchange-rate': 'There is no exchange rate into your currency.',
};

/** What always stands where figures are shown (methods §10). The last one is made from the figures. */
export const always = [
  'These are estimates by different methods. They do not add up, and they disagree.',
  'No platform or person owes you these amounts.',
  'Most of what you give here has no price: thanks, learning, company. A price can hide that.',
  'The count covers only what this tool saw. It misses other devices and anything you switched off.',
  'If you notice that you act differently because of these numbers, hide them.',
] as const;

/** "Rates of 2026-11-21; oldest source 1983; weakest confidence low." */
export function ratesSentence(figures: readonly Pick<Figure, 'asOf' | 'oldestYear' | 'confidence'>[]): string {
  const order = ['low', 'medium', 'high'] as const;
  const years = figures.flatMap(({ oldestYear }) => oldestYear ?? []);
  const day =
    figures
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '';
  const weakest = order.find((level) => figures.some(({ confidence }) => confidence === level));
  const oldest = years.length > 0 ? `; oldest source ${Math.min(...years)}` : '';
  return `Rates of ${day}${oldest}${weakest ? `; weakest confidence ${weakest}` : ''}.`;
}
