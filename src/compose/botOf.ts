import { rememberedText, type Services } from '../../dialogs/index.ts';
import { ChatState, createBot } from '../bot/index.ts';
import type { RunTurn } from '../channels/channel.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log.ts';
import { chatKey } from '../signin/index.ts';
import { loadModel, loadTrainingData } from '../training/index.ts';
import {
  createExactReader,
  createReadFollowUp,
  createUnderstandParts,
} from '../understanding/index.ts';
import { isStoreAway } from './isStoreAway.ts';
import { neighboursOf } from './neighboursOf.ts';
import type { Stores } from './stores.ts';

/** What the bot itself brings: it reads Polish, and speaks for the library it is told. */
type Own =
  | 'understand'
  | 'readFollowUp'
  | 'readExactly'
  | 'canClaim'
  | 'privacyUrl'
  | 'audit'
  | 'isStoreAway'
  | 'keepUnanswered';

export type WiredBot = {
  /** Turns of one chat run alone, also among several instances. */
  readonly runTurn: RunTurn;
  readonly state: ChatState;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
};

/** The bot, which understands what the texts and their model teach, and calls `services`. */
export function botOf(
  config: Pick<Config, 'localeFolder' | 'modelFile' | 'publicUrl'>,
  { ledger, conversations, unanswered, shared }: Stores,
  services: Omit<Services, Own>,
  log: Log,
): WiredBot {
  const { texts, library } = services;
  const training = loadTrainingData(config.localeFolder);
  const { model } = loadModel(config.localeFolder, config.modelFile);
  const state = new ChatState(conversations);
  const bot = createBot({
    state,
    log,
    services: {
      ...services,
      understand: rememberedText(createUnderstandParts(model)),
      readFollowUp: createReadFollowUp(model, neighboursOf(texts)),
      readExactly: rememberedText(createExactReader(training.messages)),
      canClaim: (chat) => library.channels[chat.ingress].canClaim,
      privacyUrl: `${config.publicUrl}${library.privacyPage}`,
      isStoreAway,
      // A reader is not left without an answer because a row cannot be written; claims have a journal.
      audit: (row) =>
        ledger.audit(row).catch((error: unknown) => log.error('audit.failed', { error })),
      // The reader gets the contact also when the disk is full.
      keepUnanswered: (text) =>
        unanswered.keep(text).catch((error: unknown) => log.error('unanswered.failed', { error })),
    },
  });
  return {
    state,
    idle: () => bot.idle(),
    runTurn: (context, chat) =>
      shared
        ? shared.alone(chatKey(chat), () => bot.runTurn(context, chat))
        : bot.runTurn(context, chat),
  };
}
