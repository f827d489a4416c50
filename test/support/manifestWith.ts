import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

/** A copy of the library's manifest with another system behind it; its folder. */
export async function manifestWith(system: string): Promise<string> {
  const folder = await temporaryFolder();
  await cp('manifest', folder, { recursive: true });
  const file = join(folder, 'library.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('system: demo', system));
  return folder;
}
