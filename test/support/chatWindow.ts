import { onTestFinished } from 'vitest';
import { listen, type ShownActivity, type Stream, type WireBody } from './directLineClient.ts';
import type { HomeBrowser } from './homeBrowser.ts';

/** The chat of the library's page, open in a reader's browser until the test ends. */
export type ChatWindow = {
  readonly chat: WireBody;
  readonly stream: Stream;
  /** Says it, and returns when the server has taken it. Rejects when it is refused. */
  says(text: string): Promise<void>;
  /** Waits for the bot to say `answer`, in what it has said since the last answer; returns that. */
  hears(answer: RegExp): Promise<ShownActivity>;
  /** Signs in on the page behind the link that the bot gave; returns the link. */
  signsIn(card: string, password: string): Promise<string>;
};

export async function openChatWindow(browser: HomeBrowser): Promise<ChatWindow> {
  const path = '/v3/directline';
  const post = async (to: string, body: object, token: string): Promise<WireBody> =>
    JSON.parse(await browser.post(`${path}${to}`, body, token)) as WireBody;
  const { token } = JSON.parse(await browser.post(`${path}/tokens/generate`, {})) as WireBody;
  const chat = await post('/conversations', {}, token);
  const stream = await listen(chat.streamUrl, { origin: browser.origin });
  onTestFinished(() => stream.socket.terminate());
  let seen = 0;

  const hears: ChatWindow['hears'] = async (answer) => {
    const find = () =>
      stream
        .activities()
        .slice(seen)
        .find((one) => one.from.id === 'bot' && answer.test(JSON.stringify(one)));
    await stream.until(() => find() !== undefined);
    const found = find()!;
    seen = stream.activities().length;
    return found;
  };

  return {
    chat,
    stream,
    hears,
    async says(text) {
      const body = { type: 'message', from: { id: 'x' }, text };
      await post(`/conversations/${chat.conversationId}/activities`, body, token);
    },
    async signsIn(card, password) {
      const shown = JSON.stringify(await hears(/\/login\/[\w-]+/));
      const link = /\/login\/[\w-]+/.exec(shown)?.[0] ?? '';
      await browser.signIn(link, card, password);
      return link;
    },
  };
}
