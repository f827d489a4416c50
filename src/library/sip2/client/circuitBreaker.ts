import { Sip2Error, type Sip2ErrorCode } from '../sip2Error.ts';

/** What tells that the system is down. A strange answer to one card tells nothing about the others. */
const signsOfDown: readonly Sip2ErrorCode[] = [
  'SIP2_CONNECT_FAILED',
  'SIP2_LOGIN_REFUSED',
  'SIP2_OFFLINE',
  'SIP2_TIMEOUT',
];

export type CircuitBreaker = {
  /** Throws `SIP2_RESTING` while the system is left alone. */
  check(): void;
  /** Runs the task, unless `check` throws, and remembers how it went. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
};

export type CircuitBreakerOptions = {
  /** Failures in a row after which the system is left alone. */
  readonly failures: number;
  /** Milliseconds it is left alone; then one question tries it. */
  readonly restMs: number;
  readonly now: () => number;
};

/**
 * Keeps readers from waiting, each the whole time limit, for a system that just failed others. After
 * the rest a single question goes through, and its outcome opens the way or begins another rest.
 */
export function circuitBreaker({ failures, restMs, now }: CircuitBreakerOptions): CircuitBreaker {
  let failed = 0;
  let restsUntil: number | null = null;
  let isTrying = false;

  function check(): void {
    if (restsUntil === null) return;
    if (isTrying || now() < restsUntil) {
      throw new Sip2Error(
        'SIP2_RESTING',
        `The system failed ${failures} times in a row; it is tried again within ${restMs} ms.`,
      );
    }
  }

  function succeeded(): void {
    failed = 0;
    restsUntil = null;
  }

  function wentWrong(error: unknown): void {
    if (!(error instanceof Sip2Error) || !signsOfDown.includes(error.code)) return succeeded();
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
