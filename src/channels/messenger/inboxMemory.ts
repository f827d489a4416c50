import type { WaitingEvent } from './inbox.ts';
import type { InboxLine } from './inboxLines.ts';
import type { MessengerEvent } from './messengerEvent.ts';

const lifetime = 48 * 3_600_000;

type Known = {
  readonly userId: string;
  readonly at: number;
  readonly file: string;
  /** `null` once it is answered. */
  waiting: WaitingEvent | null;
};

/** What the inbox's files say, at hand. */
export function inboxMemory() {
  const known = new Map<string, Known>();
  const lastHeard = new Map<string, number>();
  /** Keys on their way to the medium. */
  const underWay = new Map<string, Promise<unknown> | null>();

  function know(key: string, entry: Known): void {
    // A key that was moved to the other file before a crash is in both.
    if (!known.has(key)) known.set(key, entry);
    lastHeard.set(entry.userId, Math.max(entry.at, lastHeard.get(entry.userId) ?? 0));
  }

  function apply(line: InboxLine, file: string): void {
    if ('kept' in line) {
      const { kept: event, at } = line;
      const waiting = { event, starts: 0 };
      know(event.key, { userId: event.userId, at, file, waiting });
    } else if ('seen' in line) {
      const { seen, userId, at } = line;
      known.delete(seen);
      know(seen, { userId, at, file, waiting: null });
    } else if ('done' in line) {
      const entry = known.get(line.done);
      if (entry) entry.waiting = null;
    } else {
      const entry = known.get(line.started);
      if (entry?.waiting) {
        entry.waiting = { ...entry.waiting, starts: entry.waiting.starts + 1 };
      }
    }
  }

  const seenWhere = (test: (file: string) => boolean): readonly InboxLine[] =>
    [...known]
      .filter(([, { file }]) => test(file))
      .map(([seen, { userId, at }]) => ({ seen, userId, at }));

  return {
    apply,
    /** True for a key that nobody has heard of; from now on it is known. */
    reserve(key: string): boolean {
      if (known.has(key) || underWay.has(key)) return false;
      underWay.set(key, null);
      return true;
    },
    /** The keys are forgotten again when the write fails: they will be delivered again. */
    waitFor(events: readonly MessengerEvent[], written: Promise<unknown>): void {
      for (const { key } of events) underWay.set(key, written);
      const forget = (): void => {
        for (const { key } of events) underWay.delete(key);
      };
      written.then(forget, forget);
    },
    written: async (key: string): Promise<void> => {
      await underWay.get(key);
    },
    unanswered: (): readonly WaitingEvent[] =>
      [...known.values()].flatMap(({ waiting }) => (waiting ? [waiting] : [])),
    isAnswered: (file: string): boolean =>
      ![...known.values()].some((entry) => entry.file === file && entry.waiting),
    seenIn: (file: string) => seenWhere((one) => one === file),
    seenOutside: (files: readonly string[]) => seenWhere((one) => !files.includes(one)),
    lastHeardAt(userId: string): Date | null {
      const at = lastHeard.get(userId);
      return at === undefined ? null : new Date(at);
    },
    /** Forgets answered events older than 48 hours; returns how many. */
    forget(now: Date): number {
      const isOld = (at: number): boolean => now.getTime() - at > lifetime;
      let count = 0;
      for (const [key, { at, waiting }] of known) {
        if (!isOld(at) || waiting) continue;
        known.delete(key);
        count += 1;
      }
      for (const [userId, at] of lastHeard) if (isOld(at)) lastHeard.delete(userId);
      return count;
    },
  };
}
