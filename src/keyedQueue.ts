/** Runs tasks of one key one after another, tasks of different keys at the same time. */
export type KeyedQueue = {
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
  /** Resolves when no task is waiting or running. */
  settled(): Promise<void>;
};

export function keyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();

  return {
    run(key, task) {
      const before = last.get(key) ?? Promise.resolve();
      const result = before.then(task);
      const done = result
        .catch(() => undefined)
        .finally(() => {
          if (last.get(key) === done) last.delete(key);
        });
      last.set(key, done);
      return result;
    },
    async settled() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
