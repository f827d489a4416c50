import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrarySystem } from '../../src/library/index.ts';
import { writeSnapshot } from '../../src/library/snapshot/index.ts';
import { calendarDay } from '../../src/rules/index.ts';
import { readerAccountsContract } from '../contract/readerAccounts.contract.ts';
import { startFakeKoha } from './koha/support/fakeKoha.ts';
import { kohaReaders } from './koha/support/kohaReaders.ts';

const { anonymised, restricted } = kohaReaders;

readerAccountsContract('Koha with a snapshot', async () => {
  const koha = await startFakeKoha(Object.values(kohaReaders));
  const folder = await mkdtemp(join(tmpdir(), 'library-system-'));
  const clock = () => new Date('2026-11-24T10:00:00Z');
  await writeSnapshot(folder, {
    day: calendarDay('2026-11-20'),
    rows: [
      {
        card: anonymised.cardnumber,
        balance: null,
        // Koha has anonymised it.
        loansThisYear: 1,
        dataConfirmedOn: calendarDay('2026-01-07'),
        overdueItems: null,
      },
    ],
  });
  const { accounts } = await openLibrarySystem({
    settings: {
      system: 'koha',
      koha: { address: koha.address, keepsLoanHistory: false },
      snapshot: { maximumAgeDays: 35 },
    },
    credentials: { koha },
    folder,
    clock,
    demo: { folder, pepper: new Uint8Array(32) },
  });
  return {
    accounts,
    end: () => koha.close(),
    reader: { card: anonymised.cardnumber, password: anonymised.password },
    blocked: { card: restricted.cardnumber, password: restricted.password },
    sources: ['koha', 'snapshot'],
  };
});
