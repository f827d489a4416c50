import type { Log } from '../../log.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { ChatNews, SharedChats } from './sharedChats.ts';

export type Hearing = { close(): Promise<void> };

/** Shows the clients of this instance what the others say and do in their conversations. */
export function hearOthers(
  shared: SharedChats,
  conversations: Pick<Conversations, 'known' | 'all'>,
  log: Log,
): Hearing {
  function catchUp(conversation: Conversation): void {
    // Where nobody listens the next request looks for itself.
    if (conversation.feed.listeners.size === 0 && !conversation.isUnshared) return;
    conversation.catchUp().catch((error: unknown) => {
      log.error('directline.catchUpFailed', { error });
    });
  }

  function onNews({ conversationId, whisper }: ChatNews): void {
    const conversation = conversations.known(conversationId);
    if (!conversation) return;
    if (whisper === null) catchUp(conversation);
    else conversation.feed.whisper(whisper);
  }

  const listening = shared
    .listen(onNews, () => {
      for (const conversation of conversations.all()) catchUp(conversation);
    })
    .catch((error: unknown) => {
      log.error('directline.deafToOthers', { error });
      return async () => undefined;
    });
  return {
    async close() {
      await (
        await listening
      )();
    },
  };
}
