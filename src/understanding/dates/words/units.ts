import type { Unit } from '../meaning/meaning.ts';
import { oneOf } from './pattern.ts';

const forms: readonly (readonly [Unit, readonly string[]])[] = [
  ['day', ['dzien', 'dni', 'dnia', 'dniu', 'dniem', 'dniami', 'dniach']],
  [
    'week',
    [
      'tydzien',
      'tygodnie',
      'tygodni',
      'tygodnia',
      'tygodniu',
      'tygodniem',
      'tygodniami',
      'tyg',
      'tydz',
    ],
  ],
  [
    'month',
    [
      'miesiac',
      'miesiace',
      'miesiecy',
      'miesiaca',
      'miesiacem',
      'miesiacami',
      'mies',
      'm-ce',
      'm-cy',
      'm-c',
    ],
  ],
  ['year', ['rok', 'lata', 'lat', 'roku', 'rokiem', 'latami']],
];

export const unitOf: ReadonlyMap<string, Unit> = new Map(
  forms.flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

export const unitWord = oneOf(unitOf.keys());
