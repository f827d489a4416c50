import { on } from './table.ts';

/** Which year, month or week is meant depends on the sentence (rules 2 to 6, 13). */
export const tenses = [
  ...on(
    '2026-11-22',
    `
    pobrałem 10 grudnia => 2025-12-10
    odbiorę 10 grudnia => 2026-12-10
    odbiorę 10 listopada => 2027-11-10
    pobrałem 22 listopada => 2026-11-22
    przyjdę 22 listopada => 2026-11-22
    10 grudnia => 2026-12-10
    10 sierpnia => 2026-08-10
    10 stycznia => 2027-01-10
    czy 10 stycznia będą kody? => 2027-01-10
    czy 10 sierpnia będą kody? => 2027-08-10
    kod z 10 grudnia => 2025-12-10
    Kod wygaśnie 10 sierpnia? => 2027-08-10
    kod wygasł 10 grudnia => 2025-12-10
    zdążę do 10 grudnia? => ..2026-12-11
    czy mogę pobrać 5 stycznia? => 2027-01-05
    kiedy mogę aktywować kod pobrany 10 grudnia? => 2025-12-10
    od 10 grudnia nie mogę się zalogować => 2025-12-10..
    od 10 grudnia będzie można => 2026-12-10..
    mam kod z 30 listopada => 2025-11-30
    mąż odebrał kod 1 grudnia => 2025-12-01
    wydano 15 grudnia => 2025-12-15
    nie zdążyłam aktywować kodu 31 października => 2026-10-31
    chciałam zapytać, czy 10 stycznia będą kody => 2027-01-10
    chciałabym odebrać kod 10 stycznia => 2027-01-10
    kod pobrałam 10 sierpnia, a 10 grudnia przyjdę po następny => 2026-08-10; 2026-12-10
    Pobrałam 3 grudnia. Czy 10 grudnia będą nowe? => 2025-12-03; 2026-12-10
    pobrałam w piątek, czy w poniedziałek będzie jeszcze ważny? => 2026-11-20; 2026-11-23
    aktywowałam 5 listopada, do kiedy będę mogła czytać? => 2026-11-05
    w marcu nie aktywowałam => 2026-03-01..2026-04-01
    w marcu skorzystam => 2027-03-01..2027-04-01
    25-go odebrałam, 25-go oddam => 2026-10-25; 2026-11-25
    `,
  ),
  ...on(
    '2026-12-28',
    `
    5 stycznia => 2027-01-05
    w styczniu będą kody? => 2027-01-01..2027-02-01
    pobrałam 27 grudnia => 2026-12-27
    pobrałam 30 grudnia => 2025-12-30
    `,
  ),
];
