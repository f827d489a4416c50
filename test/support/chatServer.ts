import { browserFiles } from '../../scripts/browserFiles.mjs';
import {
  createDirectLineChannel,
  type DirectLineOptions,
} from '../../src/channels/directline/index.ts';
import type { RunTurn } from '../../src/channels/channel.ts';
import { systemClock } from '../../src/clock.ts';
import { createServer, listen, stop } from '../../src/server.ts';
import { loadTexts } from '../../src/text/index.ts';
import { mountWeb, type WebOptions } from '../../src/web/index.ts';
import { memoryStore, type MemoryStore } from './directLineStore.ts';
import { freePort } from './freePort.ts';

export const library: WebOptions['library'] = {
  name: 'Biblioteka Próbna im. Nikogo',
  shortName: 'Biblioteka Próbna',
  chatTitle: 'Asystent Legimi',
  privacyPage: '/prywatnosc',
  contact: { place: 'dowolna filia', page: 'https://biblioteka.example/', phone: '58 000 00 00' },
};

export type ChatServer = {
  readonly url: string;
  readonly channel: ReturnType<typeof createDirectLineChannel>;
  /** Closes all sockets and the port, as a restart does; `start` opens the same port again. */
  stop(): Promise<void>;
};

export type ChatServerOptions = {
  readonly runTurn: RunTurn;
  readonly embedders?: readonly string[];
  readonly store?: MemoryStore;
  readonly port?: number;
  readonly demo?: WebOptions['demo'];
  /** The chat runs on computers of the library. */
  readonly isSharedComputer?: boolean;
  readonly maskActivity?: NonNullable<DirectLineOptions['maskActivity']>;
};

/** The pages and the Direct Line endpoint on a real server, with a bot of the test's own. */
export async function startChatServer(options: ChatServerOptions): Promise<ChatServer> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server = createServer({ log, clock: systemClock, trustedProxies: [], keepAliveMs: 5000 });
  const channel = createDirectLineChannel({
    runTurn: options.runTurn,
    clock: systemClock,
    store: options.store ?? memoryStore(),
    keys: { current: { kid: 'test', key: new Uint8Array(32).fill(7) } },
    browser: {
      ensureBrowser(_request, response) {
        response.setHeader(
          'Set-Cookie',
          '__Host-czat=test; HttpOnly; Secure; SameSite=Lax; Path=/',
        );
        return 'hash';
      },
      bindBrowser: async () => undefined,
    },
    allowedOrigins: [url],
    publicUrl: url,
    bot: { id: 'legimi', name: 'Asystent' },
    log,
    isLibraryNetwork: () => true,
    allowedEvents: ['session', 'stay', 'leave'],
    ...(options.maskActivity ? { maskActivity: options.maskActivity } : {}),
  });
  channel.mount(server);
  mountWeb(server, {
    say: loadTexts('locales/pl').say,
    library,
    assetsFolder: await browserFiles(),
    publicUrl: url,
    allowedOrigins: options.embedders ?? [],
    isSharedComputer: () => options.isSharedComputer ?? false,
    forgetBrowser: (response) =>
      response.appendHeader('Set-Cookie', '__Host-czat=; HttpOnly; Secure; Path=/; Max-Age=0'),
    demo: options.demo ?? null,
  });
  await listen(server, '127.0.0.1', port);
  return {
    url,
    channel,
    async stop() {
      await channel.close();
      await stop(server, 0);
    },
  };
}
