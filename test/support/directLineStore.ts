import type { ConversationRecord, ConversationStore } from '../../src/channels/directline/index.ts';

export type MemoryStore = ConversationStore & {
  /** As JSON, like on a disk: what is no plain data would be lost here too. */
  readonly records: Map<string, string>;
  readonly puts: () => number;
  /** While true, every call rejects. */
  isBroken: boolean;
};

export function memoryStore(): MemoryStore {
  const records = new Map<string, string>();
  let puts = 0;
  const store: MemoryStore = {
    records,
    puts: () => puts,
    isBroken: false,
    async get(key) {
      if (store.isBroken) throw new Error('the disk is gone');
      const stored = records.get(key);
      return stored === undefined ? null : (JSON.parse(stored) as ConversationRecord);
    },
    async put(key, value) {
      if (store.isBroken) throw new Error('the disk is gone');
      puts += 1;
      records.set(key, JSON.stringify(value));
    },
  };
  return store;
}
