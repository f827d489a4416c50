import { dirname, join } from 'node:path';
import { month, type Month } from '../../rules/index.ts';
import { logLine, nodeDisk as disk, readDurableLog } from '../../storage/index.ts';
import { auditedMonths, auditPaths } from '../file/auditFiles.ts';
import { openFileLedger, type FileLedgerOptions } from '../file/fileLedger.ts';
import { dataOf, monthFile } from '../file/monthFile.ts';
import type { MonthState } from '../file/monthState.ts';
import { recoverMonth } from '../file/recoverMonth.ts';
import type { LedgerPlace, MonthCopy } from './ledgerCopy.ts';

/** The ledger in a data folder, whose lock the caller holds. */
export function folderPlace(options: Omit<FileLedgerOptions, 'disk'>): LedgerPlace {
  const { folder } = options;
  const ledgerFolder = join(folder, 'ledger');
  const auditFolder = join(folder, 'audit');

  async function monthCopy(of: Month): Promise<MonthCopy> {
    const audit = auditPaths(auditFolder, of);
    const changes = await readDurableLog(audit.ledger, disk);
    const events = await readDurableLog(audit.events, disk);
    const state = await stateIn(ledgerFolder, of);
    return { state, changes: changes.values, events: events.values };
  }

  return {
    open: () => openFileLedger(options),
    async read() {
      const kept = (await disk.list(ledgerFolder)).flatMap((name) => {
        const text = /^(\d{4}-\d{2})\.(json|journal\.ndjson)$/.exec(name)?.[1];
        return text === undefined ? [] : [month(text)];
      });
      const months = new Set([...kept, ...(await auditedMonths(auditFolder, disk))]);
      const copy = new Map<Month, MonthCopy>();
      for (const of of [...months].sort()) {
        const found = await monthCopy(of);
        // Without a change and without a row there is nothing to keep.
        const isEmpty = found.state.sequence === 0 && found.events.length === 0;
        if (!isEmpty) copy.set(of, found);
      }
      return copy;
    },
    async write(copy) {
      const names = [...(await disk.list(ledgerFolder)), ...(await disk.list(auditFolder))];
      if (names.length > 0) throw new Error(`${folder} holds a ledger already.`);
      const written = { ledger: `${ledgerFolder}.moving`, audit: `${auditFolder}.moving` };
      await emptyFolder(written.ledger);
      await emptyFolder(written.audit);
      for (const [of, one] of copy) await writeMonth(of, one, written);
      await disk.syncFolder(written.ledger);
      await disk.syncFolder(written.audit);
      // The audit first: with it alone, the ledger refuses to open instead of beginning anew.
      await disk.rename(written.audit, auditFolder);
      await disk.syncFolder(folder);
      await disk.rename(written.ledger, ledgerFolder);
      await disk.syncFolder(folder);
    },
  };
}

async function stateIn(ledgerFolder: string, of: Month): Promise<MonthState> {
  const paths = pathsIn(ledgerFolder, of);
  const { state, journal } = await recoverMonth(of, paths, monthFile(paths.file, disk), disk);
  await journal.close();
  return state;
}

function pathsIn(ledgerFolder: string, of: Month) {
  return {
    file: join(ledgerFolder, `${of}.json`),
    journal: join(ledgerFolder, `${of}.journal.ndjson`),
  };
}

async function writeMonth(
  of: Month,
  { state, changes, events }: MonthCopy,
  folders: { readonly ledger: string; readonly audit: string },
): Promise<void> {
  const audit = auditPaths(folders.audit, of);
  if (changes.length > 0) await disk.write(audit.ledger, changes.map(logLine).join(''), true);
  if (events.length > 0) await disk.write(audit.events, events.map(logLine).join(''), true);
  if (state.sequence === 0) return;
  const { file, journal } = pathsIn(folders.ledger, of);
  await disk.write(journal, logLine({ whole: dataOf(state) }), true);
  await monthFile(file, disk).write(state);
}

/** What an attempt that broke off had written goes. */
async function emptyFolder(folder: string): Promise<void> {
  await disk.makeFolder(folder);
  for (const name of await disk.list(folder)) await disk.remove(join(folder, name));
  await disk.syncFolder(dirname(folder));
}
