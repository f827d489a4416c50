import { TurnContext, type Activity, type ConversationReference, type Storage } from 'botbuilder';
import { chatKey, type Chat } from '../../signin/index.ts';
import { LOCALE } from './activityShape.ts';

/** How chats that a guard has admitted can be written to later. */
export type ConversationReferences = {
  remember(chat: Chat, activity: Activity): Promise<void>;
  find(chat: Chat): Promise<Partial<ConversationReference> | null>;
};

/** Keeps references in the bot's storage, where they expire with the chat. Names are left out. */
export function createConversationReferences(storage: Storage): ConversationReferences {
  const keyOf = (chat: Chat): string => `conversationReference/${chatKey(chat)}`;

  return {
    async remember(chat, activity) {
      const { channelId, serviceUrl, conversation, user, bot } =
        TurnContext.getConversationReference(activity);
      const reference = {
        channelId,
        serviceUrl,
        locale: LOCALE,
        conversation: { id: conversation?.id },
        user: { id: user?.id },
        bot: { id: bot?.id },
      };
      await storage.write({ [keyOf(chat)]: { reference, eTag: '*' } });
    },
    async find(chat) {
      const key = keyOf(chat);
      const stored = (await storage.read([key]))[key];
      // Only `remember` writes under this key.
      return (stored?.['reference'] as Partial<ConversationReference> | undefined) ?? null;
    },
  };
}
