import { dayOfMonth, type Meaning, type Year } from '../meaning/meaning.ts';
import { dayOf, dayWithMonth, plainDay } from '../words/days.ts';
import { anyMonth, monthBeforeDay, monthOf } from '../words/months.ts';
import { yearOf } from '../words/orders.ts';
import { numberStart } from '../words/pattern.ts';
import { anyWeekday, weekdayNumber } from '../words/weekdays.ts';
import { fullYear, yearAfterDate, yearNumber } from '../words/years.ts';
import { form, type Form, type Words } from './form.ts';

const weekdayBefore = `(?<![a-z0-9])(?<weekday>${anyWeekday})[,.]? ?(?:- ?)?(?:dnia )?`;
const weekdayAfter = `(?:,? ?\\((?:w )?(?<weekday>${anyWeekday})\\)| (?:we? )?(?<weekday>${anyWeekday})(?! (?:w |z )?(?:tym|zeszlym|przyszlym|ubieglym|nastepnym|za )|[a-z])|, (?<weekday>${anyWeekday})(?= ?(?:$|[.!?,)])))`;
const dayStart = `(?:${weekdayBefore}|${numberStart}(?<![a-z]))`;
/** "10/11 grudnia" may stand for two days; the second is found here. */
const namedStart = `(?:${weekdayBefore}|(?<![a-z\\d])(?<!\\d[.:]))`;

/** Days of a month: "10 sierpnia 2026", "pn. 10.08.", "Luty 18", "10 VIII", "2026-08-10". */
export const calendarForms: readonly Form[] = [
  form(
    `${namedStart}(?<day>${dayWithMonth})(?:\\.? ?(?:dnia )?|-)(?<month>${anyMonth})${yearAfterDate}?${weekdayAfter}?`,
    (words) => named(words),
  ),
  form(
    `(?:${weekdayBefore}|(?<![a-z0-9]))(?<month>${monthBeforeDay}),? ?(?:${numberStart}(?<day>\\d{1,2}(?:-?(?:ego|tego|go|szy|ty|ci|gi|y))?)|(?<day>${dayWithMonth}))(?:,? (?<year>${yearNumber}))?(?= ?(?:$|[^a-z0-9.:/% ]|\\.(?!\\d)|do |i |a ))`,
    (words) => named(words),
  ),
  ...['\\.', '-', '/'].map((separator) => {
    const between = separator === '\\.' ? '\\. ?' : separator;
    return form(
      `${dayStart}(?<day>${plainDay})${between}(?<month>\\d{1,2}|(?:[\uE000-\uE00B]\uE0FF*))${between}(?<year>${yearNumber}|\\d\\d)(?!\\d)(?![.:/]\\d)(?: ?r(?![a-z])\\.?| roku(?![a-z]))?${weekdayAfter}?`,
      numeric,
    );
  }),
  form(`${dayStart}(?<day>\\d\\d) (?<month>0\\d|1[0-2]) (?<year>${yearNumber})`, numeric),
  form(
    `(?:${weekdayBefore}|(?<![a-z\\d/.-]))(?<year>(?:19|20)\\d\\d)(?:-(?<month>\\d{1,2})-(?<day>\\d{1,2})|\\.(?<month>\\d{1,2})\\.(?<day>\\d{1,2})|/(?<month>\\d{1,2})/(?<day>\\d{1,2}))(?!\\d)(?:t[\\d:]+z?)?`,
    numeric,
  ),
  form(
    `${dayStart}(?<day>0?[1-9]|[12]\\d|3[01])\\.(?<month>0[1-9]|1[0-2]|[1-9])(?!\\d)(?![.:/,]\\d)(?:\\.? (?:r\\.|(?<order>tego|biezacego|zeszlego|ubieglego|przyszlego) roku|(?<order>br|ub\\. ?r)(?![a-z])\\.?))?${weekdayAfter}?`,
    numeric,
  ),
  form(
    `${dayStart}(?:(?<day>0?[1-9]|[12]\\d|3[01])/(?<month>0[1-9])|(?<day>0[1-9])/(?<month>1[0-2])|(?<day>(?!10|11|12)[12]\\d|3[01])/(?<month>1[0-2])|(?<=(?:\\b(?:dnia|dniu|od|do|po|przed|z|na|data|daty|termin|terminie)|l[ae]m):? )(?<day>[12]\\d|3[01]|0?[1-9])/(?<month>1[0-2]|[1-9]))(?![\\d/.])${weekdayAfter}?`,
    numeric,
  ),
];

function named(words: Words): Meaning {
  const year = yearOf(words.of('year'), words.of('order'));
  return onWeekday(words, dayOfMonth(dayOf(words.of('day')), monthOf(words.of('month')), year));
}

function numeric(words: Words): Meaning {
  const said = words.of('month');
  const month = /^\d/.test(said) ? Number(said) : monthOf(said);
  const year: Year | null = yearOf(fullYear(words.of('year')), words.of('order'));
  return onWeekday(words, dayOfMonth(Number(words.of('day')), month, year));
}

export function onWeekday(words: Words, day: Meaning): Meaning {
  const weekday = weekdayNumber(words.of('weekday'));
  return weekday === 0 || day.is === 'impossible' ? day : { is: 'onWeekday', weekday, day };
}
