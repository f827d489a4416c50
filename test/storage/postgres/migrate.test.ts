import { expect, onTestFinished, test } from 'vitest';
import { migrate, openDatabase, type Database } from '../../../src/storage/index.ts';
import { migrations } from '../../../src/storage/postgres/migrations.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  return database;
}

test('instances that start together make the tables once', async () => {
  const url = await postgres.newDatabase();
  const instances = await Promise.all([open(url), open(url), open(url)]);
  await Promise.all(instances.map((one) => migrate(one, 'demo')));
  const steps = await instances[0].query('select number from migrations order by number');
  expect(steps).toEqual(migrations.map((_, index) => ({ number: index + 1 })));
});

test('an upgrade makes the new steps only, and keeps what is there', async () => {
  const database = await open(await postgres.newDatabase());
  await migrate(database, 'demo', migrations.slice(0, 1));
  await database.query(`insert into ledger_codes values ('D-1', '2026-12')`);
  await migrate(database, 'demo');
  expect(await database.query('select code from ledger_codes')).toEqual([{ code: 'D-1' }]);
});

test('a step that fails leaves the database as it was', async () => {
  const database = await open(await postgres.newDatabase());
  const steps = [...migrations, 'create table half (x int); select no_such_thing'];
  await expect(migrate(database, 'demo', steps)).rejects.toThrow('no_such_thing');
  await migrate(database, 'demo');
  await expect(database.query('select * from half')).rejects.toThrow('half');
});

test('an older version refuses to work on what a newer one changed', async () => {
  const database = await connected(await postgres.newDatabase());
  await expect(migrate(database, 'demo', migrations.slice(1))).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
  });
});

test('a demo never opens the database of a library', async () => {
  const database = await open(await postgres.newDatabase());
  await migrate(database, 'library');
  await expect(migrate(database, 'demo')).rejects.toMatchObject({ code: 'DATABASE_KIND' });
});

test('nobody at the address is said in one line', async () => {
  const attempt = openDatabase('postgres://legimi@127.0.0.1:1/nothing');
  await expect(attempt).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringContaining('connect ECONNREFUSED 127.0.0.1:1') as unknown,
  });
});

test('a database that is not there is named', async () => {
  const url = new URL(await postgres.newDatabase());
  url.pathname = '/elsewhere';
  await expect(openDatabase(url.href)).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringContaining('database "elsewhere" does not exist') as unknown,
  });
});

test('a standby, which takes no changes, is told from the primary', async () => {
  const url = new URL(await postgres.newDatabase());
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  const database = await open(url.href);
  await expect(migrate(database, 'demo')).rejects.toMatchObject({
    code: 'DATABASE_UNUSABLE',
    nextStep: 'Name the primary, or an address that follows it.',
  });
});

test('a user that may not make tables is told what it needs', async () => {
  const url = new URL(await postgres.newDatabase());
  const owner = await open(url.href);
  const user = `weak_${url.pathname.slice(1)}`;
  await owner.query(`create role ${user} login`);
  await owner.query('revoke create on schema public from public');
  url.username = user;
  const database = await open(url.href);
  await expect(migrate(database, 'demo')).rejects.toMatchObject({
    code: 'DATABASE_UNUSABLE',
    nextStep: expect.stringContaining('owner of the database') as unknown,
  });
});

test('a server that loses what it acknowledged is refused', async () => {
  const url = new URL(await postgres.newDatabase());
  url.searchParams.set('options', '-c synchronous_commit=off');
  await expect(openDatabase(url.href)).rejects.toMatchObject({ code: 'DATABASE_UNSAFE' });
});
