import { holidayPatterns } from '../words/holidays.ts';
import { orderWord, yearOf } from '../words/orders.ts';
import { wordEnd, wordStart } from '../words/pattern.ts';
import { yearNumber } from '../words/years.ts';
import { form, type Form } from './form.ts';

const year = `(?:,? (?:w )?(?:(?:roku )?(?<year>${yearNumber})(?: ?r(?![a-z])\\.?| roku)?|(?<order>${orderWord}) roku))`;

/** One expression for all holidays; which of them it was is told by the group's name. */
export const holidayForms: readonly Form[] = [
  form(
    `${wordStart}(?:${holidayPatterns.map(([name, words]) => `(?<${name}>${words})`).join('|')})${wordEnd}${year}?`,
    ({ of }) => {
      const holiday = holidayPatterns.find(([name]) => of(name) !== '')?.[0];
      if (holiday === undefined) return null;
      return { is: 'holiday', holiday, year: yearOf(of('year'), of('order')) };
    },
  ),
];
