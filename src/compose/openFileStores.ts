import type { Clock } from '../clock.ts';
import { auditKeyPurpose, openFileLedger } from '../codes/index.ts';
import type { Log } from '../log.ts';
import {
  openConversationStorage,
  openKeyedRecords,
  type DataFolder,
  type Disk,
  type ServerSecret,
} from '../storage/index.ts';
import { openUnansweredQuestions } from '../unanswered/index.ts';
import { lossesOf } from './recordLosses.ts';
import { reportToLog } from './reportToLog.ts';
import type { Stores } from './stores.ts';

/** Opens what one process keeps in its data folder. */
export async function openFileStores(
  folder: DataFolder,
  secret: ServerSecret,
  clock: Clock,
  log: Log,
  disk: Disk,
): Promise<Stores> {
  const [auditKey, ...previousAuditKeys] = secret.deriveKeys(auditKeyPurpose);
  const ledger = await openFileLedger({
    folder: folder.path,
    clock,
    auditKey,
    previousAuditKeys,
    report: reportToLog(log),
    disk,
  });
  const conversations = await openConversationStorage(folder.path, clock, disk);
  const unanswered = await openUnansweredQuestions(folder.path, clock, {
    disk,
    onDamaged: (error) => log.error('unanswered.damaged', { error }),
  });
  return {
    folder,
    secret,
    ledger,
    auditKey,
    conversations,
    unanswered,
    shared: null,
    openRecords: (name) => openKeyedRecords(folder.path, name, clock, disk, lossesOf(name)),
    async close() {
      await Promise.all([conversations.close(), unanswered.close()]);
      await ledger.close();
      await folder.release();
    },
  };
}
