import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keyedQueue } from '../../keyedQueue.ts';
import type { Database } from './database.ts';
import { isDatabaseAway } from './lostConnection.ts';

/** Runs work of one key alone among all instances, in order of arrival within this one. */
export type Alone = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

const longestWait = 200;

// The server's own time, because clocks of instances differ.
const take = `
  insert into leases (key, holder, until) values ($1, $2, now() + make_interval(secs => $3))
  on conflict (key) do update set holder = excluded.holder, until = excluded.until
  where leases.until < now() or leases.holder = excluded.holder
  returning key`;
const free = 'delete from leases where key = $1 and holder = $2';

const held = 'select key from leases where key = any($1) and until >= now()';

/** Which of the keys somebody holds now, in this instance or in another. */
export async function heldAmong(
  database: Database,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const byStored = new Map(keys.map((key) => [JSON.stringify(key), key]));
  const rows = await database.idempotent<{ key: string }>(held, [[...byStored.keys()]]);
  return new Set(rows.flatMap(({ key }) => byStored.get(key) ?? []));
}

export type LeaseOptions = {
  /** Seconds after which is free what an instance that died held. */
  readonly heldFor?: number;
  /** `goOn`: while the database is away work runs alone in this instance only, instead of not at all. */
  readonly whileAway?: 'refuse' | 'goOn';
};

export function leases(
  database: Database,
  { heldFor = 15, whileAway = 'refuse' }: LeaseOptions = {},
): Alone {
  const queue = keyedQueue();

  async function hold(key: string, holder: string): Promise<void> {
    for (let wait = 10; ; wait = Math.min(wait * 2, longestWait)) {
      if ((await database.idempotent(take, [key, holder, heldFor])).length > 0) return;
      await pause(wait);
    }
  }

  async function holdIfPossible(key: string, holder: string): Promise<void> {
    try {
      await hold(key, holder);
    } catch (error) {
      if (whileAway === 'refuse' || !isDatabaseAway(error)) throw error;
    }
  }

  return (key, work) =>
    queue.run(key, async () => {
      const stored = JSON.stringify(key);
      const holder = randomUUID();
      await holdIfPossible(stored, holder);
      const renewing = setInterval(
        () => {
          // A lease that cannot be renewed ends, as that of a dead instance does.
          database.query(take, [stored, holder, heldFor]).catch(() => undefined);
        },
        (heldFor * 1_000) / 3,
      ).unref();
      try {
        return await work();
      } finally {
        clearInterval(renewing);
        // Nobody waits for it longer than its end.
        await database.idempotent(free, [stored, holder]).catch(() => undefined);
      }
    });
}
