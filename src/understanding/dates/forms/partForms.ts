import type { Meaning, Nth, Part } from '../meaning/meaning.ts';
import { dayOf, nthWord } from '../words/days.ts';
import { fullMonth, genitiveMonth, monthOf } from '../words/months.ts';
import { nearestWord, orderWord, shiftOf, yearOf } from '../words/orders.ts';
import { wordEnd, wordStart } from '../words/pattern.ts';
import { anyWeekday, weekdayNumber } from '../words/weekdays.ts';
import { yearAfterDate, yearNumber } from '../words/years.ts';
import { form, type Form, type Words } from './form.ts';

const ofAMonth = `(?:(?:we? )?(?:(?<which>${orderWord}|${nearestWord}) )?(?:miesiaca|miesiacu)|(?:we? )?(?:miesiaca )?(?<month>${fullMonth})(?:${yearAfterDate})?)`;
const ofAPeriod = `(?:(?:(?<which>${orderWord}|${nearestWord}) )?(?<unit>dnia|tygodnia|weekendu|miesiaca|kwartalu|roku)(?! (?:szkoln|akademick))|(?:we? )?(?:miesiaca )?(?<month>${fullMonth})(?:${yearAfterDate})?|(?<year>${yearNumber})(?: roku| r\\.?)?)`;
const day = '(?:dzien|dnia|dniu|dniem)';

/** Parts of a month or another period: its n-th weekday, day or week, its end, start or middle. */
export const partForms: readonly Form[] = [
  form(`${wordStart}(?<nth>${nthWord}) (?<weekday>${anyWeekday}) ${ofAMonth}`, (words) =>
    within(words, {
      is: 'nthWeekday',
      nth: nthOf(words),
      weekday: weekdayNumber(words.of('weekday')),
    }),
  ),
  form(`${wordStart}(?<nth>${nthWord}) ${day} ${ofAPeriod}${wordEnd}`, (words) =>
    within(words, { is: 'nthDay', nth: nthOf(words) }),
  ),
  form(`${wordStart}ostatniego (?<month>${genitiveMonth})(?![a-z])(?:${yearAfterDate})?`, (words) =>
    within(words, { is: 'lastDay' }),
  ),
  form(`${wordStart}(?<nth>${nthWord}) (?:tydzien|tygodniu|tygodnia) ${ofAMonth}`, (words) =>
    within(words, { is: 'nthWeek', nth: nthOf(words) }),
  ),
  form(
    `(?:(?<=\\bdo )(?:samego )?konca|(?<=\\b(?:z|przed) )koncem) ${ofAPeriod}${wordEnd}`,
    (words) => within(words, { is: 'lastDay' }),
  ),
  form(`(?<=\\bod )(?:samego )?poczatku ${ofAPeriod}${wordEnd}`, (words) =>
    within(words, { is: 'firstDay' }),
  ),
  form(`(?<=\\b(?:od|do) )polowy ${ofAPeriod}${wordEnd}`, (words) =>
    within(words, { is: 'middleDay' }),
  ),
  ...(
    [
      ['early', '(?:poczat(?:ek|ku|kiem))'],
      ['middle', '(?:polow(?:a|e|ie|y)|srodek|srodku)'],
      ['late', '(?:konie(?:c|cem)|koncu|koncem|koncowk(?:a|e|i)|schylek)'],
      ['firstHalf', 'pierwsz(?:a|ej) polow(?:a|e|ie|y)'],
      ['secondHalf', 'drugi?(?:a|ej) polow(?:a|e|ie|y)'],
    ] as const
  ).map(([is, words]) =>
    form(`(?<!\\b(?:od|do|z|przed) )${wordStart}${words} ${ofAPeriod}${wordEnd}`, (matched) =>
      within(matched, { is }),
    ),
  ),
];

function nthOf(words: Words): Nth {
  return words.of('nth').startsWith('ostatn') ? 'last' : dayOf(words.of('nth'));
}

const periodUnits = {
  tygodnia: 'week',
  weekendu: 'weekend',
  miesiaca: 'month',
  kwartalu: 'quarter',
  roku: 'year',
} as const;

function within(words: Words, part: Part): Meaning | null {
  const month = monthOf(words.of('month'));
  if (month > 0) {
    const year = yearOf(words.of('year'), words.of('order'));
    return { is: 'within', part, of: { is: 'month', month, year, which: 'plain' } };
  }
  if (words.of('year') !== '') {
    return { is: 'within', part, of: { is: 'year', year: Number(words.of('year')) } };
  }
  return withinPeriod(words, part);
}

/** "ostatniego dnia miesiąca" is of any month, but "do końca miesiąca" of this one. */
function withinPeriod(words: Words, part: Part): Meaning | null {
  const word = words.of('unit');
  const which = words.of('which');
  if (word === 'dnia') {
    return part.is === 'lastDay' ? { is: 'shifted', unit: 'day', count: 0, from: 0 } : null;
  }
  const unit = word in periodUnits ? periodUnits[word as keyof typeof periodUnits] : 'month'; // checked by `in`
  const unsaid = part.is.startsWith('nth') ? null : 'here';
  const shift = /^(?:najbl|nadch)/.test(which) ? 1 : which === '' ? unsaid : shiftOf(which);
  return { is: 'within', part, of: { is: 'period', unit, shift } };
}
