import { describe, expect, it } from 'vitest';
import { calendarDay, month, releaseIn, releaseOn, type Schedule } from '../../src/rules/index.ts';
import { policyOf, warsaw } from './exampleReader.ts';

const none: Schedule = new Map();
const policy = policyOf();
const now = warsaw('2026-11-24 10:00');

describe('codes on a day', () => {
  it.each([
    ['2027-01-10', 'on', 'ahead'],
    ['2026-12-05', 'before', 'ahead'],
    ['2026-12-15', 'after', 'ahead'],
    ['2026-11-10', 'on', 'over'],
    ['2026-11-15', 'after', 'over'],
    ['2026-11-25', 'after', 'open'],
    ['2026-11-30', 'after', 'open'],
    ['2026-10-05', 'before', 'over'],
    ['2026-10-15', 'after', 'over'],
  ])('%s: is %s the release, which is %s', (named, day, state) => {
    expect(releaseOn(calendarDay(named), now, none, policy)).toMatchObject({ day, state });
  });

  it('are no matter of the release today', () => {
    expect(releaseOn(calendarDay('2026-11-24'), now, none, policy)).toBeNull();
  });

  it('are one until the month is released', () => {
    const early = warsaw('2026-11-03 10:00');
    expect(releaseOn(calendarDay('2026-11-10'), early, none, policy)).toMatchObject({
      day: 'on',
      state: 'ahead',
    });
  });
});

describe('codes in a month', () => {
  it.each([
    ['2027-01', 'ahead'],
    ['2026-10', 'over'],
  ])('%s: is %s', (of, state) => {
    expect(releaseIn(month(of), now, none, policy)).toMatchObject({
      day: 'wholeMonth',
      state,
      release: { month: of },
    });
  });

  it('are no matter of the release while they can be claimed', () => {
    expect(releaseIn(month('2026-11'), now, none, policy)).toBeNull();
  });
});
