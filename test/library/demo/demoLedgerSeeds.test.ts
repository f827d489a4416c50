import { describe, expect, it } from 'vitest';
import { demoLedgerSeeds, demoReaders } from '../../../src/library/index.ts';

describe('what the demo puts into the ledger', () => {
  const now = new Date('2027-01-01T08:00:00Z');
  const { pools, claims } = demoLedgerSeeds(now, 410);

  it('loads last month, this month and the next', () => {
    expect(pools.map(({ month, codes }) => [month, codes.length])).toEqual([
      ['2026-12', 1],
      ['2027-01', 410],
      ['2027-02', 410],
    ]);
  });

  it('invents no code twice, and the same codes each time', () => {
    const codes = pools.flatMap((pool) => pool.codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(demoLedgerSeeds(now, 410)).toEqual({ pools, claims });
  });

  it('has a code for every claim, and no claim in the future', () => {
    expect(claims.map(({ card, month, activated }) => [card, month, activated])).toEqual([
      [demoReaders.notActivated.card, '2026-12', false],
      [demoReaders.alreadyClaimed.card, '2027-01', null],
    ]);
    for (const { month, claimedAt } of claims) {
      expect(pools.find((pool) => pool.month === month)?.codes.length).toBeGreaterThan(0);
      expect(claimedAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });
});
