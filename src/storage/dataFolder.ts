import { chmod, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { nodeDisk } from './disk.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import { holderOf, lockFolder, type FolderHolder, type FolderLock } from './folderLock.ts';
import { StorageError } from './storageError.ts';

/** A demo plays with invented readers and codes; a library's folder holds real ones. */
export type DataFolderKind = 'demo' | 'library';

export type DataFolder = FolderLock & { readonly path: string; readonly kind: DataFolderKind };

const marker = z.strictObject({ kind: z.enum(['demo', 'library']) });

const markerName = 'data-folder.json';

/** Names that may stand in a folder that is not ours yet; the last when a process died marking it. */
const harmlessNames = ['lock', 'lost+found', `${markerName}.tmp`];

/**
 * Opens the folder that holds everything this program keeps, readable by its owner only, and locks it
 * against a second process. A new or empty folder is created and marked with `kind`; it never changes
 * its kind, so that a demo can never give away real codes.
 *
 * Rejects with `DATA_FOLDER_LOCKED` (the message names the pid), `DATA_FOLDER_KIND`, `DATA_FOLDER_OWNER`
 * or `DATA_FOLDER_UNUSABLE`.
 */
export async function openDataFolder(
  folder: string,
  { kind }: { readonly kind: DataFolderKind },
): Promise<DataFolder> {
  const path = resolve(folder);
  await prepare(path, kind);
  const lock = await lockFolder(lockFolderOf(path));
  try {
    await markOnce(path, kind);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { path, kind, ...lock };
}

/** The living process that works on the folder, and where it takes commands; `null` when none does. */
export function dataFolderHolder(folder: string): Promise<FolderHolder | null> {
  return holderOf(lockFolderOf(resolve(folder)));
}

/** The kind a folder was created with; `null` when it was never used. */
export async function dataFolderKind(folder: string): Promise<DataFolderKind | null> {
  return (await markerFile(resolve(folder)).read())?.kind ?? null;
}

async function prepare(path: string, kind: DataFolderKind): Promise<void> {
  try {
    await nodeDisk.makeFolder(path);
    await refuseRootOnAnothers(path);
    await checkKind(path, kind);
    await chmod(path, 0o700);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError(
      'DATA_FOLDER_UNUSABLE',
      `The data folder ${path} cannot be used.`,
      'Name a folder that this user may create and write to.',
      error,
    );
  }
}

/** What root makes in another user's folder that user cannot open: the bot would not start any more. */
async function refuseRootOnAnothers(path: string): Promise<void> {
  const { uid } = await stat(path);
  if (process.geteuid?.() !== 0 || uid === 0) return;
  throw new StorageError(
    'DATA_FOLDER_OWNER',
    `The data folder ${path} belongs to the user ${uid}, and this process is root.`,
    `Run it as that user: runuser -u "$(id -un ${uid})" -- env DATA_DIR=${path} …`,
  );
}

async function markOnce(path: string, kind: DataFolderKind): Promise<void> {
  const isMarked = await checkKind(path, kind);
  if (!isMarked) await markerFile(path).write({ kind });
}

async function checkKind(path: string, kind: DataFolderKind): Promise<boolean> {
  const marked = await markerFile(path).read();
  if (marked?.kind === kind) return true;
  if (marked) {
    throw new StorageError(
      'DATA_FOLDER_KIND',
      `The data folder ${path} was made for "${marked.kind}", not for "${kind}".`,
      'Give each its own data folder: a demo must never meet real codes.',
    );
  }
  const foreign = (await nodeDisk.list(path)).filter((name) => !harmlessNames.includes(name));
  if (foreign.includes('ledger')) {
    throw new StorageError(
      'FILE_DAMAGED',
      `${join(path, markerName)} is missing, and the folder holds codes.`,
      'Put back the file from the last backup. Do not start with an empty folder.',
    );
  }
  if (foreign.length > 0) {
    throw new StorageError(
      'DATA_FOLDER_UNUSABLE',
      `The folder ${path} holds other things (${foreign.slice(0, 3).join(', ')}) and no data of ours.`,
      'Name a new or empty folder.',
    );
  }
  return false;
}

function markerFile(path: string) {
  return durableJsonFile(join(path, markerName), marker);
}

function lockFolderOf(path: string): string {
  return join(path, 'lock');
}
