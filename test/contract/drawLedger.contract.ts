import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CodeLedger, DrawLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import type { LedgerUnderTest } from './codeLedger.contract.ts';

const december = month('2026-12');
const before = new Date('2026-12-10T07:55:00Z');
const release = new Date('2026-12-10T08:00:00Z');
const keptUntil = new Date('2026-12-10T08:15:00Z');
const terms = { at: release, keptUntil };
const card = (name: string | number): CardNumber => `20020${name}` as CardNumber;

/** What every ledger that can hold a draw keeps to, whatever it stores in. */
export function describeDrawLedger(name: string, open: () => Promise<LedgerUnderTest>): void {
  describe(`${name}: the draw`, () => {
    let ledger: CodeLedger;
    let draws: DrawLedger;
    let reopen: () => Promise<void>;

    const use = (opened: CodeLedger): void => {
      if (!opened.draws) throw new Error('This ledger holds no draws.');
      ledger = opened;
      draws = opened.draws;
    };

    beforeEach(async () => {
      const opened = await open();
      use(opened.ledger);
      reopen = async () => use(await opened.reopen());
      onTestFinished(() => ledger.close());
      await load(['D-1', 'D-2']);
    });

    async function load(codes: readonly string[]): Promise<void> {
      await ledger.importPool(december, codes, before, 'staff');
    }

    async function wait(...names: readonly number[]): Promise<void> {
      for (const one of names) await draws.join(card(one), december, before);
    }

    /** Cards in the order that the draw gave them. */
    async function order(...names: readonly number[]): Promise<readonly CardNumber[]> {
      const places = await Promise.all(
        names.map(async (one) => [(await draws.placeOf(card(one), december))!.place, one] as const),
      );
      return places.sort(([one], [other]) => one - other).map(([, one]) => card(one));
    }

    const claim = (who: CardNumber, at = release) => ledger.claim(who, december, at);

    test('gives a card one place, however often and however fast it asks', async () => {
      const all = Array.from({ length: 50 }, () => draws.join(card(1), december, before));
      for (const joined of await Promise.all(all)) {
        expect(joined).toEqual({ outcome: 'waiting', waiting: 1 });
      }
      expect(await draws.join(card(2), december, before)).toEqual({
        outcome: 'waiting',
        waiting: 2,
      });
      expect(await draws.waiting(december)).toBe(2);
      expect(await draws.placeOf(card(1), december)).toBeNull();
    });

    test('gives every waiting card its own place, and the first ones a code that is kept', async () => {
      await wait(1, 2, 3, 4, 5);
      expect(await draws.draw(december, terms)).toBe(true);
      const places = await Promise.all(
        [1, 2, 3, 4, 5].map((one) => draws.placeOf(card(one), december)),
      );
      expect(places.map((one) => one?.place).sort()).toEqual([1, 2, 3, 4, 5]);
      for (const drawn of places) {
        expect(drawn?.of).toBe(5);
        expect(drawn?.keptUntil).toEqual(drawn!.place <= 2 ? keptUntil : null);
      }
      expect(await draws.placeOf(card(6), december)).toBeNull();
    });

    test('is held once, also when two ask at the same time, and stays the same after a restart', async () => {
      await wait(1, 2, 3);
      const held = await Promise.all([draws.draw(december, terms), draws.draw(december, terms)]);
      expect(held.sort()).toEqual([false, true]);
      const drawn = await order(1, 2, 3);
      await reopen();
      expect(await order(1, 2, 3)).toEqual(drawn);
      expect(await draws.draw(december, terms)).toBe(false);
      expect(await draws.waiting(december)).toBe(0);
      expect(await draws.join(card(4), december, release)).toEqual({ outcome: 'drawn' });
    });

    test('is not held when nobody waits, and then codes go to whoever asks', async () => {
      expect(await draws.draw(december, terms)).toBe(false);
      expect(await claim(card(9))).toMatchObject({ outcome: 'issued' });
    });

    test('keeps the codes for those who drew them, until the time is over', async () => {
      await wait(1, 2, 3);
      await draws.draw(december, terms);
      const [first, second, third] = await order(1, 2, 3);
      for (const late of [third!, card(9)]) {
        expect(await draws.keptForOthersUntil(late, december, release)).toEqual(keptUntil);
        expect(await claim(late)).toEqual({ outcome: 'poolEmpty', keptForOthersUntil: keptUntil });
      }
      expect(await draws.keptForOthersUntil(second!, december, release)).toBeNull();
      expect(await claim(second!)).toMatchObject({ outcome: 'issued' });
      expect(await claim(third!)).toMatchObject({ outcome: 'poolEmpty' });
      expect(await claim(third!, keptUntil)).toMatchObject({ outcome: 'issued' });
      expect(await claim(first!, keptUntil)).toEqual({ outcome: 'poolEmpty' });
    });

    test('leaves codes that nobody drew to whoever asks first', async () => {
      await wait(1);
      await draws.draw(december, terms);
      expect(await claim(card(8))).toMatchObject({ outcome: 'issued' });
      expect(await claim(card(9))).toMatchObject({ keptForOthersUntil: keptUntil });
      expect(await claim(card(1))).toMatchObject({ outcome: 'issued' });
      expect(await claim(card(9))).toEqual({ outcome: 'poolEmpty' });
      await load(['D-3']);
      expect(await claim(card(9))).toMatchObject({ outcome: 'issued', claim: { code: 'D-3' } });
    });

    test('never lets others take a kept code, when all ask at once', async () => {
      await load(['D-3', 'D-4']);
      await wait(1, 2, 3);
      await draws.draw(december, terms);
      const strangers = Array.from({ length: 30 }, (_, index) => card(`9${index}`));
      const outcomes = await Promise.all(
        [...strangers, card(3), card(1), card(2)].map((one) => claim(one)),
      );
      expect(outcomes.slice(-3).map(({ outcome }) => outcome)).toEqual([
        'issued',
        'issued',
        'issued',
      ]);
      expect(outcomes.filter(({ outcome }) => outcome === 'issued')).toHaveLength(4);
    });

    test('stands in the audit, which gives the same order again', async () => {
      await wait(1, 2, 3);
      await draws.draw(december, terms);
      const [first] = await order(1, 2, 3);
      await claim(first!);
      const verdict = (await ledger.verifyAudit()).find((one) => one.month === december);
      expect(verdict).toMatchObject({ differences: [] });
    });
  });
}
