export type PostgresServer = {
  readonly port: number;
  url(database?: string): string;
  /** Ends every connection at once, as a crash does; what was acknowledged stays. */
  crash(): Promise<void>;
  /** After a crash. */
  start(): Promise<void>;
  stop(): Promise<void>;
};
export function findPostgres(): string | null;
export function startPostgres(): Promise<PostgresServer>;
/** Follows the server at `url`; may only be read until it is promoted (`pg_promote()`). */
export function startStandby(url: string): Promise<PostgresServer>;
