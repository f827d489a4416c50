import type { Storage, StoreItem, StoreItems } from 'botbuilder';

/** How a store treats one item. */
export type ItemAccess = {
  /** `null` when there is none. */
  read(key: string): Promise<StoreItem | null>;
  write(key: string, item: StoreItem): Promise<void>;
  remove(key: string): Promise<unknown>;
};

/** What the SDK asks for several items at once, done for one after the other. */
export function itemByItem({ read, write, remove }: ItemAccess): Storage {
  return {
    async read(keys) {
      const items: StoreItems = {};
      for (const key of keys) {
        const item = await read(key);
        if (item) items[key] = item;
      }
      return items;
    },
    async write(changes) {
      for (const [key, item] of Object.entries(changes)) await write(key, item);
    },
    async delete(keys) {
      for (const key of keys) await remove(key);
    },
  };
}
