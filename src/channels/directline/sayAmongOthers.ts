import type { ActivityFeed } from './activityFeed.ts';
import { activityId } from './activityNumber.ts';
import type { ReplayEntry } from './replayBuffer.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';

export type SharedConversation = {
  readonly id: string;
  readonly feed: ActivityFeed;
  readonly hasEnded: boolean;
  show(entries: readonly SharedEntry[]): void;
};

/**
 * Says something in a conversation that other instances serve too. Returns its id. Another instance may
 * take the number first; then what it said comes before.
 */
export async function sayAmongOthers(
  shared: SharedChats,
  conversation: SharedConversation,
  entryAt: (number: number) => ReplayEntry,
): Promise<string> {
  const { id, feed } = conversation;
  for (;;) {
    const number = feed.watermark;
    const entry = entryAt(number);
    if (await shared.append(id, entry)) {
      conversation.show([entry]);
      if (conversation.hasEnded) await shared.hideSecrets(id);
      return activityId(id, number);
    }
    conversation.show(await shared.entriesFrom(id, number));
  }
}
