import { onTestFinished } from 'vitest';
import { openKoha, type Koha, type KohaSettings } from '../../../../src/library/koha/index.ts';
import type { CardNumber } from '../../../../src/library/index.ts';
import { startFakeKoha, type FakeKoha, type FakePatron } from './fakeKoha.ts';
import { kohaReaders } from './kohaReaders.ts';

export type KohaDesk = {
  readonly koha: FakeKoha;
  readonly accounts: Koha;
  /** Lets time pass. */
  wait(milliseconds: number): void;
};

/** A fake Koha, and the bot's accounts in it, at eleven on 24 November 2026 in Warsaw. */
export async function kohaDesk(
  settings: Partial<KohaSettings> = {},
  more: readonly FakePatron[] = [],
  answerWithinMs = 2_000,
): Promise<KohaDesk> {
  const koha = await startFakeKoha([...Object.values(kohaReaders), ...more]);
  let now = Date.parse('2026-11-24T10:00:00Z');
  const accounts = openKoha({
    address: koha.address,
    clientId: koha.clientId,
    clientSecret: koha.clientSecret,
    dataConfirmed: { attribute: 'DANE' },
    keepsLoanHistory: false,
    ...settings,
    clock: () => new Date(now),
    answerWithinMs,
  });
  onTestFinished(async () => {
    await accounts.close();
    await koha.close();
  });
  return { koha, accounts, wait: (milliseconds) => void (now += milliseconds) };
}

export const cardOf = ({ cardnumber }: FakePatron): CardNumber => cardnumber as CardNumber;
