import {
  openFileLedger,
  openPostgresLedger,
  type CodeLedger,
  type LedgerOptions,
} from '../codes/index.ts';
import {
  migrate,
  openDatabase,
  openDatabaseRecords,
  openDataFolder,
  openKeyedRecords,
  type DataFolderKind,
  type KeyedRecords,
} from '../storage/index.ts';
import {
  openSharedQuestions,
  openUnansweredQuestions,
  questionRecords,
  type UnansweredQuestions,
} from '../unanswered/index.ts';
import type { StaffContext } from './staffContext.ts';
import { usedDataFolder } from './usedDataFolder.ts';

/** Where everything is kept that staff work on while no bot of this folder takes their commands. */
export type StaffStore = {
  openRecords<Value>(name: string): Promise<KeyedRecords<Value>>;
  openLedger(options: LedgerOptions): Promise<CodeLedger>;
  openQuestions(): Promise<UnansweredQuestions>;
  /** After all that was opened from it. */
  close(): Promise<void>;
};

/**
 * The data folder, for this process alone. Rejects with `DATA_FOLDER_LOCKED` when another one holds it,
 * and with `STAFF_NO_DATA_FOLDER` when no bot ever used it.
 */
export async function folderStore({ dataFolder, clock }: StaffContext): Promise<StaffStore> {
  const folder = await openDataFolder(dataFolder, { kind: await usedDataFolder(dataFolder) });
  return {
    openRecords: (name) => openKeyedRecords(folder.path, name, clock),
    openLedger: (options) => openFileLedger({ folder: folder.path, ...options }),
    openQuestions: () => openUnansweredQuestions(folder.path, clock),
    close: () => folder.release(),
  };
}

/** The database, beside running instances: it keeps them apart. */
export async function databaseStore(
  { dataFolder, serverSecret, clock }: StaffContext,
  { url, kind }: { readonly url: string; readonly kind: DataFolderKind },
): Promise<StaffStore> {
  // A demo's secret is in its data folder; nobody makes one here.
  if (!serverSecret) await usedDataFolder(dataFolder);
  const database = await openDatabase(url);
  try {
    await migrate(database, kind);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    openRecords: async (name) => openDatabaseRecords(database, name, clock),
    openLedger: (options) => openPostgresLedger({ database, ...options }),
    openQuestions: async () =>
      openSharedQuestions(openDatabaseRecords(database, questionRecords, clock), clock),
    close: () => database.close(),
  };
}
