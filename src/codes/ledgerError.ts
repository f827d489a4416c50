import { systemReason } from '../storage/index.ts';

export type LedgerErrorCode =
  /** Nothing can be made durable now: disk full, medium failing, database away. */
  | 'LEDGER_UNAVAILABLE'
  /** The stored data contradict themselves or lack a piece that no copy has. */
  | 'LEDGER_DAMAGED'
  /** The card has no claim in that month. */
  | 'CLAIM_UNKNOWN'
  /** Used after `close`. */
  | 'LEDGER_CLOSED';

const nextSteps: Readonly<Record<LedgerErrorCode, string>> = {
  LEDGER_UNAVAILABLE:
    'Look at free space, health and owner of the files, or at the database; claims resume by ' +
    'themselves once it can be written.',
  LEDGER_DAMAGED:
    'Do not start with an empty folder: put back the data folder from the last backup, or ask for help.',
  CLAIM_UNKNOWN: 'Check card and month in the list of claims.',
  LEDGER_CLOSED: 'Start the program again.',
};

/** Why the ledger cannot keep its promise. Nothing was given and nothing was changed. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  readonly nextStep: string;

  constructor(code: LedgerErrorCode, problem: string, cause?: unknown) {
    const nextStep = nextSteps[code];
    super(
      `${problem}${systemReason(cause)} ${nextStep}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = 'LedgerError';
    this.code = code;
    this.nextStep = nextStep;
  }
}
