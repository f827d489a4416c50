import type { Clock } from '../clock.ts';

/** The system did not answer lately, so it was not asked again. */
export class CircuitOpenError extends Error {
  readonly code = 'SYSTEM_RESTS';

  constructor() {
    super('The library system did not answer lately; it is asked again in a few seconds.');
    this.name = 'CircuitOpenError';
  }
}

export type CircuitBreaker = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * Spares a system that does not answer, and readers the wait for it: after `failures` failed tasks in a
 * row every task rejects at once with a `CircuitOpenError`, until `restMs` have passed; then one task is
 * let through to try. Whether a task failed says `isFailure`.
 */
export function circuitBreaker(
  clock: Clock,
  options: {
    readonly failures: number;
    readonly restMs: number;
    readonly isFailure: (error: unknown) => boolean;
  },
): CircuitBreaker {
  let failedInARow = 0;
  let restsUntil = 0;

  return async function guarded(task) {
    const now = clock().getTime();
    if (failedInARow >= options.failures) {
      // A clock that was set back must not keep the system resting for hours.
      const remaining = restsUntil - now;
      if (remaining > 0 && remaining <= options.restMs) throw new CircuitOpenError();
      // Only this task tries; the others rest on until it is known how it went.
      restsUntil = now + options.restMs;
    }
    try {
      const result = await task();
      failedInARow = 0;
      return result;
    } catch (error) {
      if (options.isFailure(error)) {
        failedInARow += 1;
        restsUntil = clock().getTime() + options.restMs;
      } else {
        failedInARow = 0;
      }
      throw error;
    }
  };
}
