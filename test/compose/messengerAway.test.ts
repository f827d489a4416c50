import { expect, onTestFinished, test } from 'vitest';
import { claimsAre } from '../support/claimsAre.ts';
import { manifestWith } from '../support/manifestWith.ts';
import { startMessengerApplication } from '../support/messenger/messengerApplication.ts';
import { textEvent } from '../support/messenger/webhookSender.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';
import { digitsOn, visitSignInPage } from '../support/signInPage.ts';

const postgres = postgresForTests();
const code = /\b[A-Z0-9]{4}( [A-Z0-9]{2,4})+\b/;

test(
  'while PostgreSQL is away Messenger gets the FAQ and honest words, each once; a page with a code keeps it',
  { timeout: 60_000 },
  async () => {
    const messenger = await startMessengerApplication({
      DATABASE_URL: await postgres.newDatabase(),
      SERVER_SECRET: '0123456789abcdef0123456789abcdef',
      DEMO_NOW: '2026-12-10T09:05',
      MANIFEST_DIR: await manifestWith({ library: [/codeDelivery: chat/, 'codeDelivery: page'] }),
    });
    onTestFinished(() => messenger.close());
    const anna = messenger.telephone('anna');
    await anna.say('dzień dobry', 'automatyczny asystent');
    await anna.say('pobierz kod', 'Link działa 10 minut');
    const visitor = visitSignInPage(messenger.application.url);
    await visitor.open(anna.link());
    await anna.say(digitsOn(await visitor.signIn('901001', 'lalka1890')), 'Pobrać teraz kod');
    await anna.say('tak', 'Oto Twój kod');
    const page = anna.link();

    await postgres.server().crash();
    for (const method of ['GET', 'POST']) {
      const away = await fetch(page, { method });
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await away.text()).toContain('Chwilowo nie możemy pokazać kodu');
    }
    await anna.say('jakie są warunki', 'Dostaniesz kod, jeśli');
    await anna.say('przypomnij kod', 'Chwilowo nie mam dostępu do kont i kodów');
    const bob = messenger.telephone('bob');
    await bob.say('na ilu urządzeniach mogę czytać?', 'Z dwóch urządzeń');
    const answers = bob.screen();
    const again = textEvent('bob', Date.now(), 'bob-1', 'na ilu urządzeniach mogę czytać?');
    expect((await messenger.deliver(again)).status).toBe(200);

    await postgres.server().start();
    await claimsAre(messenger.application.url, 'ok');
    const shown = await fetch(page, { method: 'POST' });
    expect(await shown.text()).toMatch(code);
    await anna.say('przypomnij kod', 'Twój kod na grudzień');
    expect((await messenger.deliver(again)).status).toBe(200);
    expect(bob.screen()).toBe(answers);
    expect(messenger.graph.refused).toEqual([]);
  },
);
