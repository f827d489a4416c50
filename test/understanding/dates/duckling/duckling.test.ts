import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPolishModel } from '../../../../src/understanding/dates/culture/polishModel.ts';

type Corpus = {
  readonly reference: string;
  readonly examples: readonly { readonly text: string; readonly from: string }[];
  readonly negative: readonly string[];
};

const corpusFile = new URL('corpus.json', import.meta.url);
/** Read as what it is: the file is checked in, and its shape never changes. */
const corpus = JSON.parse(readFileSync(corpusFile, 'utf8')) as Corpus;
const model = createPolishModel();
const reference = new Date(2013, 1, 12);

/** Decided otherwise, on purpose: durations, vague spans, two-digit years in words, "ten" = ahead. */
const disagreed = [
  'tego dnia',
  '14tego Kwietnia 15',
  '14-tego Kwietnia 15',
  '14-ty Kwietnia 15',
  'Czternasty Kwietnia 15',
  'Czternastego Kwietnia 15',
  'piatek po nastepnym',
  'Marzec po nastepnym',
  'po przedniego miesiąca',
  'nastepna środa',
  'ten wtorek',
  'w jeden dzień',
  '3 lata od dziś',
  'w 7 dni',
  'w jeden tydzień',
  'w tydzień',
  'dwa lata temu',
  'dwa lata później',
  'nastepne kilka dni',
  'w ciągu 2 tygodni',
  'w ciągu dwóch tygodni',
  'po pięciu dniach',
];

function startsOf(text: string): (string | undefined)[] {
  return model
    .parse(text, reference)
    .flatMap(({ resolution }) => resolution.values)
    .flatMap(({ value, start }) => [value, start]);
}

test('at least nine of ten of Duckling’s Polish days are among our candidates', () => {
  const missed = corpus.examples.filter(
    ({ text, from }) => !startsOf(text).includes(from.slice(0, 10)),
  );
  const matched = 1 - missed.length / corpus.examples.length;
  expect(matched).toBeGreaterThanOrEqual(0.9);
  expect(missed.map(({ text }) => text)).toEqual(disagreed);
});

test.each(corpus.negative)('"%s" is no date', (text) => {
  expect(model.parse(text, reference)).toEqual([]);
});
