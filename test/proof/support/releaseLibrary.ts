import { onTestFinished } from 'vitest';
import { startFakeKoha, type FakePatron } from '../../library/koha/support/fakeKoha.ts';
import { manifestWith } from '../../support/manifestWith.ts';

export const passwordOfAll = 'haslo1';

/** The card of reader number so and so. */
export const cardOf = (number: number): string => `4001${String(number).padStart(5, '0')}`;

/**
 * A library on release day whose readers, so many, may all claim a code, in a Koha of its own that ends
 * with the test. Returns the variables by which a program serves them.
 */
export async function releaseLibrary(
  readers: number,
  codes: number,
): Promise<Readonly<Record<string, string>>> {
  const koha = await startFakeKoha(Array.from({ length: readers }, (_, number) => patron(number)));
  onTestFinished(() => koha.close());
  return {
    MANIFEST_DIR: await manifestWith({
      system:
        `system: koha\nkoha:\n  address: ${koha.address}\n` +
        '  dataConfirmed: renewalDate\n  keepsLoanHistory: false',
      policy: [/^poolSize: \d+/m, `poolSize: ${codes}`],
    }),
    KOHA_CLIENT_ID: koha.clientId,
    KOHA_CLIENT_SECRET: koha.clientSecret,
  };
}

/** The rehearsal's clock of a program that starts so many milliseconds after the first one. */
export function rehearsalAfter(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [hour, minute] = [9 + Math.floor(minutes / 60), minutes % 60];
  return `2026-12-10T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function patron(number: number): FakePatron {
  return {
    patron_id: number + 1,
    cardnumber: cardOf(number),
    userid: `user${number}`,
    password: passwordOfAll,
    loans: [{ checkout_date: '2026-11-02T12:00:00+01:00', due_date: '2027-01-02T23:59:00+01:00' }],
    date_renewed: '2026-02-03',
  };
}
