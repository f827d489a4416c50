import type { FakePatron } from './fakeKoha.ts';

/** Patrons of the fake Koha, each there for one case. The tests' year is 2026. */
export const kohaReaders = {
  inOrder: {
    patron_id: 11,
    cardnumber: '300100011',
    userid: 'ewa',
    password: 'zażółć 1',
    balance: 0,
    loans: [{ checkout_date: '2026-11-02T12:00:00+01:00', due_date: '2026-12-02T23:59:00+01:00' }],
    attributes: [{ type: 'DANE', value: '2026-02-03' }],
  },
  inDebt: {
    patron_id: 12,
    cardnumber: '300100012',
    userid: 'jan',
    password: 'haslo2',
    balance: 12.5,
    loans: [
      { checkout_date: '2025-12-30T12:00:00+01:00', due_date: '2026-01-30T23:59:00+01:00' },
      { checkout_date: '2026-10-01T12:00:00+02:00', due_date: '2026-11-23T23:59:00+01:00' },
      { checkout_date: '2026-10-02T12:00:00+02:00', due_date: '2026-11-24T08:00:00+01:00' },
    ],
    attributes: [{ type: 'DANE', value: '12.03.2025' }],
  },
  anonymised: {
    patron_id: 13,
    cardnumber: '300100013',
    userid: 'anna',
    password: 'haslo3',
    loans: [
      {
        checkout_date: '2026-03-01T12:00:00+01:00',
        due_date: '2026-04-01T23:59:00+02:00',
        returned: true,
        anonymised: true,
      },
    ],
  },
  restricted: {
    patron_id: 14,
    cardnumber: '300100014',
    userid: 'piotr',
    password: 'haslo4',
    restricted: true,
  },
} as const satisfies Record<string, FakePatron>;
