import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { keyedQueue } from '../../keyedQueue.ts';
import { groupCommit, nodeDisk, openDurableLog, type Disk } from '../../storage/index.ts';
import type { Inbox } from './inbox.ts';
import { inboxLine, type InboxLine } from './inboxLines.ts';
import { inboxMemory } from './inboxMemory.ts';

const minute = 60_000;
/** How long events are written into one file, which goes when all of them are answered. */
const fileLasts = 5 * minute;

/**
 * The inbox in files of the data folder. `events-*.log` hold what readers wrote, and go minutes after
 * it was answered; `seen.log` holds keys only, for 48 hours. Events that are kept at the same time share
 * one fdatasync.
 */
export async function openFileInbox(
  dataFolder: string,
  { clock, log, disk = nodeDisk }: { clock: Clock; log: Log; disk?: Disk },
): Promise<Inbox> {
  const folder = join(dataFolder, 'messenger-inbox');
  await disk.makeFolder(folder);
  const memory = inboxMemory();
  /** Names of files whose events are not all answered, or not moved to `seen.log` yet. */
  const older: string[] = [];

  for (const name of await disk.list(folder)) {
    if (name.endsWith('.tmp')) continue;
    const { log: file, values, damagedLines } = await openDurableLog(join(folder, name), disk);
    await file.close();
    if (damagedLines.length > 0) {
      log.error('messenger.inboxDamaged', { count: damagedLines.length });
    }
    for (const value of values) memory.apply(inboxLine.parse(value), name);
    if (name !== seenFile) older.push(name);
  }
  /** What an earlier process left, until somebody asks for it. */
  let left = [...memory.waiting().keys()];
  let current = await startFile();
  const queue = keyedQueue();
  const commits = groupCommit(write);

  async function startFile() {
    const last = older.at(-1) ?? fileName(0);
    const name = fileName(numberOf(last) + 1);
    const { log: file } = await openDurableLog(join(folder, name), disk);
    return { name, file, openedAt: clock().getTime() };
  }

  async function write(batch: readonly (readonly InboxLine[])[]): Promise<readonly undefined[]> {
    const lines = batch.flat();
    if (lines.length === 0) return batch.map(() => undefined);
    if (clock().getTime() - current.openedAt >= fileLasts) await nextFile();
    await current.file.append(lines);
    for (const line of lines) memory.apply(line, current.name);
    return batch.map(() => undefined);
  }

  async function nextFile(): Promise<void> {
    await current.file.close();
    older.push(current.name);
    current = await startFile();
  }

  /** A mark that the medium does not take must not stop what is behind it: this process knows. */
  async function markDone(key: string): Promise<void> {
    try {
      await commits.add([{ done: key }]);
    } catch (error) {
      log.error('messenger.notSettled', { error });
      memory.apply({ done: key }, current.name);
    }
  }

  /** Oldest first and none before its turn: the mark that an event is answered stands in a later file. */
  async function dropAnswered(): Promise<void> {
    for (let name = older[0]; name !== undefined && memory.isAnswered(name); name = older[0]) {
      const { log: seen } = await openDurableLog(join(folder, seenFile), disk);
      try {
        const lines = memory.seenIn(name);
        if (lines.length > 0) await seen.append(lines);
      } finally {
        await seen.close();
      }
      await disk.remove(join(folder, name));
      older.shift();
    }
  }

  /** Written anew, because a log cannot forget; nothing else writes this file. */
  async function dropOld(now: Date): Promise<number> {
    const count = memory.forget(now);
    if (count === 0) return 0;
    const next = join(folder, `${seenFile}.tmp`);
    await disk.remove(next);
    const { log: seen } = await openDurableLog(next, disk);
    await seen.append(memory.seenOutside([...older, current.name]));
    await seen.close();
    await disk.rename(next, join(folder, seenFile));
    await disk.syncFolder(folder);
    return count;
  }

  return {
    async keep(events) {
      const at = clock().getTime();
      const fresh = events.filter(({ key }) => memory.reserve(key));
      const written = commits.add(fresh.map((event) => ({ kept: event, at })));
      memory.waitFor(fresh, written);
      await written;
      // Delivered twice at once: the second may not be acknowledged before the first is on the medium.
      await Promise.all(events.map(({ key }) => memory.written(key)));
      return fresh;
    },
    work: (userId, answer) =>
      queue.run(userId, async () => {
        for (let next = memory.firstOf(userId); next; next = memory.firstOf(userId)) {
          if ((await answer(next)) === 'left') return;
          await markDone(next.event.key);
        }
      }),
    async abandoned() {
      const found = left;
      const keys = found.flatMap((userId) => [...(memory.waiting().get(userId) ?? [])]);
      await commits.add(keys.map((started) => ({ started })));
      left = [];
      return found;
    },
    lastHeardAt: (userId) => Promise.resolve(memory.lastHeardAt(userId)),
    async purge(now) {
      await commits.settled();
      await dropAnswered();
      return dropOld(now);
    },
    async close() {
      await commits.settled();
      await current.file.close();
    },
  };
}

const seenFile = 'seen.log';

function fileName(number: number): string {
  return `events-${String(number).padStart(9, '0')}.log`;
}

function numberOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
