import { dayWithMonth } from '../words/days.ts';
import { fullMonthForms } from '../words/months.ts';
import { fullWeekdayForms } from '../words/weekdays.ts';
import { isOneEdit } from './isOneEdit.ts';
import { replaceAt, type MappedText } from './mappedText.ts';

/** Words worth repairing wherever they stand: no other word is one slip away from them. */
const anywhere: readonly string[] = [
  'wczoraj',
  'przedwczoraj',
  'dzisiaj',
  'pojutrze',
  'tydzien',
  'tygodniu',
  'miesiac',
  'miesiacu',
  'przyszlym',
  'zeszlym',
  'poniedzialek',
  'poniedzialku',
];

/** Real words one slip away from a month or a weekday. */
const innocent: ReadonlySet<string> = new Set([
  'czwartej',
  'czwarte',
  'czwarta',
  'piatej',
  'srodku',
  'srodka',
  'sobotni',
  'tygodnie',
  'tygodnia',
  'miesiaca',
  'miesiace',
  'marka',
  'marki',
  'majka',
  'lutnia',
  'sierpem',
  'grudka',
  'przyszlymi',
  'zeszlymi',
  'przeszlym',
]);

const dateWords: ReadonlySet<string> = new Set([
  ...fullMonthForms,
  ...fullWeekdayForms,
  ...anywhere,
]);
const monthsAndWeekdays = [...fullMonthForms, ...fullWeekdayForms];
const afterDay = new RegExp(`(?:^|[^a-z0-9.:/])${dayWithMonth}(?:\\. ?|-| )?$`);
const afterPreposition = /(?:^|[^a-z0-9])we? $/;

/**
 * Repairs single slips where the words around promise a date: a month after a day number, a month
 * or weekday after "w". Never elsewhere: marka, piątka and środka are one slip from a date.
 */
export function repairTypos(source: MappedText): MappedText {
  let repaired = source;
  let grown = 0;
  for (const { 0: word, index } of source.text.matchAll(/[a-z]{5,14}/g)) {
    const meant = meantBy(word, source.text.slice(Math.max(0, index - 32), index));
    if (meant === undefined) continue;
    repaired = replaceAt(repaired, index + grown, index + grown + word.length, meant);
    grown += meant.length - word.length;
  }
  return repaired;
}

function meantBy(word: string, before: string): string | undefined {
  if (dateWords.has(word) || innocent.has(word)) return undefined;
  const near = (candidate: string): boolean => isOneEdit(word, candidate);
  const anchored =
    (afterDay.test(before) ? fullMonthForms.find(near) : undefined) ??
    (word.length >= 6 && afterPreposition.test(before) ? monthsAndWeekdays.find(near) : undefined);
  return anchored ?? (word.length >= 6 ? anywhere.find(near) : undefined);
}
