import { openKoha } from '../../../src/library/koha/index.ts';
import { readerAccountsContract } from '../../contract/readerAccounts.contract.ts';
import { startFakeKoha } from './support/fakeKoha.ts';
import { kohaReaders } from './support/kohaReaders.ts';

const { inOrder, restricted } = kohaReaders;

readerAccountsContract('Koha', async () => {
  const koha = await startFakeKoha(Object.values(kohaReaders));
  const accounts = openKoha({
    address: koha.address,
    clientId: koha.clientId,
    clientSecret: koha.clientSecret,
    dataConfirmed: { attribute: 'DANE' },
    keepsLoanHistory: false,
    clock: () => new Date('2026-11-24T10:00:00Z'),
  });
  return {
    accounts,
    end: () => koha.close(),
    reader: { card: inOrder.cardnumber, password: inOrder.password },
    blocked: { card: restricted.cardnumber, password: restricted.password },
  };
});
