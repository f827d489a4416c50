import { ConversationState, type StoreItem, type TurnContext } from 'botbuilder';
import { chatOf } from '../../dialogs/index.ts';
import { chatKey } from '../signin/index.ts';

/** What a turn works on, and how it was in the store, as JSON; empty when it was not there. */
type Loaded = { readonly state: StoreItem; stored: string };

/**
 * Conversation state keyed by the whole identity of a chat. The stock key leaves out the ingress and
 * the user, so that a conversation id heard through another door would open the same state.
 *
 * The stock class also tells changes by a hash of the sorted state, three times a turn, for stores that
 * compare versions. Turns of a chat never overlap, so the text alone tells it here.
 */
export class ChatState extends ConversationState {
  readonly #loaded = Symbol('chatState');

  override getStorageKey(context: TurnContext): string {
    return chatKey(chatOf(context));
  }

  override async load(context: TurnContext, force = false): Promise<StoreItem> {
    const known = this.#of(context);
    if (known && !force) return known.state;
    const key = this.getStorageKey(context);
    const { eTag: _version, ...state } = (await this.storage.read([key]))[key] ?? {};
    const stored = Object.keys(state).length > 0 ? JSON.stringify(state) : '';
    this.#keep(context, { state, stored });
    return state;
  }

  override async saveChanges(context: TurnContext, force = false): Promise<void> {
    const loaded = this.#of(context);
    const state = loaded?.state ?? {};
    const text = JSON.stringify(state);
    if (!force && (!loaded || text === loaded.stored)) return;
    await this.storage.write({ [this.getStorageKey(context)]: { ...state, eTag: '*' } });
    this.#keep(context, { state, stored: text });
  }

  override clear(context: TurnContext): Promise<void> {
    this.#keep(context, { state: {}, stored: '' });
    return Promise.resolve();
  }

  override async delete(context: TurnContext): Promise<void> {
    context.turnState.delete(this.#loaded);
    await this.storage.delete([this.getStorageKey(context)]);
  }

  override get(context: TurnContext): StoreItem | undefined {
    return this.#of(context)?.state;
  }

  #of(context: TurnContext): Loaded | undefined {
    return context.turnState.get<Loaded>(this.#loaded);
  }

  #keep(context: TurnContext, loaded: Loaded): void {
    context.turnState.set(this.#loaded, loaded);
  }
}
