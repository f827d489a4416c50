import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSnapshot } from '../../../src/library/index.ts';
import {
  amountIn,
  cardIn,
  confirmationIn,
  countIn,
} from '../../../src/staff/readers/readersCells.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { quietDesk, type StaffDesk } from '../support/staffDesk.ts';

const list = [
  'Nr karty;Kary i opłaty;Wypożyczenia w tym roku;Wypożyczenia po terminie;Data potwierdzenia danych',
  '200100001;0,00;3;0;12.03.2026',
  '200100002;1 234,50 zł;0;2;nigdy',
  '200100003;;;;',
].join('\r\n');

async function deskWith(text: string | Uint8Array, name = 'czytelnicy-2026-11-20.csv') {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, text);
  return { desk: await quietDesk(), file };
}
const snapshotOf = (desk: StaffDesk) => readSnapshot(desk.context.dataFolder);

describe('a list of readers', () => {
  test('is shown before it is saved, with its day and columns', async () => {
    const { desk, file } = await deskWith(iconv.encode(list, 'windows-1250'));
    const seen = await desk.type(`czytelnicy wczytaj ${file}`, 'nie');
    expect(seen).toMatchObject({ exitCode: 0, err: '' });
    expect(seen.out).toContain('3 karty, kodowanie Windows-1250, stan na 20 listopada 2026');
    expect(seen.out).toContain('należności: „Kary i opłaty”');
    expect(seen.out).toContain('Nic nie zapisano.');
    expect(await snapshotOf(desk)).toBeNull();
  });

  test('is saved when a librarian agrees, and replaces the one before', async () => {
    const { desk, file } = await deskWith(list);
    expect(await desk.type(`czytelnicy wczytaj ${file}`, 'tak')).toMatchObject({ exitCode: 0 });
    expect(await snapshotOf(desk)).toEqual({
      day: '2026-11-20',
      lines: [
        '200100001\t0\t3\t2026-03-12\t0',
        '200100002\t123450\t0\tnever\t2',
        '200100003\t\t\t\t',
      ],
    });
    const again = await desk.type(`czytelnicy wczytaj ${file} --stan-na 2026-11-30 --tak`);
    expect(again.out).toContain('Kart w poprzednim zestawieniu: 3');
    expect((await snapshotOf(desk))?.day).toBe('2026-11-30');
    expect((await desk.type('czytelnicy stan')).out).toContain('stan na 30 listopada 2026');
  });

  test('is read while the bot runs, which needs not be told', async () => {
    const { desk, file } = await deskWith(list);
    await desk.withLedger(async () => {
      expect(await desk.type(`czytelnicy wczytaj ${file} --tak`)).toMatchObject({ exitCode: 0 });
    });
    expect((await snapshotOf(desk))?.lines).toHaveLength(3);
  });

  test.each([
    ['nieczytelna kwota', '200100004;dużo;1;0;12.03.2026'],
    ['brak numeru karty', '2,001E+08;0;1;0;12.03.2026'],
    ['ta karta już była', '200100001;0;1;0;12.03.2026'],
    ['po dniu zestawienia', '200100004;0;1;0;21.11.2026'],
    ['nieczytelna data', '200100004;0;1;0;31.02.2026'],
  ])('with a mistake is not saved: %s', async (problem, row) => {
    const { desk, file } = await deskWith(`${list}\r\n${row}`);
    const seen = await desk.type(`czytelnicy wczytaj ${file} --tak`);
    expect(seen.exitCode).toBe(1);
    expect(seen.out).toContain('wiersz 5');
    expect(seen.out).toContain(problem);
    expect(await snapshotOf(desk)).toBeNull();

    const rest = await desk.type(`czytelnicy wczytaj ${file} --tak --pomin-bledy`);
    expect(rest.exitCode).toBe(0);
    expect((await snapshotOf(desk))?.lines).toHaveLength(3);
  });

  test.each([
    ['nagłówek', 'nazwisko;kara\nKowalska;0'],
    ['kolumny z danymi', 'numer karty;nazwisko\n1;Kowalska'],
    ['nie ma czytelników', 'numer karty;kara'],
  ])('without what is needed says what: %s', async (said, text) => {
    const { desk, file } = await deskWith(text);
    const seen = await desk.type(`czytelnicy wczytaj ${file} --tak`);
    expect(seen).toMatchObject({ exitCode: 1, out: '' });
    expect(seen.err).toContain(said);
  });

  test('has a day, and none of the future', async () => {
    const { desk, file } = await deskWith(list, 'czytelnicy.csv');
    expect((await desk.type(`czytelnicy wczytaj ${file}`)).err).toContain('--stan-na');
    const future = await desk.type(`czytelnicy wczytaj ${file} --stan-na 2026-12-02`);
    expect(future.err).toContain('z przyszłości');
  });

  test('is not kept when it is too old for the bot to read', async () => {
    const { desk, file } = await deskWith(list);
    const seen = await desk.type(`czytelnicy wczytaj ${file} --stan-na 2026-10-26 --tak`);
    expect(seen).toMatchObject({ exitCode: 1, out: '' });
    expect(seen.err).toContain('starsze niż 35 dni');
    expect(await snapshotOf(desk)).toBeNull();
    const oldest = await desk.type(`czytelnicy wczytaj ${file} --stan-na 2026-10-27 --tak`);
    expect(oldest.exitCode).toBe(0);
  });

  test('is not kept where the library lets no list tell anything', async () => {
    const { desk, file } = await deskWith(list);
    Object.assign(desk.context, { snapshot: null });
    const seen = await desk.type(`czytelnicy wczytaj ${file} --tak`);
    expect(seen).toMatchObject({ exitCode: 1, out: '' });
    expect(seen.err).toContain('nie ma sekcji „snapshot:”');
    expect(await snapshotOf(desk)).toBeNull();
  });

  test('warns of card numbers from which a spreadsheet may have cut zeros', async () => {
    const { desk, file } = await deskWith(`${list}\r\n100004;0;1;0;12.03.2026`);
    const seen = await desk.type(`czytelnicy wczytaj ${file}`, 'nie');
    expect(seen.out).toContain('innej długości niż większość: 1');
  });

  test('is nowhere saved when the data folder is mistyped', async () => {
    const { desk, file } = await deskWith(list);
    const missing = join(desk.context.dataFolder, 'dane');
    Object.assign(desk.context, { dataFolder: missing });
    const seen = await desk.type(`czytelnicy wczytaj ${file} --tak`);
    expect(seen.exitCode).toBe(1);
    expect(seen.err).toContain('DATA_DIR');
    await expect(access(missing)).rejects.toThrow();
  });
});

describe('a cell of a list', () => {
  test.each([
    ['12,50', 1250],
    ['12.5', 1250],
    ['-3 zł', -300],
    ['1\u00a0234,05 PLN', 123405],
    ['0', 0],
    ['1.234,50', null],
    ['12,505', null],
    ['', null],
  ])('with the amount "%s" is %s grosze', (cell, grosze) => {
    expect(amountIn(cell)).toBe(grosze);
  });

  test.each([
    ['2026-03-12', '2026-03-12'],
    ['12.03.2026 14:22', '2026-03-12'],
    ['1/2/2026', '2026-02-01'],
    ['Brak', 'never'],
    ['46093', null],
    ['2026-02-30', null],
  ])('with the day "%s" is %s', (cell, day) => {
    expect(confirmationIn(cell)).toBe(day);
  });

  test('with a count or a card is read whole or not at all', () => {
    expect([countIn('7'), countIn('-1'), countIn('1,5'), countIn('')]).toEqual([
      7,
      null,
      null,
      null,
    ]);
    expect([cardIn('200 100 001'), cardIn('2E+08'), cardIn('a\tb|')]).toEqual([
      '200100001',
      null,
      null,
    ]);
  });
});
