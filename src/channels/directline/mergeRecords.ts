import type { ConversationRecord } from './conversationStore.ts';

/** Both instances' knowledge of a conversation. An end is never taken back, nor a greeting repeated. */
export function mergeRecords(
  stored: ConversationRecord,
  ours: ConversationRecord,
): ConversationRecord {
  return {
    ...ours,
    userId: stored.userId ?? ours.userId,
    lineage: stored.ended ? stored.lineage : ours.lineage,
    lastMessageAt: Math.max(stored.lastMessageAt, ours.lastMessageAt),
    liveUntil: Math.max(stored.liveUntil, ours.liveUntil),
    announced: stored.announced || ours.announced,
    ended: stored.ended || ours.ended,
  };
}
