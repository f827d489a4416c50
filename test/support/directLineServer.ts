import { createHash } from 'node:crypto';
import type { Server } from 'restify';
import {
  createDirectLineChannel,
  type DirectLineChannel,
  type DirectLineOptions,
} from '../../src/channels/directline/index.ts';
import type { LogFields } from '../../src/log.ts';
import { createServer, listen, stop } from '../../src/server.ts';
import { systemClock } from '../../src/clock.ts';
import { echoBot, type EchoBot } from './directLineBot.ts';
import { memoryStore, type MemoryStore } from './directLineStore.ts';
import { manualTime, type ManualTime } from './directLineTime.ts';

export const pageOrigin = 'https://biblioteka.example';
export const otherPageOrigin = 'https://filia.example';
export const foreignOrigin = 'https://evil.example';
export const serverSecret = 'a-secret-of-a-server-side-caller-0123456789';

export type DirectLineServer = {
  readonly url: string;
  readonly channel: DirectLineChannel;
  readonly time: ManualTime;
  readonly store: MemoryStore;
  readonly bot: EchoBot;
  /** Browsers bound to conversations, as the sign-in would hear of them. */
  readonly bound: Map<string, string>;
  readonly logged: { event: string; fields: LogFields | undefined }[];
  stop(): Promise<void>;
  /** Ends without saying goodbye, as a power cut would. */
  crash(): Promise<void>;
};

export type ServerChange = Partial<
  Omit<DirectLineOptions, 'store' | 'timers' | 'clock' | 'bot'>
> & {
  readonly store?: MemoryStore;
  readonly time?: ManualTime;
  readonly bot?: EchoBot;
  readonly port?: number;
};

const running = new Set<() => Promise<void>>();

export async function startDirectLine(change: ServerChange = {}): Promise<DirectLineServer> {
  const {
    store = memoryStore(),
    time = manualTime(),
    bot = echoBot(),
    port: wantedPort = 0,
    ...options
  } = change;
  const bound = new Map<string, string>();
  const logged: DirectLineServer['logged'] = [];
  const note = (event: string, fields?: LogFields): void => void logged.push({ event, fields });
  const log = { info: () => undefined, warn: note, error: note };
  const channel = createDirectLineChannel({
    runTurn: bot.runTurn,
    clock: time.clock,
    timers: time.timers,
    store,
    keys: { current: { kid: 'test', key: new Uint8Array(32).fill(7) } },
    browser: {
      ensureBrowser(_request, response) {
        response.setHeader('Set-Cookie', '__Host-czat=test; HttpOnly; Secure; Path=/');
        return createHash('sha256').update('test').digest('hex');
      },
      async bindBrowser(conversationId, hash) {
        bound.set(conversationId, hash);
      },
    },
    allowedOrigins: [pageOrigin, otherPageOrigin],
    publicUrl: null,
    bot: { id: 'legimi', name: 'Asystent' },
    log,
    ...options,
  });
  const server: Server = createServer({
    log,
    clock: systemClock,
    trustedProxies: [],
    keepAliveMs: 5000,
  });
  channel.mount(server);
  const port = await listen(server, '127.0.0.1', wantedPort);

  const crash = async (): Promise<void> => {
    running.delete(crash);
    await stop(server, 0);
  };
  running.add(crash);
  return {
    url: `http://127.0.0.1:${port}`,
    channel,
    time,
    store,
    bot,
    bound,
    logged,
    crash,
    async stop() {
      running.delete(crash);
      bot.release();
      await channel.close();
      await stop(server, 0);
    },
  };
}

/** For `afterEach`. */
export async function stopDirectLineServers(): Promise<void> {
  await Promise.all([...running].map((crash) => crash()));
}
