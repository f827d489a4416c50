import { expect, onTestFinished, test } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { listen, poll, type ShownActivity, type WireBody } from '../support/directLineClient.ts';
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

/** A reader with the chat open in a browser. */
async function openChat(url: string, browser: HomeBrowser) {
  const path = '/v3/directline';
  const post = async (to: string, body: object, token: string): Promise<WireBody> =>
    JSON.parse(await browser.post(`${path}${to}`, body, token)) as WireBody;
  const { token } = JSON.parse(await browser.post(`${path}/tokens/generate`, {})) as WireBody;
  const chat = await post('/conversations', {}, token);
  const stream = await listen(chat.streamUrl, { origin: url });
  onTestFinished(() => stream.socket.terminate());
  const isBots = ({ from }: ShownActivity): boolean => from.id === 'bot';
  let seen = 0;

  return {
    chat,
    stream,
    /** Waits for the bot to say `answer`, in what it has said since the last answer; returns that. */
    async hears(answer: RegExp): Promise<ShownActivity> {
      const find = () =>
        stream
          .activities()
          .slice(seen)
          .find((one) => isBots(one) && answer.test(JSON.stringify(one)));
      await stream.until(() => find() !== undefined);
      const found = find()!;
      seen = stream.activities().length;
      return found;
    },
    async says(text: string): Promise<void> {
      const body = { type: 'message', from: { id: 'x' }, text };
      await post(`/conversations/${chat.conversationId}/activities`, body, token);
    },
  };
}

async function claimsAre(url: string, state: 'ok' | 'held'): Promise<void> {
  for (;;) {
    const { claims } = (await (await fetch(`${url}/health`)).json()) as { claims: string };
    if (claims === state) return;
  }
}

test(
  'while PostgreSQL is away readers get the FAQ and honest words; when it is back, the code they asked for',
  { timeout: 60_000 },
  async () => {
    const databaseUrl = await postgres.newDatabase();
    const { url } = await start(databaseUrl);
    const browser = new HomeBrowser(url, '127.0.0.1');
    const reader = await openChat(url, browser);
    await reader.hears(/greet.first/);
    await reader.says('pobierz kod');
    const shown = await reader.hears(/\/login\/[\w-]+/);
    const link = /\/login\/[\w-]+/.exec(JSON.stringify(shown))?.[0] ?? '';
    await browser.signIn(link, card, password);
    await reader.hears(/yesNo.questions.claim/);
    await reader.says('kiedy są kody');
    await reader.hears(/faq.when/);

    await postgres.server().crash();
    await reader.says('na ilu urządzeniach mogę czytać?');
    await reader.hears(/faq.devices/);
    await reader.says('ile jest kodów');
    await reader.hears(/410 kodów.*chwilowo nie mogę sprawdzić/);
    await reader.says('pobierz kod');
    await reader.hears(/root.storeAway/);
    await reader.says('a kiedy będą?');
    await reader.hears(/Następne kody: 10 stycznia/);

    // A chat that begins meanwhile.
    const late = await openChat(url, new HomeBrowser(url, '127.0.0.1'));
    await late.hears(/greet.first/);
    await late.says('jakie są warunki');
    const heard = await late.hears(/faq.conditions/);
    const page = await browser.send('GET', link);
    expect(page.status).toBe(503);
    expect(page.body).toContain('Logowanie chwilowo nie działa');
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
