export type {
  AuditRow,
  Claim,
  ClaimOutcome,
  CodeLedger,
  MonthSummary,
  PoolImport,
} from './codeLedger.ts';
export { LedgerError, type LedgerErrorCode } from './ledgerError.ts';
export { auditKeyPurpose } from './file/auditHash.ts';
export { openFileLedger, type FileLedgerOptions } from './file/fileLedger.ts';
export type { LedgerNotice, ReportLedgerNotice } from './file/ledgerNotice.ts';
