import type { Meaning } from '../meaning/meaning.ts';
import { numberOf, numberWord } from '../words/numbers.ts';
import { nearestWord, orderWord, shiftOf, whichOf } from '../words/orders.ts';
import { wordEnd, wordStart } from '../words/pattern.ts';
import { anyWeekday, clearWeekday, weekdayNumber } from '../words/weekdays.ts';
import { form, type Form, type Words } from './form.ts';

const week = '(?:tygodniu|tygodnia|tydzien|tyg\\.?|tydz\\.?)';
const weeks = `(?:${numberWord} )?(?:tydzien|tygodnie|tygodni|tyg)`;
const someWeeksAway = `(?:za (?<ahead>${weeks})|(?<ago>${weeks})\\.? temu)`;
const led = '(?:(?:we?|z|ze) )?';

export const weekdayForms: readonly Form[] = [
  // "w zeszłym tygodniu w piątek" and reversed; "za dwa tygodnie w piątek" and reversed.
  form(
    `${wordStart}(?<order>${orderWord}|${nearestWord}) ${week},? ?(?:- ?)?${led}(?<weekday>${anyWeekday})`,
    ofWeek,
  ),
  form(
    `${wordStart}(?<weekday>${anyWeekday}),? ${led}(?<order>${orderWord}|${nearestWord}) ${week}${wordEnd}`,
    ofWeek,
  ),
  form(`${wordStart}${someWeeksAway}\\.?,? ${led}(?<weekday>${anyWeekday})`, ofWeek),
  form(`${wordStart}(?<weekday>${anyWeekday}),? ${someWeeksAway}${wordEnd}`, ofWeek),
  // "zeszły piątek", "w najbliższą środę".
  form(`${wordStart}(?<order>${orderWord}|ub\\.) (?<weekday>${anyWeekday})`, (words) => ({
    is: 'weekday',
    weekday: weekdayNumber(words.of('weekday')),
    which: whichOf(words.of('order')),
  })),
  form(`${wordStart}${nearestWord} (?<weekday>${anyWeekday})`, (words) => ({
    is: 'weekday',
    weekday: weekdayNumber(words.of('weekday')),
    which: 'nearest',
  })),
  // Alone: full names anywhere; the plural's twins and risky abbreviations only where led in.
  form(`${wordStart}(?<weekday>${clearWeekday})${wordEnd}`, plain),
  form(
    `(?<=\\b(?:od|do|z|ze|po|przed|we?|na|kolo|okolo) )(?<weekday>${anyWeekday})${wordEnd}(?! ?\\d)`,
    plain,
  ),
  form(`^ ?(?<weekday>${anyWeekday}) ?$`, plain),
];

function plain(words: Words): Meaning {
  return { is: 'weekday', weekday: weekdayNumber(words.of('weekday')), which: 'plain' };
}

function ofWeek(words: Words): Meaning {
  return {
    is: 'weekdayOfWeek',
    weekday: weekdayNumber(words.of('weekday')),
    weekShift: weekShiftOf(words),
  };
}

function weekShiftOf(words: Words): number {
  const order = words.of('order');
  if (order !== '') return /^(?:najbl|nadch)/.test(order) ? 1 : shiftOf(order);
  const ahead = words.of('ahead');
  const away = ahead === '' ? words.of('ago') : ahead;
  const count = numberOf(away.replace(/ ?ty[a-z]+$/, '')) || 1;
  return ahead === '' ? -count : count;
}
