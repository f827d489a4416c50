import { chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServerSecret, rotateServerSecret } from '../../src/storage/index.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';

const configured = { current: '0123456789abcdef0123456789abcdef', previous: null };

describe('the server secret', () => {
  test('gives the same key for the same purpose after every start', async () => {
    const folder = await temporaryFolder();
    const first = (await openServerSecret(folder)).deriveKey('tokens');
    const second = (await openServerSecret(folder)).deriveKey('tokens');
    expect(first).toHaveLength(32);
    expect(second).toEqual(first);
  });

  test('gives different purposes and different installations different keys', async () => {
    const secret = await openServerSecret(await temporaryFolder());
    const other = await openServerSecret(await temporaryFolder());
    expect(secret.deriveKey('tokens')).not.toEqual(secret.deriveKey('audit'));
    expect(secret.deriveKey('tokens')).not.toEqual(other.deriveKey('tokens'));
  });

  test('is kept where only its owner can read it, also after a careless restore', async () => {
    const folder = await temporaryFolder();
    await openServerSecret(folder);
    const file = join(folder, 'server-secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    await openServerSecret(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('can be configured, and then leaves no file', async () => {
    const folder = await temporaryFolder();
    const one = await openServerSecret(folder, configured);
    const two = await openServerSecret(await temporaryFolder(), configured);
    expect(two.deriveKey('tokens')).toEqual(one.deriveKey('tokens'));
    await expect(stat(join(folder, 'server-secret'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('that is configured too short is refused', async () => {
    await expect(
      openServerSecret(await temporaryFolder(), { ...configured, current: 'hunter2' }),
    ).rejects.toMatchObject({
      code: 'SECRET_INVALID',
    });
  });

  test('changes in the data folder, and the old one still checks what it made', async () => {
    const folder = await temporaryFolder();
    const before = await openServerSecret(folder);
    await rotateServerSecret(folder);
    const after = await openServerSecret(folder);
    expect(after.deriveKey('tokens')).not.toEqual(before.deriveKey('tokens'));
    expect(after.deriveKeys('tokens')).toEqual([
      after.deriveKey('tokens'),
      before.deriveKey('tokens'),
    ]);
    expect((await stat(join(folder, 'server-secret.previous'))).mode & 0o777).toBe(0o600);
    await rotateServerSecret(folder);
    const last = await openServerSecret(folder);
    expect(last.deriveKeys('tokens')[1]).toEqual(after.deriveKey('tokens'));
    expect(last.deriveKeys('tokens')).toHaveLength(2);
  });

  test('changes by configuration in the same way', async () => {
    const previous = 'fedcba9876543210fedcba9876543210';
    const folder = await temporaryFolder();
    const old = await openServerSecret(folder, { current: previous, previous: null });
    const now = await openServerSecret(folder, { ...configured, previous });
    expect(now.deriveKeys('tokens')[1]).toEqual(old.deriveKey('tokens'));
  });

  test('that is damaged stops the start instead of being replaced', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server-secret'), 'half a sec');
    await expect(openServerSecret(folder)).rejects.toMatchObject({ code: 'SECRET_INVALID' });
  });

  test('that is missing beside an audit stops the start instead of being made anew', async () => {
    const folder = await temporaryFolder();
    await openServerSecret(folder);
    await mkdir(join(folder, 'audit'));
    await writeFile(join(folder, 'audit', '2026-12.ledger.ndjson'), '');
    await rm(join(folder, 'server-secret'));
    await expect(openServerSecret(folder)).rejects.toMatchObject({
      code: 'SECRET_INVALID',
      nextStep: expect.stringContaining('backup') as unknown,
    });
    await expect(openServerSecret(folder, configured)).resolves.toBeDefined();
  });
});
