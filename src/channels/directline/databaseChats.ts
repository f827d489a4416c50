import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listen, type Database } from '../../storage/index.ts';
import { maskAfter, maximumAge } from './replayBuffer.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';
import { lineageLifetime } from './token.ts';

const channel = 'directline';
/** PostgreSQL takes 8 000 bytes; what is longer is only typing that others do not see. */
const longestWhisper = 7_000;
const hour = 3_600_000;

const news = z.object({ by: z.string(), chat: z.string(), whisper: z.string().nullable() });

type Row = {
  readonly number: number;
  readonly at: string;
  readonly content: string | null;
  readonly masked: string | null;
};

const insert = `
  with won as (
    insert into directline_activities (conversation, number, at, content, masked)
    values ($1, $2, $3, $4, $5) on conflict do nothing returning conversation
  )
  select pg_notify('${channel}', $6) from won`;

/** Conversations that all instances on the database serve, by LISTEN and NOTIFY. */
export function databaseChats(database: Database): SharedChats {
  const by = randomUUID();
  const newsOf = (chat: string, whisper: string | null = null): string =>
    JSON.stringify({ by, chat, whisper });

  async function notify(text: string): Promise<void> {
    await database.idempotent('select pg_notify($1, $2)', [channel, text]);
  }

  return {
    async append(conversationId, { number, at, json, masked }) {
      const values = [conversationId, number, at, json, masked, newsOf(conversationId)];
      if ((await database.idempotent(insert, values)).length > 0) return true;
      // Ours all the same when the answer to a first try was lost.
      const same = await database.idempotent(
        'select 1 from directline_activities where conversation = $1 and number = $2 and content = $3',
        [conversationId, number, json],
      );
      return same.length > 0;
    },
    async entriesFrom(conversationId, from) {
      const rows = await database.idempotent<Row>(
        `select number, at, content, masked from directline_activities
         where conversation = $1 and number >= $2 order by number`,
        [conversationId, from],
      );
      return rows.map((row): SharedEntry => ({
        number: row.number,
        at: Number(row.at),
        json: row.content,
        masked: row.masked,
      }));
    },
    async hideSecrets(conversationId) {
      await database.idempotent(
        `update directline_activities set content = masked, masked = null
         where conversation = $1 and masked is not null`,
        [conversationId],
      );
    },
    async whisper(conversationId, json) {
      const text = newsOf(conversationId, json);
      if (Buffer.byteLength(text) <= longestWhisper) await notify(text);
    },
    tell: (conversationId) => notify(newsOf(conversationId)),
    listen: (onNews, onGap) =>
      listen(database, channel, {
        onGap,
        onNews(text) {
          const read = news.parse(JSON.parse(text));
          if (read.by !== by) onNews({ conversationId: read.chat, whisper: read.whisper });
        },
      }),
    async purge(now) {
      const before = (age: number): number => now.getTime() - age;
      await database.query(
        `update directline_activities set content = masked, masked = null
         where masked is not null and at <= $1`,
        [before(maskAfter)],
      );
      await database.query(
        `update directline_activities set content = null, masked = null
         where content is not null and at <= $1`,
        [before(maximumAge)],
      );
      const gone = await database.query(
        'delete from directline_activities where at <= $1 returning 1',
        [before(lineageLifetime * 1000 + hour)],
      );
      return gone.length;
    },
  };
}
