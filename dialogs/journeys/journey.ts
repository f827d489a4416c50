import type { TurnContext } from 'botbuilder';
import {
  DialogReason,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { Chat, SignedInReader } from '../../src/signin/index.ts';
import { chatOf, send } from '../conversation.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { unlessStoreAway } from '../storeAway.ts';
import { VersionedDialog } from '../versionedDialog.ts';

/** How a journey ends. Every ending leaves an audit row under this name. */
export type Ending =
  | 'eligible'
  | 'issued'
  | 'reminded'
  | 'refused'
  | 'alreadyClaimed'
  | 'nothingToRemind'
  | 'shown'
  | 'erased'
  | 'cannotTell'
  | 'waiting'
  | 'cancelled'
  | 'expired'
  | 'failed';

/** One step's view of the turn. */
export type Turn = {
  readonly context: TurnContext;
  readonly chat: Chat;
  /** What the dialog called by the step before gave back. */
  readonly result: unknown;
  /** What the step before kept for this one. */
  readonly kept: string | null;
  reply(reply: Reply): Promise<void>;
  /** The reader signed in to this chat at this very moment; `null` when the session is over. */
  reader(): Promise<SignedInReader | null>;
};

/** Where a step leads: call another dialog and go on at the step `then`, hand over, or end. */
export type Next =
  | {
      readonly to: 'call';
      readonly dialog: string;
      readonly options?: object;
      readonly then: string;
      /** What the next step needs to know of this one. */
      readonly keep?: string;
    }
  | { readonly to: 'replace'; readonly dialog: string; readonly ending: Ending }
  | { readonly to: 'end'; readonly ending: Ending; readonly details?: AuditDetails };

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

export type Step = (turn: Turn) => Promise<Next>;

/** The step to go on with, and what it needs to know. */
type Kept = { readonly then: string; readonly kept: string | null };

/**
 * A dialog of named steps, the first one being `begin`. It keeps the name of the next step: a step's
 * index in a stock waterfall would silently mean another step once the journey is changed.
 */
export class Journey extends VersionedDialog<Kept> {
  readonly #services: Services;
  readonly #steps: Readonly<Record<string, Step>>;

  constructor(
    id: string,
    version: number,
    services: Services,
    steps: Readonly<Record<'begin', Step>> & Readonly<Record<string, Step>>,
  ) {
    super(id, version);
    this.#services = services;
    this.#steps = steps;
  }

  /** False also for a step that is gone. */
  protected override isWhole({ then, kept }: Partial<Kept>): boolean {
    return kept !== undefined && then !== undefined && then in this.#steps;
  }

  override beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#take('begin', dc, undefined, null);
  }

  /** A journey waits only while a dialog it called is open, so it is never continued itself. */
  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#take('begin', dc, undefined, null);
  }

  override resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: unknown,
  ): Promise<DialogTurnResult> {
    const { then, kept } = this.kept(dc.activeDialog);
    return this.#take(then, dc, result, kept);
  }

  override async endDialog(
    context: TurnContext,
    _instance: DialogInstance,
    reason: DialogReason,
  ): Promise<void> {
    if (reason === DialogReason.cancelCalled) await this.#record(context, 'cancelled', {});
  }

  async #take(
    name: string,
    dc: DialogContext,
    result: unknown,
    kept: string | null,
  ): Promise<DialogTurnResult> {
    const step = this.#steps[name];
    if (!step) throw new Error(`STEP_MISSING: "${this.id}" has no step "${name}".`);
    const chat = chatOf(dc.context);
    const next = await step({
      context: dc.context,
      chat,
      result,
      kept,
      reply: (reply) => send(dc.context, reply),
      reader: () => this.#services.signIn.readerOf(chat),
    });
    switch (next.to) {
      case 'call':
        this.keep(dc, { then: next.then, kept: next.keep ?? null });
        return dc.beginDialog(next.dialog, next.options);
      case 'replace':
        await this.#record(dc.context, next.ending, {});
        return dc.replaceDialog(next.dialog);
      case 'end':
        await this.#record(dc.context, next.ending, next.details ?? {});
        return dc.endDialog();
    }
  }

  async #record(context: TurnContext, ending: Ending, details: AuditDetails): Promise<void> {
    const chat = chatOf(context);
    // What the reader was told stands, also when nobody can say any more who it was.
    const reader = await unlessStoreAway(
      () => this.#services.signIn.readerOf(chat),
      this.#services,
    );
    await this.#services.audit({
      at: this.#services.clock(),
      card: reader?.card ?? null,
      event: `${this.id}.${ending}`,
      details: { ...details, channel: chat.channelId, ingress: chat.ingress },
    });
  }
}
