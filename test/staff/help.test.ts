import { beforeEach, describe, expect, test } from 'vitest';
import { quietDesk, type StaffDesk } from './support/staffDesk.ts';

const english = /usage|options|arguments|commands|display|help for|error|unknown|missing|required/i;

describe('the commands of staff', () => {
  let desk: StaffDesk;
  beforeEach(async () => {
    desk = await quietDesk();
  });

  test.each([
    '--help',
    '-h',
    'kody --help',
    'kody wczytaj --help',
    'kody miesiac --help',
    'kody termin --help',
    'kody lista --help',
    'aktywacje --help',
    'czytelnicy --help',
    'dane --help',
    'messenger --help',
    'przenies --help',
    'pytania --help',
  ])('explain themselves in Polish: %s', async (words) => {
    const { exitCode, out, err } = await desk.type(words);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/Użycie: npm run staff -- /);
    expect(out).toMatch(/Opcje:/);
    expect(out.replaceAll('--help', '')).not.toMatch(english);
  });

  test.each([
    ['', /Użycie:/],
    ['kody', /Polecenia:/],
    ['kodi', /Nie ma polecenia „kodi”/],
    ['kody wczytai', /Nie ma polecenia „wczytai”/],
    ['kody wczytaj --miesiac 2026-12', /Brakuje argumentu: plik.csv/],
    ['kody wczytaj x.csv', /Brakuje opcji: --miesiac/],
    ['kody wczytaj x.csv --miesiac', /Opcja wymaga wartości: --miesiac/],
    ['kody wczytaj x.csv --miesiac 2026-12 --teraz', /Nie ma opcji „--teraz”/],
    ['kody termin 2026-12 2026-12-10', /Brakuje argumentu: godzina/],
    ['kody lista', /Brakuje argumentu: miesiąc/],
    ['kody lista 2026-12 2027-01', /Za dużo argumentów/],
  ])('say in Polish what is wrong with "%s"', async (words, sentence) => {
    const { exitCode, out, err } = await desk.type(words);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toMatch(sentence);
    expect(err.replaceAll('--help', '')).not.toMatch(english);
  });
});
