import type { SharedChats } from '../channels/directline/index.ts';
import type { SharedInbox } from '../channels/messenger/index.ts';
import type { CodeLedger } from '../codes/index.ts';
import type {
  Alone,
  ConversationStorage,
  DataFolder,
  KeyedRecords,
  ServerSecret,
} from '../storage/index.ts';
import type { UnansweredQuestions } from '../unanswered/index.ts';

export type SharedParts = {
  readonly chats: SharedChats;
  /** Turns of one chat run alone among all instances. */
  readonly alone: Alone;
  /** What Messenger delivered to any instance. */
  readonly inbox: SharedInbox;
};

/** Everything the bot keeps, opened and locked against a second process. */
export type Stores = {
  readonly folder: DataFolder;
  readonly secret: ServerSecret;
  readonly ledger: CodeLedger;
  /** What marks cards and networks in the audit without naming them. */
  readonly auditKey: Uint8Array;
  readonly conversations: ConversationStorage;
  readonly unanswered: UnansweredQuestions;
  openRecords<Value>(name: string): Promise<KeyedRecords<Value>>;
  /** What instances share beside records; `null` where one process serves all. */
  readonly shared: SharedParts | null;
  /** Writes everything and frees the data folder. Records are closed by whoever opened them. */
  close(): Promise<void>;
};
