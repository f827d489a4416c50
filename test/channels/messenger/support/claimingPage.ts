// One instance of several behind a Page, run by a child process until it is killed: whatever a reader
// writes, a code is claimed for them and told on the standard output, but no answer is sent. The first
// line is the address of its webhook.
import { writeSync } from 'node:fs';
import {
  createMessengerChannel,
  openDatabaseInbox,
  webhookPath,
} from '../../../../src/channels/messenger/index.ts';
import { createLog } from '../../../../src/log.ts';
import { createServer, listen } from '../../../../src/server.ts';
import { leases, openDatabase } from '../../../../src/storage/index.ts';
import { testPage } from '../../../support/messenger/fakeGraph.ts';
import { claimingTurn, heldFor, releaseDay } from './claimingTurn.ts';

const [url = '', graphUrl = ''] = process.argv.slice(2);
const clock = () => releaseDay;
const log = createLog('silent');
const database = await openDatabase(url);
const claim = await claimingTurn(database);
const channel = createMessengerChannel({
  page: testPage,
  graph: { graphUrl },
  inbox: openDatabaseInbox({ database, alone: leases(database, { heldFor }), clock }),
  clock,
  log,
  ownOrigin: 'https://czat.example',
  wordsOf: () => null,
  async runTurn(_context, chat) {
    writeSync(1, `${await claim(chat)}\n`);
    await new Promise(() => undefined);
  },
});
const server = createServer({ log, clock, trustedProxies: [], keepAliveMs: 5_000 });
channel.mount(server);
writeSync(1, `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}${webhookPath}\n`);
