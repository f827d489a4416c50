import type { Meaning } from '../meaning/meaning.ts';
import {
  anyMonth,
  fullMonth,
  genitiveMonth,
  instrumentalMonth,
  locativeMonth,
  monthOf,
  nominativeMonth,
} from '../words/months.ts';
import { nearestWord, orderWord, whichOf, yearOf } from '../words/orders.ts';
import { numberStart, wordEnd, wordStart } from '../words/pattern.ts';
import { yearAfterDate, yearNumber } from '../words/years.ts';
import { form, type Form, type Words } from './form.ts';

const yearBefore = `(?:(?<year>${yearNumber})(?: roku| r\\.?)?,? (?:we? )?|(?<order>${orderWord}) roku,? (?:we? )?)`;

/** Whole months: "w sierpniu", "sierpień 2025", "zeszły sierpień", "08.2026". */
export const monthForms: readonly Form[] = [
  form(`${wordStart}(?<month>${fullMonth})${yearAfterDate}`, month),
  form(`${wordStart}(?:${yearBefore})(?<month>${anyMonth})${wordEnd}`, month),
  form(
    `${wordStart}(?!ostatniego )(?:(?<which>${orderWord})|${nearestWord}) (?:miesiac[au]? )?(?<month>${fullMonth})`,
    (words) => ({
      is: 'month',
      month: monthOf(words.of('month')),
      year: null,
      which: words.of('which') === '' ? 'next' : whichOf(words.of('which')),
    }),
  ),
  form(
    `${wordStart}(?<month>${nominativeMonth}|${locativeMonth}|${instrumentalMonth})${wordEnd}(?! \\d{1,2}(?!\\d))`,
    month,
  ),
  form(
    `(?:(?<=\\b(?:od|do|z|ze|caly|calego|miesiaca) )|(?<=\\b(?:kody|kodu|kodow|pula|puli|pule) )(?!maja))(?<month>${genitiveMonth})${wordEnd}(?! \\d{1,2}(?!\\d))`,
    month,
  ),
  form(`${numberStart}(?<month>0?[1-9]|1[0-2])[./-](?<year>${yearNumber})(?![./-]\\d)`, numeric),
  form(`(?<![\\d./-])(?<year>${yearNumber})[/-](?<month>0?[1-9]|1[0-2])(?![./\\d-])`, numeric),
];

function month(words: Words): Meaning {
  const year = yearOf(words.of('year'), words.of('order'));
  return { is: 'month', month: monthOf(words.of('month')), year, which: 'plain' };
}

function numeric(words: Words): Meaning {
  const year = { said: Number(words.of('year')) };
  return { is: 'month', month: Number(words.of('month')), year, which: 'plain' };
}
