import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measured } from '../../../src/rules/fact.ts';
import { cardOf, kohaDesk } from './support/kohaDesk.ts';
import { kohaReaders } from './support/kohaReaders.ts';

const { inOrder } = kohaReaders;

/** Anything, also in the members that are read. */
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    1e308,
    -1e308,
    1e-9,
    '',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31T23:59:59+14:00',
  ),
  fc.constantFrom<unknown>(11, inOrder.cardnumber, true, '2026-11-02T12:00:00+01:00', '2026-02-03'),
);
const answer = fc.dictionary(
  fc.constantFrom(
    'patron_id',
    'cardnumber',
    'balance',
    'checkout_date',
    'due_date',
    'type',
    'value',
    'privacy',
    'restricted',
    'expiry_date',
    '__proto__',
  ),
  value,
);
const body = fc.oneof(fc.jsonValue(), answer, fc.array(answer, { maxLength: 3 }));
const route = fc.constantFrom(
  '/auth/password',
  '/patrons',
  '/account',
  '/checkouts',
  '/extended_attributes',
);

test('whatever a Koha answers, nobody is let in as somebody else and no figure is none', async () => {
  const { koha, accounts } = await kohaDesk();
  await fc.assert(
    fc.asyncProperty(route, fc.constantFrom(200, 201, 400, 404), body, async (at, status, lie) => {
      koha.troubleAt = at;
      koha.nonsense = { status, body: lie };
      koha.trouble = 'nonsense';
      const signIn = await accounts.authenticate(inOrder.cardnumber, inOrder.password);
      if (signIn.outcome === 'authenticated') expect(signIn.card).toBe(inOrder.cardnumber);
      const { balance, loansThisYear, overdueItems, dataConfirmedOn } = await accounts.facts(
        cardOf(inOrder),
      );
      for (const fact of [balance, loansThisYear, overdueItems]) {
        expect(measured(fact)).toEqual(fact);
      }
      if (dataConfirmedOn.known) expect(dataConfirmedOn.value ?? '').toMatch(/^(\d{4}-.{5})?$/);
    }),
    { numRuns: 200 },
  );
});
