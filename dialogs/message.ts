import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent } from '../src/understanding/index.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

/** A message of a reader, as those see it who may answer it. */
export type Message = {
  /** As it was typed, without personal data. */
  readonly text: string;
  /** The intent of which all of it is a known wording. */
  readonly exact: Intent | null;
  /** What is left of "nie, chodziło mi o …"; empty: only that it was something else. */
  readonly correction: string | null;
  /** What the bot offered as buttons just before. */
  readonly offered: readonly Intent[];
  /** True when the bot has already answered something of it. */
  readonly isAnswered: boolean;
};

/** Answers a message that is for it: true. False leaves it to the next one. */
export type Answer = (
  message: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
) => Promise<boolean>;
