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
import { openChatWindow } from '../support/chatWindow.ts';
import { poll } from '../support/directLineClient.ts';
import { HomeBrowser } from '../support/homeBrowser.ts';

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

/** As staff do, so that the test need not wait for midnight. */
async function openMonthNow(folder: string): Promise<void> {
  const holder = await dataFolderHolder(folder);
  await remoteOperations(holder!.door!).setRelease(
    month('2026-12'),
    calendarDay('2026-12-09'),
    '23:50',
  );
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
  await openMonthNow(folder);
  for (const heard of await Promise.all(told)) expect(heard).toContain('waitForDraw.kept');
  for (const reader of readers) {
    expect(await reader.ask('Pobierz kod')).toContain('yesNo.questions.claim');
    expect(await reader.ask('tak')).toContain('claimCode.issued');
  }
});

test('a reader who waited before the program was started anew hears of the place all the same', async () => {
  const variables = {
    DATA_DIR: await temporaryFolder(),
    MANIFEST_DIR: await manifestWithDraw(),
    DEMO_NOW: '2026-12-09T23:55',
  };
  const before = await startApplication(variables);
  const reader = await openChatWindow(new HomeBrowser(before.url, '127.0.0.1'));
  await reader.hears(/greet.first/);
  await reader.says('pobierz kod');
  const { card, password } = demoReaders.eligible;
  await reader.signsIn(card, password);
  await reader.hears(/waitForDraw.waiting/);
  await before.stop();

  const after = await startApplication(variables);
  onTestFinished(() => after.stop());
  await openMonthNow(variables.DATA_DIR);
  const isTold = async (): Promise<boolean> =>
    (await poll(after.url, reader.chat)).text.includes('waitForDraw.kept');
  while (!(await isTold()));
});
