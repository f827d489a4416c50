import { describe, expect, test } from 'vitest';
import type { Inbox, MessengerEvent, Settled } from '../../src/channels/messenger/index.ts';
import type { Clock } from '../../src/clock.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const start = Date.parse('2026-12-10T08:00:00Z');

export const eventOf = (key: string, userId = 'reader', sentAt = start): MessengerEvent => ({
  key,
  userId,
  sentAt,
  what: { kind: 'text', id: key, text: `słowa ${key}` },
});

export const keysOf = (events: readonly { readonly key: string }[]): string[] =>
  events.map(({ key }) => key);

/** Works on the reader's events and returns their keys as they came. */
export async function workedOn(
  inbox: Inbox,
  userId = 'reader',
  settled: (key: string) => Settled = () => 'answered',
): Promise<string[]> {
  const heard: string[] = [];
  await inbox.work(userId, ({ event }) => {
    heard.push(event.key);
    return Promise.resolve(settled(event.key));
  });
  return heard;
}

/** Opens the inbox anew on the same medium, as a process does after the one before was killed. */
type OpenInbox = () => Promise<Inbox>;

/** What every inbox promises. `prepare` gives an empty medium. */
export function describeInbox(name: string, prepare: (clock: Clock) => Promise<OpenInbox>): void {
  describe(`${name}: the inbox`, () => {
    const opened = async () => {
      const time = { now: start };
      const open = await prepare(() => new Date(time.now));
      return { time, open, inbox: await open() };
    };

    test('knows after a crash what was answered, what was not, and in which order it came', async () => {
      const { open, inbox } = await opened();
      await inbox.keep([eventOf('d'), eventOf('b')]);
      expect(await workedOn(inbox, 'reader', (key) => (key === 'd' ? 'answered' : 'left'))).toEqual(
        ['d', 'b'],
      );
      await inbox.keep([eventOf('a')]);
      const after = await open();
      expect(await after.abandoned()).toEqual(['reader']);
      expect(keysOf(await after.keep([eventOf('a'), eventOf('d'), eventOf('c')]))).toEqual(['c']);
      expect(await workedOn(after)).toEqual(['b', 'a', 'c']);
      expect(await workedOn(after)).toEqual([]);
      expect(await (await open()).abandoned()).toEqual([]);
    });

    test('keeps an event once when it is delivered many times, at once or in one batch', async () => {
      const { inbox } = await opened();
      const kept = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          inbox.keep(
            index % 2
              ? [eventOf('b'), eventOf('a'), eventOf('b')]
              : [eventOf('a'), eventOf('c'), eventOf('b')],
          ),
        ),
      );
      expect(keysOf(kept.flat()).sort()).toEqual(['a', 'b', 'c']);
      expect((await workedOn(inbox)).sort()).toEqual(['a', 'b', 'c']);
    });

    test('gives one reader to one worker at a time, and other readers at the same time', async () => {
      const { inbox } = await opened();
      await inbox.keep([eventOf('a1', 'anna'), eventOf('j1', 'jan'), eventOf('a2', 'anna')]);
      const heard: string[] = [];
      let free: () => void = () => undefined;
      const isFree = new Promise<void>((resolve) => (free = resolve));
      const slow = inbox.work('anna', async ({ event }) => {
        await isFree;
        heard.push(event.key);
        return 'answered';
      });
      const second = inbox.work('anna', ({ event }) => {
        heard.push(`second ${event.key}`);
        return Promise.resolve('answered');
      });
      expect(await workedOn(inbox, 'jan')).toEqual(['j1']);
      expect(heard).toEqual([]);
      free();
      await Promise.all([slow, second]);
      expect(heard).toEqual(['a1', 'a2']);
    });

    test('counts how often an event was taken up after a process was gone', async () => {
      const { open, inbox } = await opened();
      await inbox.keep([eventOf('a')]);
      const takeovers: number[] = [];
      const leave = (one: Inbox) =>
        one.work('reader', (waiting) => {
          takeovers.push(waiting.takeovers);
          return Promise.resolve('left');
        });
      await leave(inbox);
      await leave(inbox);
      for (let crash = 0; crash < 3; crash += 1) {
        const next = await open();
        expect(await next.abandoned()).toEqual(['reader']);
        await leave(next);
      }
      expect(takeovers).toEqual([0, 0, 1, 2, 3]);
    });

    test('answers again what is delivered again after 48 hours, and not before', async () => {
      const { time, open, inbox } = await opened();
      await inbox.keep([eventOf('a')]);
      await workedOn(inbox);
      time.now += 48 * hour;
      expect(await inbox.purge(new Date(time.now))).toBe(0);
      expect(await inbox.keep([eventOf('a')])).toEqual([]);
      time.now += 1;
      await inbox.keep([eventOf('b')]);
      expect(await inbox.purge(new Date(time.now))).toBe(1);
      const after = await open();
      expect(keysOf(await after.keep([eventOf('a'), eventOf('b')]))).toEqual(['a']);
    });

    test('never forgets what was not answered', async () => {
      const { time, open, inbox } = await opened();
      await inbox.keep([eventOf('a')]);
      time.now += 50 * hour;
      expect(await inbox.purge(new Date(time.now))).toBe(0);
      const after = await open();
      expect(await after.abandoned()).toEqual(['reader']);
      expect(await workedOn(after)).toEqual(['a']);
    });

    test('knows when a reader wrote last, also after a restart', async () => {
      const { time, open, inbox } = await opened();
      await inbox.keep([eventOf('a')]);
      time.now += hour;
      await inbox.keep([eventOf('b')]);
      await inbox.close();
      const after = await open();
      expect(await after.lastHeardAt('reader')).toEqual(new Date(time.now));
      expect(await after.lastHeardAt('stranger')).toBeNull();
    });
  });
}
