import { describe, expect, onTestFinished, test } from 'vitest';
import type { StoreItem } from 'botbuilder';
import {
  conversationsWhileAway,
  openDatabase,
  openDatabaseConversations,
  openDatabaseRecords,
  recordsWhileAway,
  leases,
} from '../../../src/storage/index.ts';
import { oneMore, type Ticket } from '../../contract/keyedRecords.contract.ts';
import { cutDatabase } from '../../support/postgres/cutDatabase.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const start = new Date('2026-12-10T08:00:00Z');
const clock = () => start;

/** The database, and a switch that takes it away. */
async function switched() {
  const database = await connected(await postgres.newDatabase());
  const { line, database: cut } = cutDatabase(database);
  return { line, cut, database };
}

describe('conversations while the database is away', () => {
  const opened = async () => {
    const { line, cut, database } = await switched();
    const chats = conversationsWhileAway(openDatabaseConversations(cut, clock), clock);
    const others = openDatabaseConversations(database, clock);
    /** One turn as the SDK does it, which writes what it makes of what it read. */
    const turn = async (change: (item: StoreItem) => object): Promise<void> => {
      const item = ((await chats.read(['chat']))['chat'] ?? {}) as StoreItem;
      await chats.write({ chat: { ...item, ...change(item), eTag: '*' } });
    };
    const stored = async () => ((await others.read(['chat']))['chat'] ?? null) as StoreItem | null;
    return { line, chats, others, turn, stored };
  };

  test('begin empty, go on from turn to turn, and leave alone what the database holds', async () => {
    const { line, chats, turn, stored } = await opened();
    await turn(() => ({ asked: 'before' }));
    line.isCut = true;
    await turn((item) => ({ asked: `${item['asked']}, meanwhile` }));
    await turn((item) => ({ asked: `${item['asked']}, again` }));
    expect((await chats.read(['chat']))['chat']).toMatchObject({
      asked: 'undefined, meanwhile, again',
    });
    line.isCut = false;
    expect((await chats.read(['chat']))['chat']).toMatchObject({ asked: 'before' });
    await turn((item) => ({ asked: `${item['asked']}, after` }));
    expect(await stored()).toMatchObject({ asked: 'before, after' });
  });

  test('that could not be read replace nothing, also when the database is back as the turn ends', async () => {
    const { line, turn, stored } = await opened();
    await turn(() => ({ asked: 'before' }));
    line.isCut = true;
    await turn(() => {
      line.isCut = false;
      return { asked: 'meanwhile' };
    });
    expect(await stored()).toMatchObject({ asked: 'before' });
  });

  test('that began meanwhile are kept from then on', async () => {
    const { line, turn, stored } = await opened();
    line.isCut = true;
    await turn(() => ({ greeted: true }));
    line.isCut = false;
    await turn(() => ({ said: 'thanks' }));
    expect(await stored()).toMatchObject({ greeted: true, said: 'thanks' });
  });

  test('whose turn could not be saved go on after it, unless somebody else was first', async () => {
    for (const isOtherFirst of [false, true]) {
      const { line, chats, others, turn, stored } = await opened();
      await turn(() => ({ open: 'question 1' }));
      const item = (await chats.read(['chat']))['chat'] as StoreItem;
      line.isCut = true;
      await chats.write({ chat: { ...item, open: 'question 2', eTag: '*' } });
      line.isCut = false;
      if (isOtherFirst) await others.write({ chat: { ...item, open: 'question 3' } });
      await turn((now) => ({ seen: now['open'] }));
      expect(await stored()).toMatchObject({ seen: isOtherFirst ? 'question 3' : 'question 2' });
    }
  });

  test('still refuse to replace what changed since it was read', async () => {
    const { chats, others } = await opened();
    await chats.write({ chat: { open: 1 } });
    const item = (await chats.read(['chat']))['chat'] as StoreItem;
    await others.write({ chat: { ...item, open: 2 } });
    const late = chats.write({ chat: { ...item, open: 3 } });
    await expect(late).rejects.toMatchObject({ code: 'RECORD_CHANGED' });
  });

  test('are forgotten after a day', async () => {
    const { line, chats, turn } = await opened();
    line.isCut = true;
    await turn(() => ({ greeted: true }));
    line.isCut = false;
    await chats.purge(new Date(start.getTime() + 25 * 3_600_000));
    expect(await chats.read(['chat'])).toEqual({});
  });
});

describe('records that may be lost', () => {
  test('made while the database is away are used here until their end, and only here', async () => {
    const { line, cut, database } = await switched();
    const tickets = recordsWhileAway(openDatabaseRecords<Ticket>(cut, 'tickets', clock), clock);
    await tickets.update('early', oneMore);
    line.isCut = true;
    await tickets.update('late', oneMore);
    expect(await tickets.get('early')).toBeNull();
    line.isCut = false;
    expect((await tickets.update('late', oneMore))?.tries).toBe(2);
    expect((await tickets.get('early'))?.tries).toBe(1);
    const others = openDatabaseRecords<Ticket>(database, 'tickets', clock);
    expect(await others.get('late')).toBeNull();
    await tickets.delete('late');
    expect(await tickets.get('late')).toBeNull();
    await tickets.purge(start);
  });
});

describe('leases while the database is away', () => {
  test('refuse the work, or let it run alone in this instance where that will do', async () => {
    const { line, cut } = await switched();
    line.isCut = true;
    const refused = leases(cut)('chat', () => Promise.resolve('done'));
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE_AWAY' });
    const alone = leases(cut, { whileAway: 'goOn' });
    const order: number[] = [];
    await Promise.all(
      [1, 2].map((number) =>
        alone('chat', async () => {
          order.push(number);
          await Promise.resolve();
          order.push(number);
        }),
      ),
    );
    expect(order).toEqual([1, 1, 2, 2]);
  });
});

describe('a database that goes and comes back', () => {
  test('is asked again during a restart, not asked any more after it, and asked again when it is back', async () => {
    const changes: boolean[] = [];
    let tell: () => void = () => undefined;
    const database = await openDatabase(postgres.server().url(), {
      patience: 300,
      onAway(isAway) {
        changes.push(isAway);
        tell();
      },
    });
    onTestFinished(() => database.close());
    const changed = (): Promise<void> => new Promise((resolve) => (tell = resolve));
    await database.query('select 1');

    await postgres.server().crash();
    const isGone = changed();
    await expect(database.idempotent('select 1')).rejects.toMatchObject({ code: 'DATABASE_AWAY' });
    await isGone;
    expect(database.isAway()).toBe(true);
    await expect(database.query('select 1')).rejects.toMatchObject({ code: 'DATABASE_AWAY' });
    await expect(database.transaction((query) => query('select 1'))).rejects.toMatchObject({
      code: 'DATABASE_AWAY',
    });

    const isBack = changed();
    await postgres.server().start();
    await isBack;
    expect(database.isAway()).toBe(false);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(changes).toEqual([true, false]);
  });
});
