import {
  auditKeyPurpose,
  createClaimPause,
  pauseRecords,
  type ReportLedgerNotice,
  type StoredPause,
} from '../codes/index.ts';
import { openSnapshotLines } from '../library/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { openAccountSessions } from '../signin/index.ts';
import { dataFolderHolder, openServerSecret } from '../storage/index.ts';
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
import { databaseStore, folderStore, type StaffStore } from './staffStore.ts';

export type OpenedOperations = {
  readonly operations: StaffOperations;
  readonly data: DataOperations;
  close(): Promise<void>;
};

/**
 * The operations in the running bot, if one holds the data folder and takes commands, else on the
 * database, or on the folder itself. Rejects as `folderStore` and `databaseStore` do.
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
  const store = context.database
    ? await databaseStore(context, context.database)
    : await folderStore(context);
  try {
    return await operationsOn(store, context, report);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function operationsOn(
  store: StaffStore,
  { dataFolder, serverSecret, policies, clock }: StaffContext,
  report: ReportLedgerNotice,
): Promise<OpenedOperations> {
  const { deriveKeys } = await openServerSecret(dataFolder, serverSecret);
  const [auditKey, ...previousAuditKeys] = deriveKeys(auditKeyPurpose);
  const { openRecords } = store;
  const questions = await store.openQuestions();
  const accounts = await openAccountSessions({ openRecords, deriveKeys, clock });
  const ledger = await store.openLedger({ clock, auditKey, previousAuditKeys, report });
  const pauses = await openRecords<StoredPause>(pauseRecords);
  const reports = await openRecords<ActivationsBefore>(activationReports);
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
      await store.close();
    },
  };
}
