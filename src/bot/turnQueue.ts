/**
 * Runs the turns of one conversation one after another, those of different conversations side by
 * side. Bot state is last-write-wins: two turns at once in one conversation would lose a turn's work.
 */
export type TurnQueue = {
  run(key: string, turn: () => Promise<void>): Promise<void>;
  /** Resolves when every turn that was running or waiting has ended. */
  idle(): Promise<void>;
};

export function createTurnQueue(): TurnQueue {
  const tails = new Map<string, Promise<void>>();

  return {
    run(key, turn) {
      const before = tails.get(key) ?? Promise.resolve();
      const current = before.then(turn);
      // A failed turn must not stop the ones behind it.
      const tail = current
        .catch(() => undefined)
        .finally(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return current;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
