import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import {
  DialogContextError,
  DialogMemoryScope,
  DialogSet,
  TurnMemoryScope,
  type DialogState,
  type DialogStateManagerConfiguration,
} from 'botbuilder-dialogs';
import { checkEligibility } from './journeys/checkEligibility.ts';
import { claimCode } from './journeys/claimCode.ts';
import { textOf } from './conversation.ts';
import { discardOutdated } from './discardOutdated.ts';
import { eraseMyData } from './journeys/eraseMyData.ts';
import { greetIfNew } from './greet.ts';
import type { Memory } from './memory.ts';
import { myData } from './journeys/myData.ts';
import { onEvent } from './onEvent.ts';
import { onMessage } from './onMessage.ts';
import { isWordingOf } from './prompts/wordings.ts';
import { YesNo } from './prompts/yesNo.ts';
import { remindCode } from './journeys/remindCode.ts';
import type { Services } from './services.ts';
import { SignInDialog } from './signIn/signIn.ts';
import { verdictOf } from './verdict/verdict.ts';

/** Routes one turn of a conversation to what answers it. */
export type Root = (context: TurnContext, memory: Memory) => Promise<void>;

/**
 * Our dialogs use no memory paths; these two are what the SDK itself looks into. Without this it builds
 * all its scopes anew in every turn, which costs as much as understanding the message.
 */
const dialogMemory: DialogStateManagerConfiguration = {
  memoryScopes: [new TurnMemoryScope(), new DialogMemoryScope()],
  pathResolvers: [],
};

/** Makes the bot's dialogs, and the turn that goes through them. */
export function createRoot(services: Services, stack: StatePropertyAccessor<DialogState>): Root {
  const yesNo = new YesNo(services);
  const signIn = new SignInDialog(services);
  const dialogs = new DialogSet(stack);
  dialogs.add(checkEligibility(services));
  dialogs.add(claimCode(services));
  dialogs.add(remindCode(services));
  dialogs.add(myData(services));
  dialogs.add(eraseMyData(services));
  dialogs.add(signIn);
  dialogs.add(yesNo);

  async function turn(context: TurnContext, memory: Memory): Promise<void> {
    context.turnState.set('DialogStateManagerConfiguration', dialogMemory);
    const dc = await dialogs.createContext(context);
    const lost = await discardOutdated(dc, services);
    if (lost && answersSomething(textOf(dc))) return;
    const wasGreeted = await greetIfNew(context, memory, services);
    if (context.activity.type === 'event') await onEvent(dc, services);
    const isMessage = context.activity.type === 'message';
    if (isMessage && !(wasGreeted && isOpening(textOf(dc)))) await onMessage(dc, memory, services);
    memory.verdict = verdictOf(context) ?? memory.verdict;
  }

  return (context, memory) =>
    turn(context, memory).catch((error: unknown) => {
      throw thrownBy(error);
    });

  /** An answer to a question that is gone: it means nothing any more. */
  function answersSomething(text: string): boolean {
    return yesNo.reads(text) !== null || signIn.reads(text);
  }

  /** A message that the introduction answers: "dzień dobry", "od nowa", "mam pytanie". */
  function isOpening(text: string): boolean {
    const exact = services.readExactly(text);
    if (exact === 'chat.greet' || exact === 'control.restart') return true;
    return isWordingOf(text, services.texts.say('greet.announcements'));
  }
}

/** What a dialog threw, which the SDK wraps in an error without a code or a cause. */
function thrownBy(error: unknown): unknown {
  return error instanceof DialogContextError ? thrownBy(error.error) : error;
}
