import type { Meaning } from '../meaning/meaning.ts';
import { dayOf, nthWord } from '../words/days.ts';
import { numberOf, numberWord } from '../words/numbers.ts';
import { nearestWord, orderWord, shiftOf, whichOf, yearOf } from '../words/orders.ts';
import { wordEnd, wordStart } from '../words/pattern.ts';
import { unitOf, unitWord } from '../words/units.ts';
import { yearAfterDate, yearNumber } from '../words/years.ts';
import { form, type Form, type Words } from './form.ts';

type PeriodUnit = Extract<Meaning, { is: 'period' }>['unit'];

export const units: readonly (readonly [PeriodUnit, string])[] = [
  ['week', '(?:tydzien|tygodni(?:u|a|em)|ty(?:g|dz)(?![a-z])\\.?)'],
  ['weekend', '(?:weekend(?:|u|em)|weekendzie|wekend(?:|u|em)|lykend)'],
  ['month', '(?:miesiac(?:|u|a|em)|m-cu|m-ca)'],
  ['quarter', '(?:kwartal(?:|u|e|em))'],
  ['year', '(?:rok(?:|u|iem))'],
];

/** Whole periods counted from today's: "w zeszłym tygodniu", "ten rok", "w weekend". */
export const periodForms: readonly Form[] = [
  ...units.flatMap(([unit, words]) => [
    form(
      `${wordStart}(?:(?<order>${orderWord}) ${words}|(?<order>ub\\.) ?${words})${wordEnd}(?! (?:szkoln|akademick|urodzenia|wydania))`,
      ({ of }) => ({ is: 'period', unit, shift: shiftOf(of('order')) }),
    ),
    form(`${wordStart}${nearestWord} ${words}${wordEnd}`, () => ({
      is: 'period',
      unit,
      shift: unit === 'weekend' ? null : 1,
    })),
  ]),
  form(`${wordStart}(?:weekend(?:|u|em)|weekendzie)${wordEnd}`, () => ({
    is: 'period',
    unit: 'weekend',
    shift: null,
  })),
  form(
    `(?:${wordStart}(?:(?:rok(?:u|) |(?<=\\b(?:w|od|do|po|przed|z) ))(?<year>${yearNumber})(?![.:/-]\\d)(?: ?r(?![a-z])\\.?)?|(?<year>${yearNumber}) ?(?:rok(?:u|iem|)|r\\.|r(?![a-z])))(?![a-z]))`,
    ({ of }) => ({ is: 'year', year: Number(of('year')) }),
  ),
  form(
    `${wordStart}(?:(?<nth>${nthWord}|i{1,3}|iv|[1-4](?:\\.|-?(?:szy|gi|ci|ty|y|szym|gim|cim|tym|ym))?) kwartal(?:|u|e)|q(?<nth>[1-4]))(?:${yearAfterDate}| (?<year>${yearNumber}))?${wordEnd}`,
    quarter,
  ),
  form(
    `${wordStart}(?<nth>pierwsz(?:e|ego|ym)|drugi(?:e|ego|m)|i{1,2}) polrocz(?:e|a|u)(?:${yearAfterDate})?${wordEnd}`,
    ({ of }) => ({
      is: 'half',
      number: /^(?:d|ii)/.test(of('nth')) ? 2 : 1,
      year: yearOf(of('year'), of('order')),
      which: 'plain',
    }),
  ),
  ...(
    [
      [1, 'wios(?:na|ne|ny|nie)'],
      [2, '(?:lato|latem|lecie|lata(?= 20))'],
      [3, 'jesie(?:n|ni|nia)'],
      [4, 'zim(?:a|e|y|ie)'],
    ] as const
  ).map(([number, words]) =>
    form(
      `${wordStart}(?:(?<which>${orderWord}) (?:${words}|${number === 2 ? 'lata' : words})|(?:${words}))(?:${yearAfterDate})?${wordEnd}`,
      ({ of }) => ({
        is: 'season',
        number,
        year: yearOf(of('year'), of('order')),
        which: whichOf(of('which')),
      }),
    ),
  ),
  form(
    `${wordStart}(?<order>ostatni(?:e|ch)|poprzedni(?:e|ch)|minion(?:e|ych)|ubiegl(?:e|ych)|nastepn(?:e|ych)|kolejn(?:e|ych)|najblizsz(?:e|ych)) (?<count>${numberWord}) (?<unit>${unitWord})${wordEnd}`,
    run,
  ),
  form(
    `${wordStart}tydzien (?:nr |numer )(?<week>\\d{1,2})(?:${yearAfterDate})?${wordEnd}`,
    ({ of }) =>
      Number(of('week')) >= 1 && Number(of('week')) <= 53
        ? { is: 'week', week: Number(of('week')), year: yearOf(of('year'), of('order')) }
        : null,
  ),
];

const romanQuarters = ['i', 'ii', 'iii', 'iv'];

function quarter({ of }: Words): Meaning | null {
  const nth = of('nth');
  const number = romanQuarters.includes(nth) ? romanQuarters.indexOf(nth) + 1 : dayOf(nth);
  if (number < 1 || number > 4) return null;
  return { is: 'quarter', number, year: yearOf(of('year'), of('order')), which: 'plain' };
}

function run({ of }: Words): Meaning | null {
  const count = numberOf(of('count'));
  const unit = unitOf.get(of('unit'));
  if (unit === undefined || count === 0 || count > 1000) return null;
  const ahead = /^(?:nast|kolej|najbl)/.test(of('order'));
  return { is: 'run', unit, count: ahead ? count : -count };
}
