export { openDatabaseInbox } from './databaseInbox.ts';
export { openFileInbox } from './fileInbox.ts';
export type { MessengerPage } from './graphApi.ts';
export { inboxWhileAway, type SharedInbox } from './inboxWhileAway.ts';
export type { Inbox, Settled, WaitingEvent } from './inbox.ts';
export {
  createMessengerChannel,
  type MessengerChannel,
  type MessengerOptions,
} from './messengerChannel.ts';
export type { MessengerEvent } from './messengerEvent.ts';
export { webhookPath } from './webhookRoutes.ts';
