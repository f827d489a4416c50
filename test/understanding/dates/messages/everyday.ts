import { on } from './table.ts';

/** Whole messages of readers, as they may come in. */
export const everyday = [
  ...on(
    '2026-11-22',
    `
    Dzień dobry, pobrałam kod do Legimi 10 listopada i jeszcze go nie aktywowałam. Do kiedy mam czas? => 2026-11-10
    Witam, aktywowałem kod 3 listopada 2026 r., kiedy mi się skończy dostęp? => 2026-11-03
    Czy 10 grudnia o 9 rano będą nowe kody? => 2026-12-10
    Kiedy będą kody na grudzień? => 2026-12-01..2027-01-01
    Wczoraj o 9.05 próbowałem pobrać kod i już nie było => 2026-11-21
    mój kod wygasł w piątek a dopiero co go aktywowałam => 2026-11-20
    hej, jak pobiorę kod 30 listopada to do kiedy muszę go aktywować? => 2026-11-30
    Proszę o przypomnienie kodu pobranego w październiku => 2026-10-01..2026-11-01
    nie odebrałam kodu w zeszłym miesiącu, czy mogę teraz? => 2026-10-01..2026-11-01
    Kod dostałem 2 tygodnie temu, a 30 dni liczy się od kiedy? => 2026-11-08
    Czy w święta biblioteka będzie czynna, np. 24 grudnia? => 2026-12-24
    W tym roku jeszcze nic nie wypożyczyłem, czy dostanę kod w grudniu? => 2026-01-01..2027-01-01; 2026-12-01..2027-01-01
    Jestem na wyjeździe od 1 do 15 grudnia, czy kod mogę aktywować później? => 2026-12-01..2026-12-16
    Konto założyłam 5 maja 2024, kartę mam ważną do 5.05.2027 => 2024-05-05; ..2027-05-06
    pobrałem kod 31 października i nie zdążyłem, bo 1 listopada już nie działał => 2026-10-31; 2026-11-01
    Mam nieaktywowany kod z września, czy mogę dostać nowy? => 2026-09-01..2026-10-01
    Wypożyczyłam książkę 12.10, czy to wystarczy? => 2026-10-12
    mam czas do poniedziałku? => ..2026-11-24
    Czy jeśli zapłacę karę dziś, to jutro dostanę kod? => 2026-11-22; 2026-11-23
    kod aktywowany 25.10.2026 do kiedy ważny? => 2026-10-25
    Aktywowałam w ubiegłą środę, ile dni mi zostało? => 2026-11-18
    10.11 pobrałam, 12.11 aktywowałam, kiedy koniec? => 2026-11-10; 2026-11-12
    w ubiegłym roku miałam kod w każdym miesiącu => 2025-01-01..2026-01-01
    Dlaczego od 10 listopada nie mogę pobrać kodu? => 2026-11-10..
    za ile dni nowe kody? =>
    na ilu urządzeniach mogę czytać? =>
    czy kod jest ważny 30 dni czy do końca miesiąca? => ..2026-12-01
    ile kodów wydajecie w miesiącu? =>
    zgubiłam kod sprzed tygodnia =>
    Kod z 10.11.2026 wpisuję i pisze że zły => 2026-11-10
    Pobrałam kod dziesiątego, a aktywowałam dwudziestego => 2026-11-10; 2026-11-20
    chcę odebrać kod w przyszły wtorek => 2026-11-24
    dziś jest niedziela, kody od wtorku? => 2026-11-22; 2026-11-29; 2026-11-24..
    pobrałam kod 8 listopada (niedziela) => 2026-11-08
    Czy 1 grudnia mogę pobrać nowy, skoro stary aktywowałem 15 listopada? => 2026-12-01; 2026-11-15
    termin aktywacji to 30.11.2026 => 2026-11-30
    Kartę wyrobiłem w 2019 r., a dane potwierdziłem w lutym => 2019-01-01..2020-01-01; 2026-02-01..2026-03-01
    Przypomnij mi 9 grudnia o kodach => 2026-12-09
    kod mi przepadł z końcem sierpnia => 2026-08-31
    W grudniu dostęp jest do 31.12 czy 30 dni? => 2026-12-01..2027-01-01; ..2027-01-01
    Oddałam książki w poniedziałek po terminie, czy kara będzie? => 2026-11-16
    mogę przyjść jutro o 10.30? => 2026-11-23
    kod z 10 XI nie działa => 2026-11-10
    Kod pobrałem w niedzielę 8.11, aktywowałem w poniedziałek 9.11 => 2026-11-08; 2026-11-09
    czy kody będą 10 czy 11 grudnia? => 2026-12-10; 2026-12-11
    w przyszłym roku też będą kody? => 2027-01-01..2028-01-01
    Od stycznia 2027 zmieniają się zasady? => 2027-01-01..
    Pobrałam kod pod koniec października, czy jeszcze ważny? => 2026-10-16..2026-11-01
    aktywowałem trzy dni temu => 2026-11-19
    do północy 30 listopada? => 2026-11-30
    `,
  ),
  ...on(
    '2026-08-12',
    `
    Pobrałam kod 10 sierpnia, do kiedy jest ważny? => 2026-08-10
    pobrałem przedwczoraj, mam czas do końca miesiąca? => 2026-08-10; ..2026-09-01
    w poniedziałek odebrałam kod => 2026-08-10
    czy w poniedziałek będą kody? => 2026-08-17
    we wrześniu będę mogła znowu? => 2026-09-01..2026-10-01
    za tydzień wyjeżdżam => 2026-08-19
    15 sierpnia będzie otwarte? => 2026-08-15
    od soboty jestem na urlopie do 31 sierpnia => 2026-08-15..; ..2026-09-01
    `,
  ),
];
