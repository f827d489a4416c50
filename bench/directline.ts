/**
 * What one process carries over Direct Line (REST and WebSocket): turns a second, round trip, CPU a
 * turn and memory an open conversation, beside a bare echo bot on the same endpoint.
 *
 *   npm run bench -- directline              1, 100, 1,000 and 5,000 open conversations
 *   npm run bench -- directline 100
 *
 * Read the ratios: the load comes from the same machine.
 */
import { Conversation } from './directline/conversation.ts';
import { startMeasured, type Measured } from './directline/measured.ts';
import type { Kind } from './directline/report.ts';

const question = 'na ilu urządzeniach mogę czytać?';
/** Chats that wait for an answer at the same time. */
const atOnce = 32;
/** Within what one chat may say at once. */
const mostTurns = 9;
const leastTurns = 8000;

type Row = {
  readonly cpuPerTurn: number;
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly heapPerChat: number;
  readonly heapAfter: number;
};

async function eachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

function openChats(server: Measured, count: number, from = 0): readonly Conversation[] {
  return Array.from({ length: count }, (_, number) => new Conversation(server.url, from + number));
}

/** Compiles what is hot and fills what is filled once, so that it is not counted as a chat's cost. */
async function warmUp(server: Measured): Promise<void> {
  const chats = openChats(server, 1000, 50_000);
  await eachAtOnce(chats, async (chat) => {
    await chat.open();
    for (let turn = 0; turn < 5; turn += 1) await chat.ask(question);
    await chat.leave();
  });
}

async function measure(kind: Kind, count: number): Promise<Row> {
  const server = await startMeasured(kind);
  await warmUp(server);
  const before = await server.read();
  const chats = openChats(server, count);
  await eachAtOnce(chats, (chat) => chat.open());
  const open = await server.read();

  const turns = Math.min(mostTurns, Math.ceil(leastTurns / count));
  const trips: number[] = [];
  const start = performance.now();
  await eachAtOnce(chats, async (chat) => {
    for (let turn = 0; turn < turns; turn += 1) trips.push(await chat.ask(question));
  });
  const seconds = (performance.now() - start) / 1000;
  const talked = await server.read();

  await eachAtOnce(chats, (chat) => chat.leave());
  const after = await server.read();
  await server.stop();
  trips.sort((one, other) => one - other);
  const quantile = (share: number) => trips[Math.floor(trips.length * share)] ?? 0;
  return {
    cpuPerTurn: (talked.cpu - open.cpu) / trips.length,
    turnsPerSecond: trips.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    heapPerChat: (open.heap - before.heap) / count,
    heapAfter: after.heap - before.heap,
  };
}

const counts = process.argv[2] === undefined ? [1, 100, 1000, 5000] : [Number(process.argv[2])];
const table: Record<string, string | number>[] = [];
for (const count of counts) {
  const echo = await measure('echo', count);
  const legimi = await measure('legimi', count);
  for (const [bot, row] of [['echo', echo] as const, ['legimi', legimi] as const]) {
    table.push({
      open: count,
      bot,
      'turns/s': Math.round(row.turnsPerSecond),
      'p50 ms': row.p50.toFixed(1),
      'p99 ms': row.p99.toFixed(1),
      'CPU µs/turn': Math.round(row.cpuPerTurn),
      'CPU ratio': (row.cpuPerTurn / echo.cpuPerTurn).toFixed(2),
      'heap kB/chat': (row.heapPerChat / 1024).toFixed(1),
      'heap left kB': Math.round(row.heapAfter / 1024),
    });
  }
}
console.table(table);
