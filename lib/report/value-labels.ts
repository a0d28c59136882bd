import type { Account } from '../value/accounts.ts';
import type { Confidence } from '../value/confidence.ts';
import type { Method, Note, Unknown } from '../value/figure.ts';
import type { RecognitionKind } from '../value/recognition.ts';
import type { MessageKey } from './words.ts';

type Capital<Text extends string> = Text extends `${infer A}-${infer B}`
  ? `${Capitalize<A>}${Capital<B>}`
  : Capitalize<Text>;

/** `revenue-share` as it is written in the name of a message: `RevenueShare`. */
const capital = <Text extends string>(text: Text): Capital<Text> =>
  text.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase()) as Capital<Text>;

export const methodLabel = (method: Method): MessageKey => `method${capital(method)}`;
/** One sentence on what a method measures. */
export const methodMeaning = (method: Method): MessageKey => `more${capital(method)}`;
export const methodCaveat = (method: Method): MessageKey => `caveat${capital(method)}`;
export const noteLabel = (note: Note): MessageKey => `note${capital(note)}`;
export const unknownLabel = (why: Unknown): MessageKey => `unknown${capital(why)}`;

export const confidenceLabels: Record<Confidence, MessageKey> = {
  low: 'confidenceLow',
  medium: 'confidenceMedium',
  high: 'confidenceHigh',
};

export const recognitionLabels: Record<RecognitionKind, MessageKey> = {
  thanks: 'recThanks',
  votes: 'recVotes',
  accepted: 'recAccepted',
  badges: 'recBadges',
  replies: 'recReplies',
};

export const accountLabels: Record<Exclude<Account, 'others'>, MessageKey> = {
  given: 'accountGiven',
  recognised: 'accountRecognised',
  received: 'accountReceived',
  unrecognised: 'accountUnrecognised',
};

/** What always stands where figures are shown (methods §10). */
export const alwaysSaid = ['always1', 'always2', 'always3', 'always4', 'always5'] as const satisfies MessageKey[];
