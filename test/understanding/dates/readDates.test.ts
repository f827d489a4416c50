import { describe, expect, test } from 'vitest';
import { readDates, type DateReading } from '../../../src/understanding/dates/index.ts';

const today = '2026-11-22'; // a Sunday

function only(message: string, day = today): DateReading {
  const readings = readDates(message, day);
  expect(readings).toHaveLength(1);
  return readings[0]!;
}

describe('the words of a reading', () => {
  test('are a slice of the message, as the reader wrote them', () => {
    const message = 'Pobrałam  kod 10 \u00A0WRZEŚNIA  2026 r., i co?';
    const { text, offset } = only(message);
    expect(text).toBe('10 \u00A0WRZEŚNIA  2026 r.');
    expect(message.slice(offset, offset + text.length)).toBe(text);
  });

  test('are found in decomposed letters and behind emojis', () => {
    const message = '😀 w środę'.normalize('NFD');
    const { text, offset } = only(message);
    expect(text.normalize('NFC')).toBe('środę');
    expect(message.slice(offset)).toBe(text);
  });

  test('are the misspelt ones when a slip was repaired', () => {
    expect(only('pobrałam 3 pazdziernka i już').text).toBe('3 pazdziernka');
    expect(only('pobrałam wczroaj, bo')).toMatchObject({ text: 'wczroaj', offset: 9 });
  });

  test('include the word that bounds a range', () => {
    expect(only('kod ważny do 10 grudnia').text).toBe('do 10 grudnia');
    expect(only('byłam od 10 do 15 sierpnia').text).toBe('od 10 do 15 sierpnia');
  });

  test('are the day alone when its month is told later', () => {
    const [first, second] = readDates('pobrałem 10, aktywowałem 15 sierpnia', today);
    expect(first).toMatchObject({ text: '10', start: '2026-08-10' });
    expect(second).toMatchObject({ text: '15 sierpnia', start: '2026-08-15' });
  });
});

describe('an impossible day', () => {
  test('tells how many days the month has', () => {
    expect(only('31 czerwca')).toMatchObject({
      kind: 'invalid',
      start: null,
      endExclusive: null,
      reason: { code: 'dayBeyondMonth', day: 31, month: 6, year: null, days: 30 },
    });
  });

  test('tells the days of the year that was said', () => {
    expect(only('29 lutego 2027')).toMatchObject({
      reason: { month: 2, days: 28, year: 2027 },
    });
    expect(only('30.02.2028')).toMatchObject({ reason: { month: 2, days: 29, year: 2028 } });
  });

  test('makes its whole range impossible', () => {
    expect(only('od 25 czerwca do 31 czerwca')).toMatchObject({
      kind: 'invalid',
      reason: { day: 31, month: 6, days: 30 },
    });
  });

  test('is told from a month and an order that cannot be', () => {
    expect(only('10.13.2026')).toMatchObject({ reason: { code: 'noSuchMonth', month: 13 } });
    expect(only('od 15 do 10 sierpnia')).toMatchObject({ reason: { code: 'endBeforeStart' } });
  });
});

describe('a weekday beside a date', () => {
  test('that contradicts it is reported, and the date wins', () => {
    expect(only('w piątek 10 sierpnia 2026')).toMatchObject({
      start: '2026-08-10',
      weekdayConflict: { said: 5, is: 1 },
    });
  });

  test('that contradicts the start of an open range is reported too', () => {
    expect(only('do piątku 10 sierpnia 2026')).toMatchObject({
      start: null,
      endExclusive: '2026-08-11',
      weekdayConflict: { said: 5, is: 1 },
    });
  });

  test('that agrees is not mentioned', () => {
    expect(only('w poniedziałek 10 sierpnia 2026')).toMatchObject({ weekdayConflict: null });
  });

  test('chooses the year when nothing else does', () => {
    // The nearest 5 September is a Saturday; the one of 2027 is a Sunday.
    expect(only('niedziela 5 września')).toMatchObject({
      start: '2027-09-05',
      weekdayConflict: null,
    });
  });
});

describe('an ambiguous day is told, with the other one', () => {
  test('"przyszły piątek" from Monday to Thursday', () => {
    expect(only('w przyszły piątek', '2026-11-24')).toMatchObject({
      start: '2026-12-04',
      ambiguity: { code: 'nextWeekday', otherStart: '2026-11-27', otherEndExclusive: '2026-11-28' },
    });
    expect(only('w przyszły piątek', '2026-11-28')).toMatchObject({
      start: '2026-12-04',
      ambiguity: null,
    });
  });

  test('a day without year or verb that lies about as far behind as ahead', () => {
    expect(only('1 czerwca')).toMatchObject({
      start: '2026-06-01',
      ambiguity: { code: 'pastOrFuture', otherStart: '2027-06-01' },
    });
    expect(only('pobrałam 1 czerwca')).toMatchObject({ ambiguity: null });
    expect(only('10 listopada')).toMatchObject({ ambiguity: null });
  });
});

describe('the tense', () => {
  test.each([
    ['past', '2025-12-10'],
    ['future', '2026-12-10'],
    ['none', '2026-12-10'],
  ] as const)('%s, when given, decides instead of the verb', (tense, start) => {
    expect(readDates('pobrałem 10 grudnia', today, tense)).toMatchObject([{ start }]);
  });

  test('leaves a date alone that is said in full', () => {
    expect(readDates('10.12.2026', today, 'past')).toMatchObject([{ start: '2026-12-10' }]);
  });
});

test('what stands behind the first 500 characters is not read', () => {
  const padding = 'a '.repeat(245);
  expect(readDates(`${padding}jutro`, today)).toHaveLength(1);
  expect(readDates(`${padding}aaaaaaaaaa jutro`, today)).toHaveLength(0);
});

test('a day that is none is refused', () => {
  for (const day of ['22.11.2026', '2026-02-30', '2026-1-1', '']) {
    expect(() => readDates('jutro', day), day).toThrow(RangeError);
  }
});
