import { z } from 'zod';
import { readSchema } from '../sites/schema.ts';

/** Why a press teaches nothing: a place of private messages or of a password, or a field that is typed into. */
export const pressRefusals = ['private', 'password', 'field'] as const;

const select = z.string().min(1).max(1024);
const text = z.string().max(512);
const snap = z.record(z.string().max(64), z.record(z.string().max(64), text));

/** What one press told, as the page's script reports it: how things are named and marked, and no text that was typed. */
export const pressedSchema = z.union([
  z.strictObject({ refused: z.enum(pressRefusals) }),
  z.strictObject({
    control: z.strictObject({
      select,
      place: z.enum(['data', 'id', 'role', 'name', 'class', 'label', 'structure']),
      /** What is written on it, for the person to know it again; never kept. */
      label: z.string().max(80),
    }),
    item: z.strictObject({ select, read: z.record(z.string().max(16), z.array(readSchema).max(2)) }).nullable(),
    /** What is read from the item (or the page) now. */
    page: z.record(z.string().max(16), z.union([text, z.array(text).max(8)])),
    before: snap,
    after: snap,
  }),
]);
export type Pressed = z.infer<typeof pressedSchema>;
export type PressedControl = Exclude<Pressed, { refused: string }>;
