import { dayOf, firstDayOf, remembered, timeOf } from '../rules/index.ts';
import type { CalendarDay, Month } from '../rules/index.ts';

const dayAndMonth = new Intl.DateTimeFormat('pl-PL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('pl-PL', { weekday: 'long', timeZone: 'UTC' });
const monthAndYear = new Intl.DateTimeFormat('pl-PL', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const money = new Intl.NumberFormat('pl-PL', { style: 'currency', currency: 'PLN' });

/** A day as it fits every sentence, whatever its case: `10 grudnia 2026 r. (czwartek)`. */
export const formatDay = remembered((day: CalendarDay): string => {
  const date = Date.parse(day);
  return `${dayAndMonth.format(date)} r. (${weekday.format(date)})`;
});

/** A day short enough for a button: `10 grudnia 2026`. */
export function formatShortDay(day: CalendarDay): string {
  return dayAndMonth.format(Date.parse(day));
}

/** The name of weekday 1 (Monday) to 7: `piątek`. */
export function formatWeekdayName(number: number): string {
  // 1 January 2024 was a Monday.
  return weekday.format(Date.UTC(2024, 0, number));
}

/** A moment in the library's time: `10 grudnia 2026 r. (czwartek), godz. 9:00`, at midnight `godz. 0:00`. */
export function formatMoment(instant: Date): string {
  return `${formatDay(dayOf(instant))}, godz. ${timeOf(instant).replace(/^0/, '')}`;
}

/** `listopad 2026` */
export const formatMonth = remembered((month: Month): string =>
  monthAndYear.format(Date.parse(firstDayOf(month))),
);

const monthAlone = new Intl.DateTimeFormat('pl-PL', { month: 'long', timeZone: 'UTC' });

/** The name of month 1 to 12: `czerwiec`. */
export function formatMonthName(month: number): string {
  return monthAlone.format(Date.UTC(2026, month - 1, 15));
}

/** An amount given in grosze: `12,50 zł`. */
export function formatMoney(grosze: number): string {
  return money.format(grosze / 100);
}
