import { expect, test } from 'vitest';
import { manifestWith } from '../support/manifestWith.ts';
import {
  startMessengerApplication,
  type MessengerApplication,
} from '../support/messenger/messengerApplication.ts';
import { digitsOn, visitSignInPage } from '../support/signInPage.ts';

const code = /\b[A-Z0-9]{4}( [A-Z0-9]{2,4})+\b/;

async function startWith(delivery: 'chat' | 'page'): Promise<MessengerApplication> {
  return startMessengerApplication({
    DEMO_NOW: '2026-12-10T09:30',
    MANIFEST_DIR: await manifestWith({
      library: [/codeDelivery: chat/, `codeDelivery: ${delivery}`],
    }),
  });
}

async function claim(messenger: MessengerApplication, answer: string) {
  const phone = messenger.telephone('anna');
  await phone.say('dzień dobry', 'automatyczny asystent');
  await phone.say('pobierz kod', 'Link działa 10 minut');
  const visitor = visitSignInPage(messenger.application.url);
  await visitor.open(phone.link());
  await phone.say(digitsOn(await visitor.signIn('901001', 'lalka1890')), 'Pobrać teraz kod');
  await phone.say('tak', answer);
  return phone;
}

test('a code that a page shows never enters the chat; opening the page changes nothing, its button shows the code once', async () => {
  const messenger = await startWith('page');
  const phone = await claim(messenger, 'Oto Twój kod');
  expect(phone.screen()).not.toMatch(code);
  const link = phone.link();
  expect(link).toMatch(/\/kod\/[\w-]{43}$/);

  for (let visit = 0; visit < 3; visit += 1) {
    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).not.toMatch(code);
  }
  const answers = await Promise.all([1, 2, 3].map(() => fetch(link, { method: 'POST' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.filter((page) => code.test(page))).toHaveLength(1);
  expect((await fetch(link)).status).toBe(410);

  const asked = phone.link();
  await phone.say('przypomnij kod', /kod/i);
  await messenger.graph.until(() => phone.link() !== asked);
  const again = await fetch(phone.link(), { method: 'POST' });
  expect(await again.text()).toMatch(code);
  expect(messenger.graph.refused).toEqual([]);

  for (const guess of ['x', 'a'.repeat(43), '..%2f..%2fledger', '%00']) {
    const guessed = `${messenger.application.url}/kod/${guess}`;
    expect([400, 404, 410]).toContain((await fetch(guessed, { method: 'POST' })).status);
  }
  await messenger.close();
}, 120_000);

test('a code in the chat comes with the words that it stays there', async () => {
  const messenger = await startWith('chat');
  const phone = await claim(messenger, 'Ta wiadomość zostanie w historii Messengera');
  expect(phone.screen()).toMatch(code);
  expect((await fetch(`${messenger.application.url}/kod/x`)).status).toBe(404);
  await messenger.close();
}, 120_000);
