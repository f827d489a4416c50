import { z } from 'zod';
import { calendarDay, month } from '../../rules/index.ts';
import type { HolderDoor } from '../../storage/index.ts';
import type { DataOperations } from '../data/dataOperations.ts';
import { post } from './remoteOperations.ts';

const monthText = z.string().transform((text) => month(text));
const day = z.string().transform((text) => calendarDay(text));
const instant = z.iso.datetime().transform((text) => new Date(text));

const claim = z.object({
  month: monthText,
  claimedAt: instant,
  codeEnd: z.string(),
  activated: z.boolean().nullable(),
  keptUntil: monthText,
});

const count = z.int().nullable();
const listed = z
  .object({
    day,
    row: z.object({
      card: z.string(),
      balance: count,
      loansThisYear: count,
      dataConfirmedOn: z.union([z.literal('never'), day]).nullable(),
      overdueItems: count,
    }),
  })
  .nullable();

const personalData = z.object({
  claims: z.array(claim),
  auditRows: z.int(),
  sessions: z.int(),
  listed,
});

const erasure = z.object({
  endedSessions: z.int(),
  keptClaims: z.array(claim),
  auditRows: z.int(),
  listed,
});

const verdicts = z.array(
  z.object({
    month: monthText,
    changes: z.int(),
    events: z.int(),
    differences: z.array(
      z.object({
        kind: z.enum([
          'damagedLines',
          'codes',
          'claimsMissingInAudit',
          'claimsMissingInLedger',
          'claims',
          'activations',
          'draw',
          'release',
        ]),
        count: z.int(),
      }),
    ),
  }),
);

/** The operations on readers' data in the running bot, through its door. */
export function remoteDataOperations(door: HolderDoor): DataOperations {
  async function call<Result>(
    values: Readonly<Record<string, unknown>>,
    schema: z.ZodType<Result>,
  ): Promise<Result> {
    return z.object({ result: schema }).parse(await post(door, JSON.stringify(values))).result;
  }
  return {
    personalData: (card) => call({ operation: 'personalData', card }, personalData),
    erase: (card, reason) => call({ operation: 'erase', card, reason }, erasure),
    verifyAudit: () => call({ operation: 'verifyAudit' }, verdicts),
  };
}
