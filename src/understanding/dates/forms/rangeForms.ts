import { dayOfMonth, dayOfSomeMonth, impossible, type Meaning } from '../meaning/meaning.ts';
import { dayOf, dayWithMonth, plainDay } from '../words/days.ts';
import { anyMonth, monthBeforeDay, monthOf } from '../words/months.ts';
import { orderWord, shiftOf, yearOf } from '../words/orders.ts';
import { numberStart, wordEnd } from '../words/pattern.ts';
import { fullYear, yearAfterDate, yearNumber } from '../words/years.ts';
import { form, type Form, type Words } from './form.ts';

const start = `${numberStart}(?<![a-z])`;
const to = `(?:\\.? ?(?:-|do|az do) ?(?:dnia )?)`;
const between = '(?:miedzy|pomiedzy) ';
const days = `(?:${between}(?<day>${dayWithMonth})\\.? a (?<day>${dayWithMonth})|(?:\\bod )?${start}(?<day>${dayWithMonth})${to}(?<day>${dayWithMonth}))`;

/** Two days that share what is said once: "od 10 do 15 sierpnia", "10-15.08.2026". */
export const rangeForms: readonly Form[] = [
  form(`${days}\\.? ?(?<month>${anyMonth})(?:${yearAfterDate})?`, sameMonth),
  form(
    `(?:\\bod )?${start}(?<day>${dayWithMonth})\\.? ?(?<month>${anyMonth})(?: ?- ?| do )(?<day>\\d{1,2})(?!\\d)(?![.:/-]\\d)(?!\\.? ?${anyMonth})(?! ?(?:kod|ksiaz|osob|szt|godz|zl))(?:${yearAfterDate})?`,
    sameMonth,
  ),
  form(
    `(?:\\bod )?(?<![a-z0-9])(?<month>${monthBeforeDay}),? (?:(?<day>\\d{1,2})${to}|${between}(?<day>\\d{1,2}) [ai] )(?<day>\\d{1,2})${wordEnd}(?:,? (?<year>${yearNumber}))?`,
    sameMonth,
  ),
  form(
    `(?:\\bod )?${start}(?<day>${plainDay})(?:\\.? ?-|\\.? do) ?(?<day>${plainDay})\\.(?<month>0[1-9]|1[0-2]|[1-9])(?:\\.(?<year>${yearNumber}|\\d\\d))?(?!\\d)(?!\\.\\d)(?: ?r(?![a-z])\\.?)?`,
    sameMonth,
  ),
  form(
    `${days}\\.? (?:(?<order>${orderWord}) (?:miesiaca|m-ca)|(?<order>b\\.? ?m|ub\\.? ?m)(?![a-z])\\.?)`,
    (words) => {
      const [first, last] = bothDays(words);
      const shift = shiftOf(words.of('order'));
      return range(first, last, (day) => dayOfSomeMonth(day, shift));
    },
  ),
  form(
    `\\b(?:w )?latach ${start}(?<year>${yearNumber}) ?(?:-|do) ?(?<year>${yearNumber})`,
    (words) => {
      const [first, last] = words.all('year').map(Number);
      if (first === undefined || last === undefined) return null;
      return { is: 'between', from: { is: 'year', year: first }, to: { is: 'year', year: last } };
    },
  ),
];

function sameMonth(words: Words): Meaning {
  const [first, last] = bothDays(words);
  const said = words.of('month');
  const month = /^\d/.test(said) ? Number(said) : monthOf(said);
  const year = yearOf(fullYear(words.of('year')), words.of('order'));
  return range(first, last, (day) => dayOfMonth(day, month, year));
}

function bothDays(words: Words): [number, number] {
  const [first = '', last = ''] = words.all('day');
  return [dayOf(first), dayOf(last)];
}

function range(first: number, last: number, day: (day: number) => Meaning): Meaning {
  if (first > last) return impossible({ code: 'endBeforeStart' });
  return { is: 'between', from: day(first), to: day(last) };
}
