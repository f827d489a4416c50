import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Reader } from '../../bench/release/reader.ts';
import { demoReaders } from '../../src/library/index.ts';
import { calendarDay, month } from '../../src/rules/index.ts';
import { remoteOperations } from '../../src/staff/door/remoteOperations.ts';
import { dataFolderHolder } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { startApplication } from '../support/application.ts';

/** Passwords are hashed for real, on however little of the machine is free. */
vi.setConfig({ testTimeout: 120_000 });

/** The shipped manifest, but for the order of readers. */
async function manifestWithDraw(): Promise<string> {
  const folder = join(await temporaryFolder(), 'manifest');
  await cp('manifest', folder, { recursive: true });
  const file = join(folder, 'policy/2024-06-07.yml');
  const rules = await readFile(file, 'utf8');
  const draw = '  order: draw\n  waitingMinutes: 10\n  keptMinutes: 15\n';
  await writeFile(file, rules.replace('  order: firstCome\n', draw));
  return folder;
}

test('readers who wait in their chats hear of their place without asking, and fetch their codes', async () => {
  const folder = await temporaryFolder();
  const application = await startApplication({
    DATA_DIR: folder,
    MANIFEST_DIR: await manifestWithDraw(),
    DEMO_NOW: '2026-12-09T23:55',
  });
  const readers = [demoReaders.eligible, demoReaders.alsoEligible].map(
    ({ card, password }, index) =>
      new Reader(application.url, { card, password, address: `127.3.0.${index + 1}` }),
  );
  onTestFinished(async () => {
    for (const reader of readers) reader.leave();
    await application.stop();
  });
  for (const reader of readers) {
    await reader.open();
    await reader.signIn();
    expect(await reader.ask('pobierz kod')).toContain('waitForDraw.waiting');
  }

  const told = readers.map((reader) => reader.hear());
  // Staff open the month now, so that the test need not wait for midnight.
  const holder = await dataFolderHolder(folder);
  await remoteOperations(holder!.door!).setRelease(
    month('2026-12'),
    calendarDay('2026-12-09'),
    '23:50',
  );
  for (const heard of await Promise.all(told)) expect(heard).toContain('waitForDraw.kept');
  for (const reader of readers) {
    expect(await reader.ask('Pobierz kod')).toContain('yesNo.questions.claim');
    expect(await reader.ask('tak')).toContain('claimCode.issued');
  }
});
