import type { ReplayEntry } from './replayBuffer.ts';

/** What must survive a restart so that open chats go on: who, which tokens, and the next number. */
export type ConversationRecord = {
  /** `null` until the first message of a conversation whose token names no user. */
  readonly userId: string | null;
  readonly lineage: string;
  /** Times are milliseconds since 1970. When the first token was given. */
  readonly since: number;
  readonly lastMessageAt: number;
  /** When the last token ends; nobody can reach the conversation afterwards. */
  readonly liveUntil: number;
  /** Numbers of activities below it may have been given; after a clean stop all of them were. */
  readonly reserved: number;
  /** True once the bot was told who joined. */
  readonly announced: boolean;
  /** Signed out: every token of it is refused from now on. */
  readonly ended: boolean;
  /** The last activities, written only when the server stops. Secrets in it are masked. */
  readonly replay?: readonly ReplayEntry[];
};

/** Keeps conversations by their id. What `put` acknowledges survives a crash. */
export type ConversationStore = {
  get(conversationId: string): Promise<ConversationRecord | null | undefined>;
  put(conversationId: string, record: ConversationRecord, expiresAt: Date): Promise<void>;
  /** Atomic. Only several instances that share their chats need it. */
  update?(
    conversationId: string,
    change: (current: ConversationRecord | null) => { value: ConversationRecord; expiresAt: Date },
  ): Promise<unknown>;
};
