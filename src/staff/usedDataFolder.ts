import { dataFolderKind, type DataFolderKind } from '../storage/index.ts';
import { StaffError } from './staffError.ts';

/**
 * What the data folder was made for, whatever the librarian's shell is set to. Rejects with
 * `STAFF_NO_DATA_FOLDER` when no bot ever used it.
 */
export async function usedDataFolder(folder: string): Promise<DataFolderKind> {
  const kind = await dataFolderKind(folder);
  if (kind !== null) return kind;
  throw new StaffError(
    'STAFF_NO_DATA_FOLDER',
    `${folder} is no data folder of a bot. Correct DATA_DIR, or start the bot on it first.`,
  );
}
