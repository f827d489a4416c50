/**
 * How fast the Polish dates are, beside the package's English culture on the same kind of message.
 *
 *   npm run bench -- dates
 *   node bench/dates.ts                                      (Node 22.18 and later)
 *
 * Read the ratios: both cultures run in this process, one after the other.
 */
import { DateTimeRecognizer } from '@microsoft/recognizers-text-date-time';
import { readDates, warmUpDates } from '../src/understanding/dates/index.ts';
import { quantile } from './quantile.ts';

const today = '2026-11-22';
const reference = new Date(2026, 10, 22);
const english = new DateTimeRecognizer('en-us').getDateTimeModel('en-us', false);

const read = {
  Polish: (message: string): number => readDates(message, today).length,
  English: (message: string): number => english.parse(message, reference).length,
};

/** The same message in both languages. */
const messages: readonly (readonly [string, string])[] = [
  ['Pobrałam kod 10 sierpnia, do kiedy jest ważny?', 'I got my code on August 10, until when?'],
  ['aktywowałem 3.11.2026, ile mi zostało?', 'I activated on 3/11/2026, how long have I got?'],
  ['w piątek przyjdę po kod', 'I will come for the code on Friday'],
  ['Czy 10 grudnia o 9 będą nowe kody?', 'Will there be new codes on December 10 at 9?'],
  ['2 tygodnie temu dostałam kod', 'I got a code 2 weeks ago'],
  ['jestem na urlopie od 10 do 15 sierpnia', 'I am on holiday from August 10 to August 15'],
  ['do końca miesiąca zdążę?', 'will I make it by the end of the month?'],
  ['w zeszłym miesiącu nie brałem kodu', 'I took no code last month'],
  ['na ilu urządzeniach mogę czytać?', 'on how many devices can I read?'],
  [
    'Dzień dobry, oddałam wczoraj zaległe książki i zapłaciłam karę. Czy teraz mogę już pobrać kod?',
    'Good morning, I returned my overdue books yesterday and paid the fine. May I have a code now?',
  ],
];

/** Inputs made to be slow, by the text they repeat. */
const hostile: Readonly<Record<string, readonly [string, string]>> = {
  prose: [
    'Dzień dobry, chciałabym zapytać o kody do Legimi w bibliotece. ',
    'Good morning, I would like to ask about the codes for our library. ',
  ],
  'digits and blanks': ['1 ', '1 '],
  'dates in words': ['dziesiątego sierpnia ', 'the tenth of August '],
  'numeric dates': ['10/08/2026 ', '10/08/2026 '],
  'numeric ranges': ['10-15.08.2026 ', '10/08/2026-10/09/2026 '],
  'shifts from today': ['za 3 dni ', 'in 3 days '],
  'ranges in words': ['od 10 do 15 sierpnia ', 'from August 10 to August 15 '],
  weekdays: ['w piątek ', 'on Friday '],
  'lists of days': ['10, ', '10, '],
  'only blanks': [' ', ' '],
  'digit, blanks, letter': [`1${' '.repeat(30)}a`, `1${' '.repeat(30)}a`],
  'opened quotations': ['„', '“'],
  'one long word': ['a', 'a'],
  'at signs': ['@', '@'],
  'code pieces': ['A1-', 'A1-'],
};

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function worstOf(runs: number, work: () => unknown): string {
  return Math.max(...Array.from({ length: runs }, () => milliseconds(work))).toFixed(1);
}

console.log('First message, with the model it needs (ms)');
const firstPolish = milliseconds(warmUpDates).toFixed(0);
const firstEnglish = milliseconds(() => english.parse(messages[0]?.[1] ?? '', reference)).toFixed(
  0,
);
console.table({ Polish: firstPolish, English: firstEnglish });

console.log('Everyday messages, warm (ms a message)');
const rounds = 200;
console.table(
  Object.fromEntries(
    (['Polish', 'English'] as const).map((language) => {
      const texts = messages.map((pair) => pair[language === 'Polish' ? 0 : 1]);
      for (const text of texts) for (let i = 0; i < 50; i += 1) read[language](text);
      const times = texts.flatMap((text) =>
        Array.from({ length: rounds }, () => milliseconds(() => read[language](text))),
      );
      const at = (share: number): string => quantile(times, share).toFixed(3);
      return [language, { median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }];
    }),
  ),
);

console.log('Hostile messages, warm, worst of 5 (ms); Polish reads the first 500 characters');
console.table(
  Object.fromEntries(
    Object.entries(hostile).map(([name, [polish, englishPiece]]) => [
      name,
      {
        'Polish, 500': worstOf(5, () => read.Polish(fill(polish, 500))),
        'Polish, 10,000': worstOf(5, () => read.Polish(fill(polish, 10_000))),
        'English, 500': worstOf(2, () => read.English(fill(englishPiece, 500))),
      },
    ]),
  ),
);
console.log(`Resident memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
