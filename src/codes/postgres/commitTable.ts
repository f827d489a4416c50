import { z } from 'zod';
import type { Month } from '../../rules/index.ts';
import { month } from '../../rules/index.ts';
import type { Database } from '../../storage/index.ts';
import type { MonthEntry } from '../file/monthEntry.ts';
import { dataOf } from '../file/monthFile.ts';
import { journalLine, type JournalLine } from '../file/monthJournal.ts';
import type { MonthState } from '../file/monthState.ts';
import { spellingOf } from '../spellingOf.ts';

/** A code of the list is loaded already, in another month and perhaps by another instance. */
export class CodeLoadedElsewhere extends Error {}

export type NewCommit = {
  readonly month: Month;
  readonly sequence: number;
  /** Of one batch, however often it is tried. */
  readonly writer: string;
  readonly entries: readonly MonthEntry[];
  readonly auditRows: readonly object[];
};

export type StoredLine = { readonly month: Month; readonly line: JournalLine };

/** The journal of all months, in the database. */
export type CommitTable = {
  /** Lines after the numbers that are known, by month in their order. */
  linesAfter(known: ReadonlyMap<Month, number>): Promise<readonly StoredLine[]>;
  /**
   * Makes the commit durable. False when another one has its number, or none the one before. Throws `CodeLoadedElsewhere`;
   * any other error leaves open whether it happened.
   */
  append(commit: NewCommit): Promise<boolean>;
  /** Number of the commit that the writer made; `null` when it made none. */
  numberBy(writer: string, month: Month): Promise<number | null>;
  /** Replaces all commits of the month by its state; false when there is a younger one. */
  replace(state: MonthState, writer: string): Promise<boolean>;
  knownCodes(codes: readonly string[]): Promise<readonly { code: string; month: Month }[]>;
  /** Rejects while nothing can be written. */
  probe(): Promise<void>;
};

const codeConstraints = ['ledger_codes_pkey', 'ledger_codes_spelling_key'];

const appendCommit = `
  with won as (
    insert into ledger_commits (month, sequence, writer, content)
    select $1, $2, $3::uuid, $4
    where $2 = 1
      or exists (select from ledger_commits where month = $1 and sequence = $2::int - 1)
    on conflict (month, sequence) do nothing returning month
  ), loaded as (
    insert into ledger_codes (code, month)
    select code, won.month from won, unnest($5::text[]) as code
  ), given as (
    insert into ledger_claims (month, card, code)
    select won.month, card, code from won, unnest($6::text[], $7::text[]) as given (card, code)
  ), audited as (
    insert into audit_ledger (month, sequence, index, card, content)
    select won.month, $2, place - 1, content::json ->> 'card', content
    from won, unnest($8::text[]) with ordinality as audited (content, place)
  )
  select month from won`;

const linesAfterKnown = `
  select commits.month, commits.content from ledger_commits commits
  left join unnest($1::text[], $2::int[]) as known (month, sequence) using (month)
  where commits.sequence > coalesce(known.sequence, 0)
  order by commits.month, commits.sequence`;

const uniqueViolation = z.object({ code: z.literal('23505'), constraint: z.string() });

export function commitTable(database: Database): CommitTable {
  return {
    async linesAfter(known) {
      const rows = await database.query<{ month: string; content: string }>(linesAfterKnown, [
        [...known.keys()],
        [...known.values()],
      ]);
      return rows.map((row) => ({
        month: month(row.month),
        line: journalLine.parse(JSON.parse(row.content)),
      }));
    },

    async append({ month: of, sequence, writer, entries, auditRows }) {
      const claims = entries.filter((entry) => entry.type === 'claimed');
      const codes = entries.flatMap((entry) => (entry.type === 'imported' ? entry.codes : []));
      try {
        const won = await database.query(appendCommit, [
          of,
          sequence,
          writer,
          JSON.stringify({ sequence, entries }),
          codes,
          claims.map(({ card }) => card),
          claims.map(({ code }) => code),
          auditRows.map((row) => JSON.stringify(row)),
        ]);
        return won.length > 0;
      } catch (error) {
        const violated = uniqueViolation.safeParse(error).data?.constraint;
        if (violated && codeConstraints.includes(violated)) throw new CodeLoadedElsewhere();
        throw error;
      }
    },

    async numberBy(writer, of) {
      const rows = await database.query<{ sequence: number }>(
        'select sequence from ledger_commits where month = $1 and writer = $2',
        [of, writer],
      );
      return rows[0]?.sequence ?? null;
    },

    replace: (state, writer) =>
      database.transaction(async (query) => {
        const { month: of, sequence } = state;
        const won = await query(
          `insert into ledger_commits (month, sequence, writer, content) values ($1, $2, $3, $4)
           on conflict (month, sequence) do nothing returning month`,
          [of, sequence, writer, JSON.stringify({ whole: dataOf(state) })],
        );
        if (won.length === 0) return false;
        await query('delete from ledger_commits where month = $1 and sequence < $2', [
          of,
          sequence,
        ]);
        const claims = [...state.claims.values()];
        await query('delete from ledger_claims where month = $1', [of]);
        await query(
          `insert into ledger_claims (month, card, code)
           select $1, card, code from unnest($2::text[], $3::text[]) as given (card, code)`,
          [of, claims.map(({ card }) => card), claims.map(({ code }) => code)],
        );
        return true;
      }),

    async knownCodes(codes) {
      const rows = await database.query<{ code: string; month: string }>(
        'select code, month from ledger_codes where spelling = any($1::text[]) order by month, code',
        [codes.map(spellingOf)],
      );
      return rows.map((row) => ({ code: row.code, month: month(row.month) }));
    },

    async probe() {
      await database.query(
        `insert into ledger_probe (at) values (now())
         on conflict (single) do update set at = excluded.at`,
      );
    },
  };
}
