import { expect, onTestFinished, test } from 'vitest';
import { openFileLedger } from '../../src/codes/index.ts';
import { createEligibility } from '../../src/eligibility/index.ts';
import type { CardNumber, ReaderAccounts } from '../../src/library/index.ts';
import {
  addMonths,
  calendarDay,
  firstDayOf,
  instantAt,
  month,
  monthOf,
  type Month,
} from '../../src/rules/index.ts';
import { account, asOf, policyOf } from '../rules/exampleReader.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkHistory } from './support/checkHistory.ts';
import { Recorder } from './support/history.ts';
import { tell } from './support/size.ts';

const policy = policyOf({ release: { day: 1, time: '00:00' }, loansNeeded: 0, penaltyMonths: 0 });
const clockChanges = ['2026-10-25', '2027-03-28', '2027-10-31', '2028-03-26'].map(calendarDay);

/** A ledger and its rules, with a clock that the test turns. */
async function openLibrary(months: readonly Month[]) {
  let now = instantAt(firstDayOf(months[0]!), '12:00');
  const clock = (): Date => now;
  const accounts: ReaderAccounts = {
    system: 'test',
    authenticate: async () => ({ outcome: 'refused' }),
    facts: async () =>
      asOf(
        clock(),
        account({
          dataConfirmedOn: {
            known: true,
            value: calendarDay(`${monthOf(now).slice(0, 4)}-01-01`),
            source: 'test',
            asOf: now,
          },
        }),
      ),
    isAvailable: async () => true,
    close: async () => undefined,
  };
  const ledger = await openFileLedger({
    folder: await temporaryFolder(),
    clock,
    auditKey: new Uint8Array(32),
  });
  onTestFinished(() => ledger.close());
  const recorder = new Recorder();
  for (const of of months) {
    const codes = Array.from({ length: 40 }, (_, index) => `${of}-${index}`);
    await recorder.load(of, codes, () => ledger.importPool(of, codes, now, 'staff'));
  }
  const eligibility = createEligibility({ accounts, ledger, policies: [policy], clock });
  return {
    recorder,
    ledger,
    turnTo: (moment: Date) => void (now = moment),
    async claim(card: string) {
      const asked = monthOf(now);
      const began = recorder.next();
      // Whoever agreed to a month that ends meanwhile is asked again, for the new one.
      const agreed = await eligibility.issue(card as CardNumber, asked);
      const issue =
        agreed.outcome === 'monthOver'
          ? await eligibility.issue(card as CardNumber, monthOf(now))
          : agreed;
      if (!('claim' in issue)) {
        throw new Error(`${card} got nothing in ${asked}: ${JSON.stringify(issue)}`);
      }
      const { code, month: of } = issue.claim;
      const answer = { outcome: issue.outcome, code } as const;
      recorder.calls.push({ card, month: of, began, ended: recorder.next(), answer });
      return { asked, code };
    },
  };
}

test('around the end of every month and both changes of the clock, a code is of the month on the wall', async () => {
  const months = Array.from({ length: 27 }, (_, index) => addMonths(month('2026-01'), index));
  const { recorder, ledger, turnTo, claim } = await openLibrary(months);
  const turns = months.slice(1).map((of) => instantAt(firstDayOf(of), '00:00'));
  const changes = clockChanges.flatMap((day) =>
    ['01:59', '02:00', '03:00'].map((time) => instantAt(day, time)),
  );
  const moments = [...turns, ...changes].sort((one, other) => one.getTime() - other.getTime());
  for (const moment of moments) {
    for (const away of [-3_600_000, -1, 0, 1, 3_600_000]) {
      const at = new Date(moment.getTime() + away);
      turnTo(at);
      const claims = await Promise.all(['ada', 'bob', 'ada'].map(claim));
      for (const { asked, code } of claims) expect(code).toMatch(new RegExp(`^${asked}-`));
    }
  }
  const verdicts = await ledger.verifyAudit();
  for (const of of months) {
    const { loaded, left } = await ledger.summary(of);
    const claims = await ledger.claims(of);
    const auditDifferences = verdicts.find((one) => one.month === of)?.differences.length ?? 0;
    recorder.sights.push({
      month: of,
      at: recorder.next(),
      claims,
      loaded,
      left,
      auditDifferences,
    });
  }
  expect(checkHistory(recorder)).toEqual([]);
  tell(`${moments.length} turns of months and clocks, ${recorder.calls.length} claims around them`);
});
