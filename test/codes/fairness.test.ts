import { expect, test } from 'vitest';
import { openFileLedger } from '../../src/codes/index.ts';
import { createEligibility, type Eligibility } from '../../src/eligibility/index.ts';
import type { CardNumber, ReaderAccounts } from '../../src/library/index.ts';
import { instantAt, calendarDay, month, type OpeningPolicy } from '../../src/rules/index.ts';
import { asOf, account, policyOf } from '../rules/exampleReader.ts';
import { sizeOf, tell } from '../proof/support/size.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

const december = month('2026-12');
const release = instantAt(calendarDay('2026-12-10'), '09:00').getTime();
const codes = 100;
const scripts = Array.from({ length: 100 }, (_, index) => `script-${index}` as CardNumber);
const patient = Array.from({ length: 400 }, (_, index) => `patient-${index}` as CardNumber);

/** How many codes went to scripts, which ask at every tick, and to people, who ask when they can. */
async function openingMorning(
  opening: OpeningPolicy,
  seed = 'a december morning',
): Promise<{ scripts: number; people: number }> {
  let now = release - 10 * 60_000;
  const clock = (): Date => new Date(now);
  const accounts: ReaderAccounts = {
    system: 'test',
    authenticate: async () => ({ outcome: 'refused' }),
    facts: async () => asOf(clock(), account()),
    isAvailable: async () => true,
    close: async () => undefined,
  };
  const ledger = await openFileLedger({
    folder: await temporaryFolder(),
    clock,
    auditKey: new Uint8Array(32),
    newSeed: () => seed,
  });
  const names = Array.from({ length: codes }, (_, index) => `CODE-${index}`);
  await ledger.importPool(december, names, clock(), 'staff');
  await ledger.setRelease(december, new Date(release), 'staff');
  const eligibility = createEligibility({
    accounts,
    ledger,
    policies: [policyOf({ opening })],
    clock,
  });

  /** Whoever asks does what the bot would do: waits where one can wait, claims where one can claim. */
  const ask = async (card: CardNumber, bot: Eligibility = eligibility): Promise<void> => {
    const issue = await bot.issue(card, december);
    if (issue.outcome === 'notIssued' && issue.assessment.mayJoinDraw) await bot.drawing.join(card);
  };

  // In the minutes before: scripts ask all the time, people once, whenever they sit down.
  for (let minute = 0; minute < 10; minute += 1, now += 60_000) {
    for (let time = 0; time < 5; time += 1) await Promise.all(scripts.map((card) => ask(card)));
    await Promise.all(patient.slice(minute * 40, (minute + 1) * 40).map((card) => ask(card)));
  }
  // The moment itself: a script needs milliseconds, a person ten minutes at most.
  await Promise.all(scripts.map((card) => ask(card)));
  for (let minute = 0; minute < 10; minute += 1, now += 60_000) {
    await Promise.all(scripts.map((card) => ask(card)));
    await Promise.all(patient.slice(minute * 40, (minute + 1) * 40).map((card) => ask(card)));
  }

  const given = await ledger.claims(december);
  await ledger.close();
  expect(given).toHaveLength(codes);
  const toScripts = given.filter(({ card }) => card.startsWith('script')).length;
  return { scripts: toScripts, people: given.length - toScripts };
}

test('first come, first served: scripts that ask at once take every code', async () => {
  const morning = await openingMorning({ order: 'firstCome' });
  expect(morning).toEqual({ scripts: codes, people: 0 });
  tellOf('first come, first served', morning.scripts);
});

test('with a draw, scripts that ask all the time get their share of the cards and no more', async () => {
  const mornings = sizeOf({ short: 1, long: 50 });
  let toScripts = 0;
  for (let index = 0; index < mornings; index += 1) {
    const seed = `december morning ${index}`;
    const opening = { order: 'draw', waitingMinutes: 10, keptMinutes: 15 } as const;
    const morning = await openingMorning(opening, seed);
    // One card in five is a script's, so twenty codes are fair; one draw in a thousand is outside of 7 to 33.
    expect(morning.scripts).toBeGreaterThanOrEqual(7);
    expect(morning.scripts).toBeLessThanOrEqual(33);
    expect(morning.scripts + morning.people).toBe(codes);
    toScripts += morning.scripts;
  }
  tellOf(`a draw (mean of ${mornings})`, toScripts / mornings);
});

function tellOf(order: string, toScripts: number): void {
  tell(
    `${order}: ${scripts.length} scripts that ask at every moment get ${toScripts} of ${codes} codes, ` +
      `${patient.length} patient readers ${codes - toScripts}`,
  );
}
