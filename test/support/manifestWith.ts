import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

type Change = {
  /** The section of the library's system instead of the demo's. */
  readonly system?: string;
  /** What stands in the library's file, and what shall. */
  readonly library?: readonly [RegExp, string];
  /** What stands in every policy, and what shall. */
  readonly policy?: readonly [RegExp, string];
};

/** A changed copy of the library's manifest that is gone after the test; its folder. */
export async function manifestWith({ system, library, policy }: Change): Promise<string> {
  const folder = await temporaryFolder();
  await cp('manifest', folder, { recursive: true });
  if (system) await replace(join(folder, 'library.yml'), /^system: demo$/m, system);
  if (library) await replace(join(folder, 'library.yml'), ...library);
  if (policy) {
    const policies = join(folder, 'policy');
    for (const file of await readdir(policies)) await replace(join(policies, file), ...policy);
  }
  return folder;
}

async function replace(file: string, what: RegExp, by: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!what.test(text)) throw new Error(`${file} has no ${String(what)}.`);
  await writeFile(file, text.replace(what, by));
}
