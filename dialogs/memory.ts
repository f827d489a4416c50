import type { Intent } from '../src/understanding/index.ts';
import type { Verdict } from './verdict/verdict.ts';

/** A question about a date, as it can be asked again of another date. */
export type DateQuestion = {
  readonly topic: Intent;
  /** What happened, or will, on the date: a claim, an activation, the release of codes. */
  readonly role: 'claimed' | 'activated' | 'release';
  /** The month of which a day was asked back for, 1 to 12: a bare number is then one of its days. */
  readonly openMonth?: number;
};

/** What the bot remembers of a conversation besides the open dialog. Ids only, no words of the reader. */
export type Memory = {
  /** When the reader was last told that this is an automatic assistant, ISO instant. */
  greetedAt: string | null;
  /** When the last message came, ISO instant. */
  lastMessageAt: string | null;
  /** The intent answered last; a question without a subject is read in its light. */
  topic: Intent | null;
  /** The question about a date that was answered last, or asked back: a bare date belongs to it. */
  dateQuestion: DateQuestion | null;
  /** What the reader was told last about a code of their own; questions about it are read in its light. */
  verdict: Verdict | null;
  /** Intents offered as buttons by "Czy chodzi o …?". */
  offered: readonly Intent[];
  /** True after "Czy mogę pomóc w czymś jeszcze?": "nie" is then an answer. */
  asksForMore: boolean;
  /** Messages in a row that were not understood. */
  misses: number;
};

export function newMemory(): Memory {
  return {
    greetedAt: null,
    lastMessageAt: null,
    topic: null,
    dateQuestion: null,
    verdict: null,
    offered: [],
    asksForMore: false,
    misses: 0,
  };
}

/** A pause after which the bot says again that it is an automatic assistant, in hours. */
const longPause = 24;

/** True at the start and after a long pause: then the bot introduces itself. */
export function mustIntroduce(memory: Memory, now: Date): boolean {
  if (memory.greetedAt === null) return true;
  const last = Date.parse(memory.lastMessageAt ?? memory.greetedAt);
  return now.getTime() - last > longPause * 60 * 60 * 1000;
}
