import { expect, onTestFinished, test } from 'vitest';
import { diskError, watchedDisk } from '../storage/support/watchedDisk.ts';
import { startApplication } from '../support/application.ts';
import { call, generate, type WireBody } from '../support/directLineClient.ts';

/** The page's own chat, as the application opens it on its own address. */
async function openChat(url: string): Promise<WireBody> {
  const { token } = await generate(url, { origin: url });
  const started = await call(url, 'POST', '/conversations', { token, origin: url, body: {} });
  expect(started.status).toBe(201);
  return started.body;
}

async function ask(url: string, chat: WireBody, text: string): Promise<string> {
  const path = `/conversations/${chat.conversationId}/activities`;
  const wire = { token: chat.token, origin: url };
  const { watermark } = (await call(url, 'GET', path, wire)).body;
  const body = { type: 'message', from: { id: 'whoever' }, text };
  expect((await call(url, 'POST', path, { ...wire, body })).status).toBe(200);
  const heard = await call(url, 'GET', `${path}?watermark=${watermark}`, wire);
  const replies = heard.body.activities.filter(({ from }) => from.id === 'bot');
  return replies.map((reply) => reply.text ?? '').join('\n');
}

test.each(['ENOSPC', 'EIO'] as const)(
  'readers get answers to the FAQ while the disk takes nothing (%s), and no apology with them',
  async (code) => {
    const watched = watchedDisk();
    const application = await startApplication({}, { disk: watched.disk });
    onTestFinished(() => application.stop());
    const early = await openChat(application.url);
    await ask(application.url, early, 'dzień dobry');

    watched.trouble = ({ operation }) =>
      ['write', 'append', 'openAppend', 'makeFolder', 'rename'].includes(operation)
        ? diskError(code)
        : null;
    const late = await openChat(application.url);
    for (const chat of [early, late]) {
      const answer = await ask(application.url, chat, 'na ilu urządzeniach mogę czytać?');
      expect(answer).toMatch(/urządze/);
      expect(answer).not.toContain('Coś poszło nie tak');
      expect(await ask(application.url, chat, 'ile jest kodów?')).toMatch(/410/);
    }

    watched.trouble = null;
    expect(await ask(application.url, late, 'kiedy będą kody?')).toMatch(/10/);
  },
);
