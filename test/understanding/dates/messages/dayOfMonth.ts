import { on } from './table.ts';

/** A day whose month is not named. */
export const dayOfMonth = [
  ...on(
    '2026-11-22',
    `
    dziesiątego pobrałem kod => 2026-11-10
    dziesiątego będą kody? => 2026-12-10
    pobrałam dwudziestego piątego => 2026-10-25
    pobrałam 10-tego => 2026-11-10
    przyjdę 25-go => 2026-11-25
    przyjdę 25go => 2026-11-25
    pobrałam 31-go => 2026-10-31
    przyjdę trzydziestego pierwszego => 2026-12-31
    kod z 10-tego => 2026-11-10
    mam kod z pierwszego => 2026-11-01
    do 10-tego muszę czekać => ..2026-12-11
    od dziesiątego będą nowe => 2026-12-10..
    po dziesiątym => 2026-12-11..
    przed 10-tym => ..2026-12-10
    10 tego miesiąca => 2026-11-10
    10-go tego miesiąca => 2026-11-10
    dziesiątego tego miesiąca => 2026-11-10
    25 przyszłego miesiąca => 2026-12-25
    10. zeszłego miesiąca => 2026-10-10
    20 ubiegłego miesiąca pobrałem => 2026-10-20
    10 bm. => 2026-11-10
    10 bieżącego miesiąca => 2026-11-10
    31 przyszłego miesiąca => 2026-12-31
    31 tego miesiąca => invalid 11/30
    do ostatniego dnia miesiąca => ..2026-12-01
    ostatniego dnia miesiąca odbiorę => 2026-11-30
    ostatniego dnia miesiąca pobrałem => 2026-10-31
    ostatniego sierpnia pobrałem => 2026-08-31
    ostatniego dnia sierpnia => 2026-08-31
    ostatni dzień grudnia => 2026-12-31
    ostatniego dnia przyszłego miesiąca => 2026-12-31
    w pierwszy poniedziałek grudnia => 2026-12-07
    ostatni piątek listopada => 2026-11-27
    w trzeci czwartek października byłam => 2026-10-15
    `,
  ),
];
