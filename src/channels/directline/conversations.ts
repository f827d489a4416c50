import { isDatabaseAway } from '../../storage/index.ts';
import { Conversation, type ConversationParts } from './conversation.ts';
import { randomId, tokenLifetime } from './token.ts';
import type { TokenClaims } from './tokenClaims.ts';

export type FoundConversation = Conversation | 'unknown' | 'ended';

export type StartedConversation = {
  readonly conversation: Conversation;
  readonly isNew: boolean;
};

/** All open conversations of this process, and those that a restart left in the store. */
export type Conversations = {
  find(conversationId: string): Promise<FoundConversation>;
  /** Opens the conversation of a token, or returns the one it opened before. */
  start(claims: TokenClaims): Promise<StartedConversation | 'ended'>;
  end(conversation: Conversation): Promise<void>;
  /** A conversation that ended seconds ago, whose last words a polling client may still fetch. */
  justEnded(conversationId: string): Conversation | null;
  /** An open conversation that this process knows already. */
  known(conversationId: string): Conversation | undefined;
  all(): Iterable<Conversation>;
  /** Frees what is over. Returns the ids that were freed. */
  tidy(): readonly string[];
};

export function createConversations(parts: ConversationParts): Conversations {
  const open = new Map<string, Conversation>();
  const now = (): number => parts.clock().getTime();

  const inMemory = (conversationId: string): FoundConversation => {
    const conversation = open.get(conversationId);
    if (!conversation) return 'unknown';
    return conversation.hasEnded || conversation.isOver ? 'ended' : conversation;
  };

  const find = async (conversationId: string): Promise<FoundConversation> => {
    const known = inMemory(conversationId);
    if (known !== 'unknown') {
      // Another instance may have spoken in it, or ended it.
      if (known !== 'ended') await known.catchUp();
      return inMemory(conversationId);
    }
    const record = await parts.store.get(conversationId);
    // Another request may have brought it into memory in the meantime.
    const found = inMemory(conversationId);
    if (found !== 'unknown' || !record) return found;
    if (record.ended || record.liveUntil <= now()) return 'ended';
    const conversation = new Conversation(conversationId, record, parts);
    open.set(conversationId, conversation);
    await conversation.catchUp();
    return inMemory(conversationId);
  };

  function tellOthers(conversation: Conversation): void {
    conversation.catchUp().catch((error: unknown) => {
      parts.log.error('directline.catchUpFailed', { error });
    });
  }

  return {
    find,

    async start(claims) {
      const found = await find(claims.conversationId).catch((error: unknown) => {
        // A token that has started no chat yet needs nobody who remembers one.
        if (isDatabaseAway(error) && !claims.started) return inMemory(claims.conversationId);
        throw error;
      });
      if (found === 'ended') return 'ended';
      const current = found === 'unknown' ? inMemory(claims.conversationId) : found;
      if (current === 'ended') return 'ended';
      if (current !== 'unknown') return { conversation: current, isNew: false };
      const conversation = new Conversation(
        claims.conversationId,
        {
          userId: claims.userId,
          lineage: claims.lineage,
          since: claims.since,
          lastMessageAt: now(),
          liveUntil: now() + tokenLifetime * 1000,
          reserved: 0,
          announced: false,
          ended: false,
        },
        parts,
      );
      open.set(claims.conversationId, conversation);
      return { conversation, isNew: true };
    },

    end: (conversation) => conversation.end(randomId()),

    justEnded(conversationId) {
      const conversation = open.get(conversationId);
      return conversation && conversation.hasEnded && !conversation.isOver ? conversation : null;
    },

    known: (conversationId) => open.get(conversationId),

    all: () => open.values(),

    tidy() {
      const freed: string[] = [];
      for (const conversation of open.values()) {
        conversation.feed.tidy();
        if (conversation.isUnshared) {
          tellOthers(conversation);
          continue;
        }
        if (!conversation.isOver) continue;
        conversation.feed.closeListeners('conversationEnded');
        open.delete(conversation.id);
        freed.push(conversation.id);
      }
      return freed;
    },
  };
}
