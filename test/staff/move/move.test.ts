import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  auditKeyPurpose,
  createClaimPause,
  openFileLedger,
  openPostgresLedger,
  pauseRecords,
  type CodeLedger,
  type StoredPause,
} from '../../../src/codes/index.ts';
import type { CardNumber } from '../../../src/library/index.ts';
import { month } from '../../../src/rules/index.ts';
import type { StaffContext } from '../../../src/staff/index.ts';
import {
  migrate,
  openDatabase,
  openDatabaseRecords,
  openDataFolder,
  openKeyedRecords,
  openServerSecret,
  type Database,
} from '../../../src/storage/index.ts';
import { postgresForTests } from '../../support/postgres/testDatabase.ts';
import { now, quietDesk, type StaffDesk } from '../support/staffDesk.ts';

const postgres = postgresForTests();
const serverSecret = { current: '0123456789abcdef0123456789abcdef', previous: null };
const months = [month('2025-11'), month('2026-11'), month('2026-12')] as const;
const [longAgo, november, december] = months;
const cards = ['200100042', '200100059', '200100067'] as CardNumber[];
const [first, second, third] = cards as [CardNumber, CardNumber, CardNumber];

type Place = { readonly ledger: CodeLedger; readonly pause: ReturnType<typeof createClaimPause> };

/** A desk of a library that has both a data folder and a database. */
async function deskWithBoth() {
  const desk = await quietDesk();
  const url = await postgres.newDatabase();
  // The desk hands its context to every command, so what it lacks is added in place.
  const context = Object.assign(
    desk.context as { -readonly [K in keyof StaffContext]: StaffContext[K] },
    {
      serverSecret,
      database: { url, kind: 'library' as const },
    },
  );
  return { desk, context, url };
}

async function keysOf({ dataFolder, serverSecret: configured }: StaffContext) {
  const secret = await openServerSecret(dataFolder, configured);
  return { auditKey: secret.deriveKey(auditKeyPurpose), clock: () => now };
}

async function inFolder<Result>(context: StaffContext, work: (place: Place) => Promise<Result>) {
  const folder = await openDataFolder(context.dataFolder, { kind: 'library' });
  const ledger = await openFileLedger({ folder: folder.path, ...(await keysOf(context)) });
  const records = await openKeyedRecords<StoredPause>(folder.path, pauseRecords, () => now);
  try {
    return await work({ ledger, pause: createClaimPause({ records, ledger, clock: () => now }) });
  } finally {
    await records.close();
    await ledger.close();
    await folder.release();
  }
}

async function onDatabase<Result>(url: string, work: (database: Database) => Promise<Result>) {
  const database = await openDatabase(url);
  try {
    await migrate(database, 'library');
    return await work(database);
  } finally {
    await database.close();
  }
}

function inDatabase<Result>(
  context: StaffContext,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  return onDatabase(context.database?.url ?? '', async (database) => {
    const ledger = await openPostgresLedger({ database, ...(await keysOf(context)) });
    const records = openDatabaseRecords<StoredPause>(database, pauseRecords, () => now);
    const result = await work({
      ledger,
      pause: createClaimPause({ records, ledger, clock: () => now }),
    });
    await ledger.close();
    return result;
  });
}

/** A year of a library: a month without names, one with activations, one in the middle of its draw. */
async function live({ ledger, pause }: Place): Promise<void> {
  await ledger.importPool(longAgo, ['L-1', 'L-2'], now, 'staff');
  await ledger.claim(first, longAgo, now);
  await ledger.retain({ claimsFrom: november, auditFrom: longAgo });
  await ledger.importPool(november, ['N-1', 'N-2'], now, 'staff');
  await ledger.claim(second, november, now);
  await ledger.claim(first, november, now);
  await ledger.setActivated(second, november, false, 'staff');
  await ledger.importPool(december, ['D-1', 'D-2', 'D-3'], now, 'staff');
  await ledger.setRelease(december, new Date('2026-12-11T08:30:00Z'), 'staff');
  for (const card of cards) await ledger.draws?.join(card, december, now);
  await ledger.draws?.draw(december, { at: now, keptUntil: new Date('2026-12-12T00:00:00Z') });
  await ledger.claim(third, december, now);
  await ledger.audit({ at: now, card: first, event: 'signIn.done', details: { way: 'pin' } });
  await pause.pause('Wznowimy o 10:30.', 'staff');
}

/** What readers and staff can see of it. */
async function seen({ ledger, pause }: Place) {
  const { draws } = ledger;
  if (!draws) throw new Error('Both ledgers hold draws.');
  return {
    pools: await Promise.all(months.map((of) => ledger.pool(of))),
    claims: await Promise.all(months.map((of) => ledger.claims(of))),
    schedule: await ledger.schedule(),
    places: await Promise.all(cards.map((card) => draws.placeOf(card, december))),
    auditRows: await Promise.all(cards.map((card) => ledger.auditRowsOf(card))),
    audit: await ledger.verifyAudit(),
    pause: await pause.current(),
  };
}

