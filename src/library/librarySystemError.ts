export type LibrarySystemErrorCode =
  | 'LIBRARY_UNKNOWN_SYSTEM'
  | 'LIBRARY_UNKNOWN_SOURCE'
  | 'LIBRARY_NO_SETTINGS'
  | 'LIBRARY_SETTINGS_INVALID'
  | 'LIBRARY_NO_CREDENTIALS';

/** What the manifest says about the library system cannot be carried out; the message says what to do. */
export class LibrarySystemError extends Error {
  readonly code: LibrarySystemErrorCode;

  constructor(code: LibrarySystemErrorCode, message: string) {
    super(message);
    this.name = 'LibrarySystemError';
    this.code = code;
  }
}
