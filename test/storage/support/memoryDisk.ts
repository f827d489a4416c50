import { dirname, join } from 'node:path';
import type { Disk } from '../../../src/storage/index.ts';

/**
 * What a crash leaves: `kill` ends only the process, so everything it wrote is there; `powerCut` loses
 * all that was not flushed; `tornPowerCut` keeps half of the unflushed bytes and the new names.
 */
export type Crash = 'kill' | 'powerCut' | 'tornPowerCut';

type Inode = { written: Buffer; flushed: Buffer };

/** A disk in memory that knows what was flushed, to look at the files after any kind of crash. */
export class MemoryDisk {
  #names = new Map<string, Inode>();
  #flushedNames = new Map<string, Inode>();
  /** Operations of all processes so far. */
  operations = 0;

  /**
   * The disk as one process sees it. The process dies in its operation number `diesAt`; then, and
   * after a crash, whatever it still asks for fails and has no effect.
   */
  process(diesAt = Infinity): { readonly disk: Disk; readonly hasDied: () => boolean } {
    let count = 0;
    let isDead = false;
    const live = this.#processes;

    const step = async <Result>(work: () => Result, torn?: () => void): Promise<Result> => {
      await Promise.resolve();
      if (isDead || this.#processes !== live) throw new Error('this process is dead');
      this.operations += 1;
      count += 1;
      if (count < diesAt) return work();
      isDead = true;
      torn?.();
      throw new Error('this process is dying');
    };
    return { disk: this.#disk(step), hasDied: () => isDead };
  }

  #processes = 0;

  /** Ends all processes. */
  crash(kind: Crash): void {
    this.#processes += 1;
    if (kind === 'powerCut') this.#names = new Map(this.#flushedNames);
    for (const inode of this.#names.values()) {
      if (kind === 'powerCut') inode.written = inode.flushed;
      if (kind === 'tornPowerCut') inode.written = halfFlushed(inode);
      inode.flushed = inode.written;
    }
    this.#flushedNames = new Map(this.#names);
  }

  files(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  text(file: string): string {
    return this.#names.get(file)?.written.toString('utf8') ?? '';
  }

  /** Damages a file in place. */
  damage(file: string, change: (content: Buffer) => Buffer): void {
    const inode = this.#names.get(file);
    // A new inode: a hard link to the old content, such as a kept version, stays whole.
    const content = change(Buffer.from(inode?.written ?? ''));
    this.#names.set(file, { written: content, flushed: content });
    this.#flushedNames.set(file, this.#names.get(file)!);
  }

  /** Takes a file away, as a foreign hand would. */
  remove(file: string): void {
    this.#names.delete(file);
    this.#flushedNames.delete(file);
  }

  #disk(step: <Result>(work: () => Result, torn?: () => void) => Promise<Result>): Disk {
    const inodeOf = (file: string): Inode => {
      const inode = this.#names.get(file) ?? { written: Buffer.alloc(0), flushed: Buffer.alloc(0) };
      this.#names.set(file, inode);
      return inode;
    };
    const existing = (file: string): Inode => {
      const inode = this.#names.get(file);
      if (!inode) throw Object.assign(new Error(`ENOENT: ${file}`), { code: 'ENOENT' });
      return inode;
    };

    return {
      read: (file) => step(() => this.#names.get(file)?.written ?? null),
      readPart: (file, offset, length) =>
        step(() => existing(file).written.subarray(offset, offset + length)),
      write: (file, content, durable) => {
        const bytes = Buffer.from(content);
        return step(
          () => {
            const inode = inodeOf(file);
            inode.written = bytes;
            if (durable) inode.flushed = bytes;
          },
          () => (inodeOf(file).written = bytes.subarray(0, bytes.length / 2)),
        );
      },
      openAppend: (file, durable) =>
        step(() => {
          const inode = inodeOf(file);
          return {
            append: (text) =>
              step(
                () => {
                  inode.written = Buffer.concat([inode.written, Buffer.from(text)]);
                  if (durable) inode.flushed = inode.written;
                },
                () => {
                  const half = Buffer.from(text).subarray(0, text.length / 2);
                  inode.written = Buffer.concat([inode.written, half]);
                },
              ),
            close: async () => undefined,
          };
        }),
      truncate: (file, length) =>
        step(() => {
          const inode = existing(file);
          inode.written = inode.written.subarray(0, length);
          inode.flushed = inode.written;
        }),
      rename: (from, to) =>
        step(() => {
          this.#names.set(to, existing(from));
          this.#names.delete(from);
        }),
      link: (from, to) =>
        step(() => {
          if (this.#names.has(to)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
          this.#names.set(to, existing(from));
        }),
      remove: (file) => step(() => void this.#names.delete(file)),
      makeFolder: () => step(() => undefined),
      list: (folder) =>
        step(() => {
          const inside = this.files().filter((file) => file.startsWith(join(folder, '/')));
          return [...new Set(inside.map((file) => file.slice(folder.length + 1).split('/')[0]!))];
        }),
      syncFolder: (folder) =>
        step(() => {
          for (const file of [...this.#flushedNames.keys()]) {
            if (dirname(file) === folder) this.#flushedNames.delete(file);
          }
          for (const [file, inode] of this.#names) {
            if (dirname(file) === folder) this.#flushedNames.set(file, inode);
          }
        }),
    };
  }
}

function halfFlushed({ written, flushed }: Inode): Buffer {
  const unflushed = Math.max(0, written.length - flushed.length);
  return written.subarray(0, written.length - Math.ceil(unflushed / 2));
}
