export { createDirectLineChannel, type DirectLineChannel } from './directLineChannel.ts';
export type { ConversationRecord, ConversationStore } from './conversationStore.ts';
export type { BrowserBinding, DirectLineOptions } from './directLineOptions.ts';
export type { SigningKey, TokenKeys } from './token.ts';
export type { Timers } from './timers.ts';
