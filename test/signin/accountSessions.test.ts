import { expect, it } from 'vitest';
import { openAccountSessions } from '../../src/signin/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { kowalska } from './support/testLibrary.ts';
import { startSignIn, webChat, type TestSignIn } from './support/testSignIn.ts';

const card = kowalska.card as CardNumber;

async function withOneSession(): Promise<TestSignIn> {
  const test = await startSignIn();
  const browser = test.newBrowser();
  await test.openChat(browser);
  await browser.open(await test.link());
  await browser.signIn(kowalska);
  return test;
}

it('staff sees and ends the sessions of a card while no bot runs', async () => {
  const test = await withOneSession();
  expect(await test.signIn.sessionsOf(card)).toBe(1);

  const accounts = await openAccountSessions(test.options);
  expect(await accounts.sessionsOf(card)).toBe(1);
  expect(await accounts.sessionsOf('200100099' as CardNumber)).toBe(0);
  await accounts.endSessions(card);
  expect(await accounts.sessionsOf(card)).toBe(0);
  expect(await test.signIn.readerOf(webChat)).toBeNull();
  await test.close();
});

it('sessions that ran out are not counted', async () => {
  const test = await withOneSession();
  test.pass(61 * 60_000);
  expect(await test.signIn.sessionsOf(card)).toBe(0);
  await test.close();
});
