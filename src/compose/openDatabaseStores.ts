import { databaseChats } from '../channels/directline/index.ts';
import { openDatabaseInbox } from '../channels/messenger/index.ts';
import type { Clock } from '../clock.ts';
import { auditKeyPurpose, openPostgresLedger } from '../codes/index.ts';
import type { Log } from '../log.ts';
import {
  leases,
  migrate,
  openDatabase,
  openDatabaseConversations,
  openDatabaseRecords,
  type DataFolder,
  type ServerSecret,
} from '../storage/index.ts';
import { openSharedQuestions, questionRecords } from '../unanswered/index.ts';
import type { Stores } from './stores.ts';
import { reportToLog } from './reportToLog.ts';

/** Opens what instances share in the database, and makes its tables when they are missing. */
export async function openDatabaseStores(
  url: string,
  folder: DataFolder,
  secret: ServerSecret,
  clock: Clock,
  log: Log,
): Promise<Stores> {
  const database = await openDatabase(url, {
    onLost: (error) => log.warn('database.connectionLost', { error }),
  });
  try {
    await migrate(database, folder.kind);
    const [auditKey, ...previousAuditKeys] = secret.deriveKeys(auditKeyPurpose);
    const ledger = await openPostgresLedger({
      database,
      clock,
      auditKey,
      previousAuditKeys,
      report: reportToLog(log),
    });
    const conversations = openDatabaseConversations(database, clock);
    const unanswered = openSharedQuestions(
      openDatabaseRecords(database, questionRecords, clock),
      clock,
    );
    const alone = leases(database);
    const inbox = openDatabaseInbox({ database, alone, clock });
    return {
      folder,
      secret,
      ledger,
      auditKey,
      conversations,
      unanswered,
      shared: { chats: databaseChats(database), alone, inbox },
      openRecords: async (name) => openDatabaseRecords(database, name, clock),
      async close() {
        await Promise.all([conversations.close(), unanswered.close()]);
        await ledger.close();
        await database.close();
        await folder.release();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
