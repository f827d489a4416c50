export type { Authentication, CardNumber, ReaderAccounts } from './readerAccounts.ts';
export { openDemoLibrary, type DemoLibraryOptions } from './demo/demoLibrary.ts';
export { DemoLibraryFileError } from './demo/demoLibraryFile.ts';
export {
  demoLedgerSeeds,
  type DemoClaim,
  type DemoLedgerSeeds,
  type DemoPool,
} from './demo/demoLedgerSeeds.ts';
export { demoReaderList, demoReaders, type DemoReader } from './demo/demoReaders.ts';
