import { anyMonth } from '../words/months.ts';
import { fullWeekdayForms } from '../words/weekdays.ts';
import { oneOf } from '../words/pattern.ts';
import { mask } from './mask.ts';

const notAMonth = `(?!-? ?(?:go |ego |tego )?${anyMonth})`;
const weekday = oneOf(fullWeekdayForms);
const recurring = `(?:dzien|dni|dnia|tydzien|tygodnie|tygodni|tygodnia|tygodniu|miesiace|miesiac|miesiaca|miesiacu|rok|roku|kwartal|kwartalu|weekend|weekendu|${weekday}|poniedzialki|wtorki|srody|czwartki|piatki|soboty|niedziele)`;
const anOrdinal = String.raw`(?:\d{1,2}\.?(?:-?(?:go|tego|ego|szego))?|[a-z]+(?:ego|ty)(?: [a-z]+ego)?)`;

function patterns(...sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(source, 'g'));
}

/** Not dates by rule 11: sets, vague times, hours, prices, versions, numbers of all kinds. */
const notDates: readonly RegExp[] = patterns(
  // Addresses of the net.
  String.raw`https?://[^ \n]+|www\.[^ \n]+|[^ \n@]+@[^ \n@]+|\b[a-z0-9-]+\.(?:pl|com|eu|org|net|info)(?:/[^ \n]*)?\b`,
  // Sets: "co miesiąc", "w każdy poniedziałek", "do 10. dnia każdego miesiąca", "w soboty".
  String.raw`\bod \d{1,2}(?:-?(?:go|ego|tego))? do ${anOrdinal} (?:dnia )?kazdego miesiaca\b`,
  String.raw`\b${anOrdinal} (?:dnia |dzien )?(?:kazdego|danego|co) (?:miesiaca|miesiac)\b`,
  String.raw`\bco (?:drugi |druga |drugie |trzeci |dwa |kilka |\d+ )?${recurring}\b(?: ${anOrdinal}(?![a-z]))?`,
  String.raw`\bkazd(?:y|a|e|ego|ej|ym|emu)(?: (?:pierwsz|drug|trzec|ostatni)[a-z]*)? (?:${recurring}\b(?: ${anOrdinal}(?![a-z]))?|${anOrdinal}(?![a-z]))(?: (?:dnia )?miesiaca\b)?`,
  String.raw`\bzawsze ${anOrdinal}(?![a-z])`,
  String.raw`\b(?:raz|razy) (?:w|na) ${recurring}\b|\b(?:codziennie|cotygodniow[a-z]*|comiesieczn[a-z]*)\b`,
  String.raw`\bw (?:poniedzialki|wtorki|srody|czwartki|piatki|soboty)\b(?: i (?:poniedzialki|wtorki|srody|czwartki|piatki|soboty|niedziele)\b)?|\b(?:soboty|srody) i niedziele\b`,
  String.raw`\b(?:pn|pon|wt|sr|czw|sob|sb)\.? ?- ?(?:cz|czw|pt|sob|sb|nd|niedz)\b\.?`,
  String.raw`\bod poniedzialku do (?:czwartku|piatku|soboty|niedzieli)(?=,? (?:w godz|w g\.|od \d|\d{1,2}[.:-]))`,
  // Vague: "kilka dni temu", "za parę tygodni".
  String.raw`\b(?:(?:za|przed|od|po|przez|ostatnie|ostatnich|nastepne|nastepnych|najblizsze|najblizszych) )?(?:kilka|kilku|kilkoma|pare|paru|paroma|kilkanascie|kilkunastu|kilkunastoma|kilkadziesiat|ilestam|iles) (?:dni|dniami|dniach|tyg|tygodni|tygodnie|tygodniami|miesiecy|miesiace|miesiacami|lat|lata|latami)\b(?: temu\b)?`,
  // A unit that is paid for or wished: "opłata za miesiąc", "miłego weekendu".
  String.raw`\b(?:mil|udan|dobr|spokojn|przyjemn|fajn)(?:ego|y|ych) (?:weekend|tydzien|tygodni|dni|wieczor|popoludni|swiat)[a-z]*`,
  String.raw`\bdlugi(?:ego|)? weekend[a-z]*|\bkar[aye] za (?:\d+ dni|dzien|tydzien|miesiac)\b|\bza (?:kazdy )?dzien (?:spoznieni|zwlok|przetrzymani|opoznieni)[a-z]*`,
  String.raw`\b(?:plac[a-z]*|oplat[a-z]*|abonament[a-z]*|koszt[a-z]*|cen[aeyu]|kar[aye]|zl)(?: \uE0FE+| sie)? za (?:miesiac|rok|dzien|tydzien)\b`,
  // Hours.
  String.raw`\b\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?: ?- ?\d{1,2}:\d{2})?`,
  String.raw`\bgodz(?:\.|ina|inie|iny|inach|in)?:? ?\d{1,2}(?:[.:]\d{2})?(?!\d)(?: ?(?:-|do|i|a) ?\d{1,2}(?:[.:]\d{2})?(?!\d))?${notAMonth}`,
  String.raw`(?<!\b(?:chodzi|chodzilo|pytam|pytanie|pytac|zapytac|pytalem|pytalam|pytal|pytala) )\bo \d{1,2}(?:[.:][0-5]\d)?(?!\d)(?![.:]?\d)(?!-?(?:go|ego|tego)\b)${notAMonth}`,
  // Prices, measures, shares.
  String.raw`(?:[$] ?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d{1,2})? ?(?:zl\b|zlot[a-z]*|pln\b|gr\b|grosz[a-z]*|eur\b|euro\b|usd\b|[$%]|\u20ac|proc[a-z.]*))`,
  String.raw`\b\d+[.,]\d+ ?(?:gb|mb|kb|tb|gwiazd[a-z]*|pkt|punkt[a-z]*|tys|mln|cal[aie]*|kg|km|cm|raza)\b`,
  String.raw`\b\d+[.,]\d (?:godz[a-z]*|miesiaca|roku|dnia|tygodnia)\b`,
  // Versions, numbered things, marks out of ten.
  String.raw`\b(?:wersj[a-z]*|ver|android[a-z]*|ios|windows|win|macos|firmware|kindle|pocketbook|inkbook)\.? ?(?:nr )?\d+(?:\.\d+)*(?!\d)${notAMonth}|\bv\.?\d+(?:\.\d+)*|\b\d+(?:\.\d+){3,}`,
  String.raw`(?:\b(?<!tydzien )(?:pkt|punkt[a-z]*|paragraf[a-z]*|par|ust|art|rozdz[a-z]*|tom(?:|u|ie|y|ow)|str|stron[a-z]*|nr|numer[a-z]*|poz|sal[aei]|pokoj[a-z]*|odcin[a-z]*|sezon[a-z]*|klas[aey]|filia|filii|fili)\.?|\bcz(?:esc[a-z]*)?\.?|\u00a7) ?(?:nr )?\d+(?:[./]\d+)*(?!\d)${notAMonth}`,
  String.raw`\b(?:ocen[a-z]*|oceniam)(?: na)? \d+(?:[.,/]\d+)?\b|\bna (?:\d{1,2}/(?:5|6|10))\b`,
  // Telephones and book numbers.
  String.raw`\b(?:tel|telefon[a-z]*|kom)\.?:? ?[+(]?\d[\d ()-]{5,}\d`,
  String.raw`(?<![\d-])(?:\+?48[ -]?)?(?:\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{3}[ -]\d{2}[ -]\d{2})(?![\d-])`,
  String.raw`\bisbn[ :-]*[\dx][\dx -]{8,16}|\b97[89](?:[ -]?\d){10}\b`,
);

export function maskPhrases(folded: string): string {
  return mask(folded, notDates);
}
