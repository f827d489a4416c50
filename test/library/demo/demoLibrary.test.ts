import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  DemoLibraryFileError,
  demoReaderList,
  demoReaders,
  openDemoLibrary,
  type DemoReader,
} from '../../../src/library/index.ts';
import { openDemoLibraryFile } from '../../../src/library/demo/demoLibraryFile.ts';
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
    await signInEverybody(open);
    const text = await readFile(file(), 'utf8');
    for (const { password } of demoReaderList) expect(text).not.toContain(password);
    const { passwords } = JSON.parse(text).data;
    const hashes = Object.values<{ hash: string }>(passwords).map((one) => one.hash);
    expect(new Set(hashes).size).toBe(demoReaderList.length);
  });

  it('hashes a password once, however many sign in at the same time, and never again', async () => {
    const library = await open();
    const { card, password } = demoReaders.eligible;
    const answers = await Promise.all([1, 2, 3].map(() => library.authenticate(card, password)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(3).fill('authenticated'));
    await library.close();
    const before = await readFile(file(), 'utf8');
    expect(Object.keys(JSON.parse(before).data.passwords)).toEqual([card]);
    await signIn(open);
    expect(await readFile(file(), 'utf8')).toBe(before);
  });

  it('starts without hashing anything', async () => {
    let hashed = 0;
    const hasher = passwordHasher(pepper, cheap);
    const counting = { ...hasher, hash: (text: string) => ((hashed += 1), hasher.hash(text)) };
    await (await openDemoLibrary({ folder, clock, pepper }, counting)).close();
    expect(hashed).toBe(0);
  });

  it('lets nobody else on the machine read its file', async () => {
    await signIn(open);
    expect((await stat(file())).mode & 0o077).toBe(0);
  });

  it('makes new hashes when the key has changed', async () => {
    await signIn(open);
    const library = await open(Buffer.alloc(32, 'another'));
    const { card, password } = demoReaders.eligible;
    expect(await library.authenticate(card, password)).toMatchObject({ outcome: 'authenticated' });
    await library.close();
  });

  it('lets nobody in with hashes that were made with another key', async () => {
    await signIn(open);
    const key = Buffer.alloc(32, 'another');
    const stolen = await openDemoLibraryFile(folder, pepper);
    const { card, password } = demoReaders.eligible;
    const other = await mkdtemp(join(tmpdir(), 'demo-library-'));
    await (await openDemoLibraryFile(other, key)).save(card, stolen.passwordOf(card)!);
    const openOther = () =>
      openDemoLibrary({ folder: other, clock, pepper: key }, passwordHasher(key, cheap));

    const library = await openOther();
    expect(await library.authenticate(card, password)).toEqual({ outcome: 'refused' });
    await library.close();
  });

  it('can be closed while it hashes, and has saved what it hashed', async () => {
    const library = await open();
    const { card, password } = demoReaders.eligible;
    const signedIn = library.authenticate(card, password);
    await library.close();
    expect(Object.keys(JSON.parse(await readFile(file(), 'utf8')).data.passwords)).toEqual([card]);
    expect(await signedIn).toEqual({ outcome: 'authenticated', card });
  });

  it.each(['{', '[]', '{"pepper":1}'])(
    'says what to do when its file holds %s',
    async (content) => {
      await writeFile(file(), content);
      await expect(open()).rejects.toThrow(DemoLibraryFileError);
      await expect(open()).rejects.toThrow(/Delete it and start again/);
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

type Open = () => ReturnType<typeof openDemoLibrary>;

async function signIn(open: Open, readers: readonly DemoReader[] = [demoReaders.eligible]) {
  const library = await open();
  for (const { card, password } of readers) await library.authenticate(card, password);
  await library.close();
}

const signInEverybody = (open: Open) => signIn(open, demoReaderList);
