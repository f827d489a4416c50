export {
  openSnapshot,
  snapshotSource,
  type SnapshotOptions,
  type SnapshotSource,
} from './openSnapshot.ts';
export { readSnapshot, removeSnapshot, writeSnapshot, type Snapshot } from './snapshotFile.ts';
export { openSnapshotLines, type SnapshotEntry, type SnapshotLines } from './snapshotLines.ts';
export type { SnapshotRow } from './snapshotRow.ts';
