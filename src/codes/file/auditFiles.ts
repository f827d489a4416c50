import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CardNumber } from '../../library/index.ts';
import { month, type Month } from '../../rules/index.ts';
import { readDurableLog, type Disk } from '../../storage/index.ts';
import { auditHash } from './auditHash.ts';

/** The audit files of one month. */
export type AuditPaths = { readonly ledger: string; readonly events: string };

export function auditPaths(folder: string, of: Month): AuditPaths {
  return {
    ledger: join(folder, `${of}.ledger.ndjson`),
    events: join(folder, `${of}.events.ndjson`),
  };
}

/** Months that have an audit, oldest first. */
export async function auditedMonths(folder: string, disk: Disk): Promise<readonly Month[]> {
  const names = await disk.list(folder);
  const months = names.flatMap((name) => {
    const text = /^(\d{4}-\d{2})\.(ledger|events)\.ndjson$/.exec(name)?.[1];
    return text === undefined ? [] : [month(text)];
  });
  return [...new Set(months)].sort();
}

const rowAboutCard = z.object({ card: z.string() });

/** Counts the rows about the card, whichever of the keys its hash was made with. */
export async function countRowsOf(
  card: CardNumber,
  folder: string,
  keys: readonly Uint8Array[],
  disk: Disk,
): Promise<number> {
  let count = 0;
  for (const of of await auditedMonths(folder, disk)) {
    const hashes = new Set(keys.map((key) => auditHash(key, of)('card', card)));
    for (const file of Object.values(auditPaths(folder, of))) {
      const { values } = await readDurableLog(file, disk);
      const cards = values.map((value) => rowAboutCard.safeParse(value).data?.card ?? '');
      count += cards.filter((hash) => hashes.has(hash)).length;
    }
  }
  return count;
}

/** Deletes the audits of months before `from`; returns how many months that were. */
export async function deleteAuditsBefore(from: Month, folder: string, disk: Disk): Promise<number> {
  const old = (await auditedMonths(folder, disk)).filter((of) => of < from);
  for (const of of old) {
    const { ledger, events } = auditPaths(folder, of);
    await disk.remove(ledger);
    await disk.remove(events);
    await disk.syncFolder(dirname(ledger));
  }
  return old.length;
}
