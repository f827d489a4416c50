import type { RunTurn } from '../channels/channel.ts';
import {
  createMessengerChannel,
  openFileInbox,
  type MessengerChannel,
} from '../channels/messenger/index.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log.ts';
import type { Disk } from '../storage/index.ts';
import type { Texts } from '../text/index.ts';

/** The channel with its inbox, which is closed with it. */
export type OpenedMessenger = MessengerChannel & { purge(now: Date): Promise<number> };

/** Opens Messenger where a Page is configured. */
export async function openMessenger(
  { messenger: page, publicUrl }: Pick<Config, 'messenger' | 'publicUrl'>,
  parts: {
    readonly dataFolder: string;
    readonly runTurn: RunTurn;
    readonly texts: Pick<Texts, 'faq' | 'labels'>;
    readonly clock: Clock;
    readonly log: Log;
    readonly disk: Disk;
  },
): Promise<OpenedMessenger | null> {
  if (!page) return null;
  const { runTurn, clock, log, disk } = parts;
  const inbox = await openFileInbox(parts.dataFolder, { clock, log, disk });
  const channel = createMessengerChannel({
    page,
    ...(page.graphUrl === null ? {} : { graph: { graphUrl: page.graphUrl } }),
    runTurn,
    inbox,
    wordsOf: (payload) => menuWords(payload, parts.texts),
    ownOrigin: publicUrl,
    clock,
    log,
  });
  return {
    ...channel,
    purge: (now) => inbox.purge(now),
    async close() {
      await channel.close();
      await inbox.close();
    },
  };
}

/**
 * What a line of the Page's menu says, by a payload such as `v1:action.claim`: the words on the button
 * of that intent today. The menu lives with Meta and may be older than the words.
 */
export function menuWords(
  payload: string,
  { faq, labels }: Pick<Texts, 'faq' | 'labels'>,
): string | null {
  const intent = /^v1:([\w.]+)$/.exec(payload)?.[1];
  if (intent === undefined) return null;
  const label = intent.startsWith('faq.') ? faq.get(intent.slice(4)) : labels.get(intent);
  return label?.button ?? null;
}
