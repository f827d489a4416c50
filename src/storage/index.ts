export { openKeyedRecords, type KeyedRecords } from './keyedRecords.ts';
export { durableJsonFile, previousVersionOf, type JsonFileOptions } from './durableJsonFile.ts';
export { nodeDisk, hasErrorCode, type AppendFile, type Disk } from './disk.ts';
export { groupCommit, type GroupCommit } from './groupCommit.ts';
export { StorageError, type StorageErrorCode } from './storageError.ts';
