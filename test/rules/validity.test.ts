import { describe, expect, it } from 'vitest';
import {
  accessEnds,
  accessTerm,
  activateBy,
  activationTerm,
  calendarDay,
  contractCut,
  month,
} from '../../src/rules/index.ts';
import { policyOf, warsaw } from './exampleReader.ts';

describe('a code can be activated', () => {
  it.each([
    ['2026-08', '2026-08-31'],
    ['2026-12', '2026-12-31'],
    ['2027-02', '2027-02-28'],
    ['2028-02', '2028-02-29'],
  ])('when claimed in %s, up to %s', (claimed, last) => {
    expect(activateBy(month(claimed))).toBe(last);
  });
});

describe('reading ends', () => {
  it.each([
    ['2026-08-31', 30, '2026-09-30'],
    ['2027-02-01', 30, '2027-03-03'],
    ['2026-12-31', 30, '2027-01-30'],
    ['2026-08-31', 14, '2026-09-14'],
  ])('when activated on %s for %i days, on %s', (activated, accessDays, last) => {
    expect(accessEnds(calendarDay(activated), policyOf({ accessDays }))).toBe(last);
  });

  it('so many times 24 hours after the moment of activation, whatever the clocks do', () => {
    expect(accessEnds(warsaw('2026-08-10 12:00'), policyOf())).toBe('2026-09-09');
    // Summer time begins in between: 23:30 becomes half past midnight.
    expect(accessEnds(warsaw('2026-03-01 23:30'), policyOf())).toBe('2026-04-01');
    // Summer time ends in between: half past midnight becomes 23:30 of the day before.
    expect(accessEnds(warsaw('2026-10-01 00:30'), policyOf())).toBe('2026-10-30');
  });

  it('no later than the contract', () => {
    const policy = policyOf({ contractEnd: calendarDay('2026-12-31') });
    expect(accessEnds(calendarDay('2026-11-30'), policy)).toBe('2026-12-30');
    expect(accessEnds(calendarDay('2026-12-01'), policy)).toBe('2026-12-31');
    expect(accessEnds(calendarDay('2026-12-02'), policy)).toBe('2026-12-31');
    expect(accessEnds(warsaw('2026-12-20 10:00'), policy)).toBe('2026-12-31');
  });
});

describe('seen from today', () => {
  const today = calendarDay('2026-11-24');

  it.each([
    ['2026-11', '2026-11-30', 6, false],
    ['2026-10', '2026-10-31', -24, true],
  ])('a code of %s is to be activated by %s', (claimed, until, daysLeft, isOver) => {
    expect(activationTerm(month(claimed), today)).toEqual({ until, daysLeft, isOver });
  });

  it('the last day itself is not over', () => {
    const term = activationTerm(month('2026-11'), calendarDay('2026-11-30'));
    expect(term).toMatchObject({ daysLeft: 0, isOver: false });
  });

  it('reading has as many days left as there are until its end', () => {
    const term = accessTerm(calendarDay('2026-11-05'), policyOf(), today);
    expect(term).toEqual({ until: '2026-12-05', daysLeft: 11, isOver: false });
  });
});

describe('the contract', () => {
  const policy = policyOf({ contractEnd: calendarDay('2026-12-31') });

  it('cuts reading short from the day on which its days no longer fit', () => {
    expect(contractCut(calendarDay('2026-12-01'), policy)).toBeNull();
    expect(contractCut(calendarDay('2026-12-02'), policy)).toBe('2026-12-31');
  });

  it('cuts nothing while none is set', () => {
    expect(contractCut(calendarDay('2026-12-31'), policyOf())).toBeNull();
  });
});
