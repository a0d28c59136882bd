import { z } from 'zod';

const stream = z.string().regex(/^[0-9a-f]{16}$/);
const reward = z.string().min(1).max(64);
const claim = z.string().max(64);
const index = z.int().nonnegative();

/** What the person wants done about claims: said by the dashboard, done by the background. */
export const claimWishSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('look'), platform: z.url().max(2048) }),
  /** `request` stands in the platform's own page: it is judged where it is answered. */
  z.strictObject({ do: z.literal('link'), stream, request: z.unknown() }),
  z.strictObject({ do: z.literal('linked'), stream }),
  z.strictObject({
    do: z.literal('send'),
    stream,
    reward,
    seen: z.tuple([index, index]),
    leave: z.array(index).max(20_000),
  }),
  z.strictObject({ do: z.literal('refresh'), id: claim }),
  z.strictObject({ do: z.literal('withdraw'), id: claim }),
  z.strictObject({
    do: z.literal('object'),
    id: claim,
    reason: z.string().trim().min(1).max(2000),
    lines: z.array(index).max(1000),
  }),
  z.strictObject({
    do: z.literal('stand'),
    stream,
    reward,
    every: z
      .string()
      .regex(/^P\d{1,3}[DWM]$/)
      .nullable(),
  }),
]);
export type ClaimWish = z.infer<typeof claimWishSchema>;

/** What became of it. `said` is the platform's own text. */
export type ClaimReply = { ok: true; value: string | boolean | null } | { ok: false; problem: string; said?: string };
