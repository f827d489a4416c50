import { dayOfSomeMonth, type Meaning } from '../meaning/meaning.ts';
import { dayOf, dayWithMonth, genitiveDay, instrumentalDay } from '../words/days.ts';
import { orderWord, shiftOf } from '../words/orders.ts';
import { numberStart, wordStart } from '../words/pattern.ts';
import { anyWeekday } from '../words/weekdays.ts';
import { onWeekday } from './calendarForms.ts';
import { form, type Form, type Words } from './form.ts';

/** "drugiego kodu" counts codes: a noun or an adjective that agrees follows it. */
const countsSomething =
  '(?! (?!(?:a|na|za|dla|ta|kiedy|tu|u|juz|od|do|po|ma|maja|beda|mozna|trzeba|mija|wygasa|zaczyna|dziala|odbiera|pobiera|otwiera|zamyka|wypada|przypada|rusza|moja|znowu)(?![a-z]))[a-z]*(?:ego|iego|[^l]a|u)(?![a-z]))';
/** "od drugiego", but not "mojego pierwszego", "każdego drugiego". */
const notOneOfMany =
  '(?<!\\b(?:tego|mojego|swojego|naszego|twojego|jednego|innego|jakiegos|zadnego|kolejnego|bez|obok|oprocz|dla|uzyc|lub|albo) )';
/** "loguje się z pierwszego" is no day, "kod z pierwszego" is. */
const notOutOf =
  '(?!(?:pierwszego|drugiego|trzeciego|czwartego)(?![a-z])(?<=(?<!\\bkod[a-z]{0,3} )\\bze? [a-z]+))';
const start = `(?:(?<![a-z0-9])(?<weekday>${anyWeekday}),? |${numberStart}${wordStart}${notOneOfMany})`;
const ofMonth = `(?:miesiaca|m-ca|mies\\.?)(?![a-z])`;

/** A day whose month goes without saying, or is told as "tego miesiąca". */
export const dayOnlyForms: readonly Form[] = [
  form(
    `${start}(?<day>${dayWithMonth}|\\d{1,2}\\.?)(?: dnia| dzien)? (?:(?<order>${orderWord}) ${ofMonth}|(?<order>b\\.? ?m|ub\\.? ?m)(?![a-z])\\.?|miesiaca (?<order>biezacego|zeszlego|przyszlego))`,
    (words) => dayIn(words, shiftOf(words.of('order'))),
  ),
  form(`${start}${notOutOf}(?<day>${genitiveDay})(?! miesiaca)${countsSomething}`, (words) =>
    dayIn(words, null),
  ),
  form(`(?<=\\b(?:po|przed) )(?<day>${instrumentalDay})(?! [a-z]*(?:ym|im|em)(?![a-z]))`, (words) =>
    dayIn(words, null),
  ),
  // "pobrałam kod 28, do kiedy jest ważny": beside a code a bare number is a day.
  form(
    `(?<=\\b(?:kod|kodu) (?:pobra|odebra|dosta|wzie|aktywowa)[a-z]+ |\\b(?:pobra|odebra|dosta|wzie|aktywowa)(?:l|la|lem|lam|li|lismy) kod |\\baktywowa(?:l|la|lem|lam) )(?<day>0?[1-9]|[12]\\d|3[01])(?= ?(?:$|[,;!?\\n]|\\.(?!\\d)))`,
    (words) => dayIn(words, null),
  ),
  form(
    `(?<=\\b(?:dnia|dniu|dn\\.) )(?<day>\\d{1,2})(?!\\d)(?![.:/-]\\d)\\.?(?= ?(?:$|[,;!?)\\n]|\\.(?!\\d)| (?:nie|kod|kody|i|a|czy|o|w|na|do|po|bo|to|moge|mozna|bede|bedzie|beda|pobral|odebral|jest|sa)\\b))`,
    (words) => dayIn(words, null),
  ),
];

function dayIn(words: Words, shift: number | null): Meaning {
  return onWeekday(words, dayOfSomeMonth(dayOf(words.of('day')), shift));
}
