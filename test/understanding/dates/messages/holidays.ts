import { on } from './table.ts';

/** Holidays fixed and movable. */
export const holidays = [
  ...on(
    '2026-11-22',
    `
    w Wigilię otwarte? => 2026-12-24
    przed Bożym Narodzeniem odbiorę => ..2026-12-25
    po Nowym Roku będą kody? => 2027-01-02..
    w Sylwestra będzie czynne? => 2026-12-31
    w Wielkanoc będzie zamknięte? => 2027-03-28
    Boże Ciało 2027 => 2027-05-27
    w Trzech Króli będę => 2027-01-06
    pobrałam w Dzień Dziecka => 2026-06-01
    w mikołajki odbiorę => 2026-12-06
    do Wigilii zdążę? => ..2026-12-25
    w Święto Niepodległości byłam => 2026-11-11
    Wszystkich Świętych 2025 => 2025-11-01
    w Wielki Piątek 2027 => 2027-03-26
    w poniedziałek wielkanocny 2027 => 2027-03-29
    Wielkanoc 1954 => 1954-04-18
    Wielkanoc 1981 => 1981-04-19
    Wielkanoc 2000 => 2000-04-23
    Wielkanoc 2008 => 2008-03-23
    Wielkanoc 2024 => 2024-03-31
    Wielkanoc 2038 => 2038-04-25
    Wielkanoc 2049 => 2049-04-18
    Wielkanoc 2076 => 2076-04-19
    Boże Ciało 2026 => 2026-06-04
    Popielec 2026 => 2026-02-18
    tłusty czwartek 2026 => 2026-02-12
    Zielone Świątki 2026 => 2026-05-24
    pierwsza niedziela adwentu 2026 => 2026-11-29
    pierwsza niedziela adwentu 2022 => 2022-11-27
    po Wielkanocy 2027 => 2027-03-29..
    w drugi dzień świąt przyjdę => 2026-12-26
    `,
  ),
];
