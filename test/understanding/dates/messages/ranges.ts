import { on } from './table.ts';

/** From one day to another, and with one end open. */
export const ranges = [
  ...on(
    '2026-11-22',
    `
    od 10 do 15 sierpnia => 2026-08-10..2026-08-16
    od 10 sierpnia do 15 września => 2026-08-10..2026-09-16
    byłam na urlopie od 10 do 31 sierpnia => 2026-08-10..2026-09-01
    10-15 sierpnia => 2026-08-10..2026-08-16
    10–15 sierpnia 2026 => 2026-08-10..2026-08-16
    10 - 15 sierpnia => 2026-08-10..2026-08-16
    w dniach 10-15 sierpnia => 2026-08-10..2026-08-16
    między 10 a 15 sierpnia => 2026-08-10..2026-08-16
    pomiędzy 10 a 15 sierpnia 2026 => 2026-08-10..2026-08-16
    między 10 sierpnia a 15 września => 2026-08-10..2026-09-16
    od 10 sierpnia do 15 => 2026-08-10..2026-08-16
    od 10.08 do 15.08 => 2026-08-10..2026-08-16
    10.08-15.08.2026 => 2026-08-10..2026-08-16
    10-15.08.2026 => 2026-08-10..2026-08-16
    10.08.2026 - 15.08.2026 => 2026-08-10..2026-08-16
    od 10.08.2026 do 15.09.2026 => 2026-08-10..2026-09-16
    od 20 grudnia do 5 stycznia będzie zamknięte? => 2026-12-20..2027-01-06
    od 20.12.2026 do 5.01.2027 => 2026-12-20..2027-01-06
    od 28 grudnia do 3 stycznia 2027 => 2026-12-28..2027-01-04
    od dziesiątego do piętnastego => 2026-12-10..2026-12-16
    od 10-tego do 15-tego byłem => 2026-11-10..2026-11-16
    od 10 do 20 zeszłego miesiąca => 2026-10-10..2026-10-21
    od 10 do 20 przyszłego miesiąca => 2026-12-10..2026-12-21
    od poniedziałku do środy przyjdę => 2026-11-23..2026-11-26
    od września do grudnia => 2026-09-01..2027-01-01
    między majem a lipcem => 2026-05-01..2026-08-01
    od wczoraj do dziś => 2026-11-21..2026-11-23
    od dziś do piątku => 2026-11-22..2026-11-28
    od 10 sierpnia do końca miesiąca => 2026-08-10..2026-09-01
    od 10 grudnia do końca miesiąca => 2026-12-10..2027-01-01
    od jutra do końca roku => 2026-11-23..2027-01-01
    od 10 sierpnia => 2026-08-10..
    do 10 sierpnia => ..2026-08-11
    przed 10 sierpnia => ..2026-08-10
    po 10 sierpnia => 2026-08-11..
    najpóźniej do 10 grudnia => ..2026-12-11
    najpóźniej 10 grudnia => ..2026-12-11
    nie później niż 10 grudnia => ..2026-12-11
    od dnia 10 grudnia => 2026-12-10..
    do dnia 31.12.2026 => ..2027-01-01
    przed dniem 10 grudnia => ..2026-12-10
    aż do 15 grudnia => ..2026-12-16
    pobrałem 10 i 15 sierpnia => 2026-08-10; 2026-08-15
    pobrałem 10, aktywowałem 15 sierpnia => 2026-08-10; 2026-08-15
    mogę 10, 11 lub 12 grudnia => 2026-12-10; 2026-12-11; 2026-12-12
    od 30 sierpnia do 2 września => 2026-08-30..2026-09-03
    od 10 do 15 VIII => 2026-08-10..2026-08-16
    między poniedziałkiem a środą => 2026-11-23..2026-11-26
    od 1 do 10 grudnia => 2026-12-01..2026-12-11
    `,
  ),
];
