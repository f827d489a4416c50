import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';

/** An open file that only grows. */
export type AppendFile = {
  /** Of a durable file, returns when the bytes are on the medium (fdatasync). */
  append(text: string): Promise<void>;
  close(): Promise<void>;
};

/** The few things our stores ask of a file system; tests hand in one that is full or breaks. */
export type Disk = {
  /** `null` when there is no such file. */
  read(file: string): Promise<Buffer | null>;
  /** Creates or overwrites, readable by us only. `durable`: returns when the bytes are on the medium. */
  write(file: string, content: string | Uint8Array, durable: boolean): Promise<void>;
  /** Bytes from `offset` on, `length` of them or what there is. */
  readPart(file: string, offset: number, length: number): Promise<Buffer>;
  /** Creates the file when it is new. `durable`: each append returns when it is on the medium. */
  openAppend(file: string, durable: boolean): Promise<AppendFile>;
  /** Cuts the file to `length` bytes; returns when that is on the medium. */
  truncate(file: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Gives an existing file a second name; fails with EEXIST when that name is taken. */
  link(existing: string, name: string): Promise<void>;
  /** No error when there is nothing to remove. */
  remove(file: string): Promise<void>;
  makeFolder(folder: string): Promise<void>;
  /** Names in the folder, sorted; none when there is no folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes renames, links and removals in the folder survive a power cut. */
  syncFolder(folder: string): Promise<void>;
};

const ownerOnlyFile = 0o600;
const ownerOnlyFolder = 0o700;

export const nodeDisk: Disk = {
  async read(file) {
    try {
      return await readFile(file);
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return null;
      throw error;
    }
  },

  async write(file, content, durable) {
    const handle = await open(file, 'w', ownerOnlyFile);
    try {
      await handle.writeFile(content);
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
  },

  async readPart(file, offset, length) {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },

  async openAppend(file, durable) {
    const handle = await open(file, 'a', ownerOnlyFile);
    return {
      async append(text) {
        await handle.appendFile(text);
        if (durable) await handle.datasync();
      },
      close: () => handle.close(),
    };
  },

  async truncate(file, length) {
    const handle = await open(file, 'r+');
    try {
      await handle.truncate(length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },

  rename: (from, to) => rename(from, to),
  link: (existing, name) => link(existing, name),
  remove: (file) => rm(file, { force: true }),

  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: ownerOnlyFolder });
  },

  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return [];
      throw error;
    }
  },

  async syncFolder(folder) {
    // Windows cannot open a folder; its file system orders renames by itself.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  );
}
