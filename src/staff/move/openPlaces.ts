import { setTimeout as pass } from 'node:timers/promises';
import {
  auditKeyPurpose,
  databasePlace,
  folderPlace,
  pauseRecords,
  type LedgerPlace,
  type ReportLedgerNotice,
  type StoredPause,
} from '../../codes/index.ts';
import {
  dataFolderKind,
  migrate,
  openDatabase,
  openDatabaseRecords,
  openDataFolder,
  openKeyedRecords,
  openServerSecret,
  type Database,
  type DataFolder,
  type DataFolderKind,
  type KeyedRecords,
} from '../../storage/index.ts';
import type { StaffContext } from '../staffContext.ts';
import { StaffError } from '../staffError.ts';
import { usedDataFolder } from '../usedDataFolder.ts';

/** A place of the ledger, with the switch that pauses claims. */
export type OpenedPlace = {
  readonly ledger: LedgerPlace;
  readonly pauses: KeyedRecords<StoredPause>;
};

export type OpenedPlaces = {
  readonly folder: OpenedPlace;
  readonly database: OpenedPlace;
  close(): Promise<void>;
};

/** How often, and after how many milliseconds, connections that are just being closed are counted anew. */
const looks = 5;
const nextLook = 200;

const connectionsOfOthers = `
  select count(*)::int as count from pg_stat_activity
  where datname = current_database() and application_name = 'legimi-chatbot'
    and pid <> pg_backend_pid()`;

/**
 * The data folder and the database, both without a bot. Rejects with `DATA_FOLDER_LOCKED` or
 * `STAFF_DATABASE_IN_USE` when one runs, and with `STAFF_NO_DATA_FOLDER` when `mustExist` and no bot ever
 * used the folder.
 */
export async function openPlaces(
  context: StaffContext & {
    readonly database: { readonly url: string; readonly kind: DataFolderKind };
  },
  mustExist: boolean,
  report: ReportLedgerNotice,
): Promise<OpenedPlaces> {
  const kind = mustExist
    ? await usedDataFolder(context.dataFolder)
    : ((await dataFolderKind(context.dataFolder)) ?? context.database.kind);
  const folder = await openDataFolder(context.dataFolder, { kind });
  try {
    // One connection, so that every other one is somebody else's.
    const database = await openDatabase(context.database.url, { connections: 1 });
    try {
      await refuseInstances(database);
      await migrate(database, kind);
      return await placesIn(context, folder, database, report);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function placesIn(
  { clock, serverSecret }: StaffContext,
  folder: DataFolder,
  database: Database,
  report: ReportLedgerNotice,
): Promise<OpenedPlaces> {
  const secret = await openServerSecret(folder.path, serverSecret);
  const [auditKey, ...previousAuditKeys] = secret.deriveKeys(auditKeyPurpose);
  const parts = { clock, report, auditKey, previousAuditKeys };
  const inFolder = await openKeyedRecords<StoredPause>(folder.path, pauseRecords, clock);
  const inDatabase = openDatabaseRecords<StoredPause>(database, pauseRecords, clock);
  return {
    folder: { ledger: folderPlace({ ...parts, folder: folder.path }), pauses: inFolder },
    database: { ledger: databasePlace({ ...parts, database }), pauses: inDatabase },
    async close() {
      await inFolder.close();
      await inDatabase.close();
      await database.close();
      await folder.release();
    },
  };
}

async function refuseInstances(database: Database): Promise<void> {
  for (let look = 1; ; look += 1) {
    const [others] = await database.query<{ count: number }>(connectionsOfOthers);
    if (others?.count === 0) return;
    if (look === looks) break;
    await pass(nextLook);
  }
  throw new StaffError(
    'STAFF_DATABASE_IN_USE',
    'Instances of the bot, or commands of staff, are connected to the database. Stop them first.',
  );
}
