import { z } from 'zod';
import { line, machineName, positive, systemAddress } from './fields.ts';

const sources = z.array(machineName).min(1, 'Name at least one source').readonly();

/** Where each fact about a reader is read, the most trusted source first. */
export const factSources = z
  .strictObject({
    balance: sources.exactOptional(),
    loansThisYear: sources.exactOptional(),
    dataConfirmedOn: sources.exactOptional(),
    overdueItems: sources.exactOptional(),
  })
  .readonly();

/** A Koha. Its client id and secret are no settings: they come from the environment. */
export const koha = z
  .strictObject({
    address: systemAddress,
    /** Where staff write that they confirmed a reader's data. */
    dataConfirmed: z
      .union(
        [z.literal('renewalDate'), z.strictObject({ attribute: line }).readonly()],
        'Write renewalDate, or "attribute:" with the type of the extended attribute',
      )
      .exactOptional(),
    /** Whether returned loans are never anonymised, so that none means none. */
    keepsLoanHistory: z.boolean('Write true or false'),
    /** Milliseconds to wait for one answer. */
    answerWithinMs: positive.exactOptional(),
  })
  .readonly();

/** A SIP2 system. The library part knows its many settings and says which of them is wrong. */
export const sip2 = z.looseObject({ host: line }).readonly();

/** Lists of readers that staff import. */
export const snapshot = z.strictObject({ maximumAgeDays: positive }).readonly();
