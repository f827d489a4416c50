import { databaseChats } from '../channels/directline/index.ts';
import { openDatabaseInbox } from '../channels/messenger/index.ts';
import type { Clock } from '../clock.ts';
import { auditKeyPurpose, openPostgresLedger } from '../codes/index.ts';
import type { Log } from '../log.ts';
import {
  conversationsWhileAway,
  leases,
  migrate,
  openDatabase,
  openDatabaseConversations,
  openDatabaseRecords,
  recordsWhileAway,
  type DataFolder,
  type ServerSecret,
} from '../storage/index.ts';
import { openSharedQuestions, questionRecords } from '../unanswered/index.ts';
import { lossesOf } from './recordLosses.ts';
import { reportToLog } from './reportToLog.ts';
import type { Stores } from './stores.ts';

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
    onAway: (isAway) => (isAway ? log.error('database.away') : log.info('database.back')),
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
    const conversations = conversationsWhileAway(openDatabaseConversations(database, clock), clock);
    const unanswered = openSharedQuestions(
      openDatabaseRecords(database, questionRecords, clock),
      clock,
    );
    const inbox = openDatabaseInbox({ database, alone: leases(database), clock });
    const alone = leases(database, { whileAway: 'goOn' });
    return {
      folder,
      secret,
      ledger: { ...ledger, isHealthy: () => ledger.isHealthy() && !database.isAway() },
      auditKey,
      conversations,
      unanswered,
      shared: { chats: databaseChats(database), alone, inbox },
      async openRecords<Value>(name: string) {
        const records = openDatabaseRecords<Value>(database, name, clock);
        return lossesOf(name).unwritable === 'keep' ? recordsWhileAway(records, clock) : records;
      },
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
