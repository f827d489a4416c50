const deepestCause = 3;

/**
 * What the operating system said, in brackets and with a blank before it, when it is the cause of the
 * error: ` (EACCES: permission denied, open '/var/lib/…')`; else nothing. Only its own messages may be
 * shown: those of others quote what they choked on.
 */
export function systemReason(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > deepestCause) return '';
  if (isSystemError(error)) return ` (${error.message})`;
  return systemReason(error.cause, depth + 1);
}

export type SystemError = Error & { readonly code: string; readonly syscall: string };

/** True for an error of a call to the operating system, such as `open` or `listen`. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  );
}
