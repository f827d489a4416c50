export type StorageErrorCode =
  /** Another process works on the data folder. */
  | 'DATA_FOLDER_LOCKED'
  /** The folder belongs to a demo and a library wanted it, or the other way round. */
  | 'DATA_FOLDER_KIND'
  /** The path is no folder of ours, or cannot be created. */
  | 'DATA_FOLDER_UNUSABLE'
  /** A file of ours is not what we wrote. */
  | 'FILE_DAMAGED'
  /** The server secret is too short or unreadable. */
  | 'SECRET_INVALID'
  /** The stored item changed since it was read. */
  | 'RECORD_CHANGED'
  /** Used after `close`. */
  | 'STORE_CLOSED';

/** What went wrong with our files, and what the operator does next. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly nextStep: string;

  constructor(code: StorageErrorCode, problem: string, nextStep: string, cause?: unknown) {
    super(`${problem} ${nextStep}`, cause === undefined ? undefined : { cause });
    this.name = 'StorageError';
    this.code = code;
    this.nextStep = nextStep;
  }
}
