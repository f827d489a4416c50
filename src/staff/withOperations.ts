import type { StaffOperations } from './staffOperations.ts';

/** Opens operations for the time of one command, which resolves with the exit code. */
export type WithOperations<Operations> = (
  work: (operations: Operations) => Promise<number>,
) => Promise<void>;

/** Opens the operations for the time of a part of a command. */
export type UseOperations = <Result>(
  work: (operations: StaffOperations) => Promise<Result>,
) => Promise<Result>;
