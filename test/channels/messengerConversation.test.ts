import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startMessengerApplication,
  type MessengerApplication,
} from '../support/messenger/messengerApplication.ts';
import { postbackEvent } from '../support/messenger/webhookSender.ts';
import { digitsOn, visitSignInPage } from '../support/signInPage.ts';

const reader = { card: '901001', password: 'lalka1890' };
const attacker = { card: '901002', password: 'promien1897' };
const code = /\b[A-Z0-9]{4} [A-Z0-9]{4}/;

let messenger: MessengerApplication;

beforeAll(async () => {
  messenger = await startMessengerApplication({ DEMO_NOW: '2026-12-10T09:30' });
}, 120_000);
afterAll(() => messenger.close());

describe('a reader on Messenger', () => {
  test('is told first that this is a machine, asks, signs in with the typed code and claims', async () => {
    const phone = messenger.telephone('anna');
    const greeting = await phone.say('dzień dobry', 'automatyczny asystent');
    expect(greeting.quick_replies?.map(({ title }) => title)).toContain('Pobierz kod');
    await phone.press('Pobierz kod', 'Link działa 10 minut');
    await phone.say('kiedy można pobierać kody?', 'Wracając do logowania');
    expect(phone.screen()).not.toContain('/login/');
    const visitor = visitSignInPage(messenger.application.url);
    await visitor.open(phone.link());
    const digits = digitsOn(await visitor.signIn(reader.card, reader.password));
    expect(digits).toMatch(/^\d{6}$/);
    await phone.say(digits, 'Pobrać teraz kod');
    expect(phone.screen()).toContain('karta …1001');

    await phone.press('Tak', 'Oto Twój kod');
    expect(phone.screen()).toContain('31 grudnia 2026 r.');
    const [first] = code.exec(phone.screen()) ?? [];
    await phone.say('przypomnij kod', String(first));
    expect(messenger.graph.refused).toEqual([]);
  });

  test('uses the menu, and sends a picture', async () => {
    const phone = messenger.telephone('jan');
    await phone.say('hej', 'automatyczny asystent');
    messenger.graph.hear('jan', Date.now());
    const before = messenger.graph.messagesTo('jan').length;
    await messenger.deliver(postbackEvent('jan', Date.now(), 'menu', 'Kiedy?', 'v1:faq.when'));
    await messenger.graph.until(() => messenger.graph.messagesTo('jan').length > before);
    expect(messenger.graph.textsTo('jan').at(-1)).toContain('10');
    await messenger.deliver({
      sender: { id: 'jan' },
      recipient: { id: '100200300400500' },
      timestamp: Date.now(),
      message: { mid: 'picture', attachments: [{ type: 'image', payload: { url: 'https://x' } }] },
    });
    await messenger.graph.until(() => phone.screen().includes('Czytam tylko tekst'));
  });
});

describe('attacks on the sign-in', () => {
  test('A13: who follows a forwarded link gets a code that is refused in his own chat, and the attacker stays signed out', async () => {
    const theirs = messenger.telephone('attacker');
    const ours = messenger.telephone('victim');
    await theirs.say('hej', 'automatyczny asystent');
    await theirs.say('pobierz kod', 'Link działa 10 minut');
    await ours.say('hej', 'automatyczny asystent');
    await ours.say('pobierz kod', 'Link działa 10 minut');

    const visitor = visitSignInPage(messenger.application.url);
    await visitor.open(theirs.link());
    const digits = digitsOn(await visitor.signIn(reader.card, reader.password));
    expect(digits).toMatch(/^\d{6}$/);

    await ours.say(digits, 'Te cyfry nie działają');
    await ours.say('moje dane', /.+/);
    await theirs.say('moje dane', /.+/);
    for (const phone of [ours, theirs]) expect(phone.screen()).not.toMatch(/Zalogowano|…1001/);
  });

  test('A14: the code of an attacker who signed in as himself is refused in the chat of a reader', async () => {
    const theirs = messenger.telephone('attacker-2');
    const ours = messenger.telephone('victim-2');
    await theirs.say('hej', 'automatyczny asystent');
    await theirs.say('pobierz kod', 'Link działa 10 minut');
    const visitor = visitSignInPage(messenger.application.url);
    await visitor.open(theirs.link());
    const digits = digitsOn(await visitor.signIn(attacker.card, attacker.password));
    expect(digits).toMatch(/^\d{6}$/);

    await ours.say('hej', 'automatyczny asystent');
    await ours.say('pobierz kod', 'Link działa 10 minut');
    await ours.say(digits, 'Te cyfry nie działają');
    expect(ours.screen()).not.toContain('Zalogowano');
    await theirs.say(digits, 'Zalogowano');
  });

  test('A15: Meta’s crawler follows the link as often as it likes, and it still works', async () => {
    const phone = messenger.telephone('ewa');
    await phone.say('hej', 'automatyczny asystent');
    await phone.say('pobierz kod', 'Link działa 10 minut');
    for (let visit = 0; visit < 3; visit += 1) await fetch(phone.link(), { redirect: 'follow' });
    const visitor = visitSignInPage(messenger.application.url);
    await visitor.open(phone.link());
    await phone.say(digitsOn(await visitor.signIn(reader.card, reader.password)), 'Zalogowano');
  });

  test('a button of another chat, or a typed payload, signs nobody in', async () => {
    const phone = messenger.telephone('forger');
    await phone.say('hej', 'automatyczny asystent');
    messenger.graph.hear('forger', Date.now());
    const before = phone.screen();
    await messenger.deliver(
      postbackEvent('forger', Date.now(), 'forged', 'signedIn', 'v1:signedIn'),
    );
    await messenger.graph.until(() => phone.screen() !== before);
    expect(phone.screen()).not.toContain('Zalogowano');
  });
});
