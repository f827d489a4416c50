import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { anyQuestion } from './arbitraries.ts';

const ownZone = process.env['TZ'];

/** Both ends of the world, a half-hour zone, and zones whose clocks change on other days. */
const zones = [
  ['UTC', 0],
  ['Europe/Warsaw', -60],
  ['America/Los_Angeles', 480],
  ['Asia/Kolkata', -330],
  ['Pacific/Auckland', -780],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
] as const;

const questions = fc.sample(anyQuestion(), { numRuns: 400, seed: 20261210 });

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

/** Everything the rules say, by a copy of them that was loaded in that zone. */
async function answersIn(zone: string) {
  process.env['TZ'] = zone;
  vi.resetModules();
  const rules = await import('../../src/rules/index.ts');
  return questions.map(({ facts, policy, now }) => ({
    decision: rules.decide(facts, policy, now),
    today: rules.dayOf(now),
    next: rules.nextRelease(now, facts.schedule, policy),
    activateBy: rules.activateBy(rules.monthOf(now)),
    accessEnds: rules.accessEnds(now, policy),
  }));
}

it('the time zone of the machine changes nothing that the rules say', async () => {
  const expected = await answersIn('UTC');
  for (const [zone, offset] of zones) {
    const answers = await answersIn(zone);
    expect(new Date('2026-12-10T12:00:00Z').getTimezoneOffset(), `${zone} in effect`).toBe(offset);
    expect(answers, zone).toEqual(expected);
  }
});
