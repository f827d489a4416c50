import { ConversationState, MemoryStorage, type Activity } from 'botbuilder';
import type { Server } from 'restify';
import {
  createBotFrameworkChannel,
  type BotFrameworkMode,
} from '../../../src/channels/botframework/index.ts';
import type { Channel, RunTurn } from '../../../src/channels/channel.ts';
import type { Clock } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import { createServer, listen, stop } from '../../../src/server.ts';
import type { Chat } from '../../../src/signin/index.ts';
import { startConnector, type Connector } from '../../support/connector.ts';

export type Heard = { readonly chat: Chat; readonly activity: Activity };

/** The channel on a real server, with a bot that repeats what it hears and a real connector. */
export type Rig = {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  readonly channel: Channel;
  readonly connector: Connector;
  /** What reached the bot. */
  readonly heard: readonly Heard[];
  written(): string;
  post(
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
};

export type RigOptions = {
  readonly mode?: BotFrameworkMode;
  readonly runTurn?: RunTurn;
  readonly clock?: Clock;
  readonly connectorPath?: string;
  readonly connectorTimeoutMs?: number;
};

export const NOW = new Date('2026-12-10T08:00:00Z');

export const echo: RunTurn = async (context) => {
  const { type, text, membersAdded } = context.activity;
  if (type === 'message') await context.sendActivity(`echo: ${text ?? ''}`);
  if (type === 'conversationUpdate') {
    const joined = membersAdded?.filter(({ id }) => id !== context.activity.recipient.id) ?? [];
    for (const { id } of joined) await context.sendActivity(`hello ${id}`);
  }
  if (type === 'event') await context.sendActivity(`event: ${context.activity.name ?? ''}`);
};

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { runTurn = echo, clock = () => NOW, connectorTimeoutMs = 10_000 } = options;
  let written = '';
  const log = createLog('info', { write: (line) => void (written += line) });
  const heard: Heard[] = [];
  const storage = new MemoryStorage();
  const channel = createBotFrameworkChannel({
    mode: options.mode ?? { kind: 'emulator' },
    storage,
    conversationState: new ConversationState(storage),
    log,
    clock,
    connectorTimeoutMs,
    async runTurn(context, chat) {
      heard.push({ chat, activity: structuredClone(context.activity) });
      await runTurn(context, chat);
    },
  });
  const server = createServer({ log, clock, trustedProxies: [], keepAliveMs: 5_000 });
  channel.mount(server);
  const connector = await startConnector(options.connectorPath);
  const port = await listen(server, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}/api/messages`;

  return {
    url,
    port,
    server,
    channel,
    connector,
    heard,
    written: () => written,
    async post(body, headers = {}) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    },
    async close() {
      await channel.close();
      await stop(server, 0);
      await connector.close();
    },
  };
}
