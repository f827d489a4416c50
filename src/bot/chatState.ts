import { ConversationState, type TurnContext } from 'botbuilder';
import { chatOf } from '../../dialogs/index.ts';
import { chatKey } from '../signin/index.ts';

/**
 * Conversation state keyed by the whole identity of a chat. The stock key leaves out the ingress and
 * the user, so that a conversation id heard through another door would open the same state.
 */
export class ChatState extends ConversationState {
  override getStorageKey(context: TurnContext): string {
    return chatKey(chatOf(context));
  }
}
