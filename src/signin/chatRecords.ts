import { chatKey, type Chat } from './chat.ts';
import type { ChatRecord } from './chatRecord.ts';
import type { Records } from './records.ts';
import type { SignInPolicy } from './signInPolicy.ts';

/** The records of all chats that have a link or a session. */
export type ChatRecords = {
  /** A chat of which nothing is kept reads as one without link and session. */
  read(chat: Chat): Promise<ChatRecord>;
  /** Atomic: between `change`'s reading and its writing nothing else happens to the chat. */
  change(chat: Chat, change: (current: ChatRecord) => ChatRecord): Promise<void>;
};

export function chatRecords(records: Records<ChatRecord>, policy: SignInPolicy): ChatRecords {
  const empty = (chat: Chat): ChatRecord => ({ chat, ticket: null, session: null });

  return {
    read: async (chat) => (await records.get(chatKey(chat))) ?? empty(chat),
    async change(chat, change) {
      await records.update(chatKey(chat), (current) => {
        const value = change(current ?? empty(chat));
        const end = endOf(value, policy);
        return end === null ? null : { value, expiresAt: new Date(end) };
      });
    },
  };
}

/** When nothing in the record matters any more; `null` when nothing does now. */
function endOf({ ticket, session }: ChatRecord, policy: SignInPolicy): number | null {
  const ends: number[] = [];
  // The page of a used ticket still tells how it ended, for as long as a code could have been typed.
  if (ticket) ends.push(ticket.expiresAt + policy.code.lifetime);
  if (session) ends.push(session.signedInAt + policy.session[session.kind].absolute);
  return ends.length === 0 ? null : Math.max(...ends);
}
