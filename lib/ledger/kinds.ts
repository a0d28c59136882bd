// The words for what was done and what stands behind it: apart from the schema, so that pages need no validator.

/** Every kind of contribution there is. Fixed: records, platforms and lists rely on these words. */
export const kinds = [
  'like',
  'vote',
  'rating',
  'review',
  'answer',
  'comment',
  'post',
  'share',
  'edit',
  'code-review',
  'moderation',
  'follow',
  'bookmark',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** The five families in which screens show kinds, always in this order. */
export const families = {
  likes: ['like', 'vote', 'follow', 'bookmark'],
  reviews: ['rating', 'review', 'code-review'],
  answers: ['answer', 'comment'],
  shares: ['share', 'post'],
  care: ['edit', 'moderation', 'other'],
} as const satisfies Record<string, readonly Kind[]>;
export type Family = keyof typeof families;

/** What stands behind an entry, weakest claim to the act last. Fixed. */
export const evidenceLevels = ['seen', 'accepted', 'confirmed', 'matched', 'imported', 'declared'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** The family a kind is shown in. */
export function familyOf(kind: Kind): Family {
  for (const [family, members] of Object.entries(families)) {
    if ((members as readonly Kind[]).includes(kind)) return family as Family;
  }
  return 'care';
}
