import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { nodeDisk, type AppendFile, type Disk } from './disk.ts';

/**
 * A file that only grows, one JSON value a line, each line with its checksum. lowdb rewrites a whole
 * file for each change; where that does not fit, because there is a change with every claim or because
 * the past must stay, this does: one append and one fdatasync for any number of lines.
 */
export type DurableLog = {
  /**
   * Returns when all values are on the medium. After a failure none of them counts: what reached the
   * file is cut off, at once or before the next append. Calls must not overlap.
   */
  append(values: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
};

export type OpenedLog = {
  readonly log: DurableLog;
  /** The values of all whole lines, in order. */
  readonly values: readonly unknown[];
  /** Numbers of damaged lines that have whole ones after them: bit rot or a foreign hand. */
  readonly damagedLines: readonly number[];
};

type Lines = Pick<OpenedLog, 'values' | 'damagedLines'> & { readonly wholeLength: number };

/**
 * Opens the log, which may be new. Whatever follows the last whole line is what a crash left of an
 * append that was never acknowledged; it is cut off.
 */
export async function openDurableLog(file: string, disk: Disk = nodeDisk): Promise<OpenedLog> {
  const content = await disk.read(file);
  const lines = readLines(content ?? Buffer.alloc(0));
  if (content && content.length > lines.wholeLength) await disk.truncate(file, lines.wholeLength);
  return {
    log: appendingLog(file, disk, lines.wholeLength),
    values: lines.values,
    damagedLines: lines.damagedLines,
  };
}

/**
 * Reads a log that another hand may be writing: what is no whole line yet is left out, and left alone.
 * A log that does not exist is empty.
 */
export async function readDurableLog(
  file: string,
  disk: Disk = nodeDisk,
): Promise<Omit<OpenedLog, 'log'>> {
  const { values, damagedLines } = readLines((await disk.read(file)) ?? Buffer.alloc(0));
  return { values, damagedLines };
}

/** The line of a log that holds `value`. */
export function logLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${checksumOf(text)} ${text}\n`;
}

function appendingLog(file: string, disk: Disk, length: number): DurableLog {
  let wholeLength = length;
  let handle: AppendFile | null = null;
  let isInDoubt = false;

  async function openHandle(): Promise<AppendFile> {
    const opened = await disk.openAppend(file, true);
    // A new file is lost in a power cut while its folder does not know it.
    await disk.syncFolder(dirname(file));
    return opened;
  }

  async function closeHandle(): Promise<void> {
    const open = handle;
    handle = null;
    await open?.close();
  }

  /**
   * After a failed write or fdatasync nobody knows what the medium holds, and calling fdatasync again
   * would prove nothing: the kernel may have dropped the pages. Only what was flushed before counts.
   */
  async function cutOff(): Promise<void> {
    await closeHandle().catch(() => undefined);
    await disk.truncate(file, wholeLength);
    isInDoubt = false;
  }

  return {
    async append(values) {
      const text = values.map(logLine).join('');
      if (isInDoubt) await cutOff();
      handle ??= await openHandle();
      try {
        await handle.append(text);
      } catch (error) {
        isInDoubt = true;
        await cutOff().catch(() => undefined);
        throw error;
      }
      wholeLength += Buffer.byteLength(text);
    },
    close: closeHandle,
  };
}

function readLines(content: Buffer): Lines {
  const values: unknown[] = [];
  const damagedLines: number[] = [];
  let suspects: number[] = [];
  let wholeLength = 0;
  let start = 0;
  for (let number = 1; start < content.length; number += 1) {
    const end = content.indexOf('\n', start);
    const value = end < 0 ? null : parseLine(content.toString('utf8', start, end));
    start = end < 0 ? content.length : end + 1;
    if (value === null) {
      suspects.push(number);
      continue;
    }
    damagedLines.push(...suspects);
    suspects = [];
    values.push(value.parsed);
    wholeLength = start;
  }
  return { values, damagedLines, wholeLength };
}

function parseLine(line: string): { readonly parsed: unknown } | null {
  const [checksum = ''] = line.split(' ', 1);
  const text = line.slice(checksum.length + 1);
  if (checksum !== checksumOf(text)) return null;
  return { parsed: JSON.parse(text) as unknown };
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
