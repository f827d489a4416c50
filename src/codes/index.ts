export type {
  AuditRow,
  Claim,
  ClaimOutcome,
  CodeLedger,
  JourneyEnding,
  MonthSummary,
  PoolImport,
} from './codeLedger.ts';
export { LedgerError, type LedgerErrorCode } from './ledgerError.ts';
export { openFileLedger } from './file/fileLedger.ts';
