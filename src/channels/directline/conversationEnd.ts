import type { Clock } from '../../clock.ts';
import { isDatabaseAway } from '../../storage/index.ts';
import type { SharedChats } from './sharedChats.ts';

/** How long a polling client may still read the last words of an ended conversation. */
const grace = 10_000;

export type ConversationEndParts = {
  readonly clock: Clock;
  /** `null` in a process that serves all conversations alone. */
  readonly shared: SharedChats | null;
  /** Called when the end comes, before anybody hears of it. */
  readonly onCome: () => void;
  /** Called after that, when no turn of the bot runs any more. */
  readonly onQuiet: () => Promise<void>;
};

/** The end of one conversation, which waits for the turns of the bot that are under way. */
export class ConversationEnd {
  readonly #id: string;
  readonly #parts: ConversationEndParts;
  #at: number | null = null;
  #turns = 0;
  #isUntold = false;

  constructor(id: string, parts: ConversationEndParts) {
    this.#id = id;
    this.#parts = parts;
  }

  get hasCome(): boolean {
    return this.#at !== null;
  }

  /** Nobody may read the last words any more. */
  get isPast(): boolean {
    return this.#parts.clock().getTime() >= (this.#at ?? Infinity) + grace;
  }

  /** True while other instances could not be told. */
  get isUntold(): boolean {
    return this.#isUntold;
  }

  come(): void {
    this.#at = this.#parts.clock().getTime();
    this.#parts.onCome();
  }

  /** Tells other instances, or remembers that they are to be told. */
  async tell(): Promise<void> {
    const { shared } = this.#parts;
    try {
      await shared?.hideSecrets(this.#id);
      await shared?.tell(this.#id);
      this.#isUntold = false;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      this.#isUntold = true;
    }
  }

  /** Runs a turn of the bot. */
  async during<Result>(turn: () => Promise<Result>): Promise<Result> {
    this.#turns += 1;
    try {
      return await turn();
    } finally {
      this.#turns -= 1;
      await this.settle();
    }
  }

  /** Finishes what has ended, unless a turn runs, which does so with its own end. */
  async settle(): Promise<void> {
    if (this.hasCome && this.#turns === 0) await this.#parts.onQuiet();
  }
}
