import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoReaders, openDemoLibrary } from '../../../src/library/index.ts';
import { readerAccountsContract } from '../../contract/readerAccounts.contract.ts';

readerAccountsContract('the demo library', async () => ({
  accounts: await openDemoLibrary({
    folder: await mkdtemp(join(tmpdir(), 'demo-library-')),
    clock: () => new Date('2026-11-22T10:00:00Z'),
    pepper: Buffer.alloc(32, 'pepper'),
  }),
  reader: demoReaders.eligible,
  blocked: demoReaders.blocked,
}));
