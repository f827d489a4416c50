import { on } from './table.ts';

/** Arithmetic at the ends of months, in leap years and around New Year. */
export const monthEnds = [
  ...on(
    '2027-01-31',
    `
    za miesiąc => 2027-02-28
    w przyszłym miesiącu => 2027-02-01..2027-03-01
    w zeszłym miesiącu => 2026-12-01..2027-01-01
    miesiąc temu => 2026-12-31
    za 30 dni => 2027-03-02
    do końca miesiąca => ..2027-02-01
    ostatniego dnia miesiąca odbiorę => 2027-01-31
    20 przyszłego miesiąca => 2027-02-20
    30 przyszłego miesiąca => invalid 2/28
    31-go przyjdę => 2027-01-31
    za 3 miesiące => 2027-04-30
    w lutym będą kody? => 2027-02-01..2027-03-01
    29 lutego => 2028-02-29
    `,
  ),
  ...on(
    '2028-02-29',
    `
    dziś => 2028-02-29
    za rok => 2029-02-28
    rok temu => 2027-02-28
    za miesiąc => 2028-03-29
    miesiąc temu => 2028-01-29
    29 lutego pobrałam => 2028-02-29
    do końca miesiąca => ..2028-03-01
    jutro => 2028-03-01
    30 lutego => invalid 2/29
    od 28 lutego do 1 marca => 2028-02-28..2028-03-02
    od 28 lutego do 29 lutego => 2028-02-28..2028-03-01
    w zeszły wtorek => 2028-02-22
    we wtorek przyjdę => 2028-03-07
    ostatniego dnia lutego => 2028-02-29
    `,
  ),
  ...on(
    '2026-12-31',
    `
    jutro => 2027-01-01
    za 2 miesiące => 2027-02-28
    w przyszłym miesiącu => 2027-01-01..2027-02-01
    20 przyszłego miesiąca => 2027-01-20
    10 zeszłego miesiąca => 2026-11-10
    w tym roku => 2026-01-01..2027-01-01
    do końca roku => ..2027-01-01
    dziesiątego będą kody? => 2027-01-10
    w tym tygodniu => 2026-12-28..2027-01-04
    w przyszłym roku => 2027-01-01..2028-01-01
    10 stycznia => 2027-01-10
    pobrałam 31 grudnia => 2026-12-31
    od 10 do 20 przyszłego miesiąca => 2027-01-10..2027-01-21
    w piątek przyjdę => 2027-01-01
    `,
  ),
  ...on(
    '2026-03-31',
    `
    miesiąc temu => 2026-02-28
    za miesiąc => 2026-04-30
    pół roku temu => 2025-09-30
    za pół roku => 2026-09-30
    31-go odebrałam => 2026-03-31
    31 zeszłego miesiąca => invalid 2/28
    w zeszłym miesiącu => 2026-02-01..2026-03-01
    `,
  ),
  ...on(
    '2026-08-31',
    `
    za miesiąc => 2026-09-30
    miesiąc temu => 2026-07-31
    w przyszłym miesiącu => 2026-09-01..2026-10-01
    pół roku temu => 2026-02-28
    do końca miesiąca => ..2026-09-01
    31 przyszłego miesiąca => invalid 9/30
    `,
  ),
];
