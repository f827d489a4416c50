import { describe, expect, test } from 'vitest';
import { circuitBreaker } from '../../src/library/circuitBreaker.ts';

const down = new Error('down');
const strange = new Error('strange');
const resting = new Error('resting');

function breakerAt(start: number) {
  let now = start;
  const breaker = circuitBreaker({
    failures: 2,
    restMs: 1_000,
    now: () => now,
    isFailure: (error) => error === down,
    resting: () => resting,
  });
  const ask = (answer: Error | string): Promise<unknown> =>
    breaker
      .run(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)))
      .catch((error: unknown) => error);
  return { breaker, ask, wait: (milliseconds: number) => void (now += milliseconds) };
}

describe('a system that fails', () => {
  test('is left alone after so many failures in a row, and tried by one task after the rest', async () => {
    const { breaker, ask, wait } = breakerAt(0);
    await ask(down);
    await ask(down);
    wait(999);
    expect(await ask('well')).toBe(resting);
    wait(1);
    let answer: (value: string) => void = () => undefined;
    const trial = breaker.run(() => new Promise<string>((resolve) => (answer = resolve)));
    expect(await ask('well')).toBe(resting);
    answer('well');
    expect(await trial).toBe('well');
    expect(await ask('well')).toBe('well');
  });

  test('rests anew when the trial fails', async () => {
    const { ask, wait } = breakerAt(0);
    await ask(down);
    await ask(down);
    wait(1_000);
    expect(await ask(down)).toBe(down);
    expect(await ask('well')).toBe(resting);
  });

  test('is not down because of a strange answer, which starts the count anew', async () => {
    const { ask } = breakerAt(0);
    for (const answer of [down, strange, down, strange, down]) await ask(answer);
    expect(await ask('well')).toBe('well');
  });

  test('does not rest for hours because the clock was set back', async () => {
    const { ask, wait } = breakerAt(10_000_000);
    await ask(down);
    await ask(down);
    wait(-3_600_000);
    expect(await ask('well')).toBe('well');
  });
});
