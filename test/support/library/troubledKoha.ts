import { onTestFinished } from 'vitest';
import { startFakeKoha, type FakePatron } from '../../library/koha/support/fakeKoha.ts';
import { cards, liar, password, type TroubledSystem } from './troubledSystem.ts';

/** @param patienceMs how long the program waits for an answer */
export async function troubledKoha(patienceMs: number): Promise<TroubledSystem> {
  const patronOf = (card: string, balance: number): FakePatron => ({
    patron_id: Number(card),
    cardnumber: card,
    userid: `u${card}`,
    password,
    balance,
    loans: [{ checkout_date: '2026-11-02T12:00:00+01:00', due_date: '2026-12-02T23:59:00+01:00' }],
    attributes: [{ type: 'DANE', value: '2026-02-03' }],
  });
  // The liar comes first: it is whom a Koha that lies answers about.
  const koha = await startFakeKoha([patronOf(liar, 99), ...cards.map((card) => patronOf(card, 0))]);
  onTestFinished(() => koha.close());
  const troubles = {
    well: 'none',
    hanging: 'silent',
    down: 'down',
    lying: 'othersRecords',
    slow: 'slow',
  } as const;
  return {
    variables: { KOHA_CLIENT_ID: koha.clientId, KOHA_CLIENT_SECRET: koha.clientSecret },
    manifest:
      `system: koha\nkoha:\n  address: ${koha.address}\n  keepsLoanHistory: false\n` +
      `  dataConfirmed: { attribute: DANE }\n  answerWithinMs: ${patienceMs}\n`,
    calls: () => koha.requests.length,
    become(state) {
      koha.trouble = troubles[state];
      koha.slowMs = Math.floor(patienceMs / 8);
      if (state === 'well') koha.release();
      return Promise.resolve();
    },
    restart: () => koha.forgetTokens(),
    charge(number, amount) {
      const card = cards[number] ?? '';
      const index = koha.patrons.findIndex(({ cardnumber }) => cardnumber === card);
      koha.patrons[index] = patronOf(card, amount);
    },
  };
}
