import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';

/** An activity as clients get it. Kept as text, because an object costs several times the memory. */
export type ReplayEntry = {
  readonly number: number;
  /** milliseconds */ readonly at: number;
  readonly json: string;
  /** What replaces `json` ten minutes after it was shown; `null` when there is nothing to hide. */
  readonly masked: string | null;
};

const maximumEntries = 100;
export const maximumAge = 30 * 60_000;
export const maskAfter = 10 * 60_000;

/** The last activities of one conversation, for clients that reconnect, reload or poll. */
export class ReplayBuffer {
  readonly #clock: Clock;
  #entries: ReplayEntry[];

  constructor(clock: Clock, entries: readonly ReplayEntry[] = []) {
    this.#clock = clock;
    this.#entries = [...entries];
  }

  add(entry: ReplayEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > maximumEntries) this.#entries.shift();
  }

  /** The kept activities numbered `from` or higher, oldest first. */
  from(from: number): readonly ReplayEntry[] {
    this.tidy();
    return this.#entries.filter(({ number }) => number >= from);
  }

  /** The same without their secrets, for whoever may not be the reader any more. */
  withoutSecretsFrom(from: number): readonly ReplayEntry[] {
    return this.from(from).map(hide);
  }

  /** Lets go of what is too old to be replayed and of secrets shown long enough. */
  tidy(): void {
    const now = this.#clock().getTime();
    if (this.#entries.some(({ at }) => now - at >= maximumAge)) {
      this.#entries = this.#entries.filter(({ at }) => now - at < maximumAge);
    }
    this.#entries.forEach((entry, index) => {
      if (entry.masked !== null && now - entry.at >= maskAfter) this.#entries[index] = hide(entry);
    });
  }

  /** Hides every secret at once: whoever asks next may be somebody else. */
  hideSecrets(): void {
    this.#entries = this.#entries.map(hide);
  }

  /** What may be written to disk: nothing in it is secret any more. */
  forDisk(): readonly ReplayEntry[] {
    this.tidy();
    return this.#entries.map(hide);
  }
}

function hide(entry: ReplayEntry): ReplayEntry {
  return entry.masked === null ? entry : { ...entry, json: entry.masked, masked: null };
}

/** `masked` is what may be shown of the activity later; `null` when all of it may. */
export function replayEntry(
  number: number,
  at: number,
  activity: Partial<Activity>,
  masked: Partial<Activity> | null,
): ReplayEntry {
  return {
    number,
    at,
    json: JSON.stringify(activity),
    masked: masked === null ? null : JSON.stringify(masked),
  };
}
