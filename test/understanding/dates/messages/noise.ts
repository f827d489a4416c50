import { on } from './table.ts';

/** As people really type: capitals, no diacritics, slips, odd blanks, decomposed letters. */
export const noise = [
  ...on(
    '2026-11-22',
    `
    POBRAŁAM KOD 10 SIERPNIA => 2026-08-10
    POBRALEM KOD 10 WRZEŚNIA => 2026-09-10
    W PIĄTEK PRZYJDĘ => 2026-11-27
    Pobrałam Kod 10 Sierpnia 2026 => 2026-08-10
    pobralem kod 10 wrzesnia => 2026-09-10
    pobralam w srode => 2026-11-18
    w piatek bede => 2026-11-27
    w pazdzierniku pobralam => 2026-10-01..2026-11-01
    dziesiatego pazdziernika odebralem => 2026-10-10
    do konca miesiaca zdaze? => ..2026-12-01
    w przyszlym tygodniu => 2026-11-23..2026-11-30
    w zeszla sobote pobralam => 2026-11-21
    pobrałam 10 sierpna => 2026-08-10
    pobrałam 10 seirpnia => 2026-08-10
    pobrałam 3 pazdziernka => 2026-10-03
    pobrałam 3 październka => 2026-10-03
    pobrałam 5 styczna => 2026-01-05
    pobrałam 5 wrzesna => 2026-09-05
    pobrałam 7 listopda => 2026-11-07
    przyjdę 7 grudna => 2026-12-07
    pobrałam 7 czewca => 2026-06-07
    wczroaj pobrałam => 2026-11-21
    wczoaj pobrałam => 2026-11-21
    tydzen temu pobrałam => 2026-11-15
    w zeszlm tygodniu => 2026-11-09..2026-11-16
    w przyszlm miesiacu => 2026-12-01..2027-01-01
    w poniedzialke przyjdę => 2026-11-23
    w czwatek przyjdę => 2026-11-26
    w piąetk przyjdę => 2026-11-27
    w pazdzierniuk pobrałam => 2026-10-01..2026-11-01
    pobrałam\u00A010\u00A0sierpnia => 2026-08-10
    pobrałam   10   sierpnia => 2026-08-10
    pobrałam 10sierpnia => 2026-08-10
    pobrałam 10sierpnia2026 => 2026-08-10
    pobrałam „10 sierpnia” => 2026-08-10
    napisali "10.08.2026" => 2026-08-10
    pobrałam 1\u200B0 sierpnia => 2026-08-10
    pobrałam １０ sierpnia => 2026-08-10
    pobrałam 10 sierpnia!!! => 2026-08-10
    pobrałam 10 sierpnia. => 2026-08-10
    kod(10.08.2026)nie działa => 2026-08-10
    pobrałam 10sie. => 2026-08-10
    ` +
      `${'w środę pobrałam'.normalize('NFD')} => 2026-11-18
    ${'pobrałam 10 września'.normalize('NFD')} => 2026-09-10
    ${'od października'.normalize('NFD')} => 2026-10-01..
    `,
  ),
];
