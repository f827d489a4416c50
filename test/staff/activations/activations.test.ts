import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CardNumber } from '../../../src/library/index.ts';
import { month } from '../../../src/rules/index.ts';
import { activationFile } from '../../../src/staff/activations/activationFile.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { busyDesk, now, quietDesk, type StaffDesk } from '../support/staffDesk.ts';

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

  test('imported twice changes nothing the second time, and is still taken back whole', async () => {
    const opened = await desk();
    const file = await reportOf('AAAA-0001\n');
    await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    const again = await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.out).toContain('Nic się nie zmieniło');
    expect((await opened.type('aktywacje cofnij 2026-11')).out).toContain('Przywrócone zapisy: 3');
    expect(await activationsOf(opened)).toEqual([null, null, null]);
  });

  test('is taken back after later ones, one at a time, the last one first', async () => {
    const opened = await desk();
    const first = await reportOf('AAAA-0001\n');
    const second = await reportOf('AAAA-0002\n');
    await opened.type(`aktywacje wczytaj ${first} --miesiac 2026-11 --tak`);
    await opened.type(`aktywacje wczytaj ${second} --miesiac 2026-11 --tak`);
    expect(await activationsOf(opened)).toEqual([false, true, false]);
    await opened.type('aktywacje cofnij 2026-11');
    expect(await activationsOf(opened)).toEqual([true, false, false]);
    await opened.type('aktywacje cofnij 2026-11');
    expect(await activationsOf(opened)).toEqual([null, null, null]);
    const nothing = await opened.type('aktywacje cofnij 2026-11');
    expect(nothing).toMatchObject({ exitCode: 1, out: '' });
    expect(nothing.err).toContain('nie ma zmiany');
  });

  test('leaves alone who claimed after it, also when it is taken back', async () => {
    const opened = await desk();
    const file = await reportOf('AAAA-0001\n');
    await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    const late = '200100004' as CardNumber;
    await opened.withLedger((ledger) => ledger.claim(late, november, now));
    await opened.type('aktywacje cofnij 2026-11');
    const claim = await opened.withLedger((ledger) => ledger.claimOf(late, november));
    expect(claim?.activated).toBe(null);
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

describe.each([
  ['while the bot stands still', quietDesk],
  ['while the bot runs', busyDesk],
])('one code, %s,', (_name, openDesk) => {
  const [card = '' as CardNumber] = cards;
  async function desk(): Promise<StaffDesk> {
    const opened = await openDesk();
    await opened.withLedger(async (ledger) => {
      await ledger.importPool(november, ['AAAA-0001', 'AAAA-0002'], now, 'test');
      await ledger.claim(card, november, now);
    });
    return opened;
  }
  const activated = (opened: StaffDesk) =>
    opened.withLedger(async (ledger) => (await ledger.claimOf(card, november))?.activated);

  test('is marked in any spelling, with what it costs, and the mark is taken back', async () => {
    const opened = await desk();
    const marked = await opened.type('aktywacje zaznacz 2026-11 aaaa0001 nie --powod pomyłka');
    expect(marked).toMatchObject({ exitCode: 0, err: '' });
    expect(marked.out).toContain('Kod …0001 na listopad 2026: było: nie wiadomo, jest: nieaktyw');
    expect(marked.out).toContain('nie dostanie kodu na grudzień 2026');
    expect(marked.out).toContain('npm run staff -- aktywacje cofnij 2026-11');
    expect(await activated(opened)).toBe(false);

    const undone = await opened.type('aktywacje cofnij 2026-11');
    expect(undone.out).toContain('Cofnięto zaznaczenie');
    expect(await activated(opened)).toBe(null);
    expect(await opened.type('aktywacje cofnij 2026-11')).toMatchObject({ exitCode: 1 });
  });

  test('is marked by the card that holds it, and leaves its reason in the audit', async () => {
    const opened = await desk();
    const reason = '--powod jan.kowalski@example.org';
    const marked = await opened.type(`aktywacje zaznacz 2026-11 ${card} tak ${reason}`);
    expect(marked.out).toContain('jest: aktywowany');
    expect(marked.out).not.toContain('nie dostanie');
    expect(await activated(opened)).toBe(true);
    const rows = await readFile(
      join(opened.context.dataFolder, 'audit', '2026-12.events.ndjson'),
      'utf8',
    );
    expect(rows).toContain('activation.marked');
    expect(rows).not.toContain('jan.kowalski');
    expect(rows).not.toContain(card);
  });

  test('marked between a report and its undo keeps the order: the mark goes first', async () => {
    const opened = await desk();
    const file = await reportOf('kod;aktywowany\nAAAA-0001;nie\n');
    await opened.type(`aktywacje wczytaj ${file} --miesiac 2026-11 --tak`);
    await opened.type('aktywacje zaznacz 2026-11 AAAA-0001 tak --powod aplikacja');
    expect(await activated(opened)).toBe(true);
    await opened.type('aktywacje cofnij 2026-11');
    expect(await activated(opened)).toBe(false);
    await opened.type('aktywacje cofnij 2026-11');
    expect(await activated(opened)).toBe(null);
  });

  test('marked as it was known changes nothing, and there is nothing to take back', async () => {
    const opened = await desk();
    const same = await opened.type('aktywacje zaznacz 2026-11 AAAA-0001 nieznany --powod test');
    expect(same.out).toContain('już wcześniej było: nie wiadomo');
    expect(await opened.type('aktywacje cofnij 2026-11')).toMatchObject({ exitCode: 1 });
  });

  test.each([
    ['that nobody holds', '2026-11 AAAA-0002 tak --powod x', 'nikt nie ma'],
    ['of another month', '2026-10 AAAA-0001 tak --powod x', 'nikt nie ma'],
    ['with another state', '2026-11 AAAA-0001 moze --powod x', 'tak, nie albo nieznany'],
    ['without a reason', '2026-11 AAAA-0001 tak', 'powod'],
  ])('%s is not marked', async (_what, words, said) => {
    const opened = await desk();
    const refused = await opened.type(`aktywacje zaznacz ${words}`);
    expect(refused).toMatchObject({ exitCode: 1, out: '' });
    expect(refused.err).toContain(said);
    expect(await activated(opened)).toBe(null);
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
