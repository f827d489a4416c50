import { drawOrder } from '../draw.ts';
import type { LedgerAuditRow } from './ledgerAuditRow.ts';

/** A draw as the audit alone tells it. Cards are hashes. */
export type ReplayedDraw = {
  /** In the order in which they joined. */
  readonly waiting: readonly string[];
  readonly seed: string | null;
  /** Codes that were given to somebody else while they were kept for a drawn place. */
  readonly givenAgainstOrder: number;
};

/** Holds the draw of a month again, from its seed, and follows who got codes after it. */
export function replayDraw(rows: readonly LedgerAuditRow[]): ReplayedDraw {
  const waiting: string[] = [];
  const entitled = new Set<string>();
  let seed: string | null = null;
  let keptUntil = new Date(0);
  let free = 0;
  let givenAgainstOrder = 0;

  for (const row of rows) {
    switch (row.event) {
      case 'poolImported':
        free += row.codes.length;
        break;
      case 'drawJoined':
        waiting.push(row.card);
        break;
      case 'drawHeld': {
        ({ seed, keptUntil } = row);
        const winners = drawOrder(row.seed, waiting.length).slice(0, row.codes);
        for (const index of winners) entitled.add(waiting[index] ?? '');
        break;
      }
      case 'codeIssued': {
        const isKept = row.at < keptUntil && free <= entitled.size;
        if (isKept && !entitled.has(row.card)) givenAgainstOrder += 1;
        entitled.delete(row.card);
        free -= 1;
        break;
      }
      case 'activationSet':
      case 'releaseSet':
        break;
    }
  }
  return { waiting, seed, givenAgainstOrder };
}
