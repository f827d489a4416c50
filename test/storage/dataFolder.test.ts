import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import {
  dataFolderHolder,
  dataFolderKind,
  durableJsonFile,
  openDataFolder,
} from '../../src/storage/index.ts';
import { compileProgram, type CompiledProgram } from './support/compiledProgram.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';

let lockHolder: CompiledProgram;

beforeAll(async () => {
  lockHolder = await compileProgram(join(import.meta.dirname, 'support/lockHolder.ts'));
});
afterAll(() => lockHolder.remove());

type Child = { readonly process: ChildProcess; readonly firstLine: string };

async function startHolder(folder: string): Promise<Child> {
  const child = spawn(process.execPath, [lockHolder.file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, firstLine: chunk.toString('utf8').trim() };
}

async function kill(child: Child): Promise<void> {
  const ended = once(child.process, 'exit');
  child.process.kill('SIGKILL');
  await ended;
}

/** Deeper than the path of a socket may be, so that the lock has to do without one. */
async function deepFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60), 'data');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The record of the first process that ever held the folder. */
function lockRecord(folder: string) {
  return durableJsonFile(join(folder, 'lock', '1.json'), z.record(z.string(), z.json()));
}

describe('the data folder', () => {
  test('that lost its mark and holds codes is never taken for one to replace', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'ledger'));
    await expect(openDataFolder(folder, { kind: 'library' })).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringMatching(/backup.*not start with an empty folder/) as unknown,
    });
  });

  test('of another user is refused to root, whose files that user could not open', async () => {
    const folder = await temporaryFolder();
    if (process.geteuid?.() === 0) await chown(folder, 65_534, 65_534);
    const { uid } = await stat(folder);
    const root = vi.spyOn(process, 'geteuid').mockReturnValue(0);
    onTestFinished(() => root.mockRestore());
    await expect(openDataFolder(folder, { kind: 'library' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_OWNER',
      nextStep: expect.stringContaining(`runuser -u "$(id -un ${uid})"`) as unknown,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('that cannot be made says what the system said', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(openDataFolder(join(file, 'data'), { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: expect.stringContaining('(ENOTDIR: not a directory') as unknown,
    });
  });

  test('whose newest lock record is damaged says which file to delete', async () => {
    const folder = await temporaryFolder();
    await (await openDataFolder(folder, { kind: 'demo' })).release();
    const record = join(folder, 'lock', '1.json');
    await writeFile(record, '');
    await expect(openDataFolder(folder, { kind: 'demo' })).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
      message: `${record} is damaged, so it cannot tell who works on the folder. Make sure that no bot runs on it, delete this file, and start again.`,
    });
  });

  test('is created for its owner only', async () => {
    const folder = join(await temporaryFolder(), 'new', 'data');
    const opened = await openDataFolder(folder, { kind: 'library' });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(opened.path).toBe(folder);
    await opened.release();
  });

  test('opens again after it was released', async () => {
    const folder = await temporaryFolder();
    for (let time = 0; time < 8; time += 1) {
      const opened = await openDataFolder(folder, { kind: 'demo' });
      await opened.release();
    }
    expect((await readdir(join(folder, 'lock'))).length).toBeLessThan(6);
  });

  test.each([
    ['demo', 'library'],
    ['library', 'demo'],
  ] as const)('of a %s refuses a %s for ever', async (first, second) => {
    const folder = await temporaryFolder();
    await (await openDataFolder(folder, { kind: first })).release();
    await expect(openDataFolder(folder, { kind: second })).rejects.toMatchObject({
      code: 'DATA_FOLDER_KIND',
    });
    expect(await dataFolderKind(folder)).toBe(first);
    await (await openDataFolder(folder, { kind: first })).release();
  });

  test('is never a folder full of other things', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'thesis.txt'), 'years of work');
    await expect(openDataFolder(folder, { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      message: expect.stringContaining('thesis.txt'),
    });
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  test.each(['', '{"checksum":"43f3', 'whole, and never renamed'])(
    'opens after a process died while it marked the new folder (%j)',
    async (left) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'data-folder.json.tmp'), left);
      await (await openDataFolder(folder, { kind: 'library' })).release();
      expect(await dataFolderKind(folder)).toBe('library');
      expect(await readdir(folder)).toEqual(['data-folder.json', 'lock']);
    },
  );

  test('is never a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(openDataFolder(file, { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    });
  });

  test('is locked against a second opening in the same process', async () => {
    const folder = await temporaryFolder();
    const opened = await openDataFolder(folder, { kind: 'demo' });
    await expect(openDataFolder(folder, { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_LOCKED',
      message: expect.stringContaining(String(process.pid)),
    });
    await opened.release();
  });

  test.each([
    ['with a short path', temporaryFolder],
    ['with a path too long for a socket', deepFolder],
  ])('%s is locked while another process lives, and free when it was killed', async (_, make) => {
    const folder = await make();
    const holder = await startHolder(folder);
    expect(holder.firstLine).toBe('held');
    await expect(openDataFolder(folder, { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_LOCKED',
      message: expect.stringContaining(String(holder.process.pid)),
    });
    await kill(holder);
    await (await openDataFolder(folder, { kind: 'demo' })).release();
  });

  test('goes to exactly one of several that start together after a crash', async () => {
    const folder = await temporaryFolder();
    await kill(await startHolder(folder));
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, () => openDataFolder(folder, { kind: 'demo' })),
    );
    const opened = attempts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]!.release();
  });

  test('is free when the pid of its dead holder belongs to another program now', async () => {
    const folder = await deepFolder();
    const holder = await startHolder(folder);
    await kill(holder);
    // The record of a process that had our own pid, but started at another moment.
    const record = lockRecord(folder);
    await record.write({ ...(await record.read()), pid: process.pid });
    await (await openDataFolder(folder, { kind: 'demo' })).release();
  });

  test('is locked when the pid of its living holder says nothing, as in another container', async () => {
    const folder = await temporaryFolder();
    await startHolder(folder);
    const record = lockRecord(folder);
    await record.write({ ...(await record.read()), pid: 2 ** 30 });
    await expect(openDataFolder(folder, { kind: 'demo' })).rejects.toMatchObject({
      code: 'DATA_FOLDER_LOCKED',
    });
  });

  test('makes no socket whose path the system would cut short', async () => {
    const folder = await deepFolder();
    const opened = await openDataFolder(folder, { kind: 'demo' });
    expect(await lockRecord(folder).read()).toMatchObject({ socket: null, pid: process.pid });
    await opened.release();
  });

  test('tells where its holder takes commands, and nothing once it is gone', async () => {
    const folder = await temporaryFolder();
    expect(await dataFolderHolder(folder)).toBeNull();
    const holder = await startHolder(folder);
    expect(await dataFolderHolder(folder)).toEqual({
      pid: holder.process.pid,
      door: { address: 'http://127.0.0.1:1', token: 'a-token' },
    });
    expect((await stat(join(folder, 'lock', '1.json'))).mode & 0o777).toBe(0o600);
    await kill(holder);
    expect(await dataFolderHolder(folder)).toBeNull();
  });
});
