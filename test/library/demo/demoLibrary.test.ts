import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  DemoLibraryFileError,
  demoReaderList,
  demoReaders,
  openDemoLibrary,
} from '../../../src/library/index.ts';
import { passwordHasher } from '../../../src/library/demo/passwordHash.ts';

const cheap = { N: 2, r: 1, p: 1 };
const pepper = Buffer.alloc(32, 'pepper');
const clock = () => new Date('2026-11-22T10:00:00Z');

describe('the demo library on disk', () => {
  let folder: string;
  const file = () => join(folder, 'demo-library.json');
  const open = (key = pepper) =>
    openDemoLibrary({ folder, clock, pepper: key }, passwordHasher(key, cheap));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-library-'));
  });

  it('keeps no password in its file, and no two hashes alike', async () => {
    await openAndSettle(open);
    const text = await readFile(file(), 'utf8');
    for (const { password } of demoReaderList) expect(text).not.toContain(password);
    const { passwords } = JSON.parse(text);
    const hashes = Object.values<{ hash: string }>(passwords).map((one) => one.hash);
    expect(new Set(hashes).size).toBe(demoReaderList.length);
  });

  it('does not hash again at the second start', async () => {
    await openAndSettle(open);
    const before = await stat(file(), { bigint: true });
    await openAndSettle(open);
    expect((await stat(file(), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  });

  it('makes new hashes when the key has changed', async () => {
    await openAndSettle(open);
    const library = await open(Buffer.alloc(32, 'another'));
    const { card, password } = demoReaders.eligible;
    expect(await library.authenticate(card, password)).toMatchObject({ outcome: 'authenticated' });
    await library.close();
  });

  it('lets nobody in with hashes that were made with another key', async () => {
    await openAndSettle(open);
    const stolen = JSON.parse(await readFile(file(), 'utf8'));
    const other = await mkdtemp(join(tmpdir(), 'demo-library-'));
    const key = Buffer.alloc(32, 'another');
    const openOther = () =>
      openDemoLibrary({ folder: other, clock, pepper: key }, passwordHasher(key, cheap));
    await openAndSettle(openOther);
    const { pepper: mark } = JSON.parse(await readFile(join(other, 'demo-library.json'), 'utf8'));
    await writeFile(join(other, 'demo-library.json'), JSON.stringify({ ...stolen, pepper: mark }));

    const library = await openOther();
    const { card, password } = demoReaders.eligible;
    expect(await library.authenticate(card, password)).toEqual({ outcome: 'refused' });
    await library.close();
  });

  it('can be closed while the first start still hashes, and starts well afterwards', async () => {
    const library = await open();
    await library.close();
    await openAndSettle(open);
    expect(Object.keys(JSON.parse(await readFile(file(), 'utf8')).passwords)).toHaveLength(
      demoReaderList.length,
    );
  });

  it.each(['{', '[]', '{"pepper":1}'])(
    'says what to do when its file holds %s',
    async (content) => {
      await writeFile(file(), content);
      await expect(open()).rejects.toThrow(DemoLibraryFileError);
      await expect(open()).rejects.toThrow(/Delete the file and start again/);
    },
  );
});

describe('the demo readers', () => {
  it('are marked as fictional, with their own cards and passwords', () => {
    expect(demoReaderList.length).toBeGreaterThanOrEqual(8);
    for (const { name } of demoReaderList) expect(name).toMatch(/\(postać fikcyjna\)$/);
    expect(new Set(demoReaderList.map(({ card }) => card)).size).toBe(demoReaderList.length);
    expect(new Set(demoReaderList.map(({ password }) => password)).size).toBe(
      demoReaderList.length,
    );
  });
});

/** Opens a library, waits until every password has its hash, and closes it. */
async function openAndSettle(open: () => ReturnType<typeof openDemoLibrary>): Promise<void> {
  const library = await open();
  const { card, password } = demoReaders.eligible;
  await library.authenticate(card, password);
  await library.close();
}
