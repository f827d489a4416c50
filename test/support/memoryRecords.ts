import type { Clock } from '../../src/clock.ts';
import type { KeyedRecords } from '../../src/storage/index.ts';

type Entry = { readonly json: string; readonly expiresAt: number };

/** Everything that a set of records holds, to be put back later. */
export type MemorySnapshot = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

/** Records that live as long as the test: the same contract as on disk, and they can be rewound. */
export type MemoryRecords = {
  open<Value>(name: string): Promise<KeyedRecords<Value>>;
  snapshot(): MemorySnapshot;
  restore(snapshot: MemorySnapshot): void;
  /** Every record as text, to look for what must not be kept. */
  text(): string;
  count(): number;
};

export function memoryRecords(clock: Clock): MemoryRecords {
  const stores = new Map<string, Map<string, Entry>>();

  function open<Value>(name: string): Promise<KeyedRecords<Value>> {
    const entries = (): Map<string, Entry> => {
      const known = stores.get(name) ?? new Map<string, Entry>();
      stores.set(name, known);
      return known;
    };
    const read = (key: string): Value | null => {
      const entry = entries().get(key);
      const isLive = entry && clock().getTime() < entry.expiresAt;
      return isLive ? (JSON.parse(entry.json) as Value) : null;
    };
    const update: KeyedRecords<Value>['update'] = (key, change) => {
      const next = change(read(key));
      if (next === null) entries().delete(key);
      else {
        const json = JSON.stringify(next.value);
        entries().set(key, { json, expiresAt: next.expiresAt.getTime() });
      }
      return Promise.resolve(read(key));
    };

    return Promise.resolve({
      get: (key) => Promise.resolve(read(key)),
      put: async (key, value, expiresAt) => {
        await update(key, () => ({ value, expiresAt }));
      },
      delete: async (key) => {
        await update(key, () => null);
      },
      update,
      purge(now) {
        const old = [...entries()].filter(([, { expiresAt }]) => now.getTime() >= expiresAt);
        for (const [key] of old) entries().delete(key);
        return Promise.resolve(old.length);
      },
      close: () => Promise.resolve(),
    });
  }

  return {
    open,
    snapshot: () => new Map([...stores].map(([name, entries]) => [name, new Map(entries)])),
    restore(snapshot) {
      stores.clear();
      for (const [name, entries] of snapshot) stores.set(name, new Map(entries));
    },
    text: () => JSON.stringify([...stores].map(([name, entries]) => [name, [...entries]])),
    count: () => [...stores.values()].reduce((sum, entries) => sum + entries.size, 0),
  };
}
