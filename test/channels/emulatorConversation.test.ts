import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { digitsOn, visitSignInPage } from '../support/signInPage.ts';

let application: RunningApplication;
let connector: Connector;

beforeAll(async () => {
  application = await startApplication({ DEMO_NOW: '2026-12-10T09:30' });
  connector = await startConnector();
}, 120_000);

afterAll(async () => {
  await application.stop();
  await connector.close();
});

/** Posts as the Emulator does. */
async function post(activity: Record<string, unknown>): Promise<number> {
  const response = await fetch(`${application.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'node-fetch/1.0' },
    body: JSON.stringify({
      channelId: 'emulator',
      conversation: { id: 'c2882bc0-e66a-11f1|livechat' },
      id: 'd642cd20-e66a-11f1',
      localTimestamp: '2026-11-22T11:27:54+00:00',
      timestamp: '2026-11-22T11:27:54.568Z',
      recipient: { id: 'b-1', name: 'Bot', role: 'bot' },
      from: { id: 'u-1', name: 'User', role: 'user' },
      locale: 'en-US',
      serviceUrl: connector.serviceUrl.replace('127.0.0.1', 'localhost'),
      ...activity,
    }),
  });
  return response.status;
}

const say = (text: string) =>
  post({ type: 'message', text, textFormat: 'plain', channelData: { clientActivityID: '1' } });

const labels = (): (string | undefined)[] =>
  connector.requests
    .filter(({ activity }) => activity.type === 'message')
    .map(({ activity }) => activity.label);

test('a member of staff greets, asks, signs in with the typed code and claims in the Emulator', async () => {
  const members = [
    { id: 'b-1', name: 'Bot' },
    { id: 'u-1', name: 'User' },
  ];
  expect(await post({ type: 'conversationUpdate', membersAdded: members })).toBe(200);
  expect(labels()).toEqual(['greet.first']);

  expect(await say('kiedy można pobierać kody?')).toBe(200);
  expect(labels().at(-1)).toBe('faq.when');

  await say('pobierz kod');
  const card = connector.requests.find(
    ({ activity }) => activity.label === 'signIn.link.typedCode',
  );
  const link =
    JSON.stringify(card?.activity.attachments).match(/http[^"]+\/login\/[\w-]+/)?.[0] ?? '';
  const visitor = visitSignInPage(application.url);
  await visitor.open(link);
  const code = digitsOn(await visitor.signIn('901001', 'lalka1890'));

  await say(code);
  expect(labels().slice(-2)).toEqual(['signIn.signedIn', 'yesNo.questions.claim']);
  await say('tak');
  expect(labels().at(-1)).toBe('claimCode.issued');
  expect(connector.texts().at(-1)).toContain('31 grudnia 2026 r. (czwartek)');

  const replies = connector.requests.filter(({ activity }) => activity.type === 'message');
  expect(replies.every(({ activity }) => activity.replyToId === 'd642cd20-e66a-11f1')).toBe(true);
});
