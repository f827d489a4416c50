import { describe, expect, test } from 'vitest';
import { cards, password } from '../support/library/troubledSystem.ts';
import { ask, startWholeLibrary } from '../support/wholeLibrary.ts';

const patienceMs = 400;
const question = 'na ilu urządzeniach mogę czytać?';

describe.each(['SIP2', 'Koha'] as const)('a library system, %s, that', (system) => {
  const open = () => startWholeLibrary(system, patienceMs);

  test.each(['hanging', 'down', 'lying'] as const)(
    'is %s refuses nobody and gives no code: readers hear what is unknown and what to do, until it is well',
    async (trouble) => {
      const library = await open();
      const reader = await library.reader(0);
      expect(await ask(reader, 'pobierz kod')).toContain('Spełniasz warunki');
      await library.become(trouble);
      for (const words of ['tak', 'testuj pobieranie']) {
        const said = await ask(reader, words);
        expect(said).toContain('To nie jest odmowa');
        expect(said).toContain('Nie udało się sprawdzić, czy masz coś do zapłaty');
        expect(said).toContain('Spróbuj za kilka minut');
        expect(said).not.toMatch(/Oto Twój kod|99/);
      }
      expect(await ask(reader, question)).toContain('dwóch urządzeń');
      await library.become('well');
      expect(await ask(reader, 'testuj pobieranie')).toContain('możesz teraz pobrać kod');
      await ask(reader, 'pobierz kod');
      expect(await ask(reader, 'tak')).toContain('Oto Twój kod');
    },
  );

  test.each(['hanging', 'down'] as const)(
    'is %s while a reader signs in: the page blames no password, and the next try succeeds',
    async (trouble) => {
      const library = await open();
      const reader = await library.stranger();
      await ask(reader, 'testuj pobieranie');
      await library.become(trouble);
      const failed = await reader.signIn(cards[0] ?? '', password);
      expect(failed).toContain('System biblioteki nie odpowiada');
      expect(failed).toContain('To nie Twój błąd');
      await library.become('well');
      const before = (await reader.shown(null)).length;
      await reader.signIn(cards[0] ?? '', password);
      const shown = await reader.shown(before + 2);
      expect(shown.at(-1)?.text).toContain('możesz teraz pobrać kod');
    },
  );

  test('is slow, or was restarted between two questions, gives the same verdict', async () => {
    const library = await open();
    const reader = await library.reader(0);
    await library.become('slow');
    expect(await ask(reader, 'testuj pobieranie')).toContain('możesz teraz pobrać kod');
    await library.become('well');
    library.restart();
    expect(await ask(reader, 'testuj pobieranie')).toContain('możesz teraz pobrać kod');
  });

  test('learned of a debt after the question is asked again before a code is given', async () => {
    const library = await open();
    const reader = await library.reader(0);
    expect(await ask(reader, 'pobierz kod')).toContain('Spełniasz warunki');
    library.charge(0, 12.5);
    const said = await ask(reader, 'tak');
    expect(said).toContain('Masz do zapłaty 12,50');
    expect(said).toContain('(system biblioteczny)');
    library.charge(0, 0);
    await ask(reader, 'pobierz kod');
    expect(await ask(reader, 'tak')).toContain('Oto Twój kod');
  });
});
