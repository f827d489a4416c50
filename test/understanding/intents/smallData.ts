import type { TrainingData } from '../../../src/understanding/index.ts';

/** Enough of the domain to show each part of the method at work, and trained in no time. */
export const smallData: TrainingData = {
  messages: new Map([
    [
      'faq.when',
      [
        'kiedy są kody',
        'kiedy można pobrać kod',
        'którego dnia wydajecie kody',
        'o której godzinie pojawiają się kody',
        'kiedy będą nowe kody na grudzień',
        'jaki jest harmonogram wydawania kodów',
      ],
    ],
    [
      'faq.devices',
      [
        'na ilu urządzeniach można czytać',
        'czy mogę czytać na telefonie i tablecie',
        'ile urządzeń obejmuje kod',
        'czy działa na czytniku i w telefonie jednocześnie',
        'limit urządzeń',
        'dwa telefony na jednym kodzie',
      ],
    ],
    [
      'action.claim',
      [
        'chcę kod',
        'poproszę kod do legimi',
        'chciałabym pobrać kod',
        'daj mi kod',
        'wygeneruj kod',
        'potrzebuję kodu na ten miesiąc',
      ],
    ],
    [
      'confirm.yes',
      ['tak', 'jasne', 'no pewnie', 'zgadza się', 'oczywiście że tak', 'dobra niech będzie', '👍'],
    ],
    [
      'confirm.no',
      ['nie', 'nie chcę', 'raczej nie', 'nie zgadzam się', 'absolutnie nie', 'no nie'],
    ],
    [
      'outOfScope.other',
      [
        'jaka jutro pogoda',
        'kto wygrał mecz',
        'opowiedz dowcip',
        'przepis na pierogi',
        'ile kosztuje bilet na tramwaj',
        'która jest godzina',
      ],
    ],
  ]),
  concepts: new Map([
    ['KOD', ['kod', 'kupon']],
    ['URZĄDZENIE', ['urządze', 'telefon', 'tablet', 'czytnik']],
    ['KIEDY', ['kiedy=', 'termin', 'harmonogram']],
    ['POGODA', ['pogod', 'deszcz', 'śnieg']],
  ]),
  politeness: {
    opening: ['dzień dobry', 'cześć', 'mam pytanie', 'chciałabym zapytać'],
    closing: ['z góry dziękuję', 'dziękuję', 'dziękuję bardzo', 'pozdrawiam'],
  },
  questionWords: {
    joining: ['i', 'oraz', 'a także'],
    starting: ['kiedy', 'na ilu', 'ile', 'czy', 'chcę', 'poproszę'],
    subject: 'kod',
  },
  bareWords: new Map([['kod', ['action.claim', 'faq.when']]]),
};
