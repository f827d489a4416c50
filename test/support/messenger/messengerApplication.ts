import { startApplication, type RunningApplication } from '../application.ts';
import { startFakeGraph, testPage, textOf, type FakeGraph, type SentMessage } from './fakeGraph.ts';
import { quickReplyEvent, textEvent, webhookSender, type WebhookSender } from './webhookSender.ts';

/** A reader's telephone with Messenger on it. */
export type Telephone = {
  /** Writes, and waits for a message of the bot that contains `answer`; returns it. */
  say(text: string, answer: string | RegExp): Promise<SentMessage['message']>;
  /** Presses a quick reply under the last message. */
  press(title: string, answer: string | RegExp): Promise<SentMessage['message']>;
  /** What was on the screen, the bot's side. */
  screen(): string;
  /** The address behind the newest button with a page. */
  link(): string;
};

export type MessengerApplication = WebhookSender & {
  readonly application: RunningApplication;
  readonly graph: FakeGraph;
  telephone(userId: string): Telephone;
  close(): Promise<void>;
};

/** Variables of a program whose Page is at the fake Graph API. */
export function messengerVariablesFor(graph: FakeGraph): Record<string, string> {
  return {
    FACEBOOK_PAGE_ID: testPage.pageId,
    FACEBOOK_APP_SECRET: testPage.appSecret,
    FACEBOOK_PAGE_TOKEN: testPage.pageToken,
    FACEBOOK_VERIFY_TOKEN: testPage.verifyToken,
    FACEBOOK_GRAPH_URL: graph.url,
  };
}

/** The whole program, between Meta's webhook and Meta's Graph API. */
export async function startMessengerApplication(
  variables: Readonly<Record<string, string>> = {},
): Promise<MessengerApplication> {
  const graph = await startFakeGraph(() => new Date());
  const application = await startApplication({ ...messengerVariablesFor(graph), ...variables });
  const sender = webhookSender(`${application.url}/api/messenger`);

  return {
    ...sender,
    application,
    graph,
    telephone: (userId) => telephoneOf(userId, graph, sender),
    async close() {
      await application.stop();
      await graph.close();
    },
  };
}

export function telephoneOf(userId: string, graph: FakeGraph, sender: WebhookSender): Telephone {
  let written = 0;

  async function send(event: (mid: string) => object, answer: string | RegExp) {
    const before = graph.messagesTo(userId).length;
    const isAnswer = (message: SentMessage['message']): boolean =>
      typeof answer === 'string' ? textOf(message).includes(answer) : answer.test(textOf(message));
    const found = () => graph.messagesTo(userId).slice(before).find(isAnswer);
    graph.hear(userId, Date.now());
    written += 1;
    const { status } = await sender.deliver(event(`${userId}-${written}`));
    if (status !== 200) throw new Error(`The webhook answered ${status}.`);
    await graph.until(() => found() !== undefined);
    return found() as SentMessage['message']; // waited for above
  }

  return {
    say: (text, answer) => send((mid) => textEvent(userId, Date.now(), mid, text), answer),
    press(title, answer) {
      const replies = graph.messagesTo(userId).at(-1)?.quick_replies ?? [];
      const reply = replies.find((one) => one.title === title);
      if (!reply) throw new Error(`There is no "${title}" but ${replies.map((one) => one.title)}.`);
      return send(
        (mid) => quickReplyEvent(userId, Date.now(), mid, reply.title, reply.payload),
        answer,
      );
    },
    screen: () => graph.textsTo(userId).join('\n'),
    link() {
      const links = graph
        .messagesTo(userId)
        .flatMap((message) =>
          'attachment' in message && message.attachment.type === 'template'
            ? message.attachment.payload.buttons.flatMap((one) =>
                one.type === 'web_url' ? one.url : [],
              )
            : [],
        );
      return links.at(-1) ?? '';
    },
  };
}
