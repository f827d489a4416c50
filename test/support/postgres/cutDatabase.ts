import { StorageError, type Database } from '../../../src/storage/index.ts';

export type CutDatabase = {
  readonly database: Database;
  /** While it is true every call rejects as when nobody has answered for a while. */
  readonly line: { isCut: boolean };
};

/** The same database behind a line that a test can cut. */
export function cutDatabase(database: Database): CutDatabase {
  const line = { isCut: false };
  const away = () =>
    Promise.reject(new StorageError('DATABASE_AWAY', 'Cut by the test.', 'Switch it on.'));
  return {
    line,
    database: {
      ...database,
      query: (sql, values) => (line.isCut ? away() : database.query(sql, values)),
      idempotent: (sql, values) => (line.isCut ? away() : database.idempotent(sql, values)),
      isAway: () => line.isCut,
    },
  };
}
