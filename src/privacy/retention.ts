import type { Retention } from '../codes/index.ts';
import { addMonths, monthOf, type Month } from '../rules/index.ts';

/** Whole months after its own in which a claim names its card: the library has to account for it. */
const claimMonths = 13;
/** Whole months after its own for which the audit is kept. */
const auditMonths = 24;

/** What may still be kept at `now`. The periods stand in the privacy notice, too. */
export function retentionAt(now: Date): Retention {
  const month = monthOf(now);
  return {
    claimsFrom: addMonths(month, -claimMonths),
    auditFrom: addMonths(month, -auditMonths),
  };
}

/** The last month in which the claim of `of` names its card. */
export function keptUntil(of: Month): Month {
  return addMonths(of, claimMonths);
}
