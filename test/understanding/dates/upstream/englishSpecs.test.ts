import { expect, test } from 'vitest';
import { createPolishModel } from '../../../../src/understanding/dates/culture/polishModel.ts';
import { englishSpecs } from './englishSpecs.ts';

const model = createPolishModel();

function valuesOf(message: string, today: string): string[] {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  return model
    .parse(message, new Date(year, month - 1, day))
    .flatMap(({ resolution }) => resolution.values)
    .map(({ value, start, end }) => value ?? `${start ?? ''}..${end ?? ''}`);
}

test.each(englishSpecs)(
  'on $today "$message" may mean $expected',
  ({ message, today, expected }) => {
    const values = valuesOf(message, today);
    if (expected === '') expect(values).toEqual([]);
    const wanted = expected === 'not resolved' ? [expected] : expected.split(' ').filter(Boolean);
    expect(values).toEqual(expect.arrayContaining(wanted));
  },
);

test('at least 150 cases are carried over', () => {
  expect(englishSpecs.length).toBeGreaterThanOrEqual(150);
});
