import { expect, onTestFinished, test } from 'vitest';
import {
  openLibrarySystem,
  servedPatron,
  startSip2Server,
  writeSnapshot,
  type LibrarySystem,
} from '../../../src/library/index.ts';
import { calendarDay } from '../../../src/rules/index.ts';
import { kohaDesk } from '../../library/koha/support/kohaDesk.ts';
import { kohaReaders } from '../../library/koha/support/kohaReaders.ts';
import { now, quietDesk } from '../support/staffDesk.ts';

const { inDebt, restricted } = kohaReaders;

async function deskBesideKoha() {
  const { koha } = await kohaDesk();
  const desk = await quietDesk();
  const openLibrary = (): Promise<LibrarySystem> =>
    openLibrarySystem({
      settings: {
        system: 'koha',
        koha: { address: koha.address, keepsLoanHistory: false },
        snapshot: { maximumAgeDays: 35 },
      },
      credentials: { koha },
      folder: desk.context.dataFolder,
      clock: () => now,
      demo: { folder: desk.context.dataFolder, pepper: new Uint8Array(32) },
    });
  Object.assign(desk.context, { openLibrary });
  return { koha, desk };
}

test('staff see what the system tells about a card, from where and as of when', async () => {
  const { desk } = await deskBesideKoha();
  const seen = await desk.type(`sprawdz-system --karta ${inDebt.cardnumber}`, inDebt.password);
  expect(seen).toMatchObject({ exitCode: 0, err: '' });
  expect(seen.out).toContain('„koha” odpowiada');
  expect(seen.out).toContain('potwierdzenie danych: koha → zestawienie');
  expect(seen.out).toContain('hasło poprawne');
  expect(seen.out).toMatch(/należności: 12,50.zł \(koha, stan na 1 grudnia 2026/);
  expect(seen.out).toContain('potwierdzenie danych: nie wiadomo');
  expect(seen.out).not.toContain(inDebt.password);
  expect(seen.out).not.toContain(inDebt.cardnumber);
});

test('staff see facts without a password, and whether one is wrong', async () => {
  const { desk } = await deskBesideKoha();
  const bare = await desk.type(`sprawdz-system --karta ${inDebt.cardnumber}`, '');
  expect(bare.out).toContain('po terminie zwrotu: 3 (koha');
  expect(bare.out).not.toContain('hasło poprawne');
  const blocked = await desk.type(`sprawdz-system --karta ${restricted.cardnumber}`, 'haslo4');
  expect(blocked.out).toContain('hasło odrzucone albo karta zablokowana');
});

test('staff see the day of the snapshot, and when there is none', async () => {
  const { desk } = await deskBesideKoha();
  expect((await desk.type('sprawdz-system')).out).toContain('czytelnicy wczytaj');
  await writeSnapshot(desk.context.dataFolder, { day: calendarDay('2026-11-20'), rows: [] });
  expect((await desk.type('sprawdz-system')).out).toMatch(/stan na 20 listopada 2026.*kart: 0/);
  await writeSnapshot(desk.context.dataFolder, { day: calendarDay('2026-10-01'), rows: [] });
  expect((await desk.type('sprawdz-system')).out).toContain('za stare');
});

test('staff see what is wrong with a system that does not answer, and the command fails', async () => {
  const { koha, desk } = await deskBesideKoha();
  koha.trouble = 'noPermission';
  const seen = await desk.type('sprawdz-system');
  expect(seen.exitCode).toBe(1);
  expect(seen.out).toContain('nie odpowiada');
  expect(seen.out).toContain('KOHA_PERMISSION');
});

test('staff read over SIP2 what the system writes about a card, on one line each', async () => {
  const patron = servedPatron({ card: '200100004', password: 'p', isBlocked: true });
  const more = 'AGZapytaj\u001b[2J kierownika|';
  const server = await startSip2Server({ patrons: [{ ...patron, more }] });
  onTestFinished(() => server.close());
  const desk = await quietDesk();
  const { port } = server;
  const openLibrary = (): Promise<LibrarySystem> =>
    openLibrarySystem({
      settings: { system: 'sip2', sip2: { host: '127.0.0.1', port, institution: 'LPL' } },
      credentials: { koha: null },
      folder: desk.context.dataFolder,
      clock: () => now,
      demo: { folder: desk.context.dataFolder, pepper: new Uint8Array(32) },
    });
  Object.assign(desk.context, { openLibrary });
  const seen = await desk.type('sprawdz-system --karta 200100004', 'p');
  expect(seen.out).toContain('hasło odrzucone albo karta zablokowana');
  expect(seen.out).toContain('wypożyczenia w tym roku: NIE WIADOMO. sip2 nigdy tego nie mówi');
  expect(seen.out).toContain('  LIBRARY_FACT_UNTOLD: No source can tell loansThisYear');
  expect(seen.out).toContain('należności: sip2\n');
  expect(seen.out).toContain('uwaga systemu: „Blocked”');
  expect(seen.out).toContain('uwaga systemu: „Zapytaj [2J kierownika”');
});

test('a section that the manifest lacks is told by the code of its own error', async () => {
  const desk = await quietDesk();
  const openLibrary = (): Promise<LibrarySystem> =>
    openLibrarySystem({
      settings: { system: 'koha' },
      credentials: { koha: null },
      folder: desk.context.dataFolder,
      clock: () => now,
      demo: { folder: desk.context.dataFolder, pepper: new Uint8Array(32) },
    });
  Object.assign(desk.context, { openLibrary });
  const seen = await desk.type('sprawdz-system');
  expect(seen.exitCode).toBe(1);
  expect(seen.err).toMatch(/^LIBRARY_[A-Z_]+: .*Add the section "koha:"/m);
});
