import { DateTimeOptions, DateTimeRecognizer } from '@microsoft/recognizers-text-date-time';
import { describe, expect, test } from 'vitest';
import {
  PolishDateTimeModel,
  polishCulture,
  registerPolish,
} from '../../../src/understanding/dates/index.ts';

const monday = new Date(2026, 7, 10);

function recognizer(): DateTimeRecognizer {
  return new DateTimeRecognizer(polishCulture, DateTimeOptions.None, true);
}

describe('the Polish culture', () => {
  test('is answered by the recogniser it was registered on', () => {
    const polish = recognizer();
    registerPolish(polish);
    const results = polish.getDateTimeModel(polishCulture, false).parse('do jutra', monday);
    expect(results).toMatchObject([
      {
        text: 'do jutra',
        start: 0,
        end: 7,
        typeName: 'datetimeV2.daterange',
        resolution: { values: [{ type: 'daterange', end: '2026-08-12', Mod: 'before' }] },
      },
    ]);
  });

  test('gives the last and the next day when the text leaves both open', () => {
    const [result] = new PolishDateTimeModel(DateTimeOptions.None).parse('8 sierpnia', monday);
    expect(result?.resolution.values).toMatchObject([
      { type: 'date', value: '2026-08-08' },
      { type: 'date', value: '2027-08-08' },
    ]);
  });

  test('does not resolve what is in no calendar', () => {
    const [result] = new PolishDateTimeModel(DateTimeOptions.None).parse('31 czerwca', monday);
    expect(result).toMatchObject({
      typeName: 'datetimeV2.date',
      resolution: { values: [{ value: 'not resolved' }] },
    });
  });

  test('cannot be registered twice on one recogniser', () => {
    const polish = recognizer();
    registerPolish(polish);
    expect(() => registerPolish(polish)).toThrow(/already been registered/);
  });

  test('needs the reference date: the library would take the clock of the process', () => {
    expect(() => new PolishDateTimeModel(DateTimeOptions.None).parse('jutro')).toThrow(TypeError);
  });
});

test('an error in one form surfaces and is not taken for a message without dates', () => {
  class Broken extends PolishDateTimeModel {
    protected override readonly parser = {
      parse: (): never => {
        throw new Error('broken form');
      },
    };
  }
  expect(() => new Broken(DateTimeOptions.None).parse('jutro', monday)).toThrow('broken form');
});
