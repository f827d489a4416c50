import {
  auditKeyPurpose,
  createClaimPause,
  openFileLedger,
  openPostgresLedger,
  pauseRecords,
  type CodeLedger,
  type ReportLedgerNotice,
  type StoredPause,
} from '../codes/index.ts';
import {
  dataFolderHolder,
  migrate,
  openDatabase,
  openDatabaseRecords,
  openDataFolder,
  openKeyedRecords,
  openServerSecret,
  type DataFolder,
  type DataFolderKind,
  type KeyedRecords,
} from '../storage/index.ts';
import {
  openSharedQuestions,
  openUnansweredQuestions,
  questionRecords,
  type UnansweredQuestions,
} from '../unanswered/index.ts';
import { openSnapshotLines } from '../library/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { openAccountSessions } from '../signin/index.ts';
import { activationOperations } from './activations/activationOperations.ts';
import { activationReports, type ActivationsBefore } from './activations/activationSteps.ts';
import { dataOperations, type DataOperations } from './data/dataOperations.ts';
import { remoteDataOperations } from './door/remoteDataOperations.ts';
import { remoteOperations } from './door/remoteOperations.ts';
import { ledgerOperations } from './codes/ledgerOperations.ts';
import { questionOperations } from './questions/questionOperations.ts';
import { releaseOperations } from './release/releaseOperations.ts';
import type { StaffContext } from './staffContext.ts';
import type { StaffOperations } from './staffOperations.ts';
import { usedDataFolder } from './usedDataFolder.ts';

export type OpenedOperations = {
  readonly operations: StaffOperations;
  readonly data: DataOperations;
  close(): Promise<void>;
};

/**
 * The operations in the running bot, if one holds the data folder and takes commands, else on the
 * database, or the folder itself. Rejects with `DATA_FOLDER_LOCKED` when a process holds it and takes none, and with
 * `STAFF_NO_DATA_FOLDER` when there is none.
 */
export async function openStaffOperations(
  context: StaffContext,
  report: ReportLedgerNotice,
): Promise<OpenedOperations> {
  const holder = await dataFolderHolder(context.dataFolder);
  if (holder?.door) {
    return {
      operations: remoteOperations(holder.door),
      data: remoteDataOperations(holder.door),
      close: async () => undefined,
    };
  }
  if (context.database) return openInDatabase(context, context.database, report);
  const kind = await usedDataFolder(context.dataFolder);
  const folder = await openDataFolder(context.dataFolder, { kind });
  try {
    return await openLocally(context, folder, report);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function openLocally(
  context: StaffContext,
  folder: DataFolder,
  report: ReportLedgerNotice,
): Promise<OpenedOperations> {
  const questions = await openUnansweredQuestions(folder.path, context.clock);
  const secret = await openServerSecret(folder.path, context.serverSecret);
  const accounts = await openAccountSessions({
    openRecords: (name) => openKeyedRecords(folder.path, name, context.clock),
    deriveKeys: secret.deriveKeys,
    clock: context.clock,
  });
  const [auditKey, ...previousAuditKeys] = secret.deriveKeys(auditKeyPurpose);
  const ledger = await openFileLedger({
    folder: folder.path,
    clock: context.clock,
    auditKey,
    previousAuditKeys,
    report,
  });
  const pauses = await openKeyedRecords<StoredPause>(folder.path, pauseRecords, context.clock);
  const reports = await openKeyedRecords<ActivationsBefore>(
    folder.path,
    activationReports,
    context.clock,
  );
  const parts = { ledger, accounts, pauses, questions, reports };
  return operationsOn(context, parts, () => folder.release());
}

/** Beside running instances: the database keeps them apart. */
async function openInDatabase(
  context: StaffContext,
  { url, kind }: { readonly url: string; readonly kind: DataFolderKind },
  report: ReportLedgerNotice,
): Promise<OpenedOperations> {
  const { clock } = context;
  // A demo's secret is in its data folder; nobody makes one here.
  if (!context.serverSecret) await usedDataFolder(context.dataFolder);
  const secret = await openServerSecret(context.dataFolder, context.serverSecret);
  const database = await openDatabase(url);
  try {
    await migrate(database, kind);
    const [auditKey, ...previousAuditKeys] = secret.deriveKeys(auditKeyPurpose);
    const questions = openSharedQuestions(
      openDatabaseRecords(database, questionRecords, clock),
      clock,
    );
    const accounts = await openAccountSessions({
      openRecords: async (name) => openDatabaseRecords(database, name, clock),
      deriveKeys: secret.deriveKeys,
      clock,
    });
    const pauses = openDatabaseRecords<StoredPause>(database, pauseRecords, clock);
    const keys = { auditKey, previousAuditKeys };
    const ledger = await openPostgresLedger({ database, clock, report, ...keys });
    const reports = openDatabaseRecords<ActivationsBefore>(database, activationReports, clock);
    const parts = { ledger, accounts, pauses, questions, reports };
    return operationsOn(context, parts, () => database.close());
  } catch (error) {
    await database.close();
    throw error;
  }
}

type OpenedParts = {
  readonly ledger: CodeLedger;
  readonly accounts: Awaited<ReturnType<typeof openAccountSessions>>;
  readonly pauses: KeyedRecords<StoredPause>;
  readonly questions: UnansweredQuestions;
  readonly reports: KeyedRecords<ActivationsBefore>;
};

function operationsOn(
  { policies, clock, dataFolder }: StaffContext,
  { ledger, accounts, pauses, questions, reports }: OpenedParts,
  release: () => Promise<void>,
): OpenedOperations {
  const pause = createClaimPause({ records: pauses, ledger, clock });
  const snapshot = openSnapshotLines(dataFolder);
  return {
    operations: {
      ...releaseOperations({ ledger, pause, policies, clock }),
      ...ledgerOperations(ledger, policies, clock),
      ...questionOperations(questions),
      ...activationOperations(ledger, reports, policies, clock),
    },
    data: dataOperations(createPrivacy({ ledger, accounts, snapshot, clock }), ledger),
    async close() {
      await accounts.close();
      await pauses.close();
      await questions.close();
      await reports.close();
      await ledger.close();
      await release();
    },
  };
}
