import { z } from 'zod';
import type { Policy } from '../rules/index.ts';
import { count, day, dayOfYear, positive, timeOfDay } from './fields.ts';

const whenUnknown = z.enum(['hold', 'accept'], 'Write hold or accept');

/** `manifest/policy/<first day>.yml`: a policy but for its first day, which is the file's name. */
export const policySchema = z.strictObject({
  poolSize: count,
  release: z.strictObject({
    day: positive.max(31, 'Write a day of the month, 1 to 31'),
    time: timeOfDay,
  }),
  opening: z.discriminatedUnion('order', [
    z.strictObject({ order: z.literal('firstCome') }),
    z.strictObject({ order: z.literal('draw'), waitingMinutes: positive, keptMinutes: positive }),
  ]),
  devices: positive,
  accessDays: positive,
  contractEnd: day.nullable(),
  toleratedDebt: count,
  loansNeeded: count,
  graceUntil: dayOfYear.nullable(),
  penaltyMonths: count,
  unknownActivation: whenUnknown,
  unknownFacts: z.strictObject({
    balance: whenUnknown,
    loansThisYear: whenUnknown,
    dataConfirmedOn: whenUnknown,
    overdueItems: whenUnknown,
  }),
  maximumFactAge: count,
}) satisfies z.ZodType<Omit<Policy, 'validFrom'>>;
