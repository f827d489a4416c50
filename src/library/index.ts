export type { Authentication, CardNumber, ReaderAccounts } from './readerAccounts.ts';
export { openDemoLibrary, type DemoReader } from './demo/demoLibrary.ts';
