import { setImmediate } from 'node:timers/promises';

/** Work that arrives while a commit is under way waits and shares the next one. */
export type GroupCommit<Item, Result> = {
  /** Resolves with the item's own result; rejects when the commit that held it failed. */
  add(item: Item): Promise<Result>;
  /** Resolves when nothing is waiting or under way. */
  settled(): Promise<void>;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * `commit` gets everything that waits, in order of arrival, and returns one result for each item.
 * It never runs twice at the same time.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // One turn of the event loop, so that the calls of all requests it brought are committed together.
    await setImmediate();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await commitBatch(batch);
    }
    running = null;
  }

  async function commitBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(batch.map(({ item }) => item));
      if (results.length !== batch.length) {
        throw new RangeError(`A commit of ${batch.length} items gave ${results.length} results.`);
      }
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return {
    add: (item) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= run();
      }),
    async settled() {
      while (running) await running;
    },
  };
}
