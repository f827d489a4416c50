import { nodeDisk, type Disk } from '../../../src/storage/index.ts';

export type DiskCall = {
  readonly operation: keyof Disk | 'append';
  readonly file: string;
  readonly durable?: boolean;
};

/** A disk, the real one if no other is named, except that it tells what it was asked and that `trouble` can make it fail. */
export type WatchedDisk = {
  readonly disk: Disk;
  readonly calls: DiskCall[];
  /** Called before each operation; what it returns is thrown instead. */
  trouble: ((call: DiskCall) => Error | null) | null;
  /** Called before an append: how much of the text still reaches the disk before the error. */
  tornAppend: 'nothing' | 'half' | 'everything';
};

export function watchedDisk(base: Disk = nodeDisk): WatchedDisk {
  const watched: WatchedDisk = {
    disk: base,
    calls: [],
    trouble: null,
    tornAppend: 'nothing',
  };

  function check(call: DiskCall): void {
    watched.calls.push(call);
    const error = watched.trouble?.(call);
    if (error) throw error;
  }

  const disk: Disk = {
    read: (file) => watch('read', file, () => base.read(file)),
    readPart: (file, offset, length) =>
      watch('readPart', file, () => base.readPart(file, offset, length)),
    async write(file, content, durable) {
      check({ operation: 'write', file, durable });
      await base.write(file, content, durable);
    },
    async openAppend(file, durable) {
      check({ operation: 'openAppend', file, durable });
      const handle = await base.openAppend(file, durable);
      return {
        async append(text) {
          try {
            check({ operation: 'append', file });
          } catch (error) {
            const share = { nothing: 0, half: 0.5, everything: 1 }[watched.tornAppend];
            await handle.append(text.slice(0, Math.floor(text.length * share)));
            throw error;
          }
          await handle.append(text);
        },
        close: () => handle.close(),
      };
    },
    truncate: (file, length) => watch('truncate', file, () => base.truncate(file, length)),
    rename: (from, to) => watch('rename', to, () => base.rename(from, to)),
    link: (existing, name) => watch('link', name, () => base.link(existing, name)),
    remove: (file) => watch('remove', file, () => base.remove(file)),
    makeFolder: (folder) => watch('makeFolder', folder, () => base.makeFolder(folder)),
    list: (folder) => watch('list', folder, () => base.list(folder)),
    syncFolder: (folder) => watch('syncFolder', folder, () => base.syncFolder(folder)),
  };

  async function watch<Result>(
    operation: DiskCall['operation'],
    file: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    check({ operation, file });
    return work();
  }

  return Object.assign(watched, { disk });
}

/** What the system says when nothing more fits, or when the medium fails. */
export function diskError(code: 'ENOSPC' | 'EIO'): Error {
  const text = { ENOSPC: 'no space left on device', EIO: 'i/o error' }[code];
  return Object.assign(new Error(`${code}: ${text}, write`), { code });
}
