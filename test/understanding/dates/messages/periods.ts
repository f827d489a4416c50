import { on } from './table.ts';

/** Weeks, months, years, weekends and parts of them. */
export const periods = [
  ...on(
    '2026-11-22',
    `
    w tym tygodniu => 2026-11-16..2026-11-23
    w bieżącym tygodniu => 2026-11-16..2026-11-23
    w zeszłym tygodniu pobrałem => 2026-11-09..2026-11-16
    w ubiegłym tygodniu => 2026-11-09..2026-11-16
    w poprzednim tygodniu => 2026-11-09..2026-11-16
    w przyszłym tygodniu => 2026-11-23..2026-11-30
    w następnym tygodniu będę => 2026-11-23..2026-11-30
    w tym miesiącu => 2026-11-01..2026-12-01
    w bieżącym miesiącu => 2026-11-01..2026-12-01
    w zeszłym miesiącu => 2026-10-01..2026-11-01
    w poprzednim miesiącu nie aktywowałam => 2026-10-01..2026-11-01
    w przyszłym miesiącu => 2026-12-01..2027-01-01
    w następnym miesiącu => 2026-12-01..2027-01-01
    w tym roku nic nie wypożyczyłem => 2026-01-01..2027-01-01
    w zeszłym roku => 2025-01-01..2026-01-01
    w ubiegłym roku => 2025-01-01..2026-01-01
    w przyszłym roku => 2027-01-01..2028-01-01
    w weekend przyjdę => 2026-11-21..2026-11-23
    w weekend pobrałam => 2026-11-21..2026-11-23
    w zeszły weekend => 2026-11-14..2026-11-16
    w przyszły weekend => 2026-11-28..2026-11-30
    w sierpniu pobrałam kod => 2026-08-01..2026-09-01
    we wrześniu => 2026-09-01..2026-10-01
    w styczniu będą kody? => 2027-01-01..2027-02-01
    w listopadzie pobrałem => 2026-11-01..2026-12-01
    w listopadzie będą? => 2026-11-01..2026-12-01
    w grudniu odbiorę => 2026-12-01..2027-01-01
    w grudniu pobrałem => 2025-12-01..2026-01-01
    w sierpniu 2025 => 2025-08-01..2025-09-01
    w sierpniu zeszłego roku => 2025-08-01..2025-09-01
    w sierpniu 2025 roku => 2025-08-01..2025-09-01
    w zeszłym roku w sierpniu => 2025-08-01..2025-09-01
    kod na sierpień => 2026-08-01..2026-09-01
    kody na grudzień => 2026-12-01..2027-01-01
    kod na styczeń 2027 => 2027-01-01..2027-02-01
    przed sierpniem => ..2026-08-01
    po wrześniu => 2026-10-01..
    od października => 2026-10-01..
    od stycznia będą nowe zasady => 2027-01-01..
    do grudnia będzie => ..2027-01-01
    kod za 08.2026 => 2026-08-01..2026-09-01
    w 2025 roku => 2025-01-01..2026-01-01
    w 2025 r. => 2025-01-01..2026-01-01
    rok 2027 => 2027-01-01..2028-01-01
    kod z sierpnia => 2026-08-01..2026-09-01
    do końca miesiąca => ..2026-12-01
    do końca tego miesiąca => ..2026-12-01
    do końca tygodnia => ..2026-11-23
    do końca przyszłego tygodnia => ..2026-11-30
    do końca przyszłego miesiąca => ..2027-01-01
    do końca roku => ..2027-01-01
    do końca tego roku => ..2027-01-01
    kod ważny do końca sierpnia => ..2026-09-01
    do końca grudnia zdążę? => ..2027-01-01
    do końca stycznia 2027 => ..2027-02-01
    do końca 2026 roku => ..2027-01-01
    od początku roku nic nie pożyczyłam => 2026-01-01..
    pod koniec sierpnia pobrałem => 2026-08-16..2026-09-01
    na początku września pobrałem => 2026-09-01..2026-09-16
    zeszły sierpień => 2026-08-01..2026-09-01
    przyszły styczeń => 2027-01-01..2027-02-01
    w trzecim kwartale 2026 => 2026-07-01..2026-10-01
    w tym kwartale => 2026-10-01..2027-01-01
    w I kwartale 2027 => 2027-01-01..2027-04-01
    w tym półroczu nie, w drugim półroczu 2025 tak => 2025-07-01..2026-01-01
    ostatnie 2 tygodnie => 2026-11-02..2026-11-16
    przez ostatnie 30 dni => 2026-10-23..2026-11-22
    następne 3 dni => 2026-11-23..2026-11-26
    `,
  ),
];
