import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabaseInbox, type Inbox } from '../../../src/channels/messenger/index.ts';
import { openPostgresLedger } from '../../../src/codes/index.ts';
import { leases, type Database } from '../../../src/storage/index.ts';
import { describeInbox, eventOf, keysOf, start, workedOn } from '../../contract/inbox.contract.ts';
import { compileProgram } from '../../storage/support/compiledProgram.ts';
import { startFakeGraph, type FakeGraph } from '../../support/messenger/fakeGraph.ts';
import {
  startMessengerRig,
  type MessengerRig,
  type RigOptions,
} from '../../support/messenger/messengerRig.ts';
import { textEvent, webhookSender } from '../../support/messenger/webhookSender.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';
import { claimingTurn, december, heldFor, releaseDay } from './support/claimingTurn.ts';

const postgres = postgresForTests();

const openOn = (database: Database, clock = () => new Date(start)): Inbox =>
  openDatabaseInbox({ database, alone: leases(database, { heldFor }), clock });

describeInbox('PostgreSQL', async (clock) => {
  const url = await postgres.newDatabase();
  return async () => openOn(await connected(url), clock);
});

async function graphForTest(): Promise<FakeGraph> {
  const graph = await startFakeGraph(() => new Date(start));
  onTestFinished(() => graph.close());
  return graph;
}

async function instanceOn(
  url: string,
  graph: FakeGraph,
  options: RigOptions = {},
): Promise<MessengerRig> {
  const rig = await startMessengerRig({
    graph,
    inbox: openOn(await connected(url)),
    ...options,
  });
  onTestFinished(() => rig.close());
  return rig;
}

describe('the inbox in the database', () => {
  test('holds what a reader wrote only until it is answered', async () => {
    const database = await connected(await postgres.newDatabase());
    const inbox = openOn(database);
    await inbox.keep([eventOf('a'), eventOf('b', 'anna')]);
    await workedOn(inbox);
    const rows = await database.query('select key, content from messenger_inbox order by key');
    expect(rows).toMatchObject([
      { key: 'a', content: null },
      { key: 'b', content: expect.stringContaining('słowa b') },
    ]);
  });

  test('keeps an id and words with characters that PostgreSQL refuses', async () => {
    const inbox = openOn(await connected(await postgres.newDatabase()));
    await inbox.keep([eventOf('a \ud800', 'nul \0')]);
    expect(await inbox.abandoned()).toEqual(['nul \0']);
    expect(await workedOn(inbox, 'nul \0')).toHaveLength(1);
  });

  test('answers nobody twice when the database was away as an answer was to be marked', async () => {
    const database = await connected(await postgres.newDatabase());
    let isAway = false;
    const inbox = openOn({
      ...database,
      idempotent: (sql, values) =>
        isAway && sql.includes('set content = null')
          ? Promise.reject(new Error('Connection terminated'))
          : database.idempotent(sql, values),
    });
    await inbox.keep([eventOf('a'), eventOf('b')]);
    isAway = true;
    await expect(workedOn(inbox)).rejects.toThrow('terminated');
    isAway = false;
    expect(await inbox.abandoned()).toEqual(['reader']);
    expect(await workedOn(inbox)).toEqual(['b']);
  });

  test('does not offer to others what an instance is answering, nor lets them take it', async () => {
    const url = await postgres.newDatabase();
    const one = openOn(await connected(url));
    const other = openOn(await connected(url));
    await one.keep([eventOf('a'), eventOf('b', 'anna')]);
    await one.work('reader', async () => {
      expect(await other.abandoned()).toEqual(['anna']);
      return 'left';
    });
    expect(keysOf(await other.keep([eventOf('a')]))).toEqual([]);
    expect([...(await other.abandoned())].sort()).toEqual(['anna', 'reader']);
  });
});

describe('two instances behind one Page', () => {
  test('answer once what Meta delivers ten times, to whichever', async () => {
    const url = await postgres.newDatabase();
    const graph = await graphForTest();
    const instances = [await instanceOn(url, graph), await instanceOn(url, graph)];
    const events = ['anna', 'jan', 'ewa'].flatMap((reader) =>
      [1, 2, 3].map((n) => textEvent(reader, start + n, `${reader}-${n}`, `${n}`)),
    );
    const delivered = await Promise.all(
      Array.from({ length: 10 }, (_none, round) =>
        instances[round % 2]!.deliver(...(round % 3 ? events : [...events].reverse())),
      ),
    );
    expect(delivered.every(({ status }) => status === 200)).toBe(true);
    for (const { channel } of instances) await channel.idle();
    for (const reader of ['anna', 'jan', 'ewa']) {
      expect(graph.textsTo(reader)).toEqual(['echo: 1', 'echo: 2', 'echo: 3']);
    }
  });

  test('answer a reader in order, also when each has heard a part', async () => {
    const url = await postgres.newDatabase();
    const graph = await graphForTest();
    let free: () => void = () => undefined;
    const isFree = new Promise<void>((resolve) => (free = resolve));
    const slow = await instanceOn(url, graph, {
      async runTurn(context) {
        await isFree;
        await context.sendActivity(`slow: ${context.activity.text}`);
      },
    });
    const quick = await instanceOn(url, graph);
    await slow.deliver(textEvent('anna', start, 'm1', '1'));
    await quick.deliver(textEvent('anna', start, 'm2', '2'), textEvent('jan', start, 'm3', '3'));
    await graph.until(() => graph.textsTo('jan').length === 1);
    expect(graph.textsTo('anna')).toEqual([]);
    free();
    await Promise.all([slow.channel.idle(), quick.channel.idle()]);
    expect(graph.textsTo('anna').map((text) => text.at(-1))).toEqual(['1', '2']);
  });

  test('of which one is killed in the middle of a claim: the other answers, with the same code', async () => {
    const url = await postgres.newDatabase();
    const database = await connected(url);
    const ledger = await openPostgresLedger({
      database,
      clock: () => releaseDay,
      auditKey: new Uint8Array(32),
    });
    onTestFinished(() => ledger.close());
    await ledger.importPool(december, ['C-1', 'C-2', 'C-3'], releaseDay, 'staff');
    const graph = await graphForTest();

    const program = await compileProgram(join(import.meta.dirname, 'support/claimingPage.ts'));
    onTestFinished(() => program.remove());
    const child = spawn(process.execPath, [program.file, url, graph.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const webhook = String((await lines.next()).value);
    const sent = await webhookSender(webhook).deliver(
      textEvent('anna', start, 'm1', 'pobierz kod'),
      textEvent('anna', start, 'm2', 'przypomnij kod'),
    );
    expect(sent.status).toBe(200);
    const code = String((await lines.next()).value);

    const claim = await claimingTurn(database);
    const survivor = await instanceOn(url, graph, {
      async runTurn(context, chat) {
        await context.sendActivity(`${context.activity.text}: ${await claim(chat)}`);
      },
    });
    await survivor.channel.resume();
    await survivor.channel.idle();
    expect(graph.textsTo('anna')).toEqual([]);

    child.kill('SIGKILL');
    while (graph.textsTo('anna').length < 2) await survivor.channel.resume();
    await survivor.channel.idle();
    expect(graph.textsTo('anna')).toEqual([`pobierz kod: ${code}`, `przypomnij kod: ${code}`]);
    expect(await ledger.summary(december)).toMatchObject({ claimed: 1, left: 2 });
  });
});
