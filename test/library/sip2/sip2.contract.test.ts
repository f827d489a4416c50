import { openSip2, servedPatron, startSip2Server } from '../../../src/library/index.ts';
import { readerAccountsContract } from '../../contract/readerAccounts.contract.ts';

const reader = { card: '200100002', password: 'haslo2' };
const blocked = { card: '200100003', password: 'haslo3' };

readerAccountsContract('a SIP2 system', async () => {
  const server = await startSip2Server({
    patrons: [
      servedPatron({ ...reader, expires: '20271231' }),
      servedPatron({ ...blocked, isBlocked: true }),
    ],
  });
  const accounts = openSip2({
    settings: { host: '127.0.0.1', port: server.port, monthsConfirmed: 24 },
    clock: () => new Date('2026-11-22T11:00:00Z'),
  });
  return {
    accounts,
    end: () => server.close(),
    reader,
    blocked,
    cannotTell: ['loansThisYear'],
  };
});
