import { expect } from 'vitest';
import type { CodeLedger } from '../../../src/codes/index.ts';
import type { Month } from '../../../src/rules/index.ts';
import type { Recorder, Sight } from './history.ts';

/** What the ledger says of a month, and whether its audit says the same. */
export async function sightOf(ledger: CodeLedger, month: Month): Promise<Sight> {
  const { loaded, left } = await ledger.summary(month);
  const claims = await ledger.claims(month);
  const verdicts = await ledger.verifyAudit();
  const auditDifferences = verdicts.reduce((sum, one) => sum + one.differences.length, 0);
  return { month, at: 0, claims, loaded, left, auditDifferences };
}

/** Records the codes of a rehearsal, and its one reader who has a code before anybody comes. */
export async function recordSeeds(recorder: Recorder, sight: Sight, codes: number): Promise<void> {
  expect(sight).toMatchObject({ loaded: codes, left: codes - 1 });
  const { month, claims } = sight;
  const pool = Array.from({ length: codes }, (_, index) => codeOf(month, index));
  await recorder.load(month, pool, async () => undefined);
  for (const { card, code } of claims) {
    await recorder.call(card, month, async () => ({ outcome: 'issued', code }));
  }
}

const codeOf = (month: string, index: number): string =>
  `DEMO${month.slice(2).replace('-', '')}${String(index + 1).padStart(4, '0')}`;
