export type {
  AuditDifference,
  AuditRow,
  AuditVerdict,
  Claim,
  ClaimOutcome,
  CodeLedger,
  MonthSummary,
  PoolImport,
  Retention,
} from './codeLedger.ts';
export {
  copyPause,
  createClaimPause,
  pauseIn,
  pauseRecords,
  type ClaimPause,
  type Pause,
  type StoredPause,
} from './claimPause.ts';
export type { DrawLedger, DrawnPlace, DrawTerms, Joining } from './drawLedger.ts';
export { drawOrder } from './draw.ts';
export { lastCharacters } from './lastCharacters.ts';
export { LedgerError, type LedgerErrorCode } from './ledgerError.ts';
export type { LedgerOptions } from './ledgerOptions.ts';
export { auditHash, auditKeyPurpose } from './file/auditHash.ts';
export { openFileLedger, type FileLedgerOptions } from './file/fileLedger.ts';
export type { LedgerNotice, ReportLedgerNotice } from './file/ledgerNotice.ts';
export { databasePlace } from './move/databasePlace.ts';
export { folderPlace } from './move/folderPlace.ts';
export { differingMonths, type LedgerCopy, type LedgerPlace } from './move/ledgerCopy.ts';
export { openPostgresLedger, type PostgresLedgerOptions } from './postgres/postgresLedger.ts';
export { spellingOf } from './spellingOf.ts';
