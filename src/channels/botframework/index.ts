export { createBotFrameworkChannel, type BotFrameworkOptions } from './botFrameworkChannel.ts';
export type { AzureCloud, BotFrameworkMode } from './door.ts';
