import type { Clock } from '../../clock.ts';
import type { KeyedRecords } from '../keyedRecords.ts';
import { isDatabaseAway } from './lostConnection.ts';

type Entry<Value> = { readonly value: Value; readonly expiresAt: Date };

/** More than come in while a server starts again; then the oldest go. */
const mostKept = 20_000;

/**
 * The same records, of which those made while the database is away live in this process until their
 * end, and are changed there only. For what a reader may lose, but must not be stopped by.
 */
export function recordsWhileAway<Value>(
  inner: KeyedRecords<Value>,
  clock: Clock,
): KeyedRecords<Value> {
  const kept = new Map<string, Entry<Value>>();

  function find(key: string): Value | null {
    const entry = kept.get(key);
    return entry && clock() < entry.expiresAt ? structuredClone(entry.value) : null;
  }

  function changeKept(key: string, change: Parameters<KeyedRecords<Value>['update']>[1]) {
    const next = change(find(key));
    kept.delete(key);
    if (next) kept.set(key, structuredClone(next));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return next && find(key);
  }

  const update: KeyedRecords<Value>['update'] = async (key, change) => {
    if (kept.has(key)) return changeKept(key, change);
    try {
      return await inner.update(key, change);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return changeKept(key, change);
    }
  };

  return {
    async get(key) {
      if (kept.has(key)) return find(key);
      return inner.get(key).catch((error: unknown) => {
        if (isDatabaseAway(error)) return null;
        throw error;
      });
    },
    async put(key, value, expiresAt) {
      await update(key, () => ({ value, expiresAt }));
    },
    async delete(key) {
      await update(key, () => null);
    },
    update,
    purge(now) {
      for (const [key, { expiresAt }] of kept) if (expiresAt <= now) kept.delete(key);
      return inner.purge(now);
    },
    close: () => inner.close(),
  };
}
