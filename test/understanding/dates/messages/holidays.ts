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
    po Wielkanocy 2027 => 2027-03-29..
    w drugi dzień świąt przyjdę => 2026-12-26
    `,
  ),
];
