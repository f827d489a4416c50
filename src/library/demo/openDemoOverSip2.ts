import {
  openLibrarySystem,
  type LibrarySettings,
  type LibrarySystem,
  type LibrarySystemOptions,
} from '../openLibrarySystem.ts';
import { servedPatron, startSip2Server, type ServedPatron } from '../sip2/index.ts';
import { demoReaderList, type DemoReader } from './demoReaders.ts';

const institution = 'DEMO';

/**
 * Starts a SIP2 server for the demo's readers on a free port of this machine, and opens it as a library
 * would: card, password, debts and overdue items are read from it, so that a newcomer sees the real
 * way. What SIP2 cannot tell comes from elsewhere, as with a real library: here from the demo itself.
 * The server ends with the accounts.
 */
export async function openDemoOverSip2(
  options: Omit<LibrarySystemOptions, 'settings'>,
): Promise<LibrarySystem> {
  const server = await startSip2Server({ institution, patrons: demoReaderList.map(patronOf) });
  const system = await openLibrarySystem({ ...options, settings: settingsFor(server.port) }).catch(
    async (error: unknown) => {
      // A listening server would keep the program from ending.
      await server.close();
      throw error;
    },
  );
  const { accounts } = system;
  return {
    ...system,
    accounts: {
      ...accounts,
      async close() {
        await accounts.close();
        await server.close();
      },
    },
  };
}

function settingsFor(port: number): LibrarySettings {
  return {
    system: 'sip2',
    sip2: { host: '127.0.0.1', port, institution, connections: 4 },
    facts: {
      balance: ['sip2'],
      loansThisYear: ['demo'],
      dataConfirmedOn: ['demo'],
      overdueItems: ['sip2'],
    },
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
