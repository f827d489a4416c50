/**
 * Who talks to the bot, as our own code established it at the door of a channel. A reader's session
 * belongs to exactly one chat; a session made through one ingress is invisible to another.
 */
export type Chat = {
  /** The door the message came through; set by the channel, never by the client. */
  readonly ingress: 'directline' | 'botframework' | 'messenger';
  readonly channelId: string;
  readonly conversationId: string;
  readonly userId: string;
};

/** One text for one chat; equal for equal chats only. */
export function chatKey(chat: Chat): string {
  return JSON.stringify([chat.ingress, chat.channelId, chat.conversationId, chat.userId]);
}
