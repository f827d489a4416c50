import type { StoreItem } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import { lifetimeHours, type ConversationStorage } from '../conversationStorage.ts';
import { itemByItem } from '../itemByItem.ts';
import { isDatabaseAway } from './lostConnection.ts';

/** Stands for the version of what could not be read. No store gives it out. */
const unread = 'unread';

/** What a turn left while the database was away, and the version it had begun with. */
type Unsaved = {
  readonly base: string | undefined;
  readonly item: StoreItem;
  readonly at: number;
};

/** Of the unsaved the oldest are forgotten; their readers are asked anew. */
const most = 5_000;

/**
 * Lets conversations go on while the database is away: what cannot be read begins empty, what cannot be
 * saved is remembered in this process. Nothing of it ever replaces what the database holds, but for the
 * very version a turn had begun with.
 */
export function conversationsWhileAway(
  inner: ConversationStorage,
  clock: Clock,
): ConversationStorage {
  const unsaved = new Map<string, Unsaved>();
  /** Versions that turns have begun with: the SDK writes "whatever is there" (`*`), not what it read. */
  const begunWith = new Map<string, string | undefined>();

  function remember(
    key: string,
    base: string | undefined,
    { eTag: _any, ...item }: StoreItem,
  ): void {
    put(unsaved, key, { base, item: structuredClone(item), at: clock().getTime() });
  }

  /** The item a turn begins with; remembers of which version it is. */
  function begin(key: string, base: string | undefined, item: StoreItem | null): StoreItem | null {
    put(begunWith, key, base);
    if (!item) return base === undefined ? null : { eTag: base };
    return { ...structuredClone(item), ...(base === undefined ? {} : { eTag: base }) };
  }

  async function readItem(key: string): Promise<StoreItem | null> {
    const known = unsaved.get(key);
    try {
      const stored = (await inner.read([key]))[key] as StoreItem | undefined; // what `write` was given
      // Nobody has changed it since: the turn that could not be saved comes next.
      const isNext = stored ? known?.base === stored.eTag : known?.base === unread || !known?.base;
      if (known && isNext) return begin(key, stored?.eTag, known.item);
      unsaved.delete(key);
      return begin(key, stored?.eTag, stored ?? null);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return known ? begin(key, known.base, known.item) : begin(key, unread, null);
    }
  }

  async function writeItem(key: string, item: StoreItem): Promise<void> {
    const base = begunWith.get(key);
    if (base === unread) return remember(key, unread, item);
    try {
      await inner.write({ [key]: item });
      unsaved.delete(key);
      begunWith.delete(key);
    } catch (error) {
      unsaved.delete(key);
      if (!isDatabaseAway(error)) throw error;
      remember(key, base, item);
    }
  }

  return {
    ...inner,
    ...itemByItem({
      read: readItem,
      write: writeItem,
      async remove(key) {
        unsaved.delete(key);
        await inner.delete([key]);
      },
    }),
    purge(now) {
      const oldest = now.getTime() - lifetimeHours * 3_600_000;
      for (const [key, { at }] of unsaved) if (at <= oldest) unsaved.delete(key);
      return inner.purge(now);
    },
  };
}

/** A `Map` keeps the order of insertion: the oldest leave first. */
function put<Value>(entries: Map<string, Value>, key: string, value: Value): void {
  entries.delete(key);
  entries.set(key, value);
  for (const oldest of entries.keys()) {
    if (entries.size <= most) break;
    entries.delete(oldest);
  }
}
