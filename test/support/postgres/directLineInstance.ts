import {
  databaseChats,
  type ConversationRecord,
  type StreamPermission,
} from '../../../src/channels/directline/index.ts';
import {
  openDatabaseRecords,
  recordsWhileAway,
  type Database,
} from '../../../src/storage/index.ts';
import { startDirectLine, type DirectLineServer, type ServerChange } from '../directLineServer.ts';
import type { ManualTime } from '../directLineTime.ts';

/** One of the instances of the channel that share their chats on a database. */
export function startInstance(
  database: Database,
  time: ManualTime,
  change: ServerChange = {},
): Promise<DirectLineServer> {
  const { clock } = time;
  const tickets = openDatabaseRecords<StreamPermission>(database, 'tickets', clock);
  return startDirectLine({
    time,
    // The channel asks nothing else of its store.
    store: openDatabaseRecords<ConversationRecord>(database, 'directline', clock) as never,
    shared: { chats: databaseChats(database), tickets: recordsWhileAway(tickets, clock) },
    ...change,
  });
}
