import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/understanding/index.ts';

describe('personal data in a message', () => {
  test.each([
    ['moje hasło to lalka1890', ['password']],
    ['PIN: 4821', ['password']],
    ['karta 901001 hasło: lalka1890', ['password', 'card']],
    ['200100002 zaq12wsx', ['card', 'password']],
    ['mój PESEL 44051401359', ['pesel']],
    ['nr karty: 2001 0000 2', ['card']],
    ['zadzwońcie 600 700 800', ['phone']],
    ['+48600700800', ['phone']],
    ['piszcie na Ola.Żak@example.pl', ['email']],
    ['kiedy są kody?', []],
    ['pobrałam kod 10.12.2026, do kiedy jest ważny?', []],
    ['pobrałam kod 2026-12-10', []],
    ['nie pamiętam hasła: co robić?', []],
    ['czy 410 kodów to dużo? w 2026 roku', []],
    ['mam PocketBook 740 i Kindle 11', []],
    ['123456', []],
    ['901001 lalka1890', ['password']],
    ['haslo lalka1890', ['password']],
    ['kod DEMO 2612 0002 nie działa', []],
  ])('%s', (text, kinds) => {
    expect([...findPersonalData(text)].sort()).toEqual([...kinds].sort());
  });

  test('nothing that was found is left after masking', () => {
    const secrets = fc.oneof(
      fc.stringMatching(/^\d{7,16}$/),
      fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.pl$/),
      fc.stringMatching(/^\d{3} \d{3} \d{3}$/),
      fc.stringMatching(/^[A-Z]{4}\d{4}$/),
    );
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('mam %s, co dalej?', '%s', 'kod %s nie działa'),
        (secret, frame) => {
          expect(maskPersonalData(frame.replace('%s', secret))).not.toContain(secret);
        },
      ),
    );
  });

  test('a sentence without personal data is kept as it is', () => {
    const question = 'Czy 10 stycznia 2027 będzie 410 kodów na 2 urządzenia?';
    expect(maskPersonalData(question)).toBe(question);
  });
});
