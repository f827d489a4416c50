import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { nodeDisk, type Disk } from './disk.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import { keyedQueue } from '../keyedQueue.ts';
import { recordCache } from './recordCache.ts';
import { StorageError } from './storageError.ts';

const storedRecord = z.strictObject({
  key: z.string(),
  expiresAt: z.iso.datetime(),
  value: z.unknown(),
});

export type StoredRecord = z.infer<typeof storedRecord>;

export type RecordFolder = {
  read(key: string): Promise<StoredRecord | null>;
  /** Atomic per key: `change` sees the stored record and returns the next one, or `null` to delete it. */
  change(
    key: string,
    change: (current: StoredRecord | null) => Omit<StoredRecord, 'key'> | null,
  ): Promise<StoredRecord | null>;
  /** Deletes what is expired at `now` and returns how many that were. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

export type RecordFolderOptions = {
  readonly disk?: Disk;
  /**
   * What a disk that takes nothing means: an error, or that the record is kept in memory until it is
   * changed again, as long as there is room. Default: an error.
   */
  readonly unwritable?: 'refuse' | 'keep';
  /**
   * What an acknowledged change outlives. `endOfProcess` costs no flush: a power cut may take the last
   * changes, and a file that it left damaged counts as never written. Default: a power cut, too.
   */
  readonly outlives?: 'powerCut' | 'endOfProcess';
  readonly cachedCharacters?: number;
};

/**
 * Records in small files, one a key, so that reading or changing one costs the same whether there are
 * ten or ten thousand. The file name is a hash: a key may hold any character and names nobody.
 */
export function openRecordFolder(
  folder: string,
  {
    disk = nodeDisk,
    unwritable = 'refuse',
    outlives = 'powerCut',
    cachedCharacters = 8_000_000,
  }: RecordFolderOptions,
): RecordFolder {
  const isFlushed = outlives === 'powerCut';
  const queue = keyedQueue();
  const cache = recordCache(cachedCharacters);
  /** Hashing a key costs more than all the rest of a look into the cache. */
  const files = recordCache(cachedCharacters / 8);
  const madeFolders = new Set<string>();
  let isClosed = false;

  async function load(file: string): Promise<StoredRecord | null> {
    const database = new Low<StoredRecord | null>(recordFile(file), null);
    try {
      await database.read();
    } catch (error) {
      if (isFlushed || !isDamage(error)) throw error;
    }
    return database.data;
  }

  async function save(file: string, record: StoredRecord): Promise<void> {
    const parent = dirname(file);
    if (!madeFolders.has(parent)) {
      await disk.makeFolder(parent);
      if (isFlushed) await disk.syncFolder(folder);
      madeFolders.add(parent);
    }
    await new Low<StoredRecord | null>(recordFile(file), record).write();
  }

  async function remove(file: string): Promise<void> {
    await disk.remove(file);
    // A session that was ended must not come back after a power cut.
    if (isFlushed) await disk.syncFolder(dirname(file));
  }

  function recordFile(file: string) {
    return durableJsonFile(file, storedRecord.nullable(), { disk, durable: isFlushed });
  }

  async function current(file: string): Promise<StoredRecord | null> {
    const cached = cache.get(file);
    // Parsed anew each time, so that no caller can change what another one reads. The cast: a text
    // gets into the cache only below, from a record or for want of one.
    if (cached !== undefined) return JSON.parse(cached) as StoredRecord | null;
    const record = await load(file);
    // Also that there is none: what is asked in every turn and hardly ever true must not cost a look.
    cache.set(file, JSON.stringify(record));
    return record;
  }

  async function purgeFile(file: string, now: Date): Promise<number> {
    if (file.endsWith('.tmp')) {
      // Left behind by a process that was killed; a write under way holds the queue of its file.
      await queue.run(file.replace(/\.tmp$/, ''), () => disk.remove(file));
      return 0;
    }
    return queue.run(file, async () => {
      const record = await load(file).catch(() => null);
      if (!record || now.getTime() < Date.parse(record.expiresAt)) return 0;
      cache.delete(file);
      await remove(file);
      return 1;
    });
  }

  function run<Result>(file: string, task: () => Promise<Result>): Promise<Result> {
    if (isClosed) {
      return Promise.reject(
        new StorageError('STORE_CLOSED', `${folder} is closed.`, 'Stop using it before closing.'),
      );
    }
    return queue.run(file, task);
  }

  function fileFor(key: string): string {
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = fileOf(folder, key);
    files.set(key, file);
    return file;
  }

  return {
    read(key) {
      const file = fileFor(key);
      return run(file, () => current(file));
    },

    change(key, change) {
      const file = fileFor(key);
      return run(file, async () => {
        const before = await current(file);
        const next = change(before);
        // Until the disk agrees nobody may read the new value, and after an error nobody knows it.
        cache.delete(file);
        if (next === null) {
          if (before !== null) await remove(file);
          return null;
        }
        const record = { key, ...next };
        try {
          await save(file, record);
        } catch (error) {
          if (unwritable === 'refuse') throw error;
        }
        cache.set(file, JSON.stringify(record));
        return record;
      });
    },

    async purge(now) {
      let purged = 0;
      for (const shard of await disk.list(folder)) {
        for (const name of await disk.list(join(folder, shard))) {
          purged += await purgeFile(join(folder, shard, name), now);
        }
      }
      return purged;
    },

    async close() {
      isClosed = true;
      await queue.settled();
    },
  };
}

function isDamage(error: unknown): boolean {
  return error instanceof StorageError && error.code === 'FILE_DAMAGED';
}

function fileOf(folder: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex');
  return join(folder, name.slice(0, 2), `${name.slice(2)}.json`);
}
