/**
 * What one process carries over Direct Line (REST and WebSocket), beside a bare echo bot on the same
 * endpoint: turns a second, round trip, CPU a turn, memory an open conversation, and what is left of
 * conversations that ended.
 *
 *   npm run bench -- directline              1, 100, 1,000 and 5,000 open conversations
 *   npm run bench -- directline 100
 *
 * Read the ratios: the load comes from the same machine.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Conversation } from './directline/conversation.ts';
import { startMeasured, type Measured } from './directline/measured.ts';
import type { Kind } from './directline/report.ts';
import { quantile } from './quantile.ts';

/** What readers type; no message is an example that the bot learnt from. */
const questions = [
  'na ilu naraz sprzętach wolno mi czytać?',
  'kiedy wrzucicie następne kody?',
  'jak długo działa taki kod?',
  'czy muszę mieć kartę biblioteki żeby dostać kod?',
];
/** Chats that wait for an answer at the same time. */
const atOnce = 32;
/** Within what one chat may say at once. */
const mostTurns = 9;
const leastTurns = 8000;
/** Fewer chats weigh less than the noise of the heap. */
const leastWeighed = 1000;
/** A chat that ended is kept ten seconds for clients that poll, and looked at every five. */
const untilForgotten = 17_000;

type Row = {
  readonly cpuPerTurn: number;
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly memoryPerChat: number;
};

/** Whether readers ask in the same words, as most do with buttons and on a release day, or each in their own. */
type Words = 'shared' | 'own';

const bots: readonly Kind[] = ['echo', 'legimi'];
const counts = process.argv[2] === undefined ? [1, 100, 1000, 5000] : [Number(process.argv[2])];
let opened = 0;
let asked = 0;

async function eachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

async function open(server: Measured, count: number): Promise<readonly Conversation[]> {
  const chats = Array.from({ length: count }, () => new Conversation(server.url, (opened += 1)));
  await eachAtOnce(chats, (chat) => chat.open());
  return chats;
}

/**
 * The next question. The bot has at hand what it understood of the same words before; in letters of its own
 * size a message is nobody else's, and is read as all others are.
 */
function nextQuestion(turn: number, words: Words): string {
  const text = questions[turn % questions.length] ?? '';
  if (words === 'shared') return text;
  asked += 1;
  let left = asked;
  return text.replace(/\p{Letter}/gu, (letter) => {
    const isLarge = left % 2 === 1;
    left >>= 1;
    return isLarge ? letter.toUpperCase() : letter;
  });
}

/** Milliseconds of each round trip. */
async function talk(
  chats: readonly Conversation[],
  turns: number,
  words: Words = 'own',
): Promise<readonly number[]> {
  const trips: number[] = [];
  await eachAtOnce(chats, async (chat) => {
    for (let turn = 0; turn < turns; turn += 1)
      trips.push(await chat.ask(nextQuestion(turn, words)));
  });
  return trips;
}

/** Chats that open, talk and end, and are forgotten. */
async function comeAndGo(server: Measured, count: number): Promise<void> {
  const chats = await open(server, count);
  await talk(chats, mostTurns);
  await eachAtOnce(chats, (chat) => chat.leave());
  await wait(untilForgotten);
}

async function measure(server: Measured, count: number, words: Words): Promise<Row> {
  const trips: number[] = [];
  let cpu = 0;
  let milliseconds = 0;
  let memory = 0;
  // A chat may not say more at once; few chats come several times, so that there is something to count.
  const rounds = Math.max(1, Math.min(100, Math.ceil(leastTurns / count / mostTurns)));
  const turns = Math.min(mostTurns - 1, Math.ceil(leastTurns / count));
  for (let round = 0; round < rounds; round += 1) {
    const isWeighed = count >= leastWeighed;
    const before = isWeighed ? await server.ask('memory') : 0;
    const chats = await open(server, count);
    if (isWeighed) memory = (await server.ask('memory')) - before;
    // A collection that is asked for throws compiled code away as well: it must not be counted.
    await talk(chats, 1, words);
    const cpuBefore = await server.ask('cpu');
    const start = performance.now();
    trips.push(...(await talk(chats, turns, words)));
    milliseconds += performance.now() - start;
    cpu += (await server.ask('cpu')) - cpuBefore;
    await eachAtOnce(chats, (chat) => chat.leave());
  }
  return {
    cpuPerTurn: cpu / trips.length,
    turnsPerSecond: (trips.length / milliseconds) * 1000,
    p50: quantile(trips, 0.5),
    p99: quantile(trips, 0.99),
    memoryPerChat: memory / count,
  };
}

const servers = { echo: await startMeasured('echo'), legimi: await startMeasured('legimi') };
// Compiles what is hot and fills what is filled once, so that it is not counted as a chat's cost.
await Promise.all(bots.map((bot) => comeAndGo(servers[bot], 1000)));

const table: Record<string, string | number>[] = [];
for (const count of counts) {
  const echo = await measure(servers.echo, count, 'own');
  const shared = await measure(servers.legimi, count, 'shared');
  // So that what is left of these chats is not counted for, or against, the next ones.
  await wait(untilForgotten);
  const own = await measure(servers.legimi, count, 'own');
  await wait(untilForgotten);
  for (const [bot, words, row] of [
    ['echo', '', echo] as const,
    ['legimi', 'shared', shared] as const,
    ['legimi', 'own', own] as const,
  ]) {
    table.push({
      open: count,
      bot,
      words,
      'turns/s': Math.round(row.turnsPerSecond),
      'p50 ms': Number(row.p50.toFixed(1)),
      'p99 ms': Number(row.p99.toFixed(1)),
      'CPU µs/turn': Math.round(row.cpuPerTurn),
      'CPU : echo': Number((row.cpuPerTurn / echo.cpuPerTurn).toFixed(2)),
      'idle kB/chat': count < leastWeighed ? '' : Number((row.memoryPerChat / 1024).toFixed(1)),
    });
  }
}
console.log(`Chats open, ${atOnce} of them waiting for an answer at a time:`);
console.table(table);

const comers = Math.min(1000, counts.at(-1) ?? 1);
const left: Record<string, string | number>[] = [];
for (let round = 1; round <= 3; round += 1) {
  await Promise.all(bots.map((bot) => comeAndGo(servers[bot], comers)));
  const [echo, legimi] = await Promise.all(bots.map((bot) => servers[bot].ask('memory')));
  const megabytes = (bytes = 0) => Number((bytes / 1024 / 1024).toFixed(1));
  left.push({
    'chats ended': round * comers,
    'echo MB': megabytes(echo),
    'legimi MB': megabytes(legimi),
  });
}
console.log('Memory in use after chats have come, talked and ended:');
console.table(left);
await Promise.all(bots.map((bot) => servers[bot].stop()));
