import { z } from 'zod';
import { openDurableLog, type Disk } from '../../storage/index.ts';
import type { AuditHash } from './auditHash.ts';
import type { MonthCommit, MonthEntry } from './monthEntry.ts';

/**
 * The audit of one month's ledger: each change of the journal again, append-only, with hashes in the
 * place of cards and codes, so that it can be kept and shown when the journal may no longer be.
 */
export type LedgerAudit = {
  readonly hasDamagedLines: boolean;
  /** Number of the last commit it held when it was opened; 0 when it was empty. */
  readonly lastSequence: number;
  /** Appends what it does not hold yet; returns when that is on the medium. */
  record(commits: readonly MonthCommit[]): Promise<void>;
  close(): Promise<void>;
};

type Position = { readonly sequence: number; readonly index: number };

const entriesAtOnce = 500;

const position = z.object({ sequence: z.int(), index: z.int() });

export async function openLedgerAudit(
  file: string,
  hash: AuditHash,
  disk: Disk,
): Promise<LedgerAudit> {
  const { log, values, damagedLines } = await openDurableLog(file, disk);
  let last: Position = position.parse(values.at(-1) ?? { sequence: 0, index: 0 });

  return {
    hasDamagedLines: damagedLines.length > 0,
    lastSequence: last.sequence,
    async record(commits) {
      for (const piece of inPieces(commits)) {
        const rows = piece.flatMap((commit) => rowsOf(commit, hash)).filter((row) => isAfter(row));
        const newest = rows.at(-1);
        if (!newest) continue;
        await log.append(rows);
        last = newest;
      }
    },
    close: () => log.close(),
  };

  function isAfter({ sequence, index }: Position): boolean {
    return sequence > last.sequence || (sequence === last.sequence && index > last.index);
  }
}

/** Each entry is hashed twice, so a crowd's commits are written piece by piece: readers wait meanwhile. */
function inPieces(commits: readonly MonthCommit[]): readonly (readonly MonthCommit[])[] {
  const pieces: MonthCommit[][] = [];
  let entries = Infinity;
  for (const commit of commits) {
    if (entries >= entriesAtOnce) {
      pieces.push([]);
      entries = 0;
    }
    pieces.at(-1)?.push(commit);
    entries += commit.entries.length;
  }
  return pieces;
}

/** The audit's rows of a commit. */
export function rowsOf({ sequence, entries }: MonthCommit, hash: AuditHash) {
  return entries.map((entry, index) => ({
    sequence,
    index,
    at: entry.at.toISOString(),
    ...rowOf(entry, hash),
  }));
}

function rowOf(entry: MonthEntry, hash: AuditHash) {
  switch (entry.type) {
    case 'imported': {
      const codes = entry.codes.map((code) => hash('code', code));
      return { event: 'poolImported', by: entry.by, codes };
    }
    case 'claimed':
      return {
        event: 'codeIssued',
        card: hash('card', entry.card),
        code: hash('code', entry.code),
      };
    case 'activated': {
      const { by, activated } = entry;
      return { event: 'activationSet', by, card: hash('card', entry.card), activated };
    }
    case 'joined':
      return { event: 'drawJoined', card: hash('card', entry.card) };
    case 'drawn': {
      const { seed, waiting, codes } = entry;
      return { event: 'drawHeld', seed, waiting, codes, keptUntil: entry.keptUntil.toISOString() };
    }
    case 'released':
      return { event: 'releaseSet', by: entry.by, release: entry.release.toISOString() };
  }
}
