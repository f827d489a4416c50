import type { RunTurn } from '../../src/channels/channel.ts';
import { createTokens } from '../../src/channels/directline/token.ts';
import type { TokenClaims } from '../../src/channels/directline/tokenClaims.ts';
import { echoBot, type EchoBot } from './directLineBot.ts';
import { startProxy, type Breakage } from './directLineProxy.ts';
import { serverSecret, startDirectLine, type DirectLineServer } from './directLineServer.ts';

/** A server, whole or broken, as a check meets it. */
export type World = {
  /** Where clients reach it. */
  readonly url: string;
  readonly server: DirectLineServer;
  readonly bot: EchoBot;
  dropStreams(): void;
  /** The same token as the server would have given, with some claims of it changed. */
  changedToken(token: string, change: Partial<TokenClaims>): Promise<string>;
  /** The same token, of half an hour and a second ago. */
  expiredToken(token: string): Promise<string>;
  close(): Promise<void>;
};

/** What is wrong with the server: on the wire, or in what the bot gets to hear. */
export type Fault = {
  wire?(world: Pick<World, 'changedToken' | 'server'>): Breakage;
  bot?(runTurn: RunTurn): RunTurn;
};

const keys = { current: { kid: 'test', key: new Uint8Array(32).fill(7) } };

/** `pages`: origins of real pages, in place of the made-up ones. */
export async function openWorld(fault: Fault = {}, pages?: readonly string[]): Promise<World> {
  const bot = echoBot();
  const heardBot = fault.bot ? { ...bot, runTurn: fault.bot(bot.runTurn) } : bot;
  const allowed = pages ? { allowedOrigins: pages } : {};
  const server = await startDirectLine({ bot: heardBot, keys, secret: serverSecret, ...allowed });
  const now = () => server.time.clock();

  const reissued = async (token: string, change: Partial<TokenClaims>, at: () => Date) => {
    const then = createTokens(keys, () => new Date(claimsTime(token)));
    const checked = await then.check(token);
    if (checked.outcome !== 'valid') throw new Error(`the token is ${checked.outcome}`);
    const issued = await createTokens(keys, at).issue({ ...checked.claims, ...change });
    if (!issued) throw new Error('the lineage of the token is over');
    return issued.token;
  };
  const changedToken: World['changedToken'] = (token, change) => reissued(token, change, now);
  const proxy = await startProxy(server.url, fault.wire?.({ changedToken, server }) ?? {});

  return {
    url: proxy.url,
    server,
    bot,
    dropStreams: proxy.dropStreams,
    changedToken,
    expiredToken: (token) => reissued(token, {}, () => new Date(now().getTime() - 1_801_000)),
    async close() {
      await proxy.close();
      await server.crash();
    },
  };
}

/** A moment at which the token was good. */
function claimsTime(token: string): number {
  const [, payload = ''] = token.split('.');
  const { iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iat: number };
  return iat * 1000;
}
