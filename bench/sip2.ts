/**
 * How many questions about readers a second the SIP2 client asks, and how long one takes, beside a bare
 * socket that gets every line back.
 *
 *   npm run bench -- sip2
 *
 * Read the ratios: client and server share this process.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import {
  clientOptions,
  createSip2Client,
  servedPatron,
  sip2Settings,
  startSip2Server,
} from '../src/library/sip2/index.ts';
import { quantile } from './quantile.ts';

const milliseconds = 2_000;
const patron = servedPatron({ card: '200100002', password: 'haslo2', balance: '12.50', fines: 1 });

type Ask = () => Promise<unknown>;

/** As many askers as there are connections, each asking again when answered. */
async function measure(askers: readonly Ask[]): Promise<Record<string, string | number>> {
  const times: number[] = [];
  const run = async (ask: Ask, until: number, keep: boolean) => {
    while (performance.now() < until) {
      const start = performance.now();
      await ask();
      if (keep) times.push(performance.now() - start);
    }
  };
  await Promise.all(askers.map((ask) => run(ask, performance.now() + milliseconds / 4, false)));
  const start = performance.now();
  await Promise.all(askers.map((ask) => run(ask, start + milliseconds, true)));
  const seconds = (performance.now() - start) / 1000;
  return {
    'questions/s': Math.round(times.length / seconds),
    'p50 ms': quantile(times, 0.5).toFixed(3),
    'p99 ms': quantile(times, 0.99).toFixed(3),
  };
}

async function sip2(connections: number) {
  const server = await startSip2Server({ patrons: [patron] });
  const settings = sip2Settings.parse({
    host: '127.0.0.1',
    port: server.port,
    institution: 'LPL',
    connections,
  });
  const client = createSip2Client(clientOptions(settings, { clock: () => new Date() }));
  const ask = () => client.patron(patron.card, patron.password);
  const row = await measure(Array.from({ length: connections }, () => ask));
  client.close();
  await server.close();
  return row;
}

async function echo(connections: number) {
  const line = Buffer.alloc(150, 'a');
  const server = createServer((socket) => socket.setNoDelay(true).pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  const askers = Array.from({ length: connections }, () => {
    const socket = connect({ host: '127.0.0.1', port }).setNoDelay(true);
    sockets.push(socket);
    return () =>
      new Promise((resolve) => {
        socket.once('data', resolve);
        socket.write(line);
      });
  });
  const row = await measure(askers);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return row;
}

const table: Record<string, Record<string, string | number>> = {};
for (const connections of [1, 8]) {
  table[`echo, ${connections}`] = await echo(connections);
  table[`SIP2, ${connections}`] = await sip2(connections);
}
console.table(table);
