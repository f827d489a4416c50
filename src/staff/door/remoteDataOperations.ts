import { z } from 'zod';
import { calendarDay } from '../../rules/index.ts';
import type { HolderDoor } from '../../storage/index.ts';
import type { DataOperations } from '../data/dataOperations.ts';
import { askDoor, instant, monthText } from './askDoor.ts';

const day = z.string().transform((text) => calendarDay(text));

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
  return {
    personalData: (card) => askDoor(door, { operation: 'personalData', card }, personalData),
    erase: (card, reason) => askDoor(door, { operation: 'erase', card, reason }, erasure),
    verifyAudit: () => askDoor(door, { operation: 'verifyAudit' }, verdicts),
  };
}
