import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';

/** An empty ledger, and a way to see what a later process finds in its store. */
export type LedgerUnderTest = {
  readonly ledger: CodeLedger;
  /** Closes the ledger and opens its store again. */
  reopen(): Promise<CodeLedger>;
};

const november = month('2026-11');
const december = month('2026-12');
const january = month('2027-01');
const releaseDay = new Date('2026-12-10T08:00:00Z');

// The ledger does not look into a card number.
const card = (name: string | number): CardNumber => `20010${name}` as CardNumber;
const codesNamed = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, '0')}`);

/** What every ledger keeps to, whatever it stores in. */
export function describeCodeLedger(name: string, open: () => Promise<LedgerUnderTest>): void {
  describe(`${name}: the ledger of codes`, () => {
    let ledger: CodeLedger;
    let reopen: () => Promise<CodeLedger>;

    beforeEach(async () => {
      const opened = await open();
      ledger = opened.ledger;
      reopen = async () => (ledger = await opened.reopen());
      onTestFinished(() => ledger.close());
    });

    async function load(of = december, codes = codesNamed('D', 3)): Promise<void> {
      const imported = await ledger.importPool(of, codes, releaseDay, 'staff');
      expect(imported).toEqual({ outcome: 'imported', added: codes.length });
    }

    describe('claiming', () => {
      test('gives a reader a code of the month, and the next reader another one', async () => {
        await load();
        const first = await ledger.claim(card(1), december, releaseDay);
        const second = await ledger.claim(card(2), december, releaseDay);
        expect(first).toEqual({
          outcome: 'issued',
          claim: {
            card: card(1),
            month: december,
            code: 'D-0000',
            claimedAt: releaseDay,
            activated: null,
          },
        });
        expect(second).toMatchObject({ outcome: 'issued', claim: { code: 'D-0001' } });
      });

      test('gives the same reader the same code again in the month', async () => {
        await load();
        const first = await ledger.claim(card(1), december, releaseDay);
        const later = new Date('2026-12-20T08:00:00Z');
        expect(await ledger.claim(card(1), december, later)).toEqual({
          ...first,
          outcome: 'alreadyClaimed',
        });
        expect(await ledger.summary(december)).toMatchObject({ claimed: 1, left: 2 });
      });

      test('gives the same reader a code of each month', async () => {
        await load(december, ['D-1']);
        await load(january, ['J-1']);
        await ledger.claim(card(1), december, releaseDay);
        const next = await ledger.claim(card(1), january, new Date('2027-01-10T08:00:00Z'));
        expect(next).toMatchObject({ outcome: 'issued', claim: { code: 'J-1', month: january } });
      });

      test('says honestly that no code is left, and that none was ever loaded', async () => {
        await load(december, ['D-1']);
        await ledger.claim(card(1), december, releaseDay);
        expect(await ledger.claim(card(2), december, releaseDay)).toEqual({ outcome: 'poolEmpty' });
        expect(await ledger.claim(card(2), november, releaseDay)).toEqual({ outcome: 'poolEmpty' });
      });

      test('gives a refused reader a code once more are loaded', async () => {
        await load(december, ['D-1']);
        await ledger.claim(card(1), december, releaseDay);
        await ledger.claim(card(2), december, releaseDay);
        await load(december, ['D-2']);
        expect(await ledger.claim(card(2), december, releaseDay)).toMatchObject({
          outcome: 'issued',
          claim: { code: 'D-2' },
        });
      });

      test('gives fifty codes to fifty of two hundred readers who ask at once', async () => {
        await load(december, codesNamed('D', 50));
        const readers = Array.from({ length: 200 }, (_, index) => card(index));
        const outcomes = await Promise.all(
          readers.map((reader) => ledger.claim(reader, december, releaseDay)),
        );
        const issued = outcomes.flatMap((one) => (one.outcome === 'issued' ? [one.claim] : []));
        expect(new Set(issued.map(({ code }) => code)).size).toBe(50);
        expect(new Set(issued.map((claim) => claim.card)).size).toBe(50);
        expect(outcomes.filter(({ outcome }) => outcome === 'poolEmpty')).toHaveLength(150);
        expect(await ledger.summary(december)).toEqual({
          month: december,
          loaded: 50,
          claimed: 50,
          left: 0,
        });
      });

      test('gives one code to a reader who asks twenty times at once', async () => {
        await load(december, codesNamed('D', 30));
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () => ledger.claim(card(1), december, releaseDay)),
        );
        const codes = outcomes.map((one) => one.outcome !== 'poolEmpty' && one.claim.code);
        expect(new Set(codes).size).toBe(1);
        expect(outcomes.filter(({ outcome }) => outcome === 'issued')).toHaveLength(1);
      });
    });

    describe('remembering', () => {
      test('knows a claim, its activation and everything else after a restart', async () => {
        await load();
        const { claim } = (await ledger.claim(card(1), december, releaseDay)) as { claim: object };
        await ledger.setActivated(card(1), december, true, 'staff');
        await ledger.setRelease(january, new Date('2027-01-11T08:00:00Z'), 'staff');
        await reopen();
        expect(await ledger.claimOf(card(1), december)).toEqual({ ...claim, activated: true });
        expect(await ledger.pool(december)).toEqual({ month: december, size: 3, remaining: 2 });
        expect(await ledger.schedule()).toEqual(
          new Map([[january, new Date('2027-01-11T08:00:00Z')]]),
        );
        expect(await ledger.claim(card(1), december, releaseDay)).toMatchObject({
          outcome: 'alreadyClaimed',
        });
        expect(await ledger.claim(card(2), december, releaseDay)).toMatchObject({
          claim: { code: 'D-0001' },
        });
      });

      test('knows no claim of a reader who has none', async () => {
        await load();
        expect(await ledger.claimOf(card(1), december)).toBeNull();
        expect(await ledger.claimOf(card(1), november)).toBeNull();
      });

      test('tells the newest claim before a month, with what is known of its activation', async () => {
        await load(november, ['N-1']);
        await load(december, ['D-1', 'D-2']);
        expect(await ledger.previousClaim(card(1), december)).toBeNull();
        await ledger.claim(card(1), november, new Date('2026-11-10T08:00:00Z'));
        await ledger.claim(card(1), december, releaseDay);
        expect(await ledger.previousClaim(card(1), november)).toBeNull();
        expect(await ledger.previousClaim(card(1), december)).toEqual({
          month: november,
          activated: null,
        });
        await ledger.setActivated(card(1), december, false, 'staff');
        expect(await ledger.previousClaim(card(1), month('2027-02'))).toEqual({
          month: december,
          activated: false,
        });
        expect(await ledger.previousClaim(card(2), january)).toBeNull();
      });

      test('corrects an activation that was reported wrongly', async () => {
        await load();
        await ledger.claim(card(1), december, releaseDay);
        await ledger.setActivated(card(1), december, false, 'staff');
        await ledger.setActivated(card(1), december, true, 'staff');
        expect(await ledger.claimOf(card(1), december)).toMatchObject({ activated: true });
      });

      test('refuses the activation of a claim that does not exist', async () => {
        await load();
        const attempt = ledger.setActivated(card(1), december, true, 'staff');
        await expect(attempt).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
        const earlier = ledger.setActivated(card(1), november, true, 'staff');
        await expect(earlier).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
      });

      test('lists the claims of a month, oldest first', async () => {
        await load();
        for (const second of [3, 1, 2]) {
          const at = new Date(releaseDay.getTime() + second * 1_000);
          await ledger.claim(card(second), december, at);
        }
        const claims = await ledger.claims(december);
        expect(claims.map((claim) => claim.card)).toEqual([card(1), card(2), card(3)]);
        expect(await ledger.claims(november)).toEqual([]);
      });
    });

    describe('loading codes', () => {
      test('tells of a month without codes that there is no pool', async () => {
        expect(await ledger.pool(december)).toBeNull();
        expect(await ledger.summary(december)).toEqual({
          month: december,
          loaded: 0,
          claimed: 0,
          left: 0,
        });
        await ledger.setRelease(december, releaseDay, 'staff');
        expect(await ledger.pool(december)).toBeNull();
      });

      test('saves nothing when one code is loaded already, in whatever month', async () => {
        await load(november, ['N-1', 'N-2']);
        expect(
          await ledger.importPool(december, ['D-1', 'N-2', 'D-2'], releaseDay, 'staff'),
        ).toEqual({ outcome: 'duplicates', duplicates: [{ code: 'N-2', month: november }] });
        expect(await ledger.pool(december)).toBeNull();
        await load(december, ['D-1', 'D-2']);
        expect(await ledger.importPool(december, ['D-2'], releaseDay, 'staff')).toEqual({
          outcome: 'duplicates',
          duplicates: [{ code: 'D-2', month: december }],
        });
      });

      test('saves nothing when a code stands twice in the list', async () => {
        expect(
          await ledger.importPool(december, ['D-1', 'D-2', 'D-1'], releaseDay, 'staff'),
        ).toEqual({ outcome: 'duplicates', duplicates: [{ code: 'D-1', month: december }] });
        expect(await ledger.pool(december)).toBeNull();
      });

      test('knows a code however it is written, and loads it once', async () => {
        await load(november, ['N-1ab']);
        expect(await ledger.knownCodes(['n1 AB'])).toEqual([{ code: 'N-1ab', month: november }]);
        const inOtherMonth = await ledger.importPool(december, ['n1ab'], releaseDay, 'staff');
        expect(inOtherMonth.outcome).toBe('duplicates');
        const twice = await ledger.importPool(december, ['D-1', 'd1'], releaseDay, 'staff');
        expect(twice.outcome).toBe('duplicates');
        expect(await ledger.pool(december)).toBeNull();
      });

      test('loads a code once when two load it at the same time into two months', async () => {
        const outcomes = await Promise.all([
          ledger.importPool(december, ['X-1', 'D-1'], releaseDay, 'staff'),
          ledger.importPool(january, ['X-1', 'J-1'], releaseDay, 'staff'),
        ]);
        expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['duplicates', 'imported']);
        expect(await ledger.knownCodes(['X-1'])).toHaveLength(1);
      });

      test('finds which of some codes are known, and saves nothing by looking', async () => {
        await load(november, ['N-1']);
        expect(await ledger.knownCodes(['D-1', 'N-1'])).toEqual([{ code: 'N-1', month: november }]);
        expect(await ledger.knownCodes(['D-1'])).toEqual([]);
      });
    });

    describe('the release moment', () => {
      test('is the last one set for the month, and absent for others', async () => {
        await ledger.setRelease(december, new Date('2026-12-10T08:00:00Z'), 'staff');
        await ledger.setRelease(december, new Date('2026-12-11T09:30:00Z'), 'staff');
        await load(november, ['N-1']);
        expect(await ledger.schedule()).toEqual(
          new Map([[december, new Date('2026-12-11T09:30:00Z')]]),
        );
      });
    });

    describe('its end', () => {
      test('saves what was asked before it, and refuses what is asked after it', async () => {
        await load();
        const last = ledger.claim(card(1), december, releaseDay);
        await ledger.close();
        expect(await last).toMatchObject({ outcome: 'issued' });
        await expect(ledger.claim(card(2), december, releaseDay)).rejects.toMatchObject({
          code: 'LEDGER_CLOSED',
        });
        expect(ledger.isHealthy()).toBe(false);
        await reopen();
        expect(await ledger.claimOf(card(1), december)).not.toBeNull();
        expect(ledger.isHealthy()).toBe(true);
      });
    });
  });
}
