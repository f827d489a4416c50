import type { PassAnswer } from './pass.ts';

export type Answer = Exclude<PassAnswer, { outcome: 'unreachable' }>;

const firstWait = 1000;
const longestWait = 15_000;

/** Asks a server that may be away for a moment, patiently, until it answers. */
export class Search {
  #current = 0;
  #wake: (() => void) | undefined;
  #giveUp: (() => void) | undefined;

  /**
   * Returns the answer, or null as soon as `stop` or another search comes first. Waits longer after each try,
   * but tries at once when the network returns or the reader comes back to the tab.
   */
  async ask(
    request: () => Promise<PassAnswer>,
    onUnreachable: (isCrowded: boolean) => void,
  ): Promise<Answer | null> {
    this.stop();
    const own = this.#current;
    const stopped = new Promise<null>((resolve) => (this.#giveUp = () => resolve(null)));
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      const answer = await Promise.race([request(), stopped]);
      if (answer === null || own !== this.#current) return null;
      if (answer.outcome !== 'unreachable') return answer;
      onUnreachable(answer.crowded);
      await this.#pause(Math.max(answer.retryAfter ?? 0, wait));
      if (own !== this.#current) return null;
    }
  }

  stop(): void {
    this.#current += 1;
    this.#giveUp?.();
    this.hurry();
  }

  /** Ends the pause before the next try. */
  hurry(): void {
    this.#wake?.();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
