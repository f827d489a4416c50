import type { Month } from '../../rules/index.ts';
import { readDurableLog, type Disk } from '../../storage/index.ts';
import type { AuditDifference, AuditVerdict } from '../codeLedger.ts';
import { auditedMonths, auditPaths } from './auditFiles.ts';
import { auditHash } from './auditHash.ts';
import type { MonthShelf } from './monthShelf.ts';
import { emptyMonth, type MonthState } from './monthState.ts';
import { ledgerRows } from './ledgerAuditRow.ts';
import { auditDifferences } from './replayAudit.ts';
import { isRetired } from './retiredMonth.ts';

export type AuditPlace = {
  readonly folder: string;
  /** The newest first. */
  readonly keys: readonly Uint8Array[];
  readonly disk: Disk;
};

/** Replays the audit of every month that has one, or must have one. */
export async function verifyAudit(
  shelf: MonthShelf,
  place: AuditPlace,
): Promise<readonly AuditVerdict[]> {
  const audited = await auditedMonths(place.folder, place.disk);
  const months = [...new Set([...audited, ...shelf.months()])].sort();
  const verdicts: AuditVerdict[] = [];
  for (const of of months) {
    const store = shelf.find(of);
    // Taken before the audit is: what is claimed meanwhile is for the next time.
    const state = store?.state() ?? emptyMonth(of);
    await store?.audited();
    if (audited.includes(of) || !isRetired(state)) verdicts.push(await verdictOn(of, state, place));
  }
  return verdicts;
}

async function verdictOn(
  of: Month,
  state: MonthState,
  { folder, keys, disk }: AuditPlace,
): Promise<AuditVerdict> {
  const paths = auditPaths(folder, of);
  const ledger = await readDurableLog(paths.ledger, disk);
  const events = await readDurableLog(paths.events, disk);
  const damaged = ledger.damagedLines.length + events.damagedLines.length;
  const damage: AuditDifference[] = damaged > 0 ? [{ kind: 'damagedLines', count: damaged }] : [];
  const hashes = keys.map((key) => auditHash(key, of));
  return {
    month: of,
    changes: ledger.values.length,
    events: events.values.length,
    differences: [...damage, ...auditDifferences(ledgerRows(ledger.values), state, hashes)],
  };
}
