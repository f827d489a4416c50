// Copies the data folder while the bot runs: "npm run backup -- /backup/legimi-2026-12-10". The copy is
// what a restore needs: ledger, audit, secret and what staff set. Chats and sign-ins are left out, because
// a session that was ended must not come back with an old copy.
import { chmod, copyFile, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, stopOnProblem, SetupProblem } from './progress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const leftOut = /^(lock|conversations|directline|signin-.*)$/;
const unfinished = /\.(tmp|spare|draft)$/;

await stopOnProblem(async () => {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new SetupProblem('Name a folder that does not exist yet.');
  const source = resolve(root, process.env.DATA_DIR || 'data');
  const names = await namesIn(source);
  if (names.length === 0) throw new SetupProblem(`${source} is empty: is DATA_DIR right?`);
  if ((await namesIn(target)).length > 0) {
    throw new SetupProblem(`${target} is there already. Name a folder that does not exist yet.`);
  }

  // Under its own name only once it is whole: half a copy must not be taken for a backup.
  const partial = `${resolve(target)}.partial`;
  let count = 0;
  for (const file of inOrder(await filesBelow(source))) {
    const to = join(partial, file);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    if (await copy(join(source, file), to)) count += 1;
  }
  await chmod(partial, 0o700);
  await rename(partial, target);
  say(
    `${count} files copied to ${target}. It holds cards and codes: protect it like the library system.`,
  );
});

/** Months' files, then the audit, then the journals: as the bot itself, no copy knows more than a later one. */
function inOrder(files) {
  const rank = (file) => {
    if (file.startsWith('audit')) return 1;
    return file.endsWith('.journal.ndjson') ? 2 : 0;
  };
  return files.sort((one, other) => rank(one) - rank(other));
}

async function filesBelow(folder, below = '') {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter(({ name }) => !unfinished.test(name) && (below !== '' || !leftOut.test(name)))
      .map((entry) => {
        const path = join(below, entry.name);
        if (entry.isDirectory()) return filesBelow(folder, path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return files.flat();
}

/** False when the file was replaced or removed in the meantime and is gone. */
async function copy(from, to) {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
  const handle = await open(to, 'r+');
  await handle.sync();
  await handle.close();
  return true;
}

async function namesIn(folder) {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
