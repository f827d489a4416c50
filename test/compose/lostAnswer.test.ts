import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../src/storage/index.ts';
import { startApplication } from '../support/application.ts';
import { openChatWindow, type ChatWindow } from '../support/chatWindow.ts';
import { HomeBrowser } from '../support/homeBrowser.ts';
import { databaseWire, type DatabaseWire } from '../support/postgres/databaseWire.ts';
import { synchronousStandby } from '../support/postgres/standby.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';

/** Servers and programs are slow to start where all tests run at once. */
vi.setConfig({ testTimeout: 60_000 });

const postgres = postgresForTests();
const [card, password] = ['901001', 'lalka1890'];
const commit = 'insert into ledger_commits';

type Claiming = {
  readonly reader: ChatWindow;
  /** Between the program and the database. */
  readonly wire: DatabaseWire;
  /** Codes that the database at the address holds for the reader, asked past the program. */
  codesIn(databaseUrl: string): Promise<readonly string[]>;
  readonly databaseUrl: string;
  /** Resolves when the program says that codes can be claimed. */
  claimsAreBack(): Promise<void>;
};

/** A reader in the chat of the whole program who has only to say yes. */
async function claiming(): Promise<Claiming> {
  const databaseUrl = await postgres.newDatabase();
  const wire = await databaseWire(databaseUrl);
  const { url, stop } = await startApplication({
    DATABASE_URL: wire.url,
    SERVER_SECRET: '0123456789abcdef0123456789abcdef',
    DEMO_NOW: '2026-12-10T09:05',
  });
  onTestFinished(stop);
  const reader = await openChatWindow(new HomeBrowser(url, '127.0.0.1'));
  await reader.hears(/greet.first/);
  await reader.says('pobierz kod');
  await reader.signsIn(card, password);
  await reader.hears(/yesNo.questions.claim/);
  return {
    reader,
    wire,
    databaseUrl,
    async codesIn(address) {
      const database = await openDatabase(address);
      const rows = await database.query<{ code: string }>(
        "select code from ledger_claims where card = $1 and month = '2026-12'",
        [card],
      );
      await database.close();
      return rows.map(({ code }) => code);
    },
    async claimsAreBack() {
      for (;;) {
        const health = await fetch(`${url}/health`);
        if (((await health.json()) as { claims: string }).claims === 'ok') return;
      }
    },
  };
}

async function codeIn(reader: ChatWindow, label: string): Promise<string> {
  const heard = await reader.hears(new RegExp(label));
  return /DEMO2612\d+/.exec(JSON.stringify(heard))?.[0] ?? 'no code';
}

describe('a claim that PostgreSQL has committed, and whose answer never comes', () => {
  test('is found by its key when only the connection broke: the reader hears that code', async () => {
    const { reader, wire, databaseUrl, codesIn } = await claiming();
    let committed: readonly string[] = [];
    const isLost = wire.loseAnswerTo(commit, async () => {
      committed = await codesIn(databaseUrl);
    });
    await reader.says('tak');
    await isLost;
    expect([await codeIn(reader, 'claimCode.issued')]).toEqual(committed);
    expect(await codesIn(databaseUrl)).toEqual(committed);
  });

  test('is refused honestly while the server is down; who asks again later gets that code', async () => {
    const { reader, wire, databaseUrl, codesIn, claimsAreBack } = await claiming();
    let committed: readonly string[] = [];
    const isLost = wire.loseAnswerTo(commit, async () => {
      committed = await codesIn(databaseUrl);
      await postgres.server().crash();
    });
    await reader.says('tak');
    await isLost;
    await reader.hears(/claimCode.held|root.storeAway/);
    await postgres.server().start();
    await claimsAreBack();
    await reader.says('pobierz kod');
    expect([await codeIn(reader, 'claimCode.alreadyClaimed')]).toEqual(committed);
    expect(await codesIn(databaseUrl)).toEqual(committed);
  });

  test('is found on the standby that takes over: the reader hears that code', async () => {
    const { reader, wire, databaseUrl, codesIn } = await claiming();
    const standby = await synchronousStandby(postgres.server());
    const there = new URL(databaseUrl);
    there.port = String(standby.port);
    let committed: readonly string[] = [];
    const isLost = wire.loseAnswerTo(commit, async () => {
      committed = await codesIn(databaseUrl);
      await postgres.server().crash();
      await standby.promote();
      wire.leadTo(standby.port);
    });
    // The old server comes back too late for this claim, so that it can be stopped in order.
    onTestFinished(() => postgres.server().start());
    await reader.says('tak');
    await isLost;
    expect([await codeIn(reader, 'claimCode.issued')]).toEqual(committed);
    expect(await codesIn(there.href)).toEqual(committed);
  });
});
