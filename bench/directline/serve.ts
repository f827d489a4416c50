/**
 * The measured process: the whole bot as `npm start` composes it, or a bare echo bot on the same
 * endpoint with the same server, log, metrics and kind of store. Says that it listens, then answers
 * what it is asked about itself.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDirectLineChannel,
  type ConversationRecord,
} from '../../src/channels/directline/index.ts';
import { systemClock } from '../../src/clock.ts';
import { compose } from '../../src/compose/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { createLog } from '../../src/log.ts';
import { countingLog, createBotMetrics } from '../../src/metrics/index.ts';
import { createServer, listen } from '../../src/server.ts';
import { openKeyedRecords } from '../../src/storage/index.ts';
import type { Ask, Kind } from './report.ts';

const kind = process.argv[2] as Kind;
const port = Number(process.argv[3]);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const origin = `http://127.0.0.1:${port}`;

async function serveLegimi(): Promise<void> {
  const variables = {
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LIBRARY_NETWORKS: process.env['LIBRARY_NETWORKS'],
    MANIFEST_DIR: process.env['MANIFEST_DIR'],
  };
  const { server } = await compose(readConfig(variables, { root: process.cwd() }));
  await listen(server, '127.0.0.1', port);
}

async function serveEcho(): Promise<void> {
  const log = countingLog(createLog('silent'), createBotMetrics());
  const server = createServer({ log, clock: systemClock, trustedProxies: [], keepAliveMs: 5000 });
  const channel = createDirectLineChannel({
    async runTurn(context, chat) {
      const { type, text, name } = context.activity;
      if (type === 'message') await context.sendActivity(`Echo: ${text}`);
      if (type === 'conversationUpdate') await context.sendActivity('Hello');
      if (name === 'leave') await channel.endSession(chat);
    },
    clock: systemClock,
    store: await openKeyedRecords<ConversationRecord>(folder, 'directline', systemClock),
    keys: { current: { kid: 'bench', key: new Uint8Array(32).fill(7) } },
    browser: { ensureBrowser: () => 'hash', bindBrowser: async () => undefined },
    allowedOrigins: [origin],
    allowedEvents: ['leave'],
    publicUrl: origin,
    bot: { id: 'echo', name: 'Echo' },
    log,
  });
  channel.mount(server);
  await listen(server, '127.0.0.1', port);
}

function answer(ask: Ask): number {
  switch (ask) {
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return user + system;
    }
    case 'memory': {
      // Twice: what the first one frees may hold the last reference to more.
      globalThis.gc?.();
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    }
  }
}

await (kind === 'echo' ? serveEcho() : serveLegimi());
process.on('message', (ask: Ask) => process.send?.(answer(ask)));
process.on('disconnect', () => process.exit());
process.send?.('listening');
