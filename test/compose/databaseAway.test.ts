import { expect, onTestFinished, test } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { claimsAre } from '../support/claimsAre.ts';
import { openChatWindow } from '../support/chatWindow.ts';
import { generate, poll } from '../support/directLineClient.ts';
import { endPageClients, pageClient } from '../support/directLineJs.ts';
import { HomeBrowser } from '../support/homeBrowser.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const [card, password] = ['901001', 'lalka1890'];

async function start(databaseUrl: string): Promise<RunningApplication> {
  const application = await startApplication({
    DATABASE_URL: databaseUrl,
    SERVER_SECRET: '0123456789abcdef0123456789abcdef',
    DEMO_NOW: '2026-12-10T09:05',
  });
  onTestFinished(() => application.stop());
  return application;
}

test(
  'while PostgreSQL is away readers get the FAQ and honest words; when it is back, the code they asked for',
  { timeout: 60_000 },
  async () => {
    const databaseUrl = await postgres.newDatabase();
    const { url } = await start(databaseUrl);
    const browser = new HomeBrowser(url, '127.0.0.1');
    const reader = await openChatWindow(browser);
    await reader.hears(/greet.first/);
    await reader.says('pobierz kod');
    const link = await reader.signsIn(card, password);
    await reader.hears(/yesNo.questions.claim/);
    await reader.says('kiedy są kody');
    await reader.hears(/faq.when/);

    // Microsoft's client where sockets do not get through: it asks again and again.
    const { token } = await generate(url, { origin: url });
    const polling = pageClient(url, { token, webSocket: false, timeout: 20_000 });
    onTestFinished(endPageClients);
    await polling.until(({ texts }) => /automatyczny asystent/.test(texts().join()));

    await postgres.server().crash();
    await reader.says('na ilu urządzeniach mogę czytać?');
    await reader.hears(/faq.devices/);
    await reader.says('ile jest kodów');
    await reader.hears(/410 kodów.*chwilowo nie mogę sprawdzić/);
    await reader.says('pobierz kod');
    await reader.hears(/root.storeAway/);
    await reader.says('a kiedy będą?');
    await reader.hears(/Następne kody: 10 stycznia/);

    expect(await polling.post('jakie są warunki')).toContain('|');
    await polling.until(({ texts }) => /Źródło/.test(texts().at(-1) ?? ''));
    await polling.post('pobierz kod');
    await polling.until(({ texts }) => /Chwilowo nie mam dostępu/.test(texts().at(-1) ?? ''));

    // A chat that begins meanwhile.
    const late = await openChatWindow(new HomeBrowser(url, '127.0.0.1'));
    await late.hears(/greet.first/);
    await late.says('jakie są warunki');
    const heard = await late.hears(/faq.conditions/);
    // Nobody here would see the answer.
    const deaf = await openChatWindow(new HomeBrowser(url, '127.0.0.1'));
    await deaf.hears(/greet.first/);
    deaf.stream.socket.close();
    await deaf.stream.closed;
    await expect(deaf.says('jakie są warunki')).rejects.toThrow('503');
    const page = await browser.send('GET', link);
    expect(page.status).toBe(503);
    expect(page.body).toContain('Logowanie chwilowo nie działa');
    expect((await fetch(url + link)).headers.get('retry-after')).toBe('5');
    await claimsAre(url, 'held');

    await postgres.server().start();
    await claimsAre(url, 'ok');
    await reader.says('tak');
    const code = /DEMO2612\d+/.exec(JSON.stringify(await reader.hears(/DEMO2612\d+/)))?.[0];
    await reader.says('przypomnij kod');
    await reader.hears(new RegExp(String(code)));
    expect(reader.stream.activities().filter(({ text }) => /root.failed/.test(text ?? ''))).toEqual(
      [],
    );

    await polling.post('dziękuję');
    await polling.until(({ activities }) => /smallTalk.thanks/.test(JSON.stringify(activities)));
    expect(polling.statuses.at(-1)).toBe('Online');
    expect(new Set(polling.statuses)).toEqual(new Set(['Uninitialized', 'Connecting', 'Online']));

    // What was said meanwhile is shown by any instance from now on.
    await late.says('dziękuję');
    await late.hears(/smallTalk.thanks/);
    const greetings = late.stream.activities().filter((one) => /greet/.test(JSON.stringify(one)));
    expect(greetings).toHaveLength(1);
    const other = await start(databaseUrl);
    const replay = await poll(other.url, late.chat, '0');
    expect(replay.body.activities.map(({ id }) => id)).toContain(heard.id);
  },
);
