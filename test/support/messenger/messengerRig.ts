import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { RunTurn } from '../../../src/channels/channel.ts';
import {
  createMessengerChannel,
  openFileInbox,
  webhookPath,
  type Inbox,
  type MessengerChannel,
} from '../../../src/channels/messenger/index.ts';
import { createLog } from '../../../src/log.ts';
import { createServer, listen, stop } from '../../../src/server.ts';
import type { Chat } from '../../../src/signin/index.ts';
import { startFakeGraph, testPage, type FakeGraph } from './fakeGraph.ts';
import { webhookSender, type WebhookSender } from './webhookSender.ts';

export type Heard = { readonly chat: Chat; readonly activity: Activity };

/** The channel on a real server, with the fake Graph API behind it and Meta's sender before it. */
export type MessengerRig = WebhookSender & {
  readonly url: string;
  readonly graph: FakeGraph;
  readonly channel: MessengerChannel;
  readonly inbox: Inbox;
  /** What reached the bot. */
  readonly heard: readonly Heard[];
  written(): string;
  now(): number;
  pass(milliseconds: number): void;
  /** Ends without letting turns finish; another rig may go on in the same folder. */
  readonly folder: string;
  close(): Promise<void>;
};

export type RigOptions = {
  readonly runTurn?: RunTurn;
  readonly wordsOf?: (payload: string) => string | null;
  readonly folder?: string;
  readonly now?: number;
  /** Default: one in files of the folder. */
  readonly inbox?: Inbox;
  /** Default: one of its own. */
  readonly graph?: FakeGraph;
};

const start = Date.parse('2026-12-10T08:00:00Z');

export const echo: RunTurn = async (context) => {
  if (context.activity.type !== 'message') return;
  await context.sendActivity(`echo: ${context.activity.text ?? ''}`);
};

export async function startMessengerRig(options: RigOptions = {}): Promise<MessengerRig> {
  let moment = options.now ?? start;
  const clock = (): Date => new Date(moment);
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'messenger-')));
  const graph = options.graph ?? (await startFakeGraph(clock));
  let written = '';
  const log = createLog('info', { write: (line) => void (written += line) });
  const inbox = options.inbox ?? (await openFileInbox(folder, { clock, log }));
  const heard: Heard[] = [];
  const channel = createMessengerChannel({
    page: testPage,
    graph: { graphUrl: graph.url, timeoutMs: 2_000, pause: () => Promise.resolve() },
    inbox,
    clock,
    log,
    ownOrigin: 'https://czat.example',
    wordsOf: options.wordsOf ?? (() => null),
    async runTurn(context, chat) {
      heard.push({ chat, activity: structuredClone(context.activity) });
      graph.hear(chat.userId, moment);
      await (options.runTurn ?? echo)(context, chat);
    },
  });
  const server = createServer({ log, clock, trustedProxies: [], keepAliveMs: 5_000 });
  channel.mount(server);
  const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}${webhookPath}`;

  return {
    ...webhookSender(url),
    url,
    graph,
    channel,
    inbox,
    heard,
    folder,
    written: () => written,
    now: () => moment,
    pass(milliseconds) {
      moment += milliseconds;
    },
    async close() {
      await stop(server, 0);
      graph.release();
      await channel.close();
      await inbox.close();
      if (!options.graph) await graph.close();
      if (options.folder === undefined) await rm(folder, { recursive: true });
    },
  };
}
