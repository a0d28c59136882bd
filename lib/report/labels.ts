import type { EvidenceLevel, Family, Kind } from '../ledger/kinds.ts';
import type { MessageKey } from './words.ts';

/** Which message names what. */
export const familyLabels: Record<Family, MessageKey> = {
  likes: 'familyLikes',
  reviews: 'familyReviews',
  answers: 'familyAnswers',
  shares: 'familyShares',
  care: 'familyCare',
};

export const kindLabels: Record<Kind, MessageKey> = {
  like: 'kindLike',
  vote: 'kindVote',
  rating: 'kindRating',
  review: 'kindReview',
  answer: 'kindAnswer',
  comment: 'kindComment',
  post: 'kindPost',
  share: 'kindShare',
  edit: 'kindEdit',
  'code-review': 'kindCodeReview',
  moderation: 'kindModeration',
  follow: 'kindFollow',
  bookmark: 'kindBookmark',
  other: 'kindOther',
};

/** One word for a level of evidence, and a sentence on what it means. */
export const evidenceLabels: Record<EvidenceLevel, { word: MessageKey; meaning: MessageKey }> = {
  seen: { word: 'evidenceSeen', meaning: 'evidenceSeenMeaning' },
  accepted: { word: 'evidenceAccepted', meaning: 'evidenceAcceptedMeaning' },
  confirmed: { word: 'evidenceConfirmed', meaning: 'evidenceConfirmedMeaning' },
  matched: { word: 'evidenceMatched', meaning: 'evidenceMatchedMeaning' },
  imported: { word: 'evidenceImported', meaning: 'evidenceImportedMeaning' },
  declared: { word: 'evidenceDeclared', meaning: 'evidenceDeclaredMeaning' },
};

export const rememberLabels = {
  longest: 'rememberLongest',
  'first of its kind': 'rememberFirstKind',
  'first in this place': 'rememberFirstPlace',
} as const satisfies Record<string, MessageKey>;
