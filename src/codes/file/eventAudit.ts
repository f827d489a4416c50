import { monthOf, type Month } from '../../rules/index.ts';
import { groupCommit, openDurableLog, type Disk, type GroupCommit } from '../../storage/index.ts';
import type { AuditRow } from '../codeLedger.ts';
import { LedgerError } from '../ledgerError.ts';
import { auditPaths } from './auditFiles.ts';
import { auditHash } from './auditHash.ts';

/** The audit of everything that is no change of the ledger: endings of journeys, what staff did. */
export type EventAudit = {
  /** Returns when the row is on the medium; rejects with `LEDGER_UNAVAILABLE` or `LEDGER_CLOSED`. */
  record(row: AuditRow): Promise<void>;
  close(): Promise<void>;
};

type MonthLog = { readonly rows: GroupCommit<AuditRow, null>; close(): Promise<void> };

/** One append-only file a month, by the row's own time; concurrent rows share a write. */
export function openEventAudit(folder: string, key: Uint8Array, disk: Disk): EventAudit {
  const logs = new Map<Month, Promise<MonthLog>>();
  let isClosed = false;

  async function openMonth(month: Month): Promise<MonthLog> {
    const { log } = await openDurableLog(auditPaths(folder, month).events, disk);
    const hash = auditHash(key, month);
    const rows = groupCommit<AuditRow, null>(async (batch) => {
      await log.append(
        batch.map((row) => ({ ...row, card: row.card === null ? null : hash('card', row.card) })),
      );
      return batch.map(() => null);
    });
    return { rows, close: () => log.close() };
  }

  function monthLog(month: Month): Promise<MonthLog> {
    const opening = logs.get(month) ?? openMonth(month);
    logs.set(month, opening);
    // A log that could not be opened is tried again with the next row.
    opening.catch(() => logs.delete(month));
    return opening;
  }

  return {
    async record(row) {
      if (isClosed) throw new LedgerError('LEDGER_CLOSED', 'The audit is closed.');
      try {
        const { rows } = await monthLog(monthOf(row.at));
        await rows.add(row);
      } catch (error) {
        throw new LedgerError('LEDGER_UNAVAILABLE', 'The audit cannot be saved now.', error);
      }
    },
    async close() {
      isClosed = true;
      for (const opening of logs.values()) {
        const { rows, close } = await opening;
        await rows.settled();
        await close();
      }
    },
  };
}
