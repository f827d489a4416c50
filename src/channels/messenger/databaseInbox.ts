import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { heldAmong, type Alone, type Database } from '../../storage/index.ts';
import { rememberedFor, type WaitingEvent } from './inbox.ts';
import { event } from './inboxLines.ts';
import type { SharedInbox } from './inboxWhileAway.ts';

// Numbered in the order of the delivery, but locked in the order of keys, so that deliveries that hold
// the same events do not block each other. A repeated statement knows its own delivery again; an event of
// another delivery is heard of already.
const insert = `
  with numbered as materialized (
    select nextval('messenger_inbox_number') as number, key, user_id, content
    from (
      select * from unnest($1::text[], $2::text[], $3::text[])
        with ordinality as one (key, user_id, content, place) order by place
    ) as delivered
  )
  insert into messenger_inbox (key, number, user_id, at, content, delivery, holder)
  select key, number, user_id, $4::bigint, content, $5::uuid, $6::uuid from numbered order by key
  on conflict (key) do update set delivery = excluded.delivery
  where messenger_inbox.delivery = excluded.delivery
  returning key`;
const first = `
  select key, content, holder, takeovers from messenger_inbox
  where user_id = $1 and content is not null order by number limit 1`;
const takeOver = `
  update messenger_inbox set holder = $2, takeovers = takeovers + 1 where key = $1 and holder = $3`;
const markDone = 'update messenger_inbox set content = null where key = $1';
const noteDone = `
  insert into messenger_inbox (key, number, user_id, at, content, delivery, holder)
  select key, nextval('messenger_inbox_number'), user_id, $3, null, $4, $5
  from unnest($1::text[], $2::text[]) as one (key, user_id) order by key
  on conflict (key) do update set content = null`;
const waiting = 'select distinct user_id from messenger_inbox where content is not null';
const lastAt = 'select max(at) as at from messenger_inbox where user_id = $1';
const forget = `
  with gone as (delete from messenger_inbox where content is null and at < $1 returning 1)
  select count(*)::int as count from gone`;

type First = {
  readonly key: string;
  readonly content: string;
  readonly holder: string;
  readonly takeovers: number;
};

export type DatabaseInboxParts = {
  readonly database: Database;
  readonly alone: Alone;
  readonly clock: Clock;
};

/**
 * The inbox that all instances on the database share: whichever Meta reached, each event is answered
 * once and in its turn. What a reader wrote is taken out as soon as it is answered. Whoever works on a
 * reader's events holds a lease, so what an instance that died had in hand is free when that ends.
 */
export function openDatabaseInbox({ database, alone, clock }: DatabaseInboxParts): SharedInbox {
  const instance = randomUUID();
  /** Answered here while the database was away, so it does not know yet. */
  const answered = new Set<string>();
  const leaseOf = (userId: string): string => `messenger-inbox|${userId}`;

  async function firstOf(userId: string): Promise<WaitingEvent | null> {
    for (;;) {
      const [row] = await database.idempotent<First>(first, [stored(userId)]);
      if (!row) return null;
      if (row.holder === instance) {
        // Only this store writes the table: it is what `keep` was given.
        return { event: event.parse(JSON.parse(row.content)), takeovers: row.takeovers };
      }
      await database.idempotent(takeOver, [row.key, instance, row.holder]);
    }
  }

  async function done(key: string): Promise<void> {
    answered.add(key);
    await database.idempotent(markDone, [key]);
    answered.delete(key);
  }

  return {
    async keep(events) {
      const byKey = new Map([...events].reverse().map((one) => [one.key, one]));
      const once = events.filter((one) => byKey.get(one.key) === one);
      const rows = await database.idempotent<{ key: string }>(insert, [
        once.map(({ key }) => key),
        once.map(({ userId }) => stored(userId)),
        once.map((one) => JSON.stringify(one)),
        clock().getTime(),
        randomUUID(),
        instance,
      ]);
      const fresh = new Set(rows.map(({ key }) => key));
      return once.filter(({ key }) => fresh.has(key));
    },
    work: (userId, answer) =>
      alone(leaseOf(userId), async () => {
        for (let next = await firstOf(userId); next; next = await firstOf(userId)) {
          const { key } = next.event;
          if (!answered.has(key) && (await answer(next)) === 'left') return;
          await done(key);
        }
      }),
    async noteAnswered(events) {
      await database.idempotent(noteDone, [
        events.map(({ key }) => key),
        events.map(({ userId }) => stored(userId)),
        clock().getTime(),
        randomUUID(),
        instance,
      ]);
    },
    async abandoned() {
      const rows = await database.idempotent<{ user_id: string }>(waiting);
      const userIds = rows.map((row) => String(JSON.parse(row.user_id)));
      const held = await heldAmong(database, userIds.map(leaseOf));
      return userIds.filter((userId) => !held.has(leaseOf(userId)));
    },
    async lastHeardAt(userId) {
      const [row] = await database.idempotent<{ at: string | null }>(lastAt, [stored(userId)]);
      return row && row.at !== null ? new Date(Number(row.at)) : null;
    },
    async purge(now) {
      const before = now.getTime() - rememberedFor;
      const [gone] = await database.idempotent<{ count: number }>(forget, [before]);
      return gone?.count ?? 0;
    },
    close: () => Promise.resolve(),
  };
}

/** PostgreSQL takes no NUL in a text. */
function stored(userId: string): string {
  return JSON.stringify(userId);
}
