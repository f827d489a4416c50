import type { Activity, TurnContext } from 'botbuilder';
import type { Log } from '../../log.ts';
import { OwnAdapter, type TurnLogic } from '../ownAdapter.ts';
import { sendOrSkip } from '../sendOrSkip.ts';
import type { GraphApi } from './graphApi.ts';
import { messagesOf } from './messagesOf.ts';
import { SendError } from './sendError.ts';

export type AdapterParts = {
  readonly graph: GraphApi;
  readonly ownOrigin: string;
  readonly log: Log;
  /** Whether Meta still lets us write to the reader. */
  readonly isWindowOpen: (userId: string) => Promise<boolean>;
};

/**
 * Sends what the bot says to readers on Messenger, one request a message, in order.
 */
export class MessengerAdapter extends OwnAdapter {
  protected override readonly channelName = 'Messenger';
  readonly #parts: AdapterParts;

  constructor(parts: AdapterParts) {
    super();
    this.#parts = parts;
  }

  /** Runs one turn. Rejects when the bot fails. */
  run(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    return this.turn(activity, logic);
  }

  protected override async send(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<string> {
    const outgoing = messagesOf(activity, this.#parts.ownOrigin);
    if (outgoing.length === 0) return '';
    return sendOrSkip(context, () => this.#sendAll(activity.recipient?.id ?? '', outgoing));
  }

  async #sendAll(userId: string, messages: ReturnType<typeof messagesOf>): Promise<string> {
    const { graph, isWindowOpen } = this.#parts;
    try {
      if (!(await isWindowOpen(userId))) throw new SendError('window', 'not asked');
      let id = '';
      for (const one of messages) id = await graph.send(userId, one);
      return id;
    } catch (error) {
      this.#report(error);
      throw error;
    }
  }

  #report(error: unknown): void {
    if (!(error instanceof SendError)) return;
    const fields = { code: error.code, outcome: error.failure };
    if (error.isAlarm) this.#parts.log.error('messenger.alarm', fields);
    else this.#parts.log.warn('messenger.notSent', fields);
  }
}
