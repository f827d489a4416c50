import type { CodeLedger } from '../../../src/codes/index.ts';
import type { Month } from '../../../src/rules/index.ts';
import type { Look } from './history.ts';

/** What the ledger says of a month, and whether its audit says the same. */
export async function lookAt(ledger: CodeLedger, month: Month): Promise<Look> {
  const { loaded, left } = await ledger.summary(month);
  const claims = await ledger.claims(month);
  const verdicts = await ledger.verifyAudit();
  const auditDifferences = verdicts.reduce((sum, one) => sum + one.differences.length, 0);
  return { month, claims, loaded, left, auditDifferences };
}
