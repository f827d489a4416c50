import { on } from './table.ts';

/** Weekdays alone, with an adjective, with a week, beside a date. */
export const weekdays = [
  ...on(
    '2026-11-22',
    `
    w poniedziałek przyjdę po kod => 2026-11-23
    przyjdę we wtorek => 2026-11-24
    w środę będę w bibliotece => 2026-11-25
    czwartek będzie ok? => 2026-11-26
    w piątek pobrałam kod => 2026-11-20
    aktywowałem w sobotę => 2026-11-21
    w niedzielę aktywowałem => 2026-11-15
    w niedzielę przyjdę => 2026-11-29
    kod z poniedziałku => 2026-11-16
    kod ze środy => 2026-11-18
    kod pobrany we wtorek => 2026-11-17
    do piątku muszę aktywować => ..2026-11-28
    do soboty => ..2026-11-29
    od poniedziałku nie działa mi kod => 2026-11-16..
    od poniedziałku będę na urlopie => 2026-11-23..
    po środzie => 2026-11-26..
    przed czwartkiem => ..2026-11-26
    w zeszły piątek pobrałem => 2026-11-20
    zeszły piątek => 2026-11-20
    w ubiegły wtorek => 2026-11-17
    w ostatnią środę => 2026-11-18
    w miniony czwartek => 2026-11-19
    w zeszłą niedzielę => 2026-11-15
    w ten piątek => 2026-11-27
    w najbliższy poniedziałek => 2026-11-23
    najbliższa sobota => 2026-11-28
    w przyszły piątek => 2026-11-27
    następny wtorek => 2026-11-24
    w zeszłym tygodniu w piątek => 2026-11-13
    w piątek w zeszłym tygodniu => 2026-11-13
    w przyszłym tygodniu w środę => 2026-11-25
    w środę w przyszłym tygodniu => 2026-11-25
    piątek przyszłego tygodnia => 2026-11-27
    w poniedziałek zeszłego tygodnia => 2026-11-09
    w tym tygodniu w sobotę => 2026-11-21
    za tydzień w środę => 2026-11-25
    w piątek za dwa tygodnie => 2026-12-04
    tydzień temu w czwartek => 2026-11-12
    przyjdę w pt. => 2026-11-27
    przyjdę w pn => 2026-11-23
    przyjdę w czw. rano => 2026-11-26
    będę w sob. => 2026-11-28
    będę w nd => 2026-11-29
    w śr będę => 2026-11-25
    w sr bede => 2026-11-25
    we wt. => 2026-11-24
    pon. => 2026-11-23
    w poniedziałek 10 sierpnia => 2026-08-10
    poniedziałek, 10.08.2026 => 2026-08-10
    pn. 10.08.2026 => 2026-08-10
    10 sierpnia (poniedziałek) => 2026-08-10
    10.08.2026, poniedziałek => 2026-08-10
    w piątek 14 sierpnia pobrałem => 2026-08-14
    w piątek 11 grudnia => 2026-12-11
    w piątek, 10 sierpnia 2026 => 2026-08-10
    w czwartek dziesiątego => 2026-12-10
    `,
  ),
  ...on(
    '2026-11-25',
    `
    w środę byłem => 2026-11-18
    w środę będę => 2026-12-02
    w przyszły piątek => 2026-12-04
    w następny poniedziałek => 2026-11-30
    w ten piątek => 2026-11-27
    w zeszły piątek => 2026-11-20
    w ostatni wtorek => 2026-11-24
    w najbliższą środę => 2026-12-02
    w zeszłym tygodniu w poniedziałek => 2026-11-16
    pobrałem we wtorek => 2026-11-24
    `,
  ),
];
