import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { activationFile } from '../../src/staff/activationFile.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { busyDesk, now, quietDesk, type StaffDesk } from './support/staffDesk.ts';

const november = month('2026-11');
const cards = ['200100001', '200100002', '200100003'] as CardNumber[];

async function reportOf(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'raport.csv');
  await writeFile(file, text);
  return file;
}

describe.each([
  ['while the bot stands still', quietDesk],
  ['while the bot runs', busyDesk],
])('a report of activations, %s,', (_name, openDesk) => {
  /** Three readers hold AAAA-0001 … AAAA-0003 of November. */
  async function desk(): Promise<StaffDesk> {
    const opened = await openDesk();
    await opened.withLedger(async (ledger) => {
      const codes = ['AAAA-0001', 'AAAA-0002', 'AAAA-0003', 'AAAA-0004'];
      await ledger.importPool(november, codes, now, 'test');
      for (const card of cards) await ledger.claim(card, november, now);
    });
    return opened;
  }
  const activationsOf = (opened: StaffDesk) =>
    opened.withLedger(async (ledger) =>
      Promise.all(cards.map(async (card) => (await ledger.claimOf(card, november))?.activated)),
    );

  test('shows whom it costs the next code, and saves nothing before a yes', async () => {
    const opened = await desk();
    const file = await reportOf(
      'kod;data aktywacji\naaaa0001;12.11.2026\nAAAA-0002;\nZZZZ-9999;1\n',
    );
    const seen = await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11`, 'nie');
    expect(seen).toMatchObject({ exitCode: 0, err: '' });
    expect(seen.out).toContain('aktywowane: 1, nieaktywowane: 2');
    expect(seen.out).toContain('2 osoby nie dostaną kodu na grudzień 2026');
    expect(seen.out).toContain('wiersz 4: kod …9999');
    expect(await activationsOf(opened)).toEqual([null, null, null]);
  });

  test('is saved by a yes, corrected by the next one, and taken back whole', async () => {
    const opened = await desk();
    await opened.withLedger((ledger) => ledger.setActivated(cards[2]!, november, true, 'test'));
    const file = await reportOf('AAAA-0001\nAAAA-0002\n');
    const saved = await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11`, 'tak');
    expect(saved.out).toContain('aktywacje cofnij 2026-11');
    expect(await activationsOf(opened)).toEqual([true, true, false]);

    expect((await opened.type('aktywacje cofnij 2026-11')).out).toContain('Przywrócone zapisy: 3');
    expect(await activationsOf(opened)).toEqual([null, null, true]);
    expect(await opened.type('aktywacje cofnij 2026-11')).toMatchObject({ exitCode: 1 });
    const audit = await opened.withLedger((ledger) => ledger.verifyAudit());
    expect(audit.flatMap(({ differences }) => differences)).toEqual([]);
  });

  test('of another month is refused: nobody holds a code of it', async () => {
    const opened = await desk();
    const file = await reportOf('AAAA-0004\nBBBB-0001\n');
    const seen = await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    expect(seen).toMatchObject({ exitCode: 1, out: '' });
    expect(seen.err).toContain('raport tego miesiąca');
    expect(await activationsOf(opened)).toEqual([null, null, null]);
  });

  test('with an unclear line is refused whole', async () => {
    const opened = await desk();
    const file = await reportOf('kod;aktywowany\nAAAA-0001;tak\nAAAA-0002;może\n');
    const seen = await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    expect(seen.exitCode).toBe(1);
    expect(seen.err).toContain('Wiersz 3');
    expect(await activationsOf(opened)).toEqual([null, null, null]);
  });
});

test('a report is read with or without titles, in the words of spreadsheets', () => {
  const read = (text: string) => {
    const report = activationFile(Buffer.from(text));
    return report.outcome === 'read' ? report.codes.map((one) => one.isActivated) : report.outcome;
  };
  expect(read('A1\nA2\n')).toEqual([true, true]);
  expect(read('kod\nA1\n')).toEqual([true]);
  expect(read('Kod;Status\nA1;aktywny\nA2;nieaktywny\nA3;\nA4;2026-11-12 10:00\n')).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(read('nazwa;kwota\nA1;2\n')).toBe('noCodeColumn');
  expect(read('\n')).toBe('empty');
});
