import type { SharedChats } from '../channels/directline/index.ts';
import type { Inbox } from '../channels/messenger/index.ts';
import type { Clock } from '../clock.ts';
import { auditKeyPurpose, openFileLedger, type CodeLedger } from '../codes/index.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log.ts';
import {
  openConversationStorage,
  openDataFolder,
  openKeyedRecords,
  openServerSecret,
  nodeDisk,
  type Alone,
  type ConversationStorage,
  type DataFolder,
  type Disk,
  type KeyedRecords,
  type ServerSecret,
} from '../storage/index.ts';
import { openUnansweredQuestions, type UnansweredQuestions } from '../unanswered/index.ts';
import { openDatabaseStores } from './openDatabaseStores.ts';
import { lossesOf } from './recordLosses.ts';
import { reportToLog } from './reportToLog.ts';

export type SharedParts = {
  readonly chats: SharedChats;
  /** Turns of one chat run alone among all instances. */
  readonly alone: Alone;
  /** What Messenger delivered to any instance. */
  readonly inbox: Inbox;
};

/** Everything the bot keeps, opened and locked against a second process. */
export type Stores = {
  readonly folder: DataFolder;
  readonly secret: ServerSecret;
  readonly ledger: CodeLedger;
  /** What marks cards and networks in the audit without naming them. */
  readonly auditKey: Uint8Array;
  readonly conversations: ConversationStorage;
  readonly unanswered: UnansweredQuestions;
  openRecords<Value>(name: string): Promise<KeyedRecords<Value>>;
  /** What instances share beside records; `null` where one process serves all. */
  readonly shared: SharedParts | null;
  /** Writes everything and frees the data folder. Records are closed by whoever opened them. */
  close(): Promise<void>;
};

/**
 * Opens what is kept: in the data folder, or with a `databaseUrl` in the database, where the folder
 * only holds what is this instance's own. Rejects with a coded error when it cannot be used.
 */
export async function openStores(
  config: Config,
  clock: Clock,
  log: Log,
  disk: Disk = nodeDisk,
): Promise<Stores> {
  const folder = await openDataFolder(config.dataFolder, { kind: config.kind });
  try {
    const secret = await openServerSecret(folder.path, config.serverSecret);
    return config.databaseUrl === null
      ? await openFileStores(folder, secret, clock, log, disk)
      : await openDatabaseStores(config.databaseUrl, folder, secret, clock, log);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function openFileStores(
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
