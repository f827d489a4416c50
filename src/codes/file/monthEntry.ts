import { z } from 'zod';
import type { CardNumber } from '../../library/index.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
// Only this program writes the ledger, from a card the library system confirmed.
export const storedCard = z.string().transform((text) => text as CardNumber);
export const storedInstant = instant;

/** One change of a month, as it stands in the journal. Dates are ISO texts there. */
export const monthEntry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('imported'),
    at: instant,
    by: z.string(),
    codes: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('claimed'), at: instant, card: storedCard, code: z.string() }),
  z.strictObject({
    type: z.literal('activated'),
    at: instant,
    by: z.string(),
    card: storedCard,
    activated: z.boolean().nullable(),
  }),
  z.strictObject({ type: z.literal('joined'), at: instant, card: storedCard }),
  z.strictObject({
    type: z.literal('drawn'),
    at: instant,
    seed: z.string(),
    keptUntil: instant,
    /** Readers who waited, and codes that were free. */
    waiting: z.int(),
    codes: z.int(),
  }),
  z.strictObject({ type: z.literal('released'), at: instant, by: z.string(), release: instant }),
]);

export type MonthEntry = z.infer<typeof monthEntry>;

/** Changes that became durable together. */
export type MonthCommit = { readonly sequence: number; readonly entries: readonly MonthEntry[] };
