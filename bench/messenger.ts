/**
 * How many deliveries a second the Messenger webhook takes, and how long Meta waits for its 200, beside
 * a bare restify route that only checks the signature. Ours has kept every event on the disk by then.
 *
 *   npm run bench -- messenger
 *
 * Read the two rows side by side: sender and server share this process and this machine.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import {
  createMessengerChannel,
  openFileInbox,
  webhookPath,
} from '../src/channels/messenger/index.ts';
import { systemClock } from '../src/clock.ts';
import { createLog } from '../src/log.ts';
import { createServer, listen, stop } from '../src/server.ts';
import { quantile } from './quantile.ts';

const page = {
  pageId: '1',
  appSecret: 'f'.repeat(32),
  pageToken: 'EAAtoken',
  verifyToken: 'verify',
};
const deliveries = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
let number = 0;

function post(port: number): Promise<number> {
  number += 1;
  const body = JSON.stringify({
    object: 'page',
    entry: [
      {
        id: page.pageId,
        time: number,
        messaging: [
          {
            sender: { id: String(number % 500) },
            recipient: { id: page.pageId },
            timestamp: number,
            message: { mid: `m_${number}`, text: 'Kiedy będą kody do Legimi?' },
          },
        ],
      },
    ],
  });
  const signature = createHmac('sha256', page.appSecret).update(body).digest('hex');
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: webhookPath,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-hub-signature-256': `sha256=${signature}`,
        },
      },
      (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - started);
          else reject(new Error(`The webhook answered ${response.statusCode}.`));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** `senders` deliver one after another each, as fast as they are answered. */
async function measure(port: number, senders: number): Promise<Record<string, string>> {
  const times: number[] = [];
  let left = deliveries;
  const started = performance.now();
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await post(port));
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  const seconds = (performance.now() - started) / 1000;
  const at = (share: number): string => quantile(times, share).toFixed(1);
  return {
    'events/s': (deliveries / seconds).toFixed(0),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'max ms': at(1),
  };
}

/** What somebody would write first: read, check the signature, 200. Nothing is kept. */
async function bareRoute(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = restify.createServer();
  server.post(webhookPath, (req, res, next) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const given = Buffer.from(String(req.headers['x-hub-signature-256']).slice(7), 'hex');
      const own = createHmac('sha256', page.appSecret).update(Buffer.concat(chunks)).digest();
      res.send(timingSafeEqual(given, own) ? 200 : 401);
      next();
    });
  });
  return { port: await listen(server, '127.0.0.1', 0), close: () => stop(server, 0) };
}

async function ourWebhook(): Promise<{ port: number; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-messenger-'));
  const log = createLog('silent');
  const inbox = await openFileInbox(folder, { clock: systemClock, log });
  const channel = createMessengerChannel({
    page,
    inbox,
    log,
    clock: systemClock,
    ownOrigin: 'https://czat.example',
    wordsOf: () => null,
    // The bot's own work is another benchmark's; here a turn is begun and ended.
    runTurn: () => Promise.resolve(),
  });
  const server = createServer({ log, clock: systemClock, trustedProxies: [], keepAliveMs: 5_000 });
  channel.mount(server);
  return {
    port: await listen(server, '127.0.0.1', 0),
    async close() {
      await stop(server, 0);
      await channel.close();
      await inbox.close();
      await rm(folder, { recursive: true });
    },
  };
}

const rows: Record<string, Record<string, string>> = {};
for (const senders of [1, 16, 256]) {
  for (const [name, open] of [
    ['bare route, signature only', bareRoute],
    ['this webhook, kept on disk', ourWebhook],
  ] as const) {
    const { port, close } = await open();
    await measure(port, senders);
    rows[`${name}, ${senders} at a time`] = await measure(port, senders);
    agent.destroy();
    await close();
  }
}
console.table(rows);
