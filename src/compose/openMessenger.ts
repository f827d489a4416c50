import type { RunTurn } from '../channels/channel.ts';
import {
  createMessengerChannel,
  inboxWhileAway,
  openFileInbox,
  type MessengerChannel,
} from '../channels/messenger/index.ts';
import { createCodePages, type SealedCode } from '../codePage/index.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log.ts';
import type { LibraryManifest } from '../manifest/index.ts';
import { pageFrame } from '../signin/index.ts';
import type { Disk } from '../storage/index.ts';
import type { Texts } from '../text/index.ts';
import { codeDeliveryTurns } from './codeDelivery.ts';
import type { Stores } from './stores.ts';

/** The channel with its inbox and its pages, which are closed with it. */
export type OpenedMessenger = MessengerChannel & { purge(now: Date): Promise<number> };

/** Opens Messenger where a Page is configured. */
export async function openMessenger(
  { messenger: page, publicUrl }: Pick<Config, 'messenger' | 'publicUrl'>,
  parts: {
    readonly stores: Pick<Stores, 'folder' | 'openRecords' | 'shared'>;
    readonly runTurn: RunTurn;
    readonly texts: Texts;
    readonly library: LibraryManifest;
    readonly clock: Clock;
    readonly log: Log;
    readonly disk: Disk;
  },
): Promise<OpenedMessenger | null> {
  if (!page) return null;
  const { stores, runTurn, library, clock, log, disk, texts } = parts;
  const { say } = texts;
  const pages =
    library.channels.messenger.codeDelivery === 'page'
      ? createCodePages({
          records: await stores.openRecords<SealedCode>('code-pages'),
          frame: pageFrame(say, library),
          clock,
          publicUrl,
          say,
        })
      : null;
  const own = await openFileInbox(stores.folder.path, { clock, log, disk });
  const inbox = stores.shared ? inboxWhileAway(stores.shared.inbox, own) : own;
  const channel = createMessengerChannel({
    page,
    ...(page.graphUrl === null ? {} : { graph: { graphUrl: page.graphUrl } }),
    runTurn: codeDeliveryTurns(runTurn, say, pages),
    inbox,
    wordsOf: (payload) => menuWords(payload, texts),
    ownOrigin: publicUrl,
    clock,
    log,
  });
  return {
    ...channel,
    mount(server) {
      channel.mount(server);
      pages?.mount(server);
    },
    purge: async (now) => (await inbox.purge(now)) + ((await pages?.purge(now)) ?? 0),
    async close() {
      await channel.close();
      await inbox.close();
      await pages?.close();
    },
  };
}

/**
 * What a line of the Page's menu says, by a payload such as `v1:action.claim`: the words on the button
 * of that intent today. The menu lives with Meta and may be older than the words.
 */
function menuWords(payload: string, { faq, labels }: Pick<Texts, 'faq' | 'labels'>): string | null {
  const intent = /^v1:([\w.]+)$/.exec(payload)?.[1];
  if (intent === undefined) return null;
  const label = intent.startsWith('faq.') ? faq.get(intent.slice(4)) : labels.get(intent);
  return label?.button ?? null;
}