describe('moving the ledger', () => {
  let desk: StaffDesk;
  let context: StaffContext;
  let url: string;
  beforeEach(async () => {
    ({ desk, context, url } = await deskWithBoth());
  });

  test('into the database and back loses and changes nothing', async () => {
    await inFolder(context, live);
    const before = await inFolder(context, seen);
    expect(before.audit.map(({ differences }) => differences)).toEqual([[], [], []]);
    expect(before.places).not.toContain(null);

    const there = await desk.type('przenies do-bazy', 'tak');
    expect(there).toMatchObject({ exitCode: 0, err: '' });
    expect(there.out).toContain('2026-12: kody: 3, wydane: 1, czekający na losowanie: 3');
    expect(there.out).toContain('Wznowimy o 10:30.');
    expect(await inDatabase(context, seen)).toEqual(before);
    expect(await inFolder(context, seen)).toEqual(before);

    // The bot goes on in the database.
    await inDatabase(context, async ({ ledger, pause }) => {
      await ledger.claim(first, december, now);
      await pause.resume('staff');
    });
    const later = await inDatabase(context, seen);
    const fresh = await quietDesk();
    Object.assign(fresh.context, { serverSecret, database: context.database });
    expect(await fresh.type('przenies z-bazy --tak')).toMatchObject({ exitCode: 0, questions: 0 });
    expect(await inFolder(fresh.context, seen)).toEqual(later);
    expect(later.pause).toBeNull();

    // And then in files again: the order of codes and the audit continue.
    await inFolder(fresh.context, async ({ ledger }) => {
      expect(await ledger.claim(second, december, now)).toMatchObject({ outcome: 'issued' });
      expect((await ledger.verifyAudit()).flatMap((one) => one.differences)).toEqual([]);
    });
  });

  test('shows first, and moves nothing when the answer is no', async () => {
    await inFolder(context, live);
    const { exitCode, out } = await desk.type('przenies do-bazy', 'nie');
    expect(exitCode).toBe(0);
    expect(out).toContain('Nic nie przeniesiono.');
    expect((await inDatabase(context, seen)).pools).toEqual([null, null, null]);
    expect((await inDatabase(context, seen)).pause).toBeNull();
  });

  test('is refused while the bot holds the folder', async () => {
    await inFolder(context, async (place) => {
      await live(place);
      const { exitCode, err } = await desk.type('przenies do-bazy --tak');
      expect(exitCode).toBe(1);
      expect(err).toContain('DATA_FOLDER_LOCKED');
    });
  });

  test.each(['do-bazy', 'z-bazy'])('is refused while an instance is connected: %s', async (way) => {
    await inFolder(context, live);
    await onDatabase(url, async (database) => {
      await database.query('select 1');
      const { exitCode, err } = await desk.type(`przenies ${way} --tak`);
      expect(exitCode).toBe(1);
      expect(err).toContain('STAFF_DATABASE_IN_USE');
    });
  });

  test.each(['do-bazy', 'z-bazy'])('is refused when the target holds months: %s', async (way) => {
    const load = async ({ ledger }: Place): Promise<void> => {
      await ledger.importPool(december, ['X-1'], now, 'staff');
    };
    await inFolder(context, load);
    await inDatabase(context, load);
    const { exitCode, err } = await desk.type(`przenies ${way} --tak`);
    expect(exitCode).toBe(1);
    expect(err).toContain('są już dane (2026-12)');
  });

  test('is refused with another secret than the one the audit was made with', async () => {
    await inFolder({ ...context, serverSecret: null }, live);
    const { exitCode, err } = await desk.type('przenies do-bazy --tak');
    expect(exitCode).toBe(1);
    expect(err).toContain('Sprawdź, czy SERVER_SECRET');
  });

  test('keeps the secret of a data folder that is written into SERVER_SECRET', async () => {
    await inFolder({ ...context, serverSecret: null }, live);
    const secret = (await readFile(join(context.dataFolder, 'server-secret'), 'utf8')).trim();
    Object.assign(context, { serverSecret: { current: `hex:${secret}`, previous: null } });
    expect((await desk.type('przenies do-bazy --tak')).exitCode).toBe(0);
  });

  test('says that nobody may use the new place when what was written cannot be compared', async () => {
    await inFolder(context, live);
    const before = await inFolder(context, seen);
    await onDatabase(url, async (database) => {
      // A database that does not keep what it is given.
      await database.query(`
        create function spoil() returns trigger language plpgsql as
          $$ begin new.content := '{'; return new; end $$;
        create trigger spoil before insert on audit_events for each row execute function spoil();
      `);
    });
    const { exitCode, err } = await desk.type('przenies do-bazy --tak');
    expect(exitCode).toBe(1);
    expect(err).toContain('STAFF_MOVE_UNVERIFIED');
    expect(err).toContain('Nie uruchamiaj asystenta w nowym miejscu.');
    expect(await inFolder(context, seen)).toEqual(before);
  });

  test('is refused when there is nothing to move, no folder or no database', async () => {
    expect((await desk.type('przenies do-bazy')).err).toContain('Nie ma czego przenosić.');
    Object.assign(context, { dataFolder: `${context.dataFolder}/none` });
    expect((await desk.type('przenies do-bazy')).err).toContain('STAFF_NO_DATA_FOLDER');
    Object.assign(context, { database: null });
    expect((await desk.type('przenies do-bazy')).err).toContain('DATABASE_URL');
  });
});
