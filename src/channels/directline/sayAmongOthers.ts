import { isDatabaseAway } from '../../storage/index.ts';
import type { ActivityFeed } from './activityFeed.ts';
import { activityId } from './activityNumber.ts';
import type { ReplayEntry } from './replayBuffer.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';
import type { UnsharedEntries } from './unsharedEntries.ts';

export type SharedConversation = {
  readonly id: string;
  readonly feed: ActivityFeed;
  readonly unshared: UnsharedEntries;
  readonly hasEnded: boolean;
  show(entries: readonly SharedEntry[]): void;
};

/** What becomes of words that cannot be shared now and that nobody here listens to. */
export type Unheard = 'keep' | 'refuse';

/**
 * Says something in a conversation that other instances serve too. Returns its id. Another instance may
 * take the number first; then what it said comes before. While nothing can be shared, those who listen
 * here hear it, and the others later.
 */
export async function sayAmongOthers(
  shared: SharedChats,
  conversation: SharedConversation,
  entryAt: (number: number) => ReplayEntry,
  unheard: Unheard,
): Promise<string> {
  const { id, feed, unshared } = conversation;
  for (;;) {
    const number = feed.watermark;
    const entry = entryAt(number);
    try {
      await unshared.share(shared, id);
      if (await shared.append(id, entry)) {
        conversation.show([entry]);
        if (conversation.hasEnded) await shared.hideSecrets(id);
        return activityId(id, number);
      }
      conversation.show(await shared.entriesFrom(id, number));
    } catch (error) {
      const isRefused = feed.listeners.size === 0 && unheard === 'refuse';
      if (isRefused || !isDatabaseAway(error)) throw error;
      // Others were heard in the meantime; otherwise the number is free as far as anybody here knows.
      if (number < feed.watermark) continue;
      unshared.add(entry);
      conversation.show([entry]);
      return activityId(id, number);
    }
  }
}
