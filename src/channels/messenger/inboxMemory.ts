import { rememberedFor, type WaitingEvent } from './inbox.ts';
import type { InboxLine } from './inboxLines.ts';
import type { MessengerEvent } from './messengerEvent.ts';

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
  /** Keys of events that wait, by reader. */
  const queues = new Map<string, Set<string>>();
  /** Keys on their way to the medium. */
  const underWay = new Map<string, Promise<unknown> | null>();

  function queueOf(userId: string): Set<string> {
    const queue = queues.get(userId) ?? new Set();
    queues.set(userId, queue);
    return queue;
  }

  function waitNoMore(key: string): void {
    const entry = known.get(key);
    if (!entry?.waiting) return;
    entry.waiting = null;
    const queue = queueOf(entry.userId);
    queue.delete(key);
    if (queue.size === 0) queues.delete(entry.userId);
  }

  function know(key: string, entry: Known): void {
    // A key that was moved to the other file before a crash is in both.
    if (!known.has(key)) {
      known.set(key, entry);
      if (entry.waiting) queueOf(entry.userId).add(key);
    }
    lastHeard.set(entry.userId, Math.max(entry.at, lastHeard.get(entry.userId) ?? 0));
  }

  function apply(line: InboxLine, file: string): void {
    if ('kept' in line) {
      const { kept: event, at } = line;
      const waiting = { event, takeovers: 0 };
      know(event.key, { userId: event.userId, at, file, waiting });
    } else if ('seen' in line) {
      const { seen, userId, at } = line;
      waitNoMore(seen);
      known.delete(seen);
      know(seen, { userId, at, file, waiting: null });
    } else if ('done' in line) {
      waitNoMore(line.done);
    } else {
      const entry = known.get(line.started);
      if (entry?.waiting) {
        entry.waiting = { ...entry.waiting, takeovers: entry.waiting.takeovers + 1 };
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
    /** Readers who wait for an answer, each with the keys of what they wrote, in order. */
    waiting: (): ReadonlyMap<string, ReadonlySet<string>> => queues,
    firstOf(userId: string): WaitingEvent | null {
      const [first] = queues.get(userId) ?? [];
      return (first !== undefined && known.get(first)?.waiting) || null;
    },
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
      const isOld = (at: number): boolean => now.getTime() - at > rememberedFor;
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
