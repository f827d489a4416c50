import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Chat } from '../src/signin/index.ts';
import type { Services } from './services.ts';
import { replyActivity, type Reply } from './reply.ts';

const chatSymbol = Symbol('chat');

/** Notes on a turn whose chat it belongs to, as the channel's door established it. */
export function setChat(context: TurnContext, chat: Chat): void {
  context.turnState.set(chatSymbol, chat);
}

export function chatOf(context: TurnContext): Chat {
  const chat: unknown = context.turnState.get(chatSymbol);
  if (!chat) throw new Error('TURN_WITHOUT_CHAT: call setChat before a dialog runs.');
  // setChat is the only writer of this symbol.
  return chat as Chat;
}

export async function send(context: TurnContext, reply: Reply): Promise<void> {
  await context.sendActivity(replyActivity(reply));
}

/** Tells a chat window to forget what it shows: the next reader may sit down at the same screen. */
export async function closeWindow(context: TurnContext): Promise<void> {
  await context.sendActivity({ type: 'event', name: 'signedOut' });
}

/** The title on the button of an intent, as its locale file has it. */
export function buttonOf({ texts }: Pick<Services, 'texts'>, intent: string): string {
  const [group = '', id = ''] = intent.split('.', 2);
  const label = group === 'faq' ? texts.faq.get(id) : texts.labels.get(intent);
  if (!label) throw new Error(`BUTTON_MISSING: no locale file names a button for "${intent}".`);
  return label.button;
}

export function buttonsOf(services: Services, ...intents: readonly string[]): readonly string[] {
  return intents.map((intent) => buttonOf(services, intent));
}

/** What the reader typed, trimmed; empty for anything but a message. */
export function textOf({ context }: Pick<DialogContext, 'context'>): string {
  return context.activity.type === 'message' ? (context.activity.text ?? '').trim() : '';
}
