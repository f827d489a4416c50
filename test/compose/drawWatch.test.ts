import { expect, onTestFinished, test } from 'vitest';
import { createDrawWatch } from '../../src/compose/drawWatch.ts';
import { waitingChats, type WaitingRecord } from '../../src/compose/waitingChats.ts';
import { createLog } from '../../src/log.ts';
import type { Chat } from '../../src/signin/index.ts';
import {
  leases,
  openDatabaseRecords,
  openKeyedRecords,
  type Alone,
} from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { memoryRecords } from '../support/memoryRecords.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const clock = () => new Date('2026-12-10T07:55:00Z');
const byItself: Alone = (_key, work) => work();
const anyWaiting = async () =>
  waitingChats(await memoryRecords(clock).open<WaitingRecord>('draw-waiting'), byItself, clock);
type Waiting = Awaited<ReturnType<typeof anyWaiting>>;

const chatOf = (name: string): Chat => ({
  ingress: 'directline',
  channelId: 'directline',
  conversationId: name,
  userId: `dl_${name}`,
});

function watch(
  waiting: Waiting,
  options: { failsFor?: string; told?: string[]; isHeld?: boolean } = {},
) {
  let isDue = false;
  let { isHeld = false } = options;
  const { told = [] } = options;
  const drawWatch = createDrawWatch({
    waiting,
    drawing: {
      isHeld: async () => isHeld,
      async holdIfDue() {
        if (!isDue || isHeld) return false;
        return (isHeld = true);
      },
    },
    async raise({ conversationId }, event) {
      if (conversationId === options.failsFor) throw new Error('The chat is gone.');
      told.push(`${conversationId} ${event}`);
    },
    log: createLog('silent'),
  });
  onTestFinished(() => drawWatch.close());
  return { ...drawWatch, told, makeDue: () => void (isDue = true) };
}

test('a chat that waits is told of the draw once, when it was held, without asking', async () => {
  const { tellWhenDrawn, look, told, makeDue } = watch(await anyWaiting());
  await tellWhenDrawn(chatOf('one'));
  await tellWhenDrawn(chatOf('two'));
  await tellWhenDrawn(chatOf('one'));
  await look();
  expect(told).toEqual([]);
  makeDue();
  await look();
  await look();
  expect(told.sort()).toEqual(['one drawn', 'two drawn']);
});

test('a thousand chats are told each once, and one that is gone stops nobody', async () => {
  const { tellWhenDrawn, look, told, makeDue } = watch(await anyWaiting(), {
    failsFor: 'chat-7',
  });
  for (let index = 0; index < 1_000; index += 1) await tellWhenDrawn(chatOf(`chat-${index}`));
  makeDue();
  await look();
  expect(new Set(told).size).toBe(999);
  expect(told).toHaveLength(999);
});

test('chats that waited before a restart are told by the next process, and by no other again', async () => {
  const folder = await temporaryFolder();
  const open = async () =>
    waitingChats(
      await openKeyedRecords<WaitingRecord>(folder, 'draw-waiting', clock),
      byItself,
      clock,
    );
  const before = watch(await open());
  await before.tellWhenDrawn(chatOf('one'));
  const after = watch(await open());
  await after.look();
  expect(after.told).toEqual([]);
  after.makeDue();
  await after.look();
  expect(after.told).toEqual(['one drawn']);
  const later = watch(await open(), { isHeld: true });
  await later.look();
  expect(later.told).toEqual([]);
});

test('chats that joined through an instance that died are told by another, each once, whoever looks', async () => {
  const url = await postgres.newDatabase();
  const open = async () => {
    const database = await connected(url);
    const records = openDatabaseRecords<WaitingRecord>(database, 'draw-waiting', clock);
    return waitingChats(records, leases(database), clock);
  };
  const dead = watch(await open());
  const names = Array.from({ length: 100 }, (_none, index) => `chat-${index}`);
  for (const name of names) await dead.tellWhenDrawn(chatOf(name));
  const told: string[] = [];
  const others = [
    watch(await open(), { told, isHeld: true }),
    watch(await open(), { told, isHeld: true }),
  ];
  await Promise.all(others.map((one) => one.look()));
  expect(told.sort()).toEqual(names.map((name) => `${name} drawn`).sort());
});

test('nobody is looked for again when all were told, until somebody waits again', async () => {
  const waiting = await anyWaiting();
  let sweeps = 0;
  const counted = {
    ...waiting,
    tellAll(tell: (chat: Chat) => Promise<void>) {
      sweeps += 1;
      return waiting.tellAll(tell);
    },
  };
  const { look, tellWhenDrawn, told } = watch(counted, { isHeld: true });
  await look();
  await look();
  expect(sweeps).toBe(1);
  await tellWhenDrawn(chatOf('late'));
  await look();
  expect(told).toEqual(['late drawn']);
});

test('a draw that cannot be read is told once, and again only after it could be', async () => {
  const lines: string[] = [];
  const log = { ...createLog('silent'), error: (event: string) => void lines.push(event) };
  let isAway = true;
  const drawing = {
    holdIfDue: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(false)),
    isHeld: async () => false,
  };
  const raise = async (): Promise<void> => undefined;
  const drawWatch = createDrawWatch({ drawing, waiting: await anyWaiting(), raise, log });
  onTestFinished(() => drawWatch.close());
  await drawWatch.look();
  await drawWatch.look();
  expect(lines).toEqual(['draw.failed']);
  isAway = false;
  await drawWatch.look();
  isAway = true;
  await drawWatch.look();
  expect(lines).toEqual(['draw.failed', 'draw.failed']);
});
