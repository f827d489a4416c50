import { describe, expect, test } from 'vitest';
import type { FakeLoan, FakePatron } from './support/fakeKoha.ts';
import { cardOf, kohaDesk } from './support/kohaDesk.ts';
import { kohaReaders } from './support/kohaReaders.ts';

const asOf = new Date('2026-11-24T10:00:00Z');
const known = <Value>(value: Value) => ({ known: true, value, source: 'koha', asOf });
const unknown = { known: false };

const bare: FakePatron = {
  patron_id: 90,
  cardnumber: '300100090',
  userid: 'ola',
  password: 'haslo90',
};
const returned = (day: string, more: Partial<FakeLoan> = {}): FakeLoan => ({
  checkout_date: `${day}T12:00:00+01:00`,
  due_date: `${day}T23:59:00+01:00`,
  returned: true,
  ...more,
});

describe('what Koha tells about a reader', () => {
  test('is every fact of a reader in order, as of the moment it was asked', async () => {
    const { accounts } = await kohaDesk();
    expect(await accounts.facts(cardOf(kohaReaders.inOrder))).toEqual({
      balance: known(0),
      loansThisYear: known(1),
      dataConfirmedOn: known('2026-02-03'),
      overdueItems: known(0),
    });
  });

  test('is a debt in grosze, and what was due before today as overdue', async () => {
    const { accounts } = await kohaDesk();
    expect(await accounts.facts(cardOf(kohaReaders.inDebt))).toEqual({
      balance: known(1250),
      loansThisYear: known(2),
      dataConfirmedOn: known('2025-03-12'),
      overdueItems: known(2),
    });
  });

  test('counts what the reader paid in advance as no debt', async () => {
    const { accounts } = await kohaDesk({}, [{ ...bare, balance: -3.4 }]);
    expect((await accounts.facts(cardOf(bare))).balance).toEqual(known(-340));
  });

  test('names nobody for a card that only begins like another', async () => {
    const { accounts } = await kohaDesk({}, [bare]);
    const facts = await accounts.facts('30010009' as ReturnType<typeof cardOf>);
    expect(Object.values(facts)).toEqual([unknown, unknown, unknown, unknown]);
  });
});

describe('a loan of this year in Koha', () => {
  const loansOf = async (
    loans: readonly FakeLoan[],
    { privacy = 1, keepsLoanHistory = false } = {},
  ) => {
    const { accounts } = await kohaDesk({ keepsLoanHistory }, [{ ...bare, loans, privacy }]);
    return (await accounts.facts(cardOf(bare))).loansThisYear;
  };

  test('is proven by one that was returned, and by one that still runs', async () => {
    expect(await loansOf([returned('2026-01-01')])).toEqual(known(1));
    expect(await loansOf([returned('2026-05-01', { returned: false })])).toEqual(known(1));
  });

  test('is unknown where history may have been anonymised', async () => {
    expect(await loansOf([])).toEqual(unknown);
    expect(await loansOf([returned('2026-05-01', { anonymised: true })])).toEqual(unknown);
  });

  test('is known to be none where history is kept, by the reader or by the library', async () => {
    expect(await loansOf([], { privacy: 0 })).toEqual(known(0));
    expect(await loansOf([], { keepsLoanHistory: true })).toEqual(known(0));
    expect(await loansOf([], { keepsLoanHistory: true, privacy: 2 })).toEqual(unknown);
  });

  test('is none of last year, and none in the reading room', async () => {
    const loans = [returned('2025-12-31'), returned('2026-05-01', { onsite: true })];
    expect(await loansOf(loans, { keepsLoanHistory: true })).toEqual(known(0));
  });

  test('began in the year that the library’s own calendar shows', async () => {
    const atMidnight = returned('2026-01-01', { checkout_date: '2025-12-31T23:30:00+00:00' });
    expect(await loansOf([atMidnight], { keepsLoanHistory: true })).toEqual(known(1));
  });

  test('is unknown when only the current loans could be read', async () => {
    const { koha, accounts } = await kohaDesk({ keepsLoanHistory: true }, [bare]);
    koha.troubleAt = '/checkouts';
    koha.trouble = 'nonsense';
    expect(await accounts.facts(cardOf(bare))).toMatchObject({
      balance: known(0),
      loansThisYear: unknown,
      overdueItems: unknown,
    });
  });
});

describe('the confirmation of data in Koha', () => {
  const confirmedOf = async (patron: Partial<FakePatron>, dataConfirmed?: 'renewalDate') => {
    const { accounts } = await kohaDesk({ dataConfirmed: dataConfirmed ?? { attribute: 'DANE' } }, [
      { ...bare, ...patron },
    ]);
    return (await accounts.facts(cardOf(bare))).dataConfirmedOn;
  };
  const written = (...values: readonly string[]) => ({
    attributes: values.map((value) => ({ type: 'DANE', value })),
  });

  test('is the latest date that staff wrote', async () => {
    expect(await confirmedOf(written('2024-02-01', '3.1.2026'))).toEqual(known('2026-01-03'));
    expect(await confirmedOf({ attributes: [{ type: 'INNE', value: '2026-01-01' }] })).toEqual(
      known(null),
    );
  });

  test.each(['tak', '2026-02-30', '2027-01-01', ''])(
    'is unknown when something else than a past day is written: "%s"',
    async (value) => {
      expect(await confirmedOf(written(value))).toEqual(unknown);
    },
  );

  test('is the renewal of the card, or its making, where the library says so', async () => {
    const renewed = { date_renewed: '2026-04-05' };
    expect(await confirmedOf(renewed, 'renewalDate')).toEqual(known('2026-04-05'));
    expect(await confirmedOf({ date_enrolled: '2026-08-09' }, 'renewalDate')).toEqual(
      known('2026-08-09'),
    );
  });

  test('is never read from the last change of the record', async () => {
    expect(await confirmedOf({}, 'renewalDate')).toEqual(known('2019-05-06'));
  });
});
