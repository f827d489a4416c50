const day = '(?:dzien|dnia|dniu|dniem)';
const feast = '(?:swieto|swieta|swiecie|swietem)';

/** Holidays and customary days by the folded words that name them, as sources of expressions. */
const names = {
  newYear: `now(?:y|ego|ym) rok(?:|u|iem)(?! (?:szkoln|akademick|kalendarz|budzet))(?<!w nowym roku)`,
  epiphany: `(?:${feast} )?trzech kroli`,
  grandmothersDay: `${day} babci`,
  grandfathersDay: `${day} dziadka`,
  valentines: 'walentyn(?:ki|ek|kach|kami)',
  fatThursday: 'tlust(?:y|ego|ym) czwart(?:ek|ku|kiem)',
  ashWednesday: 'popiel(?:ec|ca|cu|cem)|srod(?:a|e|y) popielcow(?:a|ej)',
  womensDay: `${day} kobiet`,
  palmSunday: 'niedziel(?:a|e|i) palmow(?:a|ej)',
  maundyThursday: 'wielki(?:|ego|m) czwart(?:ek|ku|kiem)',
  goodFriday: 'wielki(?:|ego|m) piat(?:ek|ku|kiem)',
  holySaturday: 'wielk(?:a|iej) sobo(?:ta|te|ty|cie)',
  easterMonday:
    '(?:poniedzial(?:ek|ku|kiem) wielkanocn|lan)(?:y|ego|ym)(?: poniedzial(?:ek|ku|kiem))?',
  easter: `niedziel(?:a|e|i) wielkanocn(?:a|ej)|(?:swieta|swiat) wielkanocn(?:e|ych)|wielkanoc(?:|y|a)`,
  aprilFools: 'prima ?aprilis',
  bookDay: `(?:swiatow(?:y|ego|ym) )?${day} ksiazki(?: i praw autorskich)?`,
  labourDay: `${feast} pracy`,
  flagDay: `${day} flagi`,
  constitutionDay: `${feast} konstytucji(?: (?:3|trzeciego) maja)?`,
  librariansDay: `${day} bibliotekarza(?: i bibliotek)?`,
  pentecost: 'zeslani(?:e|a|u|em) ducha swietego|zielon(?:e|ych) swiat(?:ki|ek|kach)',
  corpusChristi: 'boz(?:e cialo|ego ciala|ym ciele|ym cialem)',
  mothersDay: `${day} (?:matki|mamy)`,
  childrensDay: `${day} dziecka`,
  fathersDay: `${day} (?:ojca|taty)`,
  armedForcesDay: `${feast} wojska polskiego|wniebowzieci(?:e|a|u|em)(?: najswietszej maryi panny| nmp)?`,
  teachersDay: `${day} (?:nauczyciela|edukacji narodowej)`,
  halloween: 'hall?oween(?:|u)',
  allSaints: `(?:(?:${feast}|${day}) )?wszystkich swietych`,
  allSouls: `zadusz(?:ki|ek|kach)|${day} zaduszn(?:y|ego|ym)`,
  independenceDay: `(?:${feast}|${day}) niepodleglosci`,
  thanksgiving: `(?:(?:${feast}|${day}) )?dziekczynieni(?:e|a|u|em)`,
  saintAndrews: 'andrzejk(?:i|ach|ami)|andrzejek',
  firstAdvent: 'pierwsz(?:a|ej) niedziel(?:a|e|i) adwentu',
  saintNicholas: 'mikolaj(?:ki|ek|kach|kami)',
  christmasEve: 'wigili(?:a|e|i)(?: bozego narodzenia)?',
  secondDayOfChristmas: `drug(?:i|iego|im) ${day} swiat(?: bozego narodzenia)?`,
  christmas: `(?:(?:pierwsz(?:y|ego|ym) ${day} swiat|swieta|swiat) )?boz(?:e|ego|ym) narodzeni(?:e|a|u|em)|pierwsz(?:y|ego|ym) ${day} swiat`,
  newYearsEve: 'sylwest(?:er|ra|rze|rem)',
} as const;

export type HolidayName = keyof typeof names;

/** Object.entries widens the keys to string; they are the keys of `names`. */
export const holidayPatterns = Object.entries(names) as readonly (readonly [HolidayName, string])[];
