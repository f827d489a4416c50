import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { nodeDisk, type AppendFile, type Disk } from './disk.ts';
import { groupCommit } from './groupCommit.ts';
import { keyedQueue } from '../keyedQueue.ts';
import { recordCache } from './recordCache.ts';
import { readRecordLines, recordLine, type RecordPlace } from './recordLines.ts';

export type LoggedValue = Readonly<Record<string, unknown>>;

export type RecordLog = {
  /** `null` when there is none, or none any more. */
  read(key: string): Promise<LoggedValue | null>;
  /** Atomic per key: `change` sees the value and returns the next one, or `null` to delete it. */
  change(key: string, change: (current: LoggedValue | null) => LoggedValue | null): Promise<void>;
  /** Whatever was there before. */
  put(key: string, value: LoggedValue): Promise<void>;
  /** Deletes what nobody changed for the lifetime; returns how many keys that were. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

export type RecordLogOptions = {
  readonly clock: Clock;
  /** How long a value lives after its last change. */
  readonly lifetimeHours: number;
  readonly disk?: Disk;
  readonly cachedCharacters?: number;
};

type Place = RecordPlace & { readonly segment: string };

const hour = 3_600_000;

/**
 * Values that change often and live for some hours, in one file an hour that only grows: changes made
 * at the same time share one write, and a file older than the lifetime holds nothing that lives, so
 * nothing has to be rewritten. A turn costs the same whether ten conversations are kept or ten
 * thousand. Nothing is flushed to the medium: a power cut may take the last changes, an end of the
 * process takes none. A damaged line counts as never written, and what a full disk does not take is
 * remembered, as long as there is room: readers are answered.
 */
export async function openRecordLog(
  folder: string,
  { clock, lifetimeHours, disk = nodeDisk, cachedCharacters = 8_000_000 }: RecordLogOptions,
): Promise<RecordLog> {
  await disk.makeFolder(folder);
  const places = new Map<string, Place>();
  const cache = recordCache(cachedCharacters);
  const unwritten = recordCache(cachedCharacters);
  const queue = keyedQueue();
  const commits = groupCommit(appendAll);
  let open: { readonly segment: string; readonly file: AppendFile; end: number } | null = null;

  for (const segment of await disk.list(folder)) {
    const content = (await disk.read(join(folder, segment))) ?? Buffer.alloc(0);
    for (const { key, value, place } of readRecordLines(content)) {
      if (value === null) places.delete(key);
      else places.set(key, { ...place, segment });
    }
  }

  async function openSegment(segment: string) {
    if (open?.segment === segment) return open;
    await open?.file.close();
    open = null;
    const path = join(folder, segment);
    const end = (await disk.read(path))?.length ?? 0;
    open = { segment, file: await disk.openAppend(path, false), end };
    return open;
  }

  /** Every batch begins a line, whatever an earlier one that failed has left in the file. */
  async function appendAll(lines: readonly string[]): Promise<readonly Place[]> {
    const target = await openSegment(segmentAt(clock()));
    const text = `\n${lines.join('')}`;
    try {
      await target.file.append(text);
    } catch (error) {
      // How much of it reached the file is found out when it is opened again.
      open = null;
      await target.file.close().catch(() => undefined);
      throw error;
    }
    let offset = target.end + 1;
    target.end += Buffer.byteLength(text);
    return lines.map((line) => {
      const length = Buffer.byteLength(line);
      offset += length;
      return { segment: target.segment, offset: offset - length, length };
    });
  }

  function isOver({ segment }: Place, now: Date): boolean {
    return segment < segmentAt(new Date(now.getTime() - lifetimeHours * hour));
  }

  async function current(key: string): Promise<LoggedValue | null> {
    const place = places.get(key);
    // Parsed anew each time, so that no caller can change what another one reads.
    let text = unwritten.get(key);
    if (text === undefined && (!place || isOver(place, clock()))) return null;
    text ??= cache.get(key);
    if (text === undefined && place) {
      const line = await disk.readPart(join(folder, place.segment), place.offset, place.length);
      const [record] = readRecordLines(line);
      if (!record || record.value === null) return null;
      text = JSON.stringify(record.value);
      cache.set(key, text);
    }
    // The cast: only texts of such values get into the cache.
    return text === undefined ? null : (JSON.parse(text) as LoggedValue | null);
  }

  async function write(key: string, next: LoggedValue | null): Promise<void> {
    const text = JSON.stringify(next);
    const place = await commits.add(recordLine(key, text)).catch(() => null);
    if (place === null) return unwritten.set(key, text);
    unwritten.delete(key);
    if (next === null) {
      places.delete(key);
      cache.delete(key);
    } else {
      places.set(key, place);
      cache.set(key, text);
    }
  }

  return {
    read: (key) => queue.run(key, () => current(key)),
    change: (key, change) => queue.run(key, async () => write(key, change(await current(key)))),
    put: (key, value) => queue.run(key, () => write(key, value)),

    async purge(now) {
      let purged = 0;
      for (const [key, place] of places) {
        if (!isOver(place, now)) continue;
        places.delete(key);
        cache.delete(key);
        purged += 1;
      }
      for (const segment of await disk.list(folder)) {
        if (isOver({ segment, offset: 0, length: 0 }, now))
          await disk.remove(join(folder, segment));
      }
      return purged;
    },

    async close() {
      await queue.settled();
      await open?.file.close();
    },
  };
}

/** `2026-12-10T08`: names of hours sort in the order of time. */
function segmentAt(moment: Date): string {
  return moment.toISOString().slice(0, 13);
}
