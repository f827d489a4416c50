import {
  auditKeyPurpose,
  createClaimPause,
  openFileLedger,
  pauseRecords,
  type ReportLedgerNotice,
  type StoredPause,
} from '../codes/index.ts';
import {
  dataFolderHolder,
  openDataFolder,
  openKeyedRecords,
  openServerSecret,
  type DataFolder,
} from '../storage/index.ts';
import { openUnansweredQuestions } from '../unanswered/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { openAccountSessions } from '../signin/index.ts';
import { dataOperations, type DataOperations } from './dataOperations.ts';
import { remoteDataOperations } from './door/remoteDataOperations.ts';
import { remoteOperations } from './door/remoteOperations.ts';
import { ledgerOperations } from './ledgerOperations.ts';
import { questionOperations } from './questionOperations.ts';
import { releaseOperations } from './releaseOperations.ts';
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
 * folder itself. Rejects with `DATA_FOLDER_LOCKED` when a process holds it and takes none, and with
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
  const pause = createClaimPause({ records: pauses, ledger, clock: context.clock });
  return {
    operations: {
      ...releaseOperations({ ledger, pause, policies: context.policies, clock: context.clock }),
      ...ledgerOperations(ledger, context.policies, context.clock),
      ...questionOperations(questions),
    },
    data: dataOperations(createPrivacy({ ledger, accounts, clock: context.clock }), ledger),
    async close() {
      await accounts.close();
      await pauses.close();
      await questions.close();
      await ledger.close();
      await folder.release();
    },
  };
}
