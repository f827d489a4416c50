export type StaffErrorCode =
  /** Another process holds the data folder and takes no commands, or stopped taking them. */
  | 'STAFF_BOT_UNREACHABLE'
  /** The running bot was gone before its answer: nobody knows whether it did what was asked. */
  | 'STAFF_BOT_LOST'
  /** The running bot could not do what was asked. */
  | 'STAFF_BOT_FAILED'
  /** The data folder does not exist yet: a mistyped name must not become a new library. */
  | 'STAFF_NO_DATA_FOLDER'
  /** Instances work on the database, and what was asked needs it alone. */
  | 'STAFF_DATABASE_IN_USE'
  /** The ledger was written to its new place and could not be compared with the old one. */
  | 'STAFF_MOVE_UNVERIFIED';

/** Why a command of staff could not be carried out. Nothing was changed, but for `STAFF_MOVE_UNVERIFIED`, and perhaps `STAFF_BOT_LOST`. */
export class StaffError extends Error {
  readonly code: StaffErrorCode;
  /** The code of the error inside the running bot, when there was one. */
  readonly reason: string | null;

  constructor(
    code: StaffErrorCode,
    message: string,
    reason: string | null = null,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StaffError';
    this.code = code;
    this.reason = reason;
  }
}
