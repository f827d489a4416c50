export { openConversationStorage, type ConversationStorage } from './conversationStorage.ts';
export {
  dataFolderHolder,
  dataFolderKind,
  openDataFolder,
  type DataFolder,
  type DataFolderKind,
} from './dataFolder.ts';
export type { FolderHolder, HolderDoor } from './folderLock.ts';
export { hasErrorCode, nodeDisk, type AppendFile, type Disk } from './disk.ts';
export { durableJsonFile, previousVersionOf, type JsonFileOptions } from './durableJsonFile.ts';
export {
  logLine,
  openDurableLog,
  readDurableLog,
  type DurableLog,
  type OpenedLog,
} from './durableLog.ts';
export { groupCommit, type GroupCommit } from './groupCommit.ts';
export { openKeyedRecords, type KeyedRecords, type RecordLosses } from './keyedRecords.ts';
export {
  openServerSecret,
  rotateServerSecret,
  type ConfiguredSecret,
  type Keys,
  type ServerSecret,
} from './serverSecret.ts';
export { StorageError, type StorageErrorCode } from './storageError.ts';
export { isSystemError, systemReason } from './systemReason.ts';
export { openDatabase, type Database, type DatabaseOptions } from './postgres/database.ts';
export { isDatabaseAway, isLostConnection, tryAgainAfter } from './postgres/lostConnection.ts';
export { conversationsWhileAway } from './postgres/conversationsWhileAway.ts';
export { recordsWhileAway } from './postgres/recordsWhileAway.ts';
export { migrate } from './postgres/migrate.ts';
export { openDatabaseConversations } from './postgres/databaseConversations.ts';
export { openDatabaseRecords } from './postgres/databaseRecords.ts';
export { heldAmong, leases, type Alone, type LeaseOptions } from './postgres/lease.ts';
export { listen, type Listening } from './postgres/listen.ts';
