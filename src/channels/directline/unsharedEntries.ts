import type { ReplayEntry } from './replayBuffer.ts';
import type { SharedChats } from './sharedChats.ts';

/** What was said in one conversation while it could not be shared: the clients here have seen it. */
export class UnsharedEntries {
  #entries: ReplayEntry[] = [];

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  add(entry: ReplayEntry): void {
    this.#entries.push(entry);
  }

  /** Nothing of it is told to others any more but without its secrets. */
  hideSecrets(): void {
    this.#entries = this.#entries.map(({ masked, ...entry }) => ({
      ...entry,
      json: masked ?? entry.json,
      masked: null,
    }));
  }

  /**
   * Shares all of it, in order. Where another instance has taken the same number meanwhile, what each
   * has shown stays as it is. Rejects when it cannot be shared; what is left is kept.
   */
  async share(shared: SharedChats, conversationId: string): Promise<void> {
    for (let [first] = this.#entries; first; [first] = this.#entries) {
      const { number } = first;
      await shared.append(conversationId, first);
      // Another call may have shared it at the same time.
      if (this.#entries[0]?.number === number) this.#entries.shift();
    }
  }
}
