import { systemReason } from './systemReason.ts';

export type StorageErrorCode =
  /** Another process works on the data folder. */
  | 'DATA_FOLDER_LOCKED'
  /** The folder belongs to a demo and a library wanted it, or the other way round. */
  | 'DATA_FOLDER_KIND'
  /** The path is no folder of ours, or cannot be created. */
  | 'DATA_FOLDER_UNUSABLE'
  /** The folder is another user's, and root would leave files that its owner could not open. */
  | 'DATA_FOLDER_OWNER'
  /** A file of ours is not what we wrote. */
  | 'FILE_DAMAGED'
  /** Nobody answers at DATABASE_URL. */
  | 'DATABASE_UNAVAILABLE'
  /** Nobody has answered for a while, so the database was not asked. */
  | 'DATABASE_AWAY'
  /** The server is set up to lose what it acknowledged. */
  | 'DATABASE_UNSAFE'
  /** The database lets its user read only, or not make the tables. */
  | 'DATABASE_UNUSABLE'
  /** A newer version of the program wrote the database. */
  | 'DATABASE_NEWER'
  /** The database belongs to a demo and a library wanted it, or the other way round. */
  | 'DATABASE_KIND'
  /** The server secret is too short or unreadable. */
  | 'SECRET_INVALID'
  /** The stored item changed since it was read. */
  | 'RECORD_CHANGED'
  /** Used after `close`. */
  | 'STORE_CLOSED';

/** What went wrong with what we keep, and what the operator does next. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly nextStep: string;

  constructor(code: StorageErrorCode, problem: string, nextStep: string, cause?: unknown) {
    super(
      `${problem}${systemReason(cause)} ${nextStep}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = 'StorageError';
    this.code = code;
    this.nextStep = nextStep;
  }
}
