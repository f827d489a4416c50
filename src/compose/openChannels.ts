import type { Server } from 'restify';
import { createBotFrameworkChannel } from '../channels/botframework/index.ts';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config/index.ts';
import type { Chat } from '../signin/index.ts';
import type { Disk } from '../storage/index.ts';
import type { Texts } from '../text/index.ts';
import type { WiredBot } from './botOf.ts';
import { openMessenger } from './openMessenger.ts';
import type { Stores } from './stores.ts';
import { openWebChat, type WebChatParts } from './openWebChat.ts';
import type { Purge } from './upkeep.ts';

/** All ways for readers to reach the bot, taken together. */
export type Channels = Pick<Channel, 'raise'> & {
  mount(server: Server): void;
  /** Ends the chat for good where a channel can; elsewhere the conversation goes on. */
  endSession(chat: Chat): Promise<void>;
  /** Takes up what waited when the bot was stopped. */
  resume(): Promise<void>;
  readonly purges: readonly Purge[];
  /** Lets turns under way finish, and writes what is kept of the chats. */
  close(): Promise<void>;
};

/**
 * Opens the website's chat, the Bot Framework's channels (in the demo for the Emulator), and Messenger
 * where a Page is configured.
 */
export async function openChannels(
  config: Config,
  {
    bot,
    ...parts
  }: Omit<WebChatParts, 'runTurn' | 'publicUrl' | 'stores'> & {
    readonly bot: WiredBot;
    readonly stores: Stores;
    readonly texts: Texts;
    readonly disk: Disk;
  },
): Promise<Channels> {
  const { stores, clock, log } = parts;
  const { runTurn } = bot;
  const webChat = await openWebChat({ ...parts, runTurn, publicUrl: config.publicUrl });
  const botFramework =
    config.kind === 'demo' || config.azure
      ? createBotFrameworkChannel({
          mode: config.azure ? { kind: 'azure', ...config.azure } : { kind: 'emulator' },
          runTurn,
          storage: stores.conversations,
          conversationState: bot.state,
          log,
          clock,
        })
      : null;
  const messenger = await openMessenger(config, { ...parts, runTurn });
  const all: readonly Channel[] = [webChat, botFramework, messenger].filter((one) => one !== null);

  return {
    async raise(chat, event) {
      await all.find(({ ingress }) => ingress === chat.ingress)?.raise(chat, event);
    },
    async endSession(chat) {
      if (chat.ingress === webChat.ingress) await webChat.endSession(chat);
    },
    mount(server) {
      for (const channel of all) channel.mount(server);
    },
    async resume() {
      await messenger?.resume();
    },
    purges: [...webChat.purges, ...(messenger ? [() => messenger.purge(clock())] : [])],
    async close() {
      for (const channel of all) await channel.close();
      await bot.idle();
      await webChat.closeRecords();
    },
  };
}
