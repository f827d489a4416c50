/**
 * The measured process: the whole bot as `npm start` composes it, on a release day, with a library that
 * knows every card `reader-…`. Says when it listens.
 */
import { compose } from '../../src/compose/index.ts';
import { readConfig } from '../../src/config/index.ts';
import type { CardNumber, ReaderAccounts } from '../../src/library/index.ts';
import { calendarDay, knownFact } from '../../src/rules/index.ts';
import { listen } from '../../src/server.ts';

const [port = '', folder = ''] = process.argv.slice(2);

const config = readConfig(
  { PORT: port, DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO_NOW: '2026-12-10T09:00' },
  { root: process.cwd() },
);

/** A library system that answers at once: what is measured is the bot. */
function accounts(clock: () => Date): ReaderAccounts {
  const known = <Value>(value: Value) => knownFact(value, 'bench', clock());
  return {
    system: 'bench',
    authenticate: async (card) => ({ outcome: 'authenticated', card: card as CardNumber }),
    facts: async () => ({
      balance: known(0),
      loansThisYear: known(1),
      dataConfirmedOn: known(calendarDay('2026-02-01')),
      overdueItems: known(0),
    }),
    isAvailable: async () => true,
    close: async () => undefined,
  };
}

const { server } = await compose(config, {
  openAccounts: async (_stores, clock) => accounts(clock),
});
await listen(server, config.host, config.port);
process.on('disconnect', () => process.exit());
process.send?.('listening');
