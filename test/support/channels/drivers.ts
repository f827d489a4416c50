import type { Activity } from 'botbuilder';
import { startConnector } from '../connector.ts';
import { messengerVariablesFor, telephoneOf } from '../messenger/messengerApplication.ts';
import { startFakeGraph, textOf, type SentMessage } from '../messenger/fakeGraph.ts';
import { textEvent, webhookSender } from '../messenger/webhookSender.ts';
import { digitsOn, visitSignInPage } from '../signInPage.ts';
import { newestLink, shownActivity, type ChannelDriver, type Shown } from './channelDriver.ts';

/** Opens a conversation on a program that was started with `variables`. */
export type ChannelUnderTest = {
  readonly variables: Readonly<Record<string, string>>;
  converse(url: string): Promise<ChannelDriver>;
  /** Objections of the other side to what the bot sent. */
  objections(): readonly string[];
  close(): Promise<void>;
};

export type ChannelName = 'Emulator' | 'Direct Line' | 'Messenger';

let conversations = 0;

export const openChannel: Readonly<Record<ChannelName, () => Promise<ChannelUnderTest>>> = {
  async Emulator() {
    const connector = await startConnector();
    return {
      variables: {},
      objections: () => [],
      close: () => connector.close(),
      async converse(url) {
        const id = `emulator-${(conversations += 1)}|livechat`;
        const post = async (activity: object): Promise<void> => {
          await fetch(`${url}/api/messages`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              id: `activity-${(conversations += 1)}`,
              channelId: 'emulator',
              conversation: { id },
              recipient: { id: 'bot', role: 'bot' },
              from: { id: 'user', role: 'user' },
              serviceUrl: connector.serviceUrl.replace('127.0.0.1', 'localhost'),
              ...activity,
            }),
          });
        };
        const say = (text: string): Promise<void> => post({ type: 'message', text });
        const shown = async (): Promise<readonly Shown[]> =>
          connector.requests
            .map(({ activity }) => activity)
            .filter(({ type, conversation }) => type === 'message' && conversation?.id === id)
            .map(shownActivity);
        return {
          open: () =>
            post({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }, { id: 'user' }] }),
          say,
          // The answer to a post comes when its turn is over.
          shown,
          async signIn(card, password) {
            const visitor = visitSignInPage(url);
            await visitor.open(newestLink(await shown()));
            const page = await visitor.signIn(card, password);
            await say(digitsOn(page));
            return page;
          },
        };
      },
    };
  },

  'Direct Line': () =>
    Promise.resolve({
      variables: {},
      objections: () => [],
      close: () => Promise.resolve(),
      async converse(url) {
        const cookies = new Map<string, string>();
        const call = async (method: string, path: string, token?: string, body?: object) => {
          const response = await fetch(`${url}/v3/directline${path}`, {
            method,
            headers: {
              origin: url,
              'content-type': 'application/json',
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            },
            ...(body ? { body: JSON.stringify(body) } : {}),
          });
          for (const cookie of response.headers.getSetCookie()) {
            const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
            cookies.set(name, value);
          }
          return (await response.json()) as {
            token: string;
            conversationId: string;
            activities: Partial<Activity>[];
          };
        };
        const { token } = await call('POST', '/tokens/generate', undefined, {});
        let path = '';
        const all = async (): Promise<readonly Shown[]> =>
          (await call('GET', `${path}/activities`, token)).activities
            .filter(({ type, from }) => type === 'message' && from?.role === 'bot')
            .map(shownActivity);
        const shown = async (count: number | null): Promise<readonly Shown[]> => {
          let seen = await all();
          while (count !== null && seen.length < count) seen = await all();
          return seen;
        };
        return {
          async open() {
            const { conversationId } = await call('POST', '/conversations', token, {});
            path = `/conversations/${conversationId}`;
          },
          async say(text) {
            await call('POST', `${path}/activities`, token, {
              type: 'message',
              from: { id: 'user' },
              text,
            });
          },
          shown,
          async signIn(card, password) {
            const visitor = visitSignInPage(url, cookies);
            await visitor.open(newestLink(await all()));
            return visitor.signIn(card, password);
          },
        };
      },
    }),

  async Messenger() {
    const graph = await startFakeGraph(() => new Date());
    return {
      variables: messengerVariablesFor(graph),
      objections: () => graph.refused,
      close: () => graph.close(),
      async converse(url) {
        const userId = `reader-${(conversations += 1)}`;
        const sender = webhookSender(`${url}/api/messenger`);
        const phone = telephoneOf(userId, graph, sender);
        const say = async (text: string): Promise<void> => {
          const at = Date.now();
          graph.hear(userId, at);
          await sender.deliver(textEvent(userId, at, `mid-${(conversations += 1)}`, text));
        };
        return {
          open: () => say('dzień dobry'),
          say,
          async shown(count) {
            await graph.until(() => graph.messagesTo(userId).length >= (count ?? 0));
            return graph.messagesTo(userId).map(shownMessage);
          },
          async signIn(card, password) {
            const visitor = visitSignInPage(url);
            await visitor.open(phone.link());
            const page = await visitor.signIn(card, password);
            await say(digitsOn(page));
            return page;
          },
        };
      },
    };
  },
};

function shownMessage(message: SentMessage['message']): Shown {
  const buttons =
    'attachment' in message && message.attachment.type === 'template'
      ? message.attachment.payload.buttons
      : [];
  return {
    text: textOf(message),
    replies: (message.quick_replies ?? []).map(({ title }) => title),
    links: buttons.flatMap((one) =>
      one.type === 'web_url' ? [{ title: one.title, url: one.url }] : [],
    ),
  };
}
