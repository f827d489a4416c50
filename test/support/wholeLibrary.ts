import { onTestFinished } from 'vitest';
import { writeSnapshot } from '../../src/library/index.ts';
import { calendarDay } from '../../src/rules/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { startApplication, type RunningApplication } from './application.ts';
import { openChannel } from './channels/drivers.ts';
import type { ChannelDriver } from './channels/channelDriver.ts';
import { troubledKoha } from './library/troubledKoha.ts';
import { troubledSip2 } from './library/troubledSip2.ts';
import { cards, password, type TroubledSystem } from './library/troubledSystem.ts';
import { manifestWith } from './manifestWith.ts';

/** The whole program with a real library system behind it, to which things happen. */
export type WholeLibrary = Pick<TroubledSystem, 'calls' | 'become' | 'restart' | 'charge'> & {
  readonly application: RunningApplication;
  /** A reader, 0 to 7, who is in the web chat and signed in. All may have a code. */
  reader(number: number): Promise<ChannelDriver>;
  /** Somebody who is in the web chat and not signed in. */
  stranger(): Promise<ChannelDriver>;
};

/**
 * @param patienceMs how long the program waits for an answer of the system
 */
export async function startWholeLibrary(
  system: 'SIP2' | 'Koha',
  patienceMs: number,
): Promise<WholeLibrary> {
  const behind = await (system === 'SIP2' ? troubledSip2(patienceMs) : troubledKoha(patienceMs));
  const DATA_DIR = await temporaryFolder();
  const application = await startApplication({
    ...behind.variables,
    DATA_DIR,
    DEMO_NOW: '2026-11-24T10:00',
    MANIFEST_DIR: await manifestWith({ system: behind.manifest }),
  });
  onTestFinished(() => application.stop());
  // What SIP2 cannot tell. A running program sees it by itself.
  const facts = { loansThisYear: 2, dataConfirmedOn: calendarDay('2026-03-12') };
  const rows = cards.map((card) => ({ card, ...facts, balance: null, overdueItems: null }));
  await writeSnapshot(DATA_DIR, { day: calendarDay('2026-11-20'), rows });

  async function stranger(): Promise<ChannelDriver> {
    const driver = await (await openChannel['Direct Line']()).converse(application.url);
    await driver.open();
    await driver.shown(1);
    return driver;
  }

  return {
    ...behind,
    application,
    stranger,
    async reader(number) {
      const driver = await stranger();
      await ask(driver, 'moje dane');
      const before = (await driver.shown(null)).length;
      await driver.signIn(cards[number] ?? '', password);
      await driver.shown(before + 2);
      return driver;
    },
  };
}

/** Says it, and returns what the bot answered. */
export async function ask(driver: ChannelDriver, text: string): Promise<string> {
  const before = (await driver.shown(null)).length;
  await driver.say(text);
  const shown = await driver.shown(before + 1);
  return shown
    .slice(before)
    .map((message) => message.text)
    .join('\n');
}
