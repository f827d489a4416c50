import { LedgerError } from '../codes/index.ts';

/** For a `catch`: that nothing can be made durable now is an outcome; any other error goes on. */
export function unavailableOnly(error: unknown): 'unavailable' {
  if (error instanceof LedgerError && error.code === 'LEDGER_UNAVAILABLE') return 'unavailable';
  throw error;
}
