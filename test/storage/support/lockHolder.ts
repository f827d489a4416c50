// Run by a child process: holds the data folder given as the first argument until it is killed.
import { openDataFolder } from '../../../src/storage/index.ts';

const [folder = ''] = process.argv.slice(2);
try {
  const dataFolder = await openDataFolder(folder, { kind: 'demo' });
  await dataFolder.announce({ address: 'http://127.0.0.1:1', token: 'a-token' });
  process.stdout.write('held\n');
  setInterval(() => undefined, 1_000);
} catch (error) {
  process.stdout.write(`${String((error as { code?: string }).code)}\n`);
}
