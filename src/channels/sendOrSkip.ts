import type { TurnContext } from 'botbuilder';

const sendFailed = Symbol('sendFailed');

/** The reply before this one was not taken, so this one was not tried. */
export class SendSkippedError extends Error {
  readonly code = 'SEND_SKIPPED';

  constructor() {
    super('A message of this turn was not taken; nothing more is sent in it.');
    this.name = 'SendSkippedError';
  }
}

/**
 * Sends, unless a message of this turn failed before: an apology would wait for the same dead service
 * again. Rejects with a `SendSkippedError` then, and with what `send` rejects with.
 */
export async function sendOrSkip<Sent>(
  context: TurnContext,
  send: () => Promise<Sent>,
): Promise<Sent> {
  if (hasFailedToSend(context)) throw new SendSkippedError();
  try {
    return await send();
  } catch (error) {
    context.turnState.set(sendFailed, true);
    throw error;
  }
}

export function hasFailedToSend(context: TurnContext): boolean {
  return context.turnState.get(sendFailed) === true;
}
