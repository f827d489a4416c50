import { describe, expect, test } from 'vitest';
import { keptUntil, month, openingAt, type OpeningPolicy } from '../../src/rules/index.ts';
import { policyOf, warsaw } from './exampleReader.ts';

const draw: OpeningPolicy = { order: 'draw', waitingMinutes: 10, keptMinutes: 15 };
const december = month('2026-12');

function phaseAt(now: string, release: string, opening: OpeningPolicy = draw): string {
  const at = warsaw(release);
  const schedule = new Map([[month(release.slice(0, 7)), at]]);
  return openingAt(warsaw(now), schedule, policyOf({ opening })).phase;
}

describe('the opening of a month', () => {
  test.each([
    ['2026-12-10 08:49', 'closed'],
    ['2026-12-10 08:50', 'waiting'],
    ['2026-12-10 08:59', 'waiting'],
    ['2026-12-10 09:00', 'open'],
    ['2026-12-31 23:59', 'open'],
  ])('with a draw at nine is at %s %s', (now, phase) => {
    expect(phaseAt(now, '2026-12-10 09:00')).toBe(phase);
  });

  test('without a draw has nobody waiting', () => {
    expect(phaseAt('2026-12-10 08:59', '2026-12-10 09:00', { order: 'firstCome' })).toBe('closed');
  });

  test('lets readers wait across midnight, but not across the end of a month', () => {
    expect(phaseAt('2026-12-09 23:55', '2026-12-10 00:00')).toBe('waiting');
    expect(phaseAt('2026-12-31 23:55', '2027-01-01 00:00')).toBe('open');
    expect(phaseAt('2027-01-01 00:00', '2027-01-01 00:00')).toBe('open');
    expect(phaseAt('2027-01-01 00:01', '2027-01-01 00:05')).toBe('waiting');
  });

  test.each([
    // 02:00 to 03:00 does not exist, and the minutes before it are still minutes.
    ['2026-03-29 01:55', '2026-03-29 03:00', 'waiting'],
    ['2026-03-29 01:45', '2026-03-29 03:00', 'closed'],
    ['2026-10-25 01:55', '2026-10-25 02:00', 'waiting'],
  ])('counts real minutes when the clock changes: %s before %s is %s', (now, release, phase) => {
    expect(phaseAt(now, release)).toBe(phase);
  });

  test('tells the moment of the draw, and until when a drawn code is kept', () => {
    const at = warsaw('2026-12-10 09:00');
    const opening = openingAt(
      warsaw('2026-12-10 08:55'),
      new Map([[december, at]]),
      policyOf({ opening: draw }),
    );
    expect(opening).toEqual({ phase: 'waiting', month: december, drawAt: at });
    expect(keptUntil(at, policyOf({ opening: draw }))).toEqual(warsaw('2026-12-10 09:15'));
    expect(keptUntil(at, policyOf())).toBeNull();
  });
});
