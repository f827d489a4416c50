import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadModel, loadTrainingData } from '../../../src/training/index.ts';
import { createUnderstand } from '../../../src/understanding/index.ts';
import { localesCopy } from '../support/localesCopy.ts';
import { busyDesk, quietDesk, type StaffDesk } from '../support/staffDesk.ts';

const christmas = 'Czy w Wigilię też rozdajecie kody?';
const christmasAgain = 'czy w wigilie tez rozdajecie kody';
const christmasOtherwise = 'w wigilię rozdajecie też kody, tak?';
const printing = 'ile kosztuje wydruk strony';

describe.each([
  ['while the bot stands still', quietDesk],
  ['while the bot runs and holds the data folder', busyDesk],
])('staff, %s,', (_name, openDesk) => {
  let desk: StaffDesk;
  let localeFolder: string;
  beforeEach(async () => {
    const files = await localesCopy();
    ({ localeFolder } = files);
    desk = await openDesk(files);
  });

  const keep = (...texts: readonly string[]): Promise<void> =>
    desk.withQuestions(async (questions) => {
      for (const text of texts) await questions.keep(text);
    });
  const open = (): Promise<readonly string[]> =>
    desk.withQuestions(async (questions) =>
      (await questions.list()).filter(({ isIgnored }) => !isIgnored).map(({ text }) => text),
    );
  const count = (): Promise<number> =>
    desk.withQuestions(async (questions) => (await questions.list()).length);
  const fileOf = (name: string): string => readFileSync(join(localeFolder, name), 'utf8');

  test('see that no question is open', async () => {
    expect(await desk.type('pytania')).toEqual({
      exitCode: 0,
      out: 'Nie ma pytań bez odpowiedzi.\n',
      err: '',
      questions: 0,
    });
  });

  test('see what readers asked in vain, the most frequent first', async () => {
    await keep(printing, christmas, christmasAgain, christmasOtherwise, '???');
    const { exitCode, out, err } = await desk.type('pytania');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const [title, most, ...others] = out.split('\n\n');
    expect(title).toBe('Bez odpowiedzi: 5 pytań, 3 grupy podobnych.');
    expect(most?.split('\n')).toEqual([
      'nr 2: 3 razy, 2026-12-01',
      `  „${christmas}”`,
      `  „${christmasOtherwise}” (nr 4)`,
      expect.stringMatching(/^ {2}.+ \(0,\d\d\)$/),
    ]);
    expect(others[0]).toMatch(/^nr 1: 1 raz, 2026-12-01\n {2}„ile kosztuje wydruk strony”/);
    expect(others[1]).toMatch(/^nr 5: .*\n {2}„\?\?\?”\n {2}żaden wpis nie jest podobny$/);
    expect(others[2]).toMatch(/pytania dodaj NR WPIS\n.*pytania pomin NR\n.*nazwiska/);
  });

  test('see twenty groups, and all of them when they ask for it', async () => {
    const strangers = 'abcdefghijklmnopqrstuvw'.split('').map((letter) => letter.repeat(2) + 'x');
    await keep(...strangers);
    const short = (await desk.type('pytania')).out;
    expect(short.match(/^nr /gm)).toHaveLength(20);
    expect(short).toMatch(/Są jeszcze 3 grupy, rzadsze\. Całą listę pokazuje --wszystkie/);
    const long = (await desk.type('pytania --wszystkie')).out;
    expect(long.match(/^nr /gm)).toHaveLength(23);
    expect(long).not.toMatch(/--wszystkie/);
  });

  test('add a question to an entry and see what that changes', async () => {
    await keep(printing, christmas, christmasOtherwise);
    const before = fileOf('faq/when.yml');
    const { exitCode, out, err } = await desk.type('pytania dodaj 2 when');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(fileOf('faq/when.yml')).toBe(`${before}  - ${christmas}\n`);
    expect(await open()).toEqual([printing]);
    expect(await count()).toBe(1);

    expect(out).toContain(`Dopisano do pliku faq/when.yml: „${christmas}”`);
    expect(out).toMatch(/To pytanie: było: .+ → jest: Kiedy są kody \(\d,\d\d\)/);
    expect(out).toMatch(/(Inne pytania z listy|Bez zmiany: \d inn)/);
    expect(out).toMatch(
      /Sprawdzian na \d+ przykładach.*dobrze \d+,\d% → \d+,\d%, błędne odpowiedzi \d+,\d% → \d+,\d%/,
    );
    expect(out).toMatch(/(Bez istotnego pogorszenia|Uwaga: inne pytania)/);
    expect(out).toMatch(/po ponownym uruchomieniu/);

    const { modelFile } = desk.context;
    const { model, origin } = loadModel(localeFolder, modelFile);
    expect(origin).toBe('stored');
    expect(createUnderstand(model)(christmas)).toMatchObject({ intent: 'faq.when' });
  });

  test('add another wording of a group, to an action', async () => {
    await keep(christmas, christmasOtherwise);
    const { exitCode, out } = await desk.type('pytania dodaj 2 action.claim');
    expect(exitCode).toBe(0);
    expect(out).toContain(`intents/action.claim.yml: „${christmasOtherwise}”`);
    expect(out).toContain(christmas);
    expect(loadTrainingData(localeFolder).messages.get('action.claim')).toContain(
      christmasOtherwise,
    );
    expect(await open()).toEqual([]);
  });

  test.each([
    ['with a number that is not on the list', 'dodaj 9 when', /nie ma pytania nr 9/],
    [
      'to an entry that does not exist',
      'dodaj 1 kiedy',
      /Nie ma wpisu „kiedy”.*when.*action.claim/,
    ],
    ['with no number', 'dodaj kody when', /„kody” to nie numer pytania/],
    ['with number zero', 'pomin 0', /„0” to nie numer pytania/],
    ['without an entry', 'dodaj 1', /Brakuje argumentu: wpis/],
    ['that is in an entry already', 'dodaj 1 pool', /jest już wśród przykładów wpisu when/],
    ['with masked data', 'dodaj 2 when', /zasłonięto dane.*faq\/when.yml.*pomin 2/],
    ['without words', 'dodaj 3 when', /nie ma słów/],
  ])('cannot add a question %s, and nothing changes', async (_what, command, sentence) => {
    const questions = ['KIEDY są kody?!', 'moja karta 2001 0000 2 nie chce kodu', '?!'];
    await keep(...questions);
    const before = [fileOf('faq/when.yml'), fileOf('faq/pool.yml')];
    const { exitCode, out, err } = await desk.type(`pytania ${command}`);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(sentence);
    expect([fileOf('faq/when.yml'), fileOf('faq/pool.yml')]).toEqual(before);
    expect(await open()).toHaveLength(questions.length);
  });

  test('take a group off the list, and what is asked alike later', async () => {
    await keep(printing, christmas, christmasAgain);
    const { exitCode, out } = await desk.type('pytania pomin 3');
    expect(exitCode).toBe(0);
    expect(out).toContain(`Pominięto „${christmasAgain}”`);
    await keep(christmasOtherwise);
    const list = (await desk.type('pytania')).out;
    expect(list).toMatch(/^Bez odpowiedzi: 1 pytanie, 1 grupa podobnych\.\n\nnr 1:/);
    expect(list).toMatch(/Pominięte wcześniej: 1 grupa\./);
    expect(list).not.toMatch(/wigili/i);
    expect((await desk.type('pytania pomin 4')).err).toMatch(/nie ma pytania nr 4/);
  });

  test('hear that a file cannot be written', async () => {
    await keep(christmas);
    await mkdir(join(localeFolder, 'faq/.when.yml.new'));
    const { exitCode, err } = await desk.type('pytania dodaj 1 when');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/Nie można zapisać pliku faq\/when.yml.*Nic nie zmieniono/);
    expect(await open()).toEqual([christmas]);
  });

  test('keep the file as it was when the list cannot be changed', async () => {
    await keep(christmas);
    const before = fileOf('faq/when.yml');
    await mkdir(join(desk.context.dataFolder, 'unanswered.json.tmp'));
    const { exitCode, err } = await desk.type('pytania dodaj 1 when');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/Nic nie zmieniono/);
    expect(fileOf('faq/when.yml')).toBe(before);
    expect(existsSync(join(localeFolder, 'faq/.when.yml.new'))).toBe(false);
    expect(await open()).toEqual([christmas]);
  });

  test('hear which file is wrong before anything is changed', async () => {
    await keep(christmas);
    await writeFile(join(localeFolder, 'faq/pool.yml'), 'title: [\n');
    const before = fileOf('faq/when.yml');
    const { exitCode, err } = await desk.type('pytania dodaj 1 when');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/pool\.yml:\d+: /);
    expect(fileOf('faq/when.yml')).toBe(before);
  });

  test.each(['pytania dodaj --help', 'pytania pomin --help'])(
    'read help in Polish: %s',
    async (command) => {
      const { exitCode, out, err } = await desk.type(command);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(out).toMatch(/Użycie: npm run staff -- pytania/);
      expect(out).not.toMatch(/usage|options|arguments|commands|display/i);
    },
  );
});
