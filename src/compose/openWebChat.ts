import type { RunTurn } from '../channels/channel.ts';
import {
  createDirectLineChannel,
  type ConversationRecord,
  type DirectLineChannel,
  type StreamPermission,
} from '../channels/directline/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { LibraryManifest } from '../manifest/index.ts';
import type { SignInService } from '../signin/index.ts';
import { chatWishes } from './chatWishes.ts';
import { isStoreAway } from './isStoreAway.ts';
import { maskCode } from './maskCode.ts';
import type { Stores } from './stores.ts';
import type { PageSubjects } from './pageSubjects.ts';
import { tokenKeys } from './tokenKeys.ts';
import type { Purge } from './upkeep.ts';
import type { Visitors } from './visitorsOf.ts';
import { pageEvents, webSessionTurns } from './webSession.ts';

export type WebChatParts = {
  readonly runTurn: RunTurn;
  readonly signIn: SignInService;
  readonly stores: Pick<Stores, 'secret' | 'shared' | 'openRecords'>;
  readonly visitors: Visitors;
  readonly subjects: PageSubjects;
  readonly library: LibraryManifest;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
};

/** The website's chat with what is kept of it. */
export type WebChat = DirectLineChannel & {
  readonly purges: readonly Purge[];
  /** Only when no turn runs any more: it may still write into its conversation. */
  closeRecords(): Promise<void>;
};

/** Opens the website's chat: Direct Line, whose readers have a browser and a session that ends. */
export async function openWebChat(parts: WebChatParts): Promise<WebChat> {
  const { signIn, visitors, subjects, clock } = parts;
  const { secret, shared, openRecords } = parts.stores;
  const records = await openRecords<ConversationRecord>('directline');
  const tickets = await openRecords<StreamPermission>('directline-tickets');

  const channel = createDirectLineChannel({
    runTurn: webSessionTurns({
      runTurn: parts.runTurn,
      signIn,
      clock,
      tellOver: (chat) => channel.raise(chat, 'signedOut'),
      endChat: (chat) => channel.endSession(chat),
      isStoreAway,
    }),
    allowedEvents: pageEvents,
    clock,
    log: parts.log,
    keys: tokenKeys(secret.deriveKeys('direct-line')),
    store: records,
    ...(shared ? { shared: { chats: shared.chats, tickets } } : {}),
    browser: {
      ensureBrowser: (request, response) =>
        signIn.ensureBrowser(request, response, {
          isLibraryComputer: visitors.isSharedComputer(request),
        }),
      bindBrowser(conversationId, hash, request) {
        const { subject } = chatWishes(request);
        if (subject !== null) subjects.keep(conversationId, subject);
        return signIn.bindBrowser(conversationId, hash, {
          isLibraryComputer: visitors.isSharedComputer(request),
        });
      },
    },
    allowedOrigins: parts.allowedOrigins,
    publicUrl: parts.publicUrl,
    bot: { id: 'bot', name: parts.library.chatTitle },
    maskActivity: maskCode,
    addressOf: visitors.addressOf,
    isLibraryNetwork: visitors.isLibraryNetwork,
  });

  return {
    ...channel,
    purges: [records, tickets, ...(shared ? [shared.chats] : [])].map(
      (store) => () => store.purge(clock()),
    ),
    async closeRecords() {
      await Promise.all([records.close(), tickets.close()]);
    },
  };
}
