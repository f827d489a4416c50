import { on } from './table.ts';

/** Days counted from today, in words and in units. */
export const daysFromToday = [
  ...on(
    '2026-11-22',
    `
    dziś pobrałam kod => 2026-11-22
    Dzisiaj aktywowałem => 2026-11-22
    dzis go mam => 2026-11-22
    pobrałem wczoraj => 2026-11-21
    wczoraj wieczorem dostałem kod => 2026-11-21
    przedwczoraj odebrałam => 2026-11-20
    przed wczoraj odebrałam => 2026-11-20
    czy jutro będą kody? => 2026-11-23
    jutro rano przyjdę => 2026-11-23
    pojutrze odbiorę => 2026-11-24
    przyjdę po jutrze => 2026-11-24
    wczorajszy kod nie działa => 2026-11-21
    dzisiejsze kody => 2026-11-22
    na jutrzejszy dzień => 2026-11-23
    w dniu dzisiejszym => 2026-11-22
    w dniu wczorajszym pobrałem => 2026-11-21
    do jutra muszę aktywować => ..2026-11-24
    do dziś nie dostałem => ..2026-11-23
    od dziś => 2026-11-22..
    od wczoraj nie działa => 2026-11-21..
    od jutra => 2026-11-23..
    3 dni temu pobrałem kod => 2026-11-19
    trzy dni temu => 2026-11-19
    dzień temu => 2026-11-21
    1 dzień temu => 2026-11-21
    pięć dni temu aktywowałam => 2026-11-17
    dwadzieścia jeden dni temu => 2026-11-01
    30 dni temu aktywowałem => 2026-10-23
    tydzień temu pobrałam kod => 2026-11-15
    2 tyg temu => 2026-11-08
    2 tyg. temu => 2026-11-08
    dwa tygodnie temu => 2026-11-08
    3 tygodnie temu => 2026-11-01
    miesiąc temu => 2026-10-22
    dwa miesiące temu => 2026-09-22
    5 miesięcy temu => 2026-06-22
    pół roku temu => 2026-05-22
    rok temu => 2025-11-22
    dwa lata temu => 2024-11-22
    5 lat temu => 2021-11-22
    półtora roku temu zapisałem się => 2025-05-22
    przed tygodniem aktywowałam => 2026-11-15
    przed trzema dniami => 2026-11-19
    przed dwoma tygodniami => 2026-11-08
    przed miesiącem => 2026-10-22
    przed rokiem => 2025-11-22
    za 3 dni przyjdę => 2026-11-25
    za tydzień wyjeżdżam => 2026-11-29
    za 2 tyg będę => 2026-12-06
    za dwa tygodnie => 2026-12-06
    za miesiąc => 2026-12-22
    za pół roku => 2027-05-22
    za rok => 2027-11-22
    za 30 dni => 2026-12-22
    za dzień => 2026-11-23
    za dziesięć dni wygaśnie? => 2026-12-02
    3dni temu => 2026-11-19
    tydzien temu => 2026-11-15
    `,
  ),
];
