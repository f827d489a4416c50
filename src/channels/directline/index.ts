export { createDirectLineChannel, type DirectLineChannel } from './directLineChannel.ts';
export type { ConversationRecord, ConversationStore } from './conversationStore.ts';
export type { BrowserBinding, DirectLineOptions } from './directLineOptions.ts';
export type { SigningKey, TokenKeys } from './token.ts';
export type { Timers } from './timers.ts';
export { databaseChats } from './databaseChats.ts';
export type { SharedChats } from './sharedChats.ts';
export type { StreamPermission } from './streamTickets.ts';
