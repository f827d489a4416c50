import { on } from './table.ts';

/** Talk: long-winded, colloquial and elderly, with the date somewhere inside. */
export const talk = [
  ...on(
    '2026-11-22',
    `
    kod dostalem 3.go listopada => 2026-11-03
    wziąłem kod 5tego => 2026-11-05
    aktywowalem 1szego => 2026-11-01
    byłam w bibliotece 12-go i 15-go października => 2026-10-12; 2026-10-15
    mam go od 12-stego => 2026-12-12..
    pobrałam 20-stego => 2026-11-20
    w zeszłą śr byłam => 2026-11-18
    ostatni pt pobrałam => 2026-11-20
    zapisałam się na pn => 2026-11-23
    do czw. muszę oddać => ..2026-11-27
    od śr. nie działa => 2026-11-18..
    w nadchodzącą sobotę => 2026-11-28
    w tym m-cu => 2026-11-01..2026-12-01
    jakoś w zeszłym tygodniu pobrałam => 2026-11-09..2026-11-16
    gdzieś w połowie października wzięłam => 2026-10-11..2026-10-21
    na początku zeszłego tygodnia pobrałam => 2026-11-09..2026-11-12
    pod koniec zeszłego miesiąca pobrałam => 2026-10-16..2026-11-01
    lada dzień =>
    w tych dniach =>
    w ostatnich dniach =>
    przez weekend czytałam => 2026-11-21..2026-11-23
    do Nowego Roku zdążę? => ..2027-01-02
    ważny do 31.12.26 => ..2027-01-01
    1 stycz. => 2027-01-01
    ostatniego dnia roku => 2026-12-31
    kod ma ważność do 31.12.2026 r. włącznie => ..2027-01-01
    termin: 31 grudnia br. => 2026-12-31
    30-tego listopada mija termin => 2026-11-30
    Aktywowałem 5 listopada, więc do 5 grudnia mam? => 2026-11-05; ..2026-12-06
    kod pobrałam 10-go, czyli do 30-go muszę aktywować? => 2026-11-10; ..2026-12-01
    Na 10 grudnia ustawiłam przypomnienie => 2026-12-10
    umówiłam się na 10 grudnia => 2026-12-10
    mam pobrany kod, ważny do 10 grudnia => ..2026-12-11
    kod był ważny do 10 grudnia => ..2025-12-11
    Wnuczek pobrał mi kod w czwartek, a ja nie umiem go wpisać => 2026-11-19
    syn powiedział, że w poniedziałek przyjedzie i wpisze => 2026-11-23
    wezmę kod 10 grudnia => 2026-12-10
    podejdę do filii w piątek => 2026-11-27
    czy wrzucicie nowe kody 10 grudnia? => 2026-12-10
    mąż zmarł 3 marca, a kod był na niego => 2026-03-03
    kiedy wreszcie zadziała? czekam od 10 listopada => 2026-11-10..
    czekam już od 10 listopada => 2026-11-10..
    nie mam internetu do środy => ..2026-11-26
    wyłączyli mi internet, wróci w środę => 2026-11-25
    wszystko działało do piątku => ..2026-11-21
    skoro dziś jest 22 listopada to zostało 8 dni => 2026-11-22; 2026-11-22
    jutro mija termin, zdążę? => 2026-11-23
    dzień po pobraniu kodu =>
    dzień przed końcem =>
    Ja ten kod to mam chyba od lipca albo od sierpnia => 2026-07-01..; 2026-08-01..
    w lipcu i sierpniu byłam w szpitalu => 2026-07-01..2026-08-01; 2026-08-01..2026-09-01
    pamiętam że to było po Wszystkich Świętych => 2026-11-02..
    brałam kod w Andrzejki => 2025-11-29
    na Mikołaja wnuki chcą książki =>
    oddam po niedzieli => 2026-11-30..
    jak nie dziś to jutro => 2026-11-22; 2026-11-23
    od dziś za miesiąc => 2026-11-22..; 2026-12-22
    to jest kod z 2026 roku => 2026-01-01..2027-01-01
    zapisana jestem od 1998 r. => 1998-01-01..
    urodziłam się 3 maja 1951 roku => 1951-05-03
    karta wyrobiona w maju 2024 => 2024-05-01..2024-06-01
    nie było mnie w kraju od 1 września do 20 listopada => 2026-09-01..2026-11-21
    będę w szpitalu od środy do 10 grudnia => 2026-11-25..2026-12-11
    książkę miałam oddać 12.11, oddałam 15.11 => 2026-11-12; 2026-11-15
    z dniem 1 stycznia 2027 wchodzi nowy regulamin => 2027-01-01
    dodaliście kody 10.11.2026 o 9:00:00? => 2026-11-10
    czy 10.12.2026 to czwartek? => 2026-12-10; 2026-11-26
    Pobrałam kod 10 listopada (wtorek). => 2026-11-10
    wt. 10.11 pobrany => 2026-11-10
    poniedziałek 16 listopada godz. 12.30 => 2026-11-16
    sob-nd nieczynne? =>
    piątek/sobota przyjdę => 2026-11-27; 2026-11-28
    pobrano: 2026/11/10 => 2026-11-10
    pobrano 10 listopada2026 => 2026-11-10
    pobrano 10listopad => 2026-11-10
    10 listopada26 => 2026-11-10
    11-ego list. pobrałam => 2026-11-11
    `,
  ),
];
