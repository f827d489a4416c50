import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../../src/codes/index.ts';
import { writeSnapshot, type CardNumber, type SnapshotRow } from '../../../src/library/index.ts';
import { createPrivacy } from '../../../src/privacy/index.ts';
import { calendarDay, month } from '../../../src/rules/index.ts';
import { dataOperations } from '../../../src/staff/index.ts';
import { startStaffDoor } from '../../../src/staff/door/staffDoor.ts';
import { remoteDataOperations } from '../../../src/staff/door/remoteDataOperations.ts';
import { logLine, openDataFolder } from '../../../src/storage/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { now, quietDesk, type StaffDesk } from '../support/staffDesk.ts';

const card = '200100042' as CardNumber;
const december = month('2026-12');

function rowOf(of: string): SnapshotRow {
  const known = { balance: 1250, loansThisYear: 3, dataConfirmedOn: 'never' } as const;
  return { card: of, ...known, overdueItems: null };
}

/** What the bot does before staff is asked. The desk's own commands open the ledger with its secret. */
async function deskWithClaim(): Promise<StaffDesk> {
  const desk = await quietDesk();
  await desk.type('kody miesiac 2026-12');
  const file = join(desk.context.dataFolder, 'codes.csv');
  await writeFile(file, 'AAAA1111\nBBBB2222\n');
  await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
  return desk;
}

describe('a request of a reader about their data', () => {
  test('is answered by card number, and leaves a trace', async () => {
    const desk = await deskWithClaim();
    const { exitCode, out } = await desk.type(`dane pokaz ${card}`);
    expect(exitCode).toBe(0);
    expect(out).toContain('…0042');
    expect(out).toContain('żadne');
    expect(out).toContain('numeru karty: 0');
    expect((await desk.type(`dane pokaz ${card}`)).out).toContain('numeru karty: 1');
    const audit = join(desk.context.dataFolder, 'audit', '2026-12.events.ndjson');
    const rows = await readFile(audit, 'utf8');
    expect(rows).toContain('privacy.shown');
    expect(rows).not.toContain(card);
  });

  test('to erase needs a reason, from which personal data is masked', async () => {
    const desk = await deskWithClaim();
    expect((await desk.type(`dane usun ${card}`)).exitCode).not.toBe(0);
    const erased = await desk.type(`dane usun ${card} --powod jan.kowalski@example.org`);
    expect(erased.exitCode).toBe(0);
    const audit = join(desk.context.dataFolder, 'audit', '2026-12.events.ndjson');
    const rows = await readFile(audit, 'utf8');
    expect(rows).toContain('privacy.erased');
    expect(rows).not.toContain('jan.kowalski');
  });

  test("shows the row of the library's list, which erasing does not change", async () => {
    const desk = await deskWithClaim();
    expect((await desk.type(`dane pokaz ${card}`)).out).toContain('nie zawiera tej karty');
    const rows = [rowOf(card), { ...rowOf(card), card: '200100043' }];
    await writeSnapshot(desk.context.dataFolder, { day: calendarDay('2026-11-20'), rows });
    const row =
      'Zestawienie z biblioteki, stan na 20 listopada 2026 r.: należności 12,50\u00a0zł; ' +
      'wypożyczenia w tym roku: 3; dane nigdy niepotwierdzone.';
    expect((await desk.type(`dane pokaz ${card}`)).out).toContain(row);
    const erased = await desk.type(`dane usun ${card} --powod wniosek`);
    expect(erased.out).toContain('stan na 20 listopada 2026 r.) to plik z systemu biblioteki');
    expect((await desk.type(`dane pokaz ${card}`)).out).toContain(row);
    expect((await desk.type('dane usun 999 --powod wniosek')).out).not.toContain('to plik');
  });

  test('goes through the door of the running bot, with claims, sessions and their end', async () => {
    const folder = await openDataFolder(await temporaryFolder(), { kind: 'library' });
    const ledger: CodeLedger = await openFileLedger({
      folder: folder.path,
      clock: () => now,
      auditKey: new Uint8Array(32),
    });
    await ledger.importPool(december, ['AAAA1111'], now, 'staff');
    await ledger.claim(card, december, now);
    let sessions = 2;
    const privacy = createPrivacy({
      ledger,
      clock: () => now,
      snapshot: { entryOf: async (of) => ({ day: calendarDay('2026-11-20'), row: rowOf(of) }) },
      accounts: {
        sessionsOf: () => Promise.resolve(sessions),
        endSessions: () => Promise.resolve(void (sessions = 0)),
        unlock: () => Promise.resolve(),
      },
    });
    const none = (): Promise<never> => Promise.reject(new Error('not asked'));
    const door = await startStaffDoor(
      new Proxy({} as Parameters<typeof startStaffDoor>[0], { get: () => none }),
      dataOperations(privacy, ledger),
    );
    onTestFinished(async () => {
      await door.close();
      await ledger.close();
      await folder.release();
    });
    const remote = remoteDataOperations(door);
    expect(await remote.personalData(card)).toEqual({
      claims: [
        {
          month: december,
          claimedAt: now,
          codeEnd: '1111',
          activated: null,
          keptUntil: month('2028-01'),
        },
      ],
      auditRows: 1,
      sessions: 2,
      listed: { day: '2026-11-20', row: rowOf(card) },
    });
    expect(await remote.erase(card, 'wniosek')).toMatchObject({
      endedSessions: 2,
      auditRows: 3,
      listed: { day: '2026-11-20' },
    });
    expect((await remote.personalData(card)).sessions).toBe(0);
    expect(await remote.verifyAudit()).toEqual([
      { month: december, changes: 2, events: 3, differences: [] },
    ]);
  });
});

describe('the audit command', () => {
  test('says that the audit gives the ledger', async () => {
    const desk = await deskWithClaim();
    const { exitCode, out } = await desk.type('audyt');
    expect(exitCode).toBe(0);
    expect(out).toContain('grudzień 2026: zgadza się');
  });

  test('says what differs, and ends with 1', async () => {
    const desk = await deskWithClaim();
    const file = join(desk.context.dataFolder, 'audit', '2026-12.ledger.ndjson');
    const [line = ''] = (await readFile(file, 'utf8')).split('\n');
    const row = JSON.parse(line.slice(line.indexOf(' ') + 1)) as { codes: string[] };
    await writeFile(file, logLine({ ...row, codes: row.codes.slice(1) }));
    const { exitCode, out } = await desk.type('audyt');
    expect(exitCode).toBe(1);
    expect(out).toContain('NIE ZGADZA SIĘ');
    expect(out).toContain('kody, które nie zgadzają się z dziennikiem: 2');
  });
});

describe('changing the secret', () => {
  test('keeps the audit comparable', async () => {
    const desk = await deskWithClaim();
    const secret = () => readFile(join(desk.context.dataFolder, 'server-secret'), 'utf8');
    const before = await secret();
    expect((await desk.type('sekret')).exitCode).toBe(0);
    expect(await secret()).not.toBe(before);
    expect((await desk.type('audyt')).exitCode).toBe(0);
  });

  test('waits until the bot has stopped', async () => {
    const desk = await deskWithClaim();
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'library' });
    expect(await desk.type('sekret')).toMatchObject({ exitCode: 1 });
    await folder.release();
  });
});
