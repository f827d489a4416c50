/** More work was asked for than may wait. Nothing was done; try again later. */
export class TooManyWaitingError extends Error {
  readonly code = 'TOO_MANY_WAITING';

  constructor(limit: number) {
    super(`${limit} password checks are waiting already; try again in a few seconds.`);
    this.name = 'TooManyWaitingError';
  }
}

/**
 * Runs at most `atOnce` tasks at the same time, the others in the order of their arrival. When
 * `waiting` tasks wait already, the next one rejects with a `TooManyWaitingError` at once.
 */
export function waitingRoom(limits: { readonly atOnce: number; readonly waiting: number }) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting) throw new TooManyWaitingError(limits.waiting);
      await new Promise<void>((admit) => queue.push(admit));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const admitNext = queue.shift();
      if (admitNext) admitNext();
      else running -= 1;
    }
  };
}
