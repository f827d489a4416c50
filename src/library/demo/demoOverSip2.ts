import type { LibrarySettings } from '../openLibrarySystem.ts';
import { servedPatron, startSip2Server, type ServedPatron } from '../sip2/index.ts';
import { demoReaderList, type DemoReader } from './demoReaders.ts';

/** A SIP2 server with the demo's readers, and the settings of a library that reads them from it. */
export type DemoOverSip2 = {
  readonly settings: LibrarySettings;
  close(): Promise<void>;
};

const institution = 'DEMO';

/**
 * Starts a SIP2 server for the demo's readers on a free port of this machine. Card, password, debts and
 * overdue items are read from it, so that a newcomer sees the real way; what SIP2 cannot tell, as with
 * a real library, comes from elsewhere: here from the demo itself.
 */
export async function startDemoOverSip2(): Promise<DemoOverSip2> {
  const { port, close } = await startSip2Server({
    institution,
    patrons: demoReaderList.map(patronOf),
  });
  return {
    settings: {
      system: 'sip2',
      sip2: { host: '127.0.0.1', port, institution, connections: 4 },
      facts: {
        balance: ['sip2'],
        loansThisYear: ['demo'],
        dataConfirmedOn: ['demo'],
        overdueItems: ['sip2'],
      },
    },
    close,
  };
}

function patronOf({ card, password, name, account }: DemoReader): ServedPatron {
  const { balance, overdueItems, isBlocked } = account;
  const isBalanceKnown = balance !== 'unknown';
  return servedPatron({
    card,
    password,
    name,
    balance: isBalanceKnown ? (balance / 100).toFixed(2) : null,
    fines: isBalanceKnown ? Number(balance > 0) : null,
    overdue: overdueItems === 'unknown' ? null : overdueItems,
    isBlocked,
  });
}
