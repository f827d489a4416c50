export type CircuitBreaker = {
  /** Throws what `resting` makes while the system is left alone. */
  check(): void;
  /** Runs the task, unless `check` throws, and remembers how it went. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
};

export type CircuitBreakerOptions = {
  /** Failures in a row after which the system is left alone. */
  readonly failures: number;
  /** Milliseconds it is left alone; then one task tries it. */
  readonly restMs: number;
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Whether an error tells that the system is down; a strange answer to one question does not. */
  readonly isFailure: (error: unknown) => boolean;
  readonly resting: () => Error;
};

/**
 * Keeps readers from waiting, each the whole time limit, for a system that just failed others. After
 * the rest a single task goes through, and its outcome opens the way or begins another rest.
 */
export function circuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { failures, restMs, now } = options;
  let failed = 0;
  let restsUntil: number | null = null;
  let isTrying = false;

  function check(): void {
    if (restsUntil === null) return;
    const remaining = restsUntil - now();
    // A clock that was set back must not keep the system resting for hours.
    if (isTrying || (remaining > 0 && remaining <= restMs)) throw options.resting();
  }

  function succeeded(): void {
    failed = 0;
    restsUntil = null;
  }

  function wentWrong(error: unknown): void {
    if (!options.isFailure(error)) return succeeded();
    failed += 1;
    if (failed >= failures) restsUntil = now() + restMs;
  }

  return {
    check,
    async run(task) {
      check();
      const isTrial = restsUntil !== null;
      if (isTrial) isTrying = true;
      try {
        const result = await task();
        succeeded();
        return result;
      } catch (error) {
        wentWrong(error);
        throw error;
      } finally {
        if (isTrial) isTrying = false;
      }
    },
  };
}
