import { Pool } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { openChatWindow } from '../support/chatWindow.ts';
import { call, generate, pollUntil } from '../support/directLineClient.ts';
import { HomeBrowser } from '../support/homeBrowser.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';

const postgres = postgresForTests();

async function start(url: string): Promise<RunningApplication> {
  const application = await startApplication({
    DATABASE_URL: url,
    SERVER_SECRET: '0123456789abcdef0123456789abcdef',
  });
  onTestFinished(() => application.stop());
  return application;
}

test('the whole program answers from two instances that share a database', async () => {
  const url = await postgres.newDatabase();
  const one = await start(url);
  const other = await start(url);
  const page = { origin: one.url };
  const { token } = await generate(one.url, page);
  const started = await call(one.url, 'POST', '/conversations', { token, body: {}, ...page });
  expect(started.status).toBe(201);
  const chat = started.body;
  await pollUntil(one.url, chat, (shown) => shown.length > 0);
  const path = `/conversations/${chat.conversationId}/activities`;
  const body = { type: 'message', from: { id: 'x' }, text: 'kiedy będą kody' };
  expect((await call(other.url, 'POST', path, { token, body, origin: null })).status).toBe(200);
  const shown = await pollUntil(one.url, chat, (all) => all.some(({ replyToId }) => replyToId));
  expect(shown.map(({ id }) => Number(id.slice(-7)))).toEqual(shown.map((_, index) => index));
  expect((await fetch(`${other.url}/health`)).status).toBe(200);
});

test('a question of the FAQ costs the database nine statements, and once a second a tenth', async () => {
  const { url } = await start(await postgres.newDatabase());
  const reader = await openChatWindow(new HomeBrowser(url, '127.0.0.1'));
  await reader.hears(/greet.first/);
  const statements = vi.spyOn(Pool.prototype, 'query');
  onTestFinished(() => statements.mockRestore());
  for (const [question, answer] of [
    ['kiedy są kody', /faq.when/],
    ['na ilu urządzeniach mogę czytać?', /faq.devices/],
  ] as const) {
    statements.mockClear();
    await reader.says(question);
    await reader.hears(answer);
  }
  const asked = statements.mock.calls.map(([text]) =>
    String(text).trim().split(/\s+/, 3).join(' '),
  );
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(10);
});
