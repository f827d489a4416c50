import { expect, test } from 'vitest';
import { dateRoleAt } from '../../src/understanding/index.ts';

test.each([
  ['Pobrałam kod 10 sierpnia, do kiedy jest ważny?', '10', 'claimed'],
  ['kod aktywowany 5 listopada, ile jeszcze poczytam', '5', 'activated'],
  ['Pobrałem 10, aktywowałem 15 sierpnia', '10', 'claimed'],
  ['Pobrałem 10, aktywowałem 15 sierpnia', '15', 'activated'],
  ['10 listopada odebrałam kod', '10', 'claimed'],
  ['wpisałam kod w aplikacji 3 grudnia', '3', 'activated'],
  ['czy 10 stycznia będą kody?', '10', 'unsaid'],
])('%s: %s is the day of what was %s', (text, date, role) => {
  expect(dateRoleAt(text, text.indexOf(date))).toBe(role);
});
