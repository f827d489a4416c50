import { codedError } from './codedError.ts';
import { isSystemError } from './storage/index.ts';

/** What to do about errors of the operating system that no part of the program took up. */
const nextSteps: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Another program listens there, perhaps this one: end it (ss -ltnp tells which), or change PORT or METRICS_PORT.',
  EADDRNOTAVAIL: 'This machine has no such address. Correct HOST or METRICS_HOST.',
  EACCES: 'Let the user that runs the program own the data folder, and choose a port above 1023.',
  EPERM: 'Let the user that runs the program own the data folder.',
  EROFS: 'The disk takes no changes: look at dmesg and mount, and at ReadWritePaths of the unit.',
  ENOSPC: 'The disk is full: make room (df -h, df -i) and start again. No code is lost.',
  EDQUOT: 'The quota of the disk is used up: make room and start again. No code is lost.',
  EIO: 'The disk fails: look at dmesg, and restore a backup on another disk.',
  EMFILE: 'Too many files are open: raise LimitNOFILE.',
  ENOTFOUND: 'This name has no address. Correct HOST or METRICS_HOST.',
};

/** The line an operator reads when the program cannot start: a code, what happened, and what to do next. */
export function startFailure(error: unknown): string {
  const { code, message } = codedError(error, 'START_FAILED');
  const nextStep = isSystemError(error) ? nextSteps[error.code] : undefined;
  return `${code}: ${message}${nextStep === undefined ? '' : `. ${nextStep}`}\n`;
}
