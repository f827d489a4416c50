import { describe, expect, test } from 'vitest';
import {
  openDatabaseConversations,
  openDatabaseRecords,
  type Database,
} from '../../../src/storage/index.ts';
import { openSharedQuestions } from '../../../src/unanswered/index.ts';
import {
  describeKeyedRecords,
  oneMore,
  type Ticket,
} from '../../contract/keyedRecords.contract.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const start = new Date('2026-12-10T08:00:00Z');

describeKeyedRecords('PostgreSQL', async (clock) => {
  const url = await postgres.newDatabase();
  return async () => openDatabaseRecords<Ticket>(await connected(url), 'tickets', clock);
});

async function twoInstances(): Promise<readonly [Database, Database]> {
  const url = await postgres.newDatabase();
  return [await connected(url), await connected(url)];
}

describe('records that two instances share', () => {
  test('lose no change of forty that both make at once', async () => {
    const [one, other] = (await twoInstances()).map((database) =>
      openDatabaseRecords<Ticket>(database, 'tickets', () => start),
    );
    await Promise.all(
      Array.from({ length: 20 }, () => [
        one!.update('a', oneMore),
        other!.update('a', oneMore),
      ]).flat(),
    );
    expect((await other!.get('a'))?.tries).toBe(40);
  });

  test('are there again after a restart of the server that nobody noticed', async () => {
    // However long the server takes to start here.
    const database = await connected(await postgres.newDatabase(), { patience: 20_000 });
    const tickets = openDatabaseRecords<Ticket>(database, 'tickets', () => start);
    await tickets.update('a', oneMore);
    await postgres.server().crash();
    const changed = tickets.update('a', oneMore);
    await postgres.server().start();
    expect((await changed)?.tries).toBe(2);
  });

  test('are taken by exactly one, though of each statement the first answer is lost', async () => {
    const database = await connected(await postgres.newDatabase());
    const repeating: Database = {
      ...database,
      async idempotent(sql, values) {
        await database.query(sql, values);
        return database.query(sql, values);
      },
    };
    const tickets = openDatabaseRecords<Ticket>(repeating, 'tickets', () => start);
    await tickets.update('a', oneMore);
    const seen: (Ticket | null)[] = [];
    const take = () =>
      tickets.update('a', (current) => {
        seen.push(current);
        return null;
      });
    await take();
    expect(seen).toMatchObject([{ tries: 1 }]);
    await take();
    expect(seen.at(-1)).toBeNull();
    await tickets.update('a', oneMore);
    expect(await tickets.get('a')).toMatchObject({ tries: 1 });
  });

  test('of another name are others', async () => {
    const [database] = await twoInstances();
    const tickets = openDatabaseRecords<Ticket>(database, 'tickets', () => start);
    await tickets.update('a', oneMore);
    const sessions = openDatabaseRecords<Ticket>(database, 'sessions', () => start);
    expect(await sessions.get('a')).toBeNull();
    expect(await sessions.purge(new Date('2030-01-01T00:00:00Z'))).toBe(0);
    expect(await tickets.get('a')).not.toBeNull();
  });
});

describe('conversations that two instances share', () => {
  test('are read by one as the other wrote them, and only the newest may be changed', async () => {
    const [one, other] = (await twoInstances()).map((database) =>
      openDatabaseConversations(database, () => start),
    );
    await one!.write({ chat: { topic: 'validity \0' } });
    const { chat } = (await other!.read(['chat', 'unknown'])) as Record<string, { eTag: string }>;
    expect(chat).toMatchObject({ topic: 'validity \0' });
    await other!.write({ chat: { topic: 'claim', eTag: chat!.eTag } });
    const late = one!.write({ chat: { topic: 'late', eTag: chat!.eTag } });
    await expect(late).rejects.toMatchObject({ code: 'RECORD_CHANGED' });
    expect(await one!.read(['chat'])).toMatchObject({ chat: { topic: 'claim' } });
    await one!.delete(['chat']);
    expect(await other!.read(['chat'])).toEqual({});
  });
});

describe('unanswered questions that two instances share', () => {
  test('get numbers that no other has', async () => {
    const lists = (await twoInstances()).map((database) =>
      openSharedQuestions(
        openDatabaseRecords(database, 'unanswered', () => start),
        () => start,
      ),
    );
    await Promise.all(
      lists.flatMap((list) => [list.keep('czy jest kawa'), list.keep('a herbata')]),
    );
    const numbers = (await lists[0]!.list()).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4]);
    await lists[1]!.ignore([2]);
    expect((await lists[0]!.list()).filter(({ isIgnored }) => isIgnored)).toHaveLength(1);
  });
});
