import { on } from './table.ts';

/** Days that no calendar has: never moved to a neighbour. */
export const impossibleDays = [
  ...on(
    '2026-11-22',
    `
    pobrałam 31 czerwca => invalid 6/30
    pobrałam kod 30 lutego => invalid 2/28
    kod z 29 lutego 2027 => invalid 2/28
    kod z 29.02.2027 => invalid 2/28
    pobrałam 31 września => invalid 9/30
    pobrałam 31 listopada => invalid 11/30
    pobrałam 31 kwietnia => invalid 4/30
    pobrałam 32 sierpnia => invalid 8/31
    pobrałam 45.08.2026 => invalid 8/31
    pobrałam 10.13.2026 => invalid month 13
    pobrałam 00.08.2026 => invalid 8/31
    pobrałam 31.06 => invalid 6/30
    pobrałam 31.06.2026 => invalid 6/30
    pobrałam 30.02.2028 => invalid 2/29
    pobrałam 31 VI => invalid 6/30
    31-go czerwca => invalid 6/30
    trzydziestego pierwszego czerwca => invalid 6/30
    do 31 czerwca => invalid 6/30
    od 25 do 31 czerwca => invalid 6/30
    od 28 czerwca do 31 września => invalid 9/30
    od 28 lutego do 30 lutego => invalid 2/28
    od 15 do 10 sierpnia => invalid order
    od 15.08.2026 do 10.08.2026 => invalid order
    08/13/2026 => invalid month 13
    2026-02-30 => invalid 2/28
    2026-13-01 => invalid month 13
    poniedziałek 31 czerwca => invalid 6/30
    32-go odbiorę => invalid day 32
    31 tego miesiąca odbiorę => invalid 11/30
    40 maja => invalid 5/31
    `,
  ),
  ...on(
    '2026-06-15',
    `
    31 tego miesiąca => invalid 6/30
    31 bm. => invalid 6/30
    31 przyszłego miesiąca => 2026-07-31
    do 31-go zdążę => ..2026-08-01
    `,
  ),
];
