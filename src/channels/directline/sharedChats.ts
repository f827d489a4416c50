import type { ReplayEntry } from './replayBuffer.ts';

/** What another instance did to a conversation. */
export type ChatNews = {
  readonly conversationId: string;
  /** An activity without a number; `null`: look for new ones, and at the record. */
  readonly whisper: string | null;
};

/** An activity that any instance showed; `json` is `null` when it is too old to be shown again. */
export type SharedEntry = Omit<ReplayEntry, 'json'> & { readonly json: string | null };

/** What instances behind one address share, so that a reader notices nothing of them. */
export type SharedChats = {
  /** Makes the activity durable and tells the others. False when its number is taken. */
  append(conversationId: string, entry: ReplayEntry): Promise<boolean>;
  /** Activities numbered `from` or higher, in order. */
  entriesFrom(conversationId: string, from: number): Promise<readonly SharedEntry[]>;
  /** Takes the conversation's secrets out of the store at once. */
  hideSecrets(conversationId: string): Promise<void>;
  whisper(conversationId: string, json: string): Promise<void>;
  /** Tells the others that the conversation's record changed. */
  tell(conversationId: string): Promise<void>;
  /** Hears the others; `onGap` when something may have been missed. Returns what ends it. */
  listen(onNews: (news: ChatNews) => void, onGap: () => void): Promise<() => Promise<void>>;
  /** Takes secrets shown long enough out of the store, and what nobody can ask for any more. */
  purge(now: Date): Promise<number>;
};
