import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  firstDayOf,
  instantAt,
  isReleased,
  month,
  monthOf,
  nextRelease,
  releaseOf,
  type Schedule,
} from '../../src/rules/index.ts';
import { anyInstant, anyPolicy, anySchedule } from './arbitraries.ts';
import { policyOf, scheduleOf, warsaw } from './exampleReader.ts';

const none: Schedule = new Map();
const december = month('2026-12');

describe('the release of a month', () => {
  it('is what staff set, and says so', () => {
    const at = warsaw('2026-12-07 09:30');
    expect(releaseOf(december, scheduleOf({ '2026-12': at }), policyOf())).toEqual({
      month: december,
      at,
      scheduled: true,
    });
  });

  it('is the day and time of the policy where staff set nothing', () => {
    const policy = policyOf({ release: { day: 10, time: '09:00' } });
    const others = scheduleOf({ '2026-11': warsaw('2026-11-07 09:00') });
    expect(releaseOf(december, others, policy)).toEqual({
      month: december,
      at: warsaw('2026-12-10 09:00'),
      scheduled: false,
    });
  });

  it.each([
    ['2027-02', 31, '2027-02-28'],
    ['2028-02', 30, '2028-02-29'],
    ['2026-11', 31, '2026-11-30'],
    ['2026-12', 31, '2026-12-31'],
    ['2026-12', 1, '2026-12-01'],
  ])('in %s on day %i is %s', (of, day, expected) => {
    const policy = policyOf({ release: { day, time: '00:00' } });
    expect(releaseOf(month(of), none, policy).at).toEqual(warsaw(`${expected} 00:00`));
  });

  it('set before the month begins means the moment it begins', () => {
    const early = scheduleOf({ '2026-12': warsaw('2026-11-30 20:00') });
    const release = { month: december, at: warsaw('2026-12-01 00:00'), scheduled: true };
    expect(releaseOf(december, early, policyOf())).toEqual(release);
    expect(nextRelease(warsaw('2026-11-30 21:00'), early, policyOf())).toEqual(release);
    expect(isReleased(warsaw('2026-12-01 00:00'), early, policyOf())).toBe(true);
  });

  it('set behind the end of its month never comes', () => {
    const late = scheduleOf({ '2026-12': warsaw('2027-01-03 09:00') });
    expect(isReleased(warsaw('2026-12-31 23:59'), late, policyOf())).toBe(false);
    expect(isReleased(warsaw('2027-01-05 09:00'), late, policyOf())).toBe(false);
    expect(nextRelease(warsaw('2026-12-15 09:00'), late, policyOf())).toEqual({
      month: '2027-01',
      at: warsaw('2027-01-10 00:00'),
      scheduled: false,
    });
  });
});

describe('the next release', () => {
  it.each([
    ['2026-12-09 23:59', '2026-12-10 00:00'],
    ['2026-12-10 00:00', '2027-01-10 00:00'],
    ['2026-12-31 23:59', '2027-01-10 00:00'],
    ['2027-01-01 00:00', '2027-01-10 00:00'],
  ])('after %s is %s', (now, expected) => {
    const release = nextRelease(warsaw(now), none, policyOf());
    expect(release).toEqual({
      month: expected.slice(0, 7),
      at: warsaw(expected),
      scheduled: false,
    });
  });

  it('of a month whose row has passed is that of the month after, even before day 10', () => {
    const schedule = scheduleOf({ '2026-12': warsaw('2026-12-05 09:00') });
    const now = warsaw('2026-12-06 12:00');
    expect(nextRelease(now, schedule, policyOf()).at).toEqual(warsaw('2027-01-10 00:00'));
  });

  it('lies in the future and in its own month, and opens exactly then', () => {
    fc.assert(
      fc.property(anyInstant, anySchedule, anyPolicy, (now, schedule, policy) => {
        const { month: of, at } = nextRelease(now, schedule, policy);
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        expect(monthOf(at)).toBe(of);
        expect(isReleased(at, schedule, policy)).toBe(true);
        const justBefore = new Date(at.getTime() - 1);
        if (monthOf(justBefore) === of) {
          expect(isReleased(justBefore, schedule, policy)).toBe(false);
        }
      }),
    );
  });

  it('is not preceded by another one', () => {
    const later = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyInstant, anySchedule, anyPolicy, later, (now, schedule, policy, part) => {
        const { at } = nextRelease(now, schedule, policy);
        const between = new Date(now.getTime() + (at.getTime() - now.getTime() - 1) * part);
        expect(nextRelease(between, schedule, policy).at).toEqual(at);
        if (monthOf(between) !== monthOf(now)) {
          expect(isReleased(between, schedule, policy)).toBe(false);
        }
      }),
    );
  });
});

it('a month once released stays so to its end', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyInstant, part, anySchedule, anyPolicy, (now, ofRest, schedule, policy) => {
      fc.pre(isReleased(now, schedule, policy));
      const end = instantAt(firstDayOf(addMonths(monthOf(now), 1)), '00:00');
      const later = new Date(now.getTime() + (end.getTime() - 1 - now.getTime()) * ofRest);
      expect(isReleased(later, schedule, policy)).toBe(true);
    }),
  );
});
