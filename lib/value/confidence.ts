/** How sure a figure is, least first. */
export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** A result is as sure as the least sure of what it rests on (methods §8.5). */
export const weakest = (all: readonly Confidence[]): Confidence =>
  confidences.find((level) => all.includes(level)) ?? 'high';
