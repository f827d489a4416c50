import type { CodeLedger } from '../codes/index.ts';
import { demoLedgerSeeds } from '../library/index.ts';
import { dayOf, policyAt, type PolicyHistory } from '../rules/index.ts';

/**
 * Loads the demo's invented codes and the claims its readers need, unless the month has them. Safe to
 * repeat: a rehearsal may start in any month and be started again.
 */
export async function seedDemoLedger(
  ledger: CodeLedger,
  policies: PolicyHistory,
  now: Date,
): Promise<void> {
  const { poolSize } = policyAt(policies, dayOf(now));
  const { pools, claims } = demoLedgerSeeds(now, poolSize);
  for (const { month, codes } of pools) {
    if ((await ledger.pool(month)) === null) await ledger.importPool(month, codes, now, 'demo');
  }
  for (const { card, month, claimedAt, activated } of claims) {
    const { outcome } = await ledger.claim(card, month, claimedAt);
    if (outcome === 'issued' && activated !== null) {
      await ledger.setActivated(card, month, activated, 'demo');
    }
  }
}
