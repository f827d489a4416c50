import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordHasher } from '../../../src/library/demo/passwordHash.ts';
import { demoReaders, openDemoLibrary } from '../../../src/library/index.ts';
import { readerAccountsContract } from '../../contract/readerAccounts.contract.ts';

const pepper = Buffer.alloc(32, 'pepper');
const cheap = { N: 2, r: 1, p: 1 };

readerAccountsContract('the demo library', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-library-'));
  const clock = () => new Date('2026-11-22T10:00:00Z');
  return {
    accounts: await openDemoLibrary({ folder, clock, pepper }, passwordHasher(pepper, cheap)),
    reader: demoReaders.eligible,
    blocked: demoReaders.blocked,
  };
});
