import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hasErrorCode, nodeDisk } from './disk.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import { giveLifeSign, isAlive, type LifeSign } from './holderProcess.ts';
import { StorageError } from './storageError.ts';

const lockRecord = z.strictObject({
  pid: z.int(),
  startedAt: z.string().nullable(),
  socket: z.string().nullable(),
  isReleased: z.boolean(),
  /** Where the holder takes the librarian's commands. The file is readable by its owner only. */
  door: z.strictObject({ address: z.string(), token: z.string() }).nullable(),
});

type LockRecord = z.infer<typeof lockRecord>;

/** Where a running process takes commands from the same machine. */
export type HolderDoor = { readonly address: string; readonly token: string };

export type FolderHolder = { readonly pid: number; readonly door: HolderDoor | null };

export type FolderLock = {
  /** Tells other processes where this one takes commands. */
  announce(door: HolderDoor): Promise<void>;
  release(): Promise<void>;
};

/** Older records are kept that long, so that a process that lists slowly never sees an empty folder. */
const keptGenerations = 4;

/**
 * Locks the data folder by records in `folder`, a folder inside it, or rejects with `DATA_FOLDER_LOCKED`.
 *
 * Each holder creates the record with the next number; creating is atomic, so of two that find the
 * last holder dead only one gets it. A record is never taken over and the newest is never deleted:
 * that is what makes the usual race of lock files (both delete the stale one) impossible.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await nodeDisk.makeFolder(folder);
  const lifeSign = await giveLifeSign(folder);
  try {
    return await acquire(folder, lifeSign);
  } catch (error) {
    await lifeSign.end();
    throw error;
  }
}

/** The living process that holds `folder`, or `null`. */
export async function holderOf(folder: string): Promise<FolderHolder | null> {
  const newest = await newestRecord(folder);
  if (!newest || !(await isHeld(folder, newest.record))) return null;
  return { pid: newest.record.pid, door: newest.record.door };
}

async function isHeld(folder: string, record: LockRecord): Promise<boolean> {
  return !record.isReleased && (await isAlive(folder, record));
}

async function acquire(folder: string, lifeSign: LifeSign): Promise<FolderLock> {
  let record: LockRecord = { ...lifeSign.holder, isReleased: false, door: null };
  const generation = await createNext(folder, record);
  await forgetOldRecords(folder, generation);

  async function replace(next: LockRecord): Promise<void> {
    record = next;
    await recordFile(folder, generation).write(record);
  }

  return {
    announce: ({ address, token }) => replace({ ...record, door: { address, token } }),
    async release() {
      if (record.isReleased) return;
      try {
        await replace({ ...record, isReleased: true, door: null });
      } finally {
        // Even if the disk is full: without a sign of life the record holds nobody off.
        await lifeSign.end();
      }
    },
  };
}

async function createNext(folder: string, record: LockRecord): Promise<number> {
  const draft = join(folder, `${randomBytes(6).toString('hex')}.json.draft`);
  await durableJsonFile(draft, lockRecord).write(record);
  try {
    for (;;) {
      const newest = await newestRecord(folder);
      if (newest && (await isHeld(folder, newest.record))) {
        throw lockedBy(folder, newest.record.pid);
      }
      // The number after the very record that was judged: a newer one must make the link fail.
      const generation = (newest?.generation ?? 0) + 1;
      try {
        await nodeDisk.link(draft, recordPath(folder, generation));
        await nodeDisk.syncFolder(folder);
        return generation;
      } catch (error) {
        // Somebody was faster: look again who holds the folder now.
        if (!hasErrorCode(error, 'EEXIST')) throw error;
      }
    }
  } finally {
    await nodeDisk.remove(draft);
  }
}

async function newestRecord(
  folder: string,
): Promise<{ readonly generation: number; readonly record: LockRecord } | null> {
  const generation = Math.max(0, ...(await generations(folder)));
  if (generation === 0) return null;
  const record = await recordFile(folder, generation).read().catch(unreadable(folder, generation));
  return record && { generation, record };
}

/** No backup holds a lock, so the usual next step would lead nowhere. */
function unreadable(folder: string, generation: number): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StorageError) || error.code !== 'FILE_DAMAGED') throw error;
    throw new StorageError(
      'FILE_DAMAGED',
      `${recordPath(folder, generation)} is damaged, so it cannot tell who works on the folder.`,
      'Make sure that no bot runs on it, delete this file, and start again.',
      error,
    );
  };
}

async function forgetOldRecords(folder: string, newest: number): Promise<void> {
  for (const generation of await generations(folder)) {
    if (generation > newest - keptGenerations) continue;
    const old = await recordFile(folder, generation).read().catch(unreadable(folder, generation));
    if (old?.socket) await nodeDisk.remove(join(folder, old.socket));
    await nodeDisk.remove(recordPath(folder, generation));
  }
}

async function generations(folder: string): Promise<readonly number[]> {
  const names = await nodeDisk.list(folder);
  return names.flatMap((name) => {
    const number = /^(\d+)\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function recordFile(folder: string, generation: number) {
  return durableJsonFile(recordPath(folder, generation), lockRecord);
}

function recordPath(folder: string, generation: number): string {
  return join(folder, `${generation}.json`);
}

function lockedBy(folder: string, pid: number): StorageError {
  return new StorageError(
    'DATA_FOLDER_LOCKED',
    `The data folder ${dirname(folder)} is in use by the process ${pid}.`,
    'Stop that process, or give this one another data folder.',
  );
}
