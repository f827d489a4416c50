import { onTestFinished, test, vi } from 'vitest';
import { demoReaders, type DemoReader } from '../../src/library/index.ts';
import { calendarDay, month } from '../../src/rules/index.ts';
import { remoteOperations } from '../../src/staff/door/remoteOperations.ts';
import { dataFolderHolder } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { startApplication } from '../support/application.ts';
import { openChatWindow, type ChatWindow } from '../support/chatWindow.ts';
import { poll } from '../support/directLineClient.ts';
import { HomeBrowser } from '../support/homeBrowser.ts';
import { manifestWith } from '../support/manifestWith.ts';

/** Passwords are hashed for real, on however little of the machine is free. */
vi.setConfig({ testTimeout: 120_000 });

/** A program of which readers may wait for the draw now. */
async function beforeTheDraw() {
  const draw = '  order: draw\n  waitingMinutes: 10\n  keptMinutes: 15';
  return {
    DATA_DIR: await temporaryFolder(),
    MANIFEST_DIR: await manifestWith({ policy: [/^ {2}order: firstCome$/m, draw] }),
    DEMO_NOW: '2026-12-09T23:55',
  };
}

/** A reader who has signed in and waits. */
async function waitingReader(
  url: string,
  { card, password }: DemoReader = demoReaders.eligible,
): Promise<ChatWindow> {
  const reader = await openChatWindow(new HomeBrowser(url, '127.0.0.1'));
  await reader.hears(/greet.first/);
  await reader.says('pobierz kod');
  await reader.signsIn(card, password);
  await reader.hears(/waitForDraw.waiting/);
  return reader;
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
  const variables = await beforeTheDraw();
  const application = await startApplication(variables);
  onTestFinished(() => application.stop());
  const readers = [
    await waitingReader(application.url, demoReaders.eligible),
    await waitingReader(application.url, demoReaders.alsoEligible),
  ];
  await openMonthNow(variables.DATA_DIR);
  for (const reader of readers) {
    await reader.hears(/waitForDraw.kept/);
    await reader.says('Pobierz kod');
    await reader.hears(/yesNo.questions.claim/);
    await reader.says('tak');
    await reader.hears(/claimCode.issued/);
  }
});

test('a reader who waited before the program was started anew hears of the place all the same', async () => {
  const variables = await beforeTheDraw();
  const before = await startApplication(variables);
  const reader = await waitingReader(before.url);
  await before.stop();

  const after = await startApplication(variables);
  onTestFinished(() => after.stop());
  await openMonthNow(variables.DATA_DIR);
  const isTold = async (): Promise<boolean> =>
    (await poll(after.url, reader.chat)).text.includes('waitForDraw.kept');
  while (!(await isTold()));
});
