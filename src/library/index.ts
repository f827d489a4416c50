export type {
  Authentication,
  CardNumber,
  ReaderAccounts,
  SystemProblem,
} from './readerAccounts.ts';
export { openDemoLibrary, type DemoLibraryOptions } from './demo/demoLibrary.ts';
export { DemoLibraryFileError } from './demo/demoLibraryFile.ts';
export {
  demoLedgerSeeds,
  type DemoClaim,
  type DemoLedgerSeeds,
  type DemoPool,
} from './demo/demoLedgerSeeds.ts';
export { demoReaderList, demoReaders, type DemoReader } from './demo/demoReaders.ts';
export {
  openLibrarySystem,
  type LibrarySettings,
  type LibrarySystem,
  type LibrarySystemOptions,
} from './openLibrarySystem.ts';
export { accountFactNames, type SourceOrder } from './factSource.ts';
export { LibrarySystemError, type LibrarySystemErrorCode } from './librarySystemError.ts';
export type { KohaCredentials, KohaSettings } from './koha/index.ts';
export {
  openSnapshotLines,
  readSnapshot,
  removeSnapshot,
  snapshotSource,
  writeSnapshot,
  type Snapshot,
  type SnapshotEntry,
  type SnapshotLines,
  type SnapshotRow,
} from './snapshot/index.ts';
export {
  openSip2,
  sip2Settings,
  Sip2Error,
  startSip2Server,
  servedPatron,
  type ServedPatron,
  type Sip2Options,
  type Sip2Server,
  type Sip2ServerOptions,
  type Sip2Settings,
  type Sip2SettingsInput,
} from './sip2/index.ts';
export { openDemoOverSip2 } from './demo/openDemoOverSip2.ts';
