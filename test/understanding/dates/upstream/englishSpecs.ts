import { on } from '../messages/table.ts';

/**
 * Facts of the English specifications of Recognizers-Text (DateParser, DatePeriodParser,
 * HolidayParser, DateTimeModel: reference day and value), said in Polish sentences of our own. They
 * guard the structure of the culture: each value must be among the past and future candidates.
 * Ends of ranges are given as the first day after, as everywhere in this part. Left out is what
 * Polish does not say and what this part decides otherwise on purpose (see its README).
 */
export const englishSpecs = [
  ...on(
    '2016-11-07',
    `
    Wracam 15-go. => 2016-10-15 2016-11-15
    Wracam 2 paź. => 2016-10-02 2017-10-02
    Wracam 2-paź. => 2016-10-02 2017-10-02
    Wracam 2.X => 2016-10-02 2017-10-02
    Październik 2 => 2016-10-02 2017-10-02
    Wracam 12 stycznia 2016 => 2016-01-12
    Wracam w poniedziałek 12 stycznia 2016 => 2016-01-12
    Wracam 22.02.2016 => 2016-02-22
    Wracam 21/04/2016 => 2016-04-21
    Wracam 21/04/16 => 2016-04-21
    Wracam 21-04-2016 => 2016-04-21
    Wracam dnia 22.4 => 2016-04-22 2017-04-22
    Wracam o 4.22 =>
    Wracam o 22.04 =>
    Wracam    22.4 => 2016-04-22 2017-04-22
    Wracam 22/04 => 2016-04-22 2017-04-22
    Wracam 2015/08/12 => 2015-08-12
    Wracam 12.08.2015 => 2015-08-12
    Wracam 12.08.15 => 2015-08-12
    Wracam 1-go sty => 2016-01-01 2017-01-01
    Wracam 1-sty => 2016-01-01 2017-01-01
    Wracam w środę, 22 stycznia => 2016-01-22 2017-01-22
    Wracam w piątek, Styczeń 22 => 2016-01-22 2017-01-22
    Styczeń pierwszy => 2016-01-01 2017-01-01
    Maj dwudziesty pierwszy => 2016-05-21 2017-05-21
    Wracam dwudziestego pierwszego maja => 2016-05-21 2017-05-21
    Wracam dwudziestego dziewiątego maja => 2016-05-29 2017-05-29
    Wracam drugiego sierp. => 2016-08-02 2017-08-02
    Wracam dwudziestego drugiego czerwca => 2016-06-22 2017-06-22
    Wracam w piątek => 2016-11-04 2016-11-11
    Wracam |piątek => 2016-11-04 2016-11-11
    Wracam dziś => 2016-11-07
    Wracam jutro => 2016-11-08
    Wróciłem wczoraj => 2016-11-06
    Wróciłem przedwczoraj => 2016-11-05
    Wracam pojutrze => 2016-11-09
    Pojutrze => 2016-11-09
    Wracam w ten piątek => 2016-11-11
    Wracam w przyszłą niedzielę => 2016-11-20
    Wróciłem w zeszłą niedzielę => 2016-11-06
    Wracam w tym tygodniu w piątek => 2016-11-11
    Wracam w przyszłym tygodniu w niedzielę => 2016-11-20
    Wróciłem w zeszłym tygodniu w niedzielę => 2016-11-06
    Wracam 15 czerwca 2016 => 2016-06-15
    Wracam w pierwszy piątek lipca => 2016-07-01 2017-07-07
    Wracam w pierwszy piątek tego miesiąca => 2016-11-04
    Wracam w przyszłym tygodniu w piątek => 2016-11-18
    Wracam w piątek w przyszłym tygodniu => 2016-11-18
    Wracam za dwa tygodnie => 2016-11-21
    Do kogo pisałem miesiąc temu? => 2016-10-07
    Do kogo pisałem kilka miesięcy temu? =>
    Do kogo pisałem parę dni temu? =>
    Wróciłem 27-go => 2016-10-27 2016-11-27
    Wróciłem 27-go. => 2016-10-27 2016-11-27
    Wróciłem 27-go! => 2016-10-27 2016-11-27
    Wróciłem 21-ego => 2016-10-21 2016-11-21
    Wróciłem 22go => 2016-10-22 2016-11-22
    Wróciłem drugiego => 2016-11-02 2016-12-02
    Wróciłem dwudziestego drugiego => 2016-10-22 2016-11-22
    Wróciłem trzydziestego => 2016-10-30 2016-11-30
    Wrócę 20 przyszłego miesiąca => 2016-12-20
    Wrócę 31 tego miesiąca => not resolved
    Wracam 12 stycznia 2018 => 2018-01-12
    Wracam 18-9-15 => 2015-09-18
    Wróciłem dwa dni temu => 2016-11-05
    Wróciłem dwa lata temu => 2014-11-07
    Wracam 7-3-2017 => 2017-03-07
    Wracam 7-3-07 => 2007-03-07
    Wracam 7-3-27 => 2027-03-07
    Nie ma mnie od 4 do 22 tego miesiąca => 2016-11-04..2016-11-23
    Nie ma mnie 4-23 przyszłego miesiąca => 2016-12-04..2016-12-24
    Nie ma mnie od 3 do 12 września hahaha => 2016-09-03..2016-09-13 2017-09-03..2017-09-13
    Nie ma mnie od piątku 11-go do wtorku 15-go => 2016-11-11..2016-11-16
    Nie ma mnie 4 do 23 przyszłego miesiąca => 2016-12-04..2016-12-24
    Nie ma mnie między 4 a 22 tego miesiąca => 2016-11-04..2016-11-23
    Nie ma mnie pomiędzy 3 a 12 września => 2016-09-03..2016-09-13 2017-09-03..2017-09-13
    Nie było mnie od 4 do 22 stycznia 1995 => 1995-01-04..1995-01-23
    Nie było mnie 4-22 stycznia 1995 => 1995-01-04..1995-01-23
    Nie ma mnie między 4 września a 8 września => 2016-09-04..2016-09-09 2017-09-04..2017-09-09
    Nie ma mnie w tym tygodniu => 2016-11-07..2016-11-14
    Nie ma mnie w nadchodzącym tygodniu => 2016-11-14..2016-11-21
    Nie ma mnie w bieżącym tygodniu => 2016-11-07..2016-11-14
    Nie ma mnie w lutym => 2016-02-01..2016-03-01 2017-02-01..2017-03-01
    Nie ma mnie ten wrzesień => 2016-09-01..2016-10-01
    Nie ma mnie w przyszłym czerwcu => 2017-06-01..2017-07-01
    Nie ma mnie 3/2015 => 2015-03-01..2015-04-01
    Nie ma mnie 2015/3 => 2015-03-01..2015-04-01
    Nie ma mnie 2015-03 => 2015-03-01..2015-04-01
    następne 2 dni => 2016-11-08..2016-11-10
    ostatnie parę dni =>
    ten weekend => 2016-11-12..2016-11-14
    Nie ma mnie w weekend => 2016-11-12..2016-11-14
    Nie ma mnie 2 paź. do 22 października => 2016-10-02..2016-10-23 2017-10-02..2017-10-23
    Nie ma mnie 12 stycznia 2016 - 22.01.2016 => 2016-01-12..2016-01-23
    Nie ma mnie od 1 sty do środy, 22 stycznia => 2016-01-01..2016-01-23 2017-01-01..2017-01-23
    Nie ma mnie od dziś do jutra => 2016-11-07..2016-11-09
    Nie ma mnie od 2 paź. do 22 października => 2016-10-02..2016-10-23 2017-10-02..2017-10-23
    Nie ma mnie między 2 paź. a 22 października => 2016-10-02..2016-10-23 2017-10-02..2017-10-23
    Nie ma mnie 19-20 listopada => 2016-11-19..2016-11-21 2015-11-19..2015-11-21
    Listopad 19-20 => 2016-11-19..2016-11-21 2015-11-19..2015-11-21
    Listopad 19 do 20 => 2016-11-19..2016-11-21 2015-11-19..2015-11-21
    Nie ma mnie w czerwcu 2016 => 2016-06-01..2016-07-01
    Nie ma mnie w czerwcu przyszłego roku => 2017-06-01..2017-07-01
    Nie ma mnie w przyszłym roku => 2017-01-01..2018-01-01
    Nie ma mnie przez następne 3 dni => 2016-11-08..2016-11-11
    Nie było mnie ostatnie 3 tygodnie => 2016-10-17..2016-11-07
    Nie było mnie poprzednie 3 tygodnie => 2016-10-17..2016-11-07
    pierwszy tydzień października => 2016-10-03..2016-10-10 2017-10-02..2017-10-09
    Nie ma mnie w trzecim kwartale 2016 => 2016-07-01..2016-10-01
    Nie ma mnie w trzecim kwartale tego roku => 2016-07-01..2016-10-01
    Nie ma mnie w III kwartale 2016 => 2016-07-01..2016-10-01
    Nie ma mnie w Q4 2016 => 2016-10-01..2017-01-01
    Wrócę w trzecim kwartale => 2016-07-01..2016-10-01 2017-07-01..2017-10-01
    Wrócę w 2 kwartale => 2016-04-01..2016-07-01 2017-04-01..2017-07-01
    Wróciłem w I kwartale 2016 => 2016-01-01..2016-04-01
    Nie ma mnie w pierwszym półroczu 2016 => 2016-01-01..2016-07-01
    Nie ma mnie w drugim półroczu 2016 => 2016-07-01..2017-01-01
    Nie ma mnie w następnym miesiącu => 2016-12-01..2017-01-01
    Nie ma mnie 2016 czerwiec => 2016-06-01..2016-07-01
    Nie ma mnie 2016, listopad => 2016-11-01..2016-12-01
    Nie ma mnie 11-2016 => 2016-11-01..2016-12-01
    Nie ma mnie 11/2016 => 2016-11-01..2016-12-01
    Nie ma mnie od jutra => 2016-11-08..
    Nie ma mnie od sierpnia => 2016-08-01.. 2017-08-01..
    Nie ma mnie od tego sierpnia => 2016-08-01..
    `,
  ),
  ...on(
    '2017-09-27',
    `
    Wróciłem w czwartek 21-go => 2017-09-21
    Wróciłem w piątek 22-go => 2017-09-22
    Wróciłem w sobotę 23-go => 2017-09-23
    Wróciłem w piątek 15-go => 2017-09-15
    Wróciłem w czwartek dwudziestego pierwszego => 2017-09-21
    Wróciłem w piątek dwudziestego drugiego => 2017-09-22
    `,
  ),
  ...on(
    '2017-11-08',
    `
    Spotkajmy się pod koniec tego miesiąca => 2017-11-16..2017-12-01
    Spotkajmy się pod koniec tego tygodnia => 2017-11-09..2017-11-13
    Spotkajmy się pod koniec tego roku => 2017-07-01..2018-01-01
    Spotkajmy się na początku przyszłego roku => 2018-01-01..2018-07-01
    Spotkajmy się na początku przyszłego tygodnia => 2017-11-13..2017-11-16
    Spotkajmy się na początku przyszłego miesiąca => 2017-12-01..2017-12-16
    Widzieliśmy się pod koniec zeszłego roku => 2016-07-01..2017-01-01
    Widzieliśmy się pod koniec zeszłego tygodnia => 2017-11-02..2017-11-06
    Widzieliśmy się pod koniec zeszłego miesiąca => 2017-10-16..2017-11-01
    `,
  ),
  ...on('2017-11-20', 'ten weekend => 2017-11-25..2017-11-27'),
  ...on('2017-11-17', 'Spotkanie było w tym tygodniu => 2017-11-13..2017-11-20'),
  ...on('2026-01-01', 'Strajk zawieszono w tym tygodniu => 2025-12-29..2026-01-05'),
  ...on('2019-01-01', 'W tym tygodniu nadal nie działa => 2018-12-31..2019-01-07'),
  ...on('2017-01-01', 'Ogłosił to w tym tygodniu => 2016-12-26..2017-01-02'),
  ...on('2016-01-01', 'W tym tygodniu nic nowego => 2015-12-28..2016-01-04'),
  ...on(
    '2018-10-24',
    `
    od 1.10 do 7.11 => 2018-10-01..2018-11-08
    od 25.10 do 25.01 => 2017-10-25..2018-01-26 2018-10-25..2019-01-26
    Data to 05-sie-2016 => 2016-08-05
    `,
  ),
  ...on('2019-04-23', 'Zrobię to od dziś do 15 listopada => 2019-04-23..2019-11-16'),
  ...on('2019-04-25', 'Robiłem to od 22 stycznia do dziś => 2019-01-22..2019-04-26'),
  ...on('2019-10-14', 'Nie było mnie od 1 sierpnia 2019 do dziś => 2019-08-01..2019-10-15'),
  ...on('2016-11-14', '16. lis. 2016 => 2016-11-16'),
  ...on(
    '2018-03-20',
    `
    Do zobaczenia w pierwszy piątek przyszłego miesiąca => 2018-04-06
    To może w drugi poniedziałek przyszłego miesiąca? => 2018-04-09
    Wróciłem w trzecią środę zeszłego miesiąca => 2018-02-21
    Jadę we wtorek w przyszłym tygodniu => 2018-03-27
    Lekcje zrobię w niedzielę przyszłego tygodnia => 2018-04-01
    `,
  ),
  ...on('2018-04-20', 'Wracam dwa dni od jutra. => 2018-04-23'),
  ...on('2017-03-22', 'Masz czas 13.5.2015? => 2015-05-13'),
  ...on('2017-03-22', 'Masz czas 2015.5.13? => 2015-05-13'),
  ...on('2018-08-21', 'wracam 2019-09-1. => 2019-09-01'),
  ...on(
    '2020-03-22',
    `
    30 lutego => not resolved
    29.02.2019 => not resolved
    29.02.2020 => 2020-02-29
    `,
  ),
  ...on(
    '2018-05-24',
    `
    Co z premią za kwiecień 2017. => 2017-04-01..2017-05-01
    Wróciłem w kwietniu 2017 => 2017-04-01..2017-05-01
    Wróciłem w kwietniu => 2018-04-01..2018-05-01 2019-04-01..2019-05-01
    Ładny dzień. =>
    `,
  ),
  ...on('2018-05-31', 'pokaż przed 2010 albo po 2018 roku => ..2010-01-01 2019-01-01..'),
  ...on('2018-05-01', 'Firma sprzedała to 31 grudnia , 1994 => 1994-12-31'),
  ...on(
    '2018-06-20',
    `
    Umów rozmowę w ten piątek (15 czerwca) => 2018-06-15
    Umów rozmowę w piątek 15 czerwca => 2018-06-15
    `,
  ),
  ...on('2018-06-22', 'Czy mogę zarezerwować 09 maja na 2 dni? => 2018-05-09 2019-05-09'),
  ...on('2018-07-02', 'Sprzedaż w tydzień nr 31 => 2018-07-30..2018-08-06'),
  ...on('2019-03-02', 'Sprzedaż w tydzień nr 1 => 2018-12-31..2019-01-07'),
  ...on('2019-03-02', 'Nie ma tygodnia, tydzień nr 00 =>'),
  ...on('2018-07-06', 'Umów rozmowę w piątek 6.7 z Jankiem. => 2018-07-06'),
  ...on('2018-07-31', 'umówmy się na następny tydzień => 2018-08-06..2018-08-13'),
  ...on('2018-07-31', 'to w poniedziałek następnego tygodnia => 2018-08-06'),
  ...on('2018-08-07', 'Umów coś na 18-go. => 2018-07-18 2018-08-18'),
  ...on('2018-08-07', 'Umów coś na 4-go. => 2018-08-04 2018-09-04'),
  ...on(
    '2018-10-17',
    'Tajfun uderzył dwa miesiące temu, a inny miesiąc temu. => 2018-08-17 2018-09-17',
  ),
  ...on('2018-10-16', '<a href="https://localhost:44300/api/redir/?id=10.10.2018">x</a> =>'),
  ...on('2018-11-01', 'Jakie plany na grudzień 2018 => 2018-12-01..2019-01-01'),
  ...on('2018-11-01', 'Jakie plany na grudzień, 2018 => 2018-12-01..2019-01-01'),
  ...on('2018-11-01', 'Jakie plany na 12/2018 => 2018-12-01..2019-01-01'),
  ...on(
    '2018-11-28',
    `
    Co robisz w przyszłym tygodniu w środę? => 2018-12-05
    Co było w zeszłym tygodniu - poniedziałek => 2018-11-19
    Co było w tym tygodniu w poniedziałek => 2018-11-26
    `,
  ),
  ...on('2018-08-30', 'Kredyty były na 6.45 procent =>'),
  ...on('2018-12-07', 'Mam dwadzieścia jeden monet w kieszeni =>'),
  ...on('2018-12-07', 'W pokoju jest od dwóch do czterech osób =>'),
  ...on('2019-04-25', 'Widzimy się dwudziestego drugiego lutego. => 2019-02-22 2020-02-22'),
  ...on('2019-04-24', 'Umów spotkania począwszy od 7 stycznia => 2019-01-07.. 2020-01-07..'),
  ...on('2019-05-20', 'To ma być zrobione 12.5 => 2019-05-12 2020-05-12'),
  ...on('2019-05-20', 'To ma być zrobione w niedzielę 12.5 => 2019-05-12 2020-05-12'),
  ...on('2019-05-23', 'Jest 10 studentów. =>'),
  ...on('2019-05-23', 'Jest 10 gwiazdek. =>'),
  ...on('2019-05-30', 'Jadę 26 czerwca 2019 do 28 czerwca 2020. => 2019-06-26..2020-06-29'),
  ...on('2019-05-30', 'Wracam 28 czerwca 2020. => 2020-06-28'),
  ...on(
    '2019-07-04',
    `
    Wyniki za ten kwartał => 2019-07-01..2019-10-01
    Wyniki za bieżący kwartał => 2019-07-01..2019-10-01
    Wyniki za zeszły kwartał => 2019-04-01..2019-07-01
    Wyniki za poprzedni kwartał => 2019-04-01..2019-07-01
    Plany na następny kwartał => 2019-10-01..2020-01-01
    Plany na nadchodzący kwartał => 2019-10-01..2020-01-01
    Kupiłem za 12 $ 27 grudnia => 2018-12-27 2019-12-27
    Tomek mówi:30 grudnia pasuje => 2018-12-30 2019-12-30
    `,
  ),
  ...on('2019-01-28', 'Wyniki za zeszły kwartał => 2018-10-01..2019-01-01'),
  ...on('2019-12-28', 'Plany na następny kwartał => 2020-01-01..2020-04-01'),
  ...on('2019-06-10', 'Chodźmy na kawę we wtorek jedenastego. => 2019-06-11'),
  ...on('2019-07-19', 'Chodźmy na kawę w środę trzydziestego pierwszego. => 2019-07-31'),
  ...on('2019-07-30', 'Chodźmy na kawę we wtorek przyszłego tygodnia => 2019-08-06'),
  ...on('2019-07-30', 'Widzieliśmy się we wtorek zeszłego tygodnia => 2019-07-23'),
  ...on(
    '2019-07-30',
    'Wyjadę od przyszłego piątku do 1 października 2020. => 2019-08-09..2020-10-02',
  ),
  ...on('2019-08-08', 'ABC-12345-A1B2C3 czeka na wysłanie =>'),
  ...on('2019-08-12', 'Chcę pożyczyć 10000 zł na 3 lata =>'),
  ...on('2020-07-30', '30 lutego 2019 => not resolved'),
  ...on('2019-08-24', 'Który jest 3 dni od dziś? => 2019-08-27'),
  ...on('2019-09-19', 'Jaka pogoda przez najbliższe dwa dni? => 2019-09-20..2019-09-22'),
  ...on('2019-11-07', 'Co było w 1 kwartale 2019 => 2019-01-01..2019-04-01'),
  ...on(
    '2019-11-07',
    'III kwartał 2019 i I kwartał 2020 => 2019-07-01..2019-10-01 2020-01-01..2020-04-01',
  ),
  ...on(
    '2019-11-07',
    'Podróż od 26 czerwca 2020 roku do 28 czerwca 2020 roku => 2020-06-26..2020-06-29',
  ),
  ...on(
    '2016-11-07',
    `
    Wracam w Boże Narodzenie => 2015-12-25 2016-12-25
    Wracam w Nowy Rok => 2016-01-01 2017-01-01
    Wracam w Wielkanoc => 2016-03-27 2017-04-16
    Wracam w Sylwestra => 2015-12-31 2016-12-31
    Wracam w Wigilię => 2015-12-24 2016-12-24
    Wracam w Halloween => 2016-10-31 2017-10-31
    Wracam w Dzień Kobiet => 2016-03-08 2017-03-08
    Wracam w Walentynki => 2016-02-14 2017-02-14
    Wracam w Prima Aprilis => 2016-04-01 2017-04-01
    Wracam w Boże Narodzenie 2010 => 2010-12-25
    Wracam w Wielkanoc w zeszłym roku => 2015-04-05
    Wracam w Dzień Dziękczynienia => 2015-11-26 2016-11-24
    `,
  ),
];
