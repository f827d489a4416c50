import { z } from 'zod';
import { storedInstant } from './monthEntry.ts';

const place = { sequence: z.int(), index: z.int(), at: storedInstant };
const row = z.discriminatedUnion('event', [
  z.object({ ...place, event: z.literal('poolImported'), codes: z.array(z.string()) }),
  z.object({ ...place, event: z.literal('codeIssued'), card: z.string(), code: z.string() }),
  z.object({
    ...place,
    event: z.literal('activationSet'),
    card: z.string(),
    activated: z.boolean().nullable(),
  }),
  z.object({ ...place, event: z.literal('drawJoined'), card: z.string() }),
  z.object({
    ...place,
    event: z.literal('drawHeld'),
    seed: z.string(),
    keptUntil: storedInstant,
    waiting: z.int(),
    codes: z.int(),
  }),
  z.object({ ...place, event: z.literal('releaseSet'), release: storedInstant }),
]);

/** A change of a month as the audit tells it, with hashes for cards and codes. */
export type LedgerAuditRow = z.output<typeof row>;

/** The rows of a ledger's audit; throws a `ZodError` for a line that is none. */
export function ledgerRows(values: readonly unknown[]): readonly LedgerAuditRow[] {
  return z.array(row).parse(values);
}
