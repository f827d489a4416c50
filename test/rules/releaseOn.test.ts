import { describe, expect, it } from 'vitest';
import { calendarDay, month, releaseIn, releaseOn, type Schedule } from '../../src/rules/index.ts';
import { policyOf, warsaw } from './exampleReader.ts';

const none: Schedule = new Map();
const policy = policyOf();
const now = warsaw('2026-11-24 10:00');

describe('codes on a day', () => {
  it.each([
    ['2027-01-10', true, false],
    ['2026-12-15', false, false],
    ['2026-11-10', true, true],
    ['2026-10-15', false, true],
  ])('%s: is the release %s, is over %s', (day, isThatDay, isOver) => {
    expect(releaseOn(calendarDay(day), now, none, policy)).toMatchObject({ isThatDay, isOver });
  });

  it.each(['2026-11-24', '2026-11-28'])('are no matter of the release on %s', (day) => {
    expect(releaseOn(calendarDay(day), now, none, policy)).toBeNull();
  });

  it('are one until the month is released', () => {
    const early = warsaw('2026-11-03 10:00');
    expect(releaseOn(calendarDay('2026-11-10'), early, none, policy)).toMatchObject({
      isThatDay: true,
      isOver: false,
    });
  });
});

describe('codes in a month', () => {
  it.each([
    ['2027-01', false],
    ['2026-10', true],
  ])('%s: is over %s', (of, isOver) => {
    expect(releaseIn(month(of), now, none, policy)).toMatchObject({
      isOver,
      release: { month: of },
    });
  });

  it('are no matter of the release while they can be claimed', () => {
    expect(releaseIn(month('2026-11'), now, none, policy)).toBeNull();
  });
});
