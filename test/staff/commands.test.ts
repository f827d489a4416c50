import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { ledgerOperations } from '../../src/staff/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { busyDesk, now, policy, quietDesk, type StaffDesk } from './support/staffDesk.ts';

const fixture = (name: string): string => join('test/fixtures/csv', name);
const november = month('2026-11');
const december = month('2026-12');

describe.each([
  ['while the bot stands still', quietDesk],
  ['while the bot runs and holds the data folder', busyDesk],
])('staff, %s,', (_name, openDesk) => {
  let desk: StaffDesk;
  beforeEach(async () => {
    desk = await openDesk();
  });

  const loaded = (): Promise<number> =>
    desk.withLedger(async (ledger) => (await ledger.summary(december)).loaded);

  describe('loading codes', () => {
    const load = `kody wczytaj ${fixture('excelWindows1250.csv')} --miesiac 2026-12`;

    test('see what a file holds and save it by a yes', async () => {
      const command = await desk.type(load, 'tak');
      expect(command).toMatchObject({ exitCode: 0, err: '', questions: 1 });
      expect(command.out).toMatch(/6 kodów.*Windows-1250/);
      expect(command.out).toMatch(/Kod dostępu/);
      expect(command.out).toMatch(/Zapisano 6 kodów na grudzień 2026/);
      expect(command.out).not.toMatch(/Uwaga/);
      expect(await loaded()).toBe(6);
    });

    test.each([
      ['nie', ['nie'], 0, 1],
      ['nothing, because nobody is there', [], 1, 1],
      ['three times something else', ['co?', '', 'może'], 1, 3],
      ['tak too late', ['x', 'y', 'z', 'tak'], 1, 3],
    ])('save nothing when the answer is %s', async (_answer, answers, exitCode, questions) => {
      const command = await desk.type(load, ...answers);
      expect(command).toMatchObject({ exitCode, questions });
      expect(command.out).toMatch(/Nic nie zapisano/);
      expect(await loaded()).toBe(0);
    });

    test('are asked again when the answer was unclear', async () => {
      expect(await desk.type(load, 'jasne', ' TAK ')).toMatchObject({ exitCode: 0, questions: 2 });
      expect(await loaded()).toBe(6);
    });

    test('are not asked when they said yes beforehand', async () => {
      expect(await desk.type(`${load} --tak`)).toMatchObject({ exitCode: 0, questions: 0 });
      expect(await loaded()).toBe(6);
    });

    test('are warned when the count is not that of a full month', async () => {
      const file = join(await temporaryFolder(), 'few.csv');
      await writeFile(file, 'LGM901-A7K2\nLGM902-A7K2\n');
      const command = await desk.type(`kody wczytaj ${file} --miesiac 2026-12`, 'nie');
      expect(command.out).toMatch(/Uwaga: po zapisaniu kodów będzie 2, a nie 6/);
    });

    test('are warned when the month is over', async () => {
      const command = await desk.type(load.replace('2026-12', '2026-11'), 'nie');
      expect(command.out).toMatch(/Uwaga: listopad 2026 już minął/);
    });

    test('hear of every mistake in the file with its line, and nothing is saved', async () => {
      const file = fixture('mistakes.csv');
      const command = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(command.exitCode).toBe(1);
      const mistakes = command.err.split('\n').filter((line) => line.startsWith('  '));
      expect(mistakes).toEqual([
        expect.stringMatching(/wiersz 4: ten sam kod co w wierszu 2/),
        expect.stringMatching(/wiersz 5: brak kodu/),
        expect.stringMatching(/wiersz 6: długość kodu 12, a większości 11/),
        expect.stringMatching(/wiersz 7: .*U\+0020/),
        expect.stringMatching(/wiersz 8: .*Ę/),
        expect.stringMatching(/wiersz 9: arkusz zamienił/),
      ]);
      expect(command.err).toMatch(/6 błędów/);
      expect(command.err).toMatch(/--rozne-dlugosci/);
      expect(await loaded()).toBe(0);
    });

    test('cannot load a code a second time, into whatever month', async () => {
      await desk.type(`${load.replace('2026-12', '2026-11')} --tak`);
      const command = await desk.type(`${load} --tak`);
      expect(command.exitCode).toBe(1);
      expect(command.err).toMatch(/wiersz 2: kod jest już wczytany na listopad 2026/);
      expect(command.err.match(/już wczytany/g)).toHaveLength(6);
      expect(await loaded()).toBe(0);
    });

    test('cannot load a code again in another spelling, from this file or an earlier one', async () => {
      const file = join(await temporaryFolder(), 'kody.csv');
      await writeFile(file, 'kod\nABCD-1234-X\nABCD-5678-X\nabcd-1234-x\n');
      const twice = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(twice.err).toMatch(/wiersz 4: ten sam kod co w wierszu 2/);

      await writeFile(file, 'kod\nABCD-1234-X\n');
      await desk.type(`kody wczytaj ${file} --miesiac 2026-11 --tak`);
      await writeFile(file, 'kod\nabcd1234x\n');
      const again = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(again.err).toMatch(/wiersz 2: kod jest już wczytany na listopad 2026/);
      expect(await loaded()).toBe(0);
    });

    test.each(['2006-12', '2026-10', '2028-01', '2062-12'])(
      'cannot load codes of a month that nobody can mean: %s',
      async (of) => {
        const command = await desk.type(`${load.replace('2026-12', of)} --tak`);
        expect(command.exitCode).toBe(1);
        expect(command.err).toMatch(/Sprawdź rok i miesiąc/);
      },
    );

    test('load a file once when two of them load it in the same moment', async () => {
      const file = fixture('oneColumn.csv');
      const outcomes = await desk.withLedger((ledger) => {
        const operations = ledgerOperations(ledger, [policy], () => now);
        const bytes = readFileSync(file);
        return Promise.all(
          [november, december].map((of) =>
            operations.commitImport(bytes, of, { acceptsAnyLength: false }),
          ),
        );
      });
      expect(outcomes).toMatchObject([
        { outcome: 'imported', added: 6 },
        {
          outcome: 'mistakes',
          problemCount: 6,
          problems: [{ line: 1, month: november }, {}, {}, {}, {}, {}],
        },
      ]);
    });

    test('can load codes of different lengths only by saying so', async () => {
      const file = join(await temporaryFolder(), 'lengths.csv');
      await writeFile(file, 'ABC-1\nABC-22\n');
      const command = `kody wczytaj ${file} --miesiac 2026-12 --tak`;
      expect(await desk.type(command)).toMatchObject({ exitCode: 1 });
      expect(await desk.type(`${command} --rozne-dlugosci`)).toMatchObject({ exitCode: 0 });
      expect(await loaded()).toBe(2);
    });

    test('see at most twenty mistakes and how many more there are', async () => {
      const file = join(await temporaryFolder(), 'same.csv');
      await writeFile(file, 'ABC-1\n'.repeat(150));
      const command = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(command.err.match(/wiersz \d+: ten sam/g)).toHaveLength(20);
      expect(command.err).toMatch(/149 błędów/);
      expect(command.err).toMatch(/i jeszcze 129/);
    });

    test.each([
      [fixture('severalColumns.csv'), /kilka kolumn/],
      [fixture('brokenQuotes.csv'), /cudzysłów/],
      ['test/fixtures/csv/missing.csv', /Nie można otworzyć pliku/],
      ['test/fixtures', /Nie można otworzyć pliku/],
    ])('hear clearly that %s cannot be used', async (file, sentence) => {
      const command = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(command.exitCode).toBe(1);
      expect(command.err).toMatch(sentence);
      expect(await loaded()).toBe(0);
    });

    test('cannot load a file that is far too large', async () => {
      const file = join(await temporaryFolder(), 'large.csv');
      await writeFile(file, 'A'.repeat(3_000_000));
      const command = await desk.type(`kody wczytaj ${file} --miesiac 2026-12 --tak`);
      expect(command).toMatchObject({ exitCode: 1, err: expect.stringMatching(/za duży/) });
    });
  });

  describe('looking at a month', () => {
    test('see what is loaded, given and left, and the release of the policy', async () => {
      await desk.withLedger(async (ledger) => {
        await ledger.importPool(december, ['A', 'B', 'C'], new Date(), 'test');
        await ledger.claim('200100042' as CardNumber, december, new Date('2026-12-10T08:05:00Z'));
      });
      const { exitCode, out } = await desk.type('kody miesiac 2026-12');
      expect(exitCode).toBe(0);
      expect(out).toMatch(/grudzień 2026/);
      expect(out).toMatch(/wczytane: 3 \(pełna pula: 6\)/);
      expect(out).toMatch(/wydane: 1/);
      expect(out).toMatch(/zostało: 2/);
      expect(out).toMatch(/10 grudnia 2026 r. \(czwartek\), godz. 9:00; termin z regulaminu/);
    });

    test('see the current month when they name none', async () => {
      const { out } = await desk.type('kody miesiac');
      expect(out).toMatch(/Kody na grudzień 2026/);
      expect(out).toMatch(/nie wczytano jeszcze kodów/);
    });

    test('see claims without names: time and the last characters', async () => {
      await desk.withLedger(async (ledger) => {
        await ledger.importPool(december, ['LGM001-B7K2', 'SHORT'], new Date(), 'test');
        await ledger.claim('200100042' as CardNumber, december, new Date('2026-12-10T08:05:00Z'));
        await ledger.claim('77' as CardNumber, december, new Date('2026-12-10T08:06:00Z'));
      });
      const { out } = await desk.type('kody lista 2026-12');
      expect(out).toMatch(/2026-12-10 09:05 {2}karta …0042 {2}kod …B7K2/);
      expect(out).toMatch(/2026-12-10 09:06 {2}karta …7 {2}kod …RT/);
      expect(out).not.toMatch(/2001000|LGM001|SHORT/);
    });

    test('hear that nobody has claimed yet', async () => {
      const { exitCode, out } = await desk.type('kody lista 2026-11');
      expect(exitCode).toBe(0);
      expect(out).toMatch(/listopad 2026 nikt jeszcze nie pobrał/);
    });
  });

  describe('setting a release', () => {
    const schedule = (): Promise<unknown> => desk.withLedger((ledger) => ledger.schedule());

    test('give day and wall time in the library', async () => {
      const { exitCode, out } = await desk.type('kody termin 2026-12 2026-12-11 8:30');
      expect(exitCode).toBe(0);
      expect(out).toMatch(/11 grudnia 2026 r. \(piątek\), godz. 8:30/);
      expect(out).not.toMatch(/Uwaga/);
      expect(await schedule()).toEqual(new Map([[december, new Date('2026-12-11T07:30:00Z')]]));
      expect((await desk.type('kody miesiac 2026-12')).out).toMatch(/termin ustawiony/);
    });

    test('are warned of a weekend and of a moment that is over', async () => {
      const weekend = await desk.type('kody termin 2026-12 2026-12-12 09:00');
      expect(weekend.out).toMatch(/sobota albo niedziela/);
      const past = await desk.type('kody termin 2026-11 2026-11-10 09:00');
      expect(past.out).toMatch(/już minęła/);
      expect(await schedule()).toHaveProperty('size', 2);
    });

    test.each([
      ['a day of another month', '2026-12 2027-01-10 09:00', /jest w innym/],
      ['a day that does not exist', '2026-11 2026-11-31 09:00', /„2026-11-31” to nie dzień/],
      ['an hour that does not exist', '2026-12 2026-12-10 24:00', /„24:00” to nie godzina/],
      ['a month that does not exist', '2026-13 2026-12-10 09:00', /„2026-13” to nie miesiąc/],
      ['a month in words', 'grudzień 2026-12-10 09:00', /„grudzień” to nie miesiąc/],
    ])('cannot give %s', async (_name, words, sentence) => {
      const command = await desk.type(`kody termin ${words}`);
      expect(command).toMatchObject({ exitCode: 1, out: '' });
      expect(command.err).toMatch(sentence);
      expect(await schedule()).toEqual(new Map());
    });
  });

  test('leave a trace of every change in the audit, as staff', async () => {
    await desk.type(`kody wczytaj ${fixture('oneColumn.csv')} --miesiac 2026-11 --tak`);
    await desk.type('kody termin 2026-11 2026-11-12 09:00');
    const audit = join(desk.context.dataFolder, 'audit', '2026-11.ledger.ndjson');
    await expect
      .poll(() => (existsSync(audit) ? readFileSync(audit, 'utf8') : ''))
      .toMatch(/"poolImported","by":"staff"[^]*"releaseSet","by":"staff"/);
  });
});
