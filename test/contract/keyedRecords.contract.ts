import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { KeyedRecords } from '../../src/storage/index.ts';

export type Ticket = { readonly card: string; readonly tries: number };

/** Opens the same records with each call: a later process, or another instance. */
export type OpenRecords = () => Promise<KeyedRecords<Ticket>>;

const start = new Date('2026-12-10T08:00:00Z');
const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000);

/** What every store of keyed records keeps to. `prepare` makes an empty one. */
export function describeKeyedRecords(
  name: string,
  prepare: (clock: Clock) => Promise<OpenRecords>,
): void {
  describe(`${name}: keyed records`, () => {
    const opened = async () => {
      const time = { now: start };
      const open = await prepare(() => time.now);
      return { time, open, tickets: await open() };
    };

    test('give back what was put, also after a restart', async () => {
      const { open, tickets } = await opened();
      for (const key of ['ż/../ó', 'nul \0 inside', '', '\ud800']) {
        await tickets.put(key, { card: key, tries: 0 }, minutes(10));
        expect(await tickets.get(key)).toEqual({ card: key, tries: 0 });
      }
      await tickets.close();
      expect(await (await open()).get('ż/../ó')).toEqual({ card: 'ż/../ó', tries: 0 });
    });

    test('know nothing of a key that was never put or was deleted', async () => {
      const { open, tickets } = await opened();
      expect(await tickets.get('a')).toBeNull();
      await tickets.delete('a');
      await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
      await tickets.delete('a');
      expect(await tickets.get('a')).toBeNull();
      await tickets.close();
      expect(await (await open()).get('a')).toBeNull();
    });

    test('never give out what is expired', async () => {
      const { time, tickets } = await opened();
      await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
      time.now = new Date(minutes(10).getTime() - 1);
      expect(await tickets.get('a')).not.toBeNull();
      time.now = minutes(10);
      expect(await tickets.get('a')).toBeNull();
      let seen: Ticket | null = { card: 'unseen', tries: 0 };
      await tickets.update('a', (current) => {
        seen = current;
        return null;
      });
      expect(seen).toBeNull();
    });

    test('lose no change of thirty made at once', async () => {
      const { tickets } = await opened();
      await Promise.all(Array.from({ length: 30 }, () => tickets.update('a', oneMore)));
      expect((await tickets.get('a'))?.tries).toBe(30);
    });

    test('tell what is stored now, and leave it alone when a change throws', async () => {
      const { tickets } = await opened();
      expect(await tickets.update('a', oneMore)).toEqual({ card: '1', tries: 1 });
      const refused = tickets.update('a', () => {
        throw new Error('not this one');
      });
      await expect(refused).rejects.toThrow('not this one');
      expect(await tickets.get('a')).toEqual({ card: '1', tries: 1 });
      expect(await tickets.update('a', () => null)).toBeNull();
    });

    test('hand out copies: changing one changes nothing that is stored', async () => {
      const { tickets } = await opened();
      await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
      Object.assign((await tickets.get('a')) ?? {}, { tries: 99 });
      expect((await tickets.get('a'))?.tries).toBe(0);
    });

    test('are purged when they expired', async () => {
      const { tickets } = await opened();
      await tickets.put('short', { card: '1', tries: 0 }, minutes(5));
      await tickets.put('long', { card: '2', tries: 0 }, minutes(50));
      expect(await tickets.purge(minutes(5))).toBe(1);
      expect(await tickets.get('long')).not.toBeNull();
      expect(await tickets.purge(minutes(5))).toBe(0);
    });

    test('refuse work after they were closed, and finish what was asked before', async () => {
      const { open, tickets } = await opened();
      const last = tickets.put('a', { card: '1', tries: 0 }, minutes(10));
      await tickets.close();
      await last;
      await expect(tickets.get('a')).rejects.toMatchObject({ code: 'STORE_CLOSED' });
      expect(await (await open()).get('a')).not.toBeNull();
    });
  });
}

export const oneMore = (current: Ticket | null) => ({
  value: { card: '1', tries: (current?.tries ?? 0) + 1 },
  expiresAt: minutes(10),
});
