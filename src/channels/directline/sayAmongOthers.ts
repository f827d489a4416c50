import { isDatabaseAway } from '../../storage/index.ts';
import type { ActivityFeed } from './activityFeed.ts';
import { activityId } from './activityNumber.ts';
import type { ConversationRecord } from './conversationStore.ts';
import type { ReplayEntry } from './replayBuffer.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';
import type { UnsharedEntries } from './unsharedEntries.ts';

export type SharedConversation = {
  readonly id: string;
  readonly feed: ActivityFeed;
  readonly unshared: UnsharedEntries;
  readonly hasEnded: boolean;
  readonly record: Pick<ConversationRecord, 'since'>;
  show(entries: readonly SharedEntry[]): void;
};

/** What becomes of words that cannot be shared now and that no client here would see. */
export type Unheard = 'keep' | 'refuse';

/**
 * Says something in a conversation that other instances serve too. Returns its id. Another instance may
 * take the number first; then what it said comes before. While nothing can be shared, the clients here
 * see it, and the others later.
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
      const isRefused = !feed.isHeard && unheard === 'refuse';
      if (isRefused || !isDatabaseAway(error)) throw error;
      // Others were heard in the meantime; otherwise the number is free as far as anybody here knows.
      if (number < feed.watermark) continue;
      const own = feed.listeners.size > 0 ? entry : entryAt(numberOfTime(conversation, entry));
      unshared.add(own);
      conversation.show([own]);
      return activityId(id, own.number);
    }
  }
}

/**
 * A polling client may ask another instance next. Numbers that instances give without asking each other
 * follow the time, so that what is said later is new to it wherever it was said.
 */
function numberOfTime({ record }: SharedConversation, { number, at }: ReplayEntry): number {
  const tenths = Math.floor((at - record.since) / 100);
  return Math.max(number, tenths);
}
