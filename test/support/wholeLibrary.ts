import { onTestFinished } from 'vitest';
import { servedPatron, startSip2Server, writeSnapshot } from '../../src/library/index.ts';
import { calendarDay } from '../../src/rules/index.ts';
import { startFakeKoha, type FakePatron } from '../library/koha/support/fakeKoha.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { startApplication, type RunningApplication } from './application.ts';
import { openChannel } from './channels/drivers.ts';
import type { ChannelDriver } from './channels/channelDriver.ts';
import { manifestWith } from './manifestWith.ts';

/**
 * How the library system behaves. `lying`: it answers with somebody else's record, who owes 99 zł.
 * `down`: nothing listens there.
 */
export type SystemState = 'well' | 'hanging' | 'down' | 'lying' | 'slow';

type Behind = {
  /** The section of the manifest. */
  readonly manifest: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Calls that reached the system so far. */
  calls(): number;
  /** Whoever waits for an answer gets it when the system is well again. */
  become(state: SystemState): Promise<void>;
  /** Ends all connections and sessions of the system, as a restart does. */
  restart(): void;
  /** What the reader owes, in złote, from now on. */
  charge(number: number, amount: number): void;
};

/** The whole program with a real library system behind it, to which things happen. */
export type WholeLibrary = Pick<Behind, 'calls' | 'become' | 'restart' | 'charge'> & {
  readonly application: RunningApplication;
  /** A reader, 0 to 7, who is in the web chat and signed in. All may have a code. */
  reader(number: number): Promise<ChannelDriver>;
  /** Somebody who is in the web chat and not signed in. */
  stranger(): Promise<ChannelDriver>;
};

export const cards = Array.from({ length: 8 }, (_, number) => `20010000${number}`);
export const password = 'haslo';
const liar = '200109999';

/**
 * @param patienceMs how long the program waits for an answer of the system
 */
export async function startWholeLibrary(
  system: 'SIP2' | 'Koha',
  patienceMs: number,
): Promise<WholeLibrary> {
  const behind = await (system === 'SIP2' ? sip2Library(patienceMs) : kohaLibrary(patienceMs));
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

async function sip2Library(patienceMs: number): Promise<Behind> {
  const patrons = [
    ...cards.map((card) => servedPatron({ card, password, charged: 1 })),
    servedPatron({ card: liar, password, balance: '99.00', fines: 1 }),
  ];
  let server = await startSip2Server({ patrons });
  const { port } = server;
  let earlier = 0;
  onTestFinished(() => server.close());

  async function listen(isListening: boolean): Promise<void> {
    earlier += server.received.length;
    const kept = [...server.patrons.values()];
    await server.close();
    if (isListening) server = await startSip2Server({ patrons: kept, port });
  }
  let state: SystemState = 'well';

  return {
    variables: {},
    manifest:
      `system: sip2\nsip2:\n  host: 127.0.0.1\n  port: ${port}\n  institution: LPL\n` +
      `  connections: 2\n  readMs: ${patienceMs}\n  restMs: 1\nsnapshot:\n  maximumAgeDays: 35\n`,
    calls: () => earlier + server.received.length,
    async become(next) {
      if (next === 'down') await listen(false);
      else if (state === 'down') await listen(true);
      state = next;
      const { behaviour } = server;
      behaviour.answering = next === 'hanging' ? 'hold' : 'atOnce';
      behaviour.answersAbout = next === 'lying' ? liar : null;
      behaviour.delayMs = next === 'slow' ? Math.floor(patienceMs / 4) : 0;
      if (next === 'well') server.release();
    },
    restart: () => server.drop(),
    charge(number, amount) {
      const card = cards[number] ?? '';
      const balance = amount.toFixed(2);
      server.patrons.set(card, servedPatron({ card, password, balance, fines: 1 }));
    },
  };
}

async function kohaLibrary(patienceMs: number): Promise<Behind> {
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
