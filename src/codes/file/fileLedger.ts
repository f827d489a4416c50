import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Month } from '../../rules/index.ts';
import { keyedQueue } from '../../keyedQueue.ts';
import { nodeDisk, type Disk } from '../../storage/index.ts';
import type { Claim, CodeLedger } from '../codeLedger.ts';
import { LedgerError } from '../ledgerError.ts';
import type { LedgerOptions } from '../ledgerOptions.ts';
import { spellingOf } from '../spellingOf.ts';
import { countRowsOf, deleteAuditsBefore } from './auditFiles.ts';
import { openEventAudit } from './eventAudit.ts';
import { decideActivation, decideClaim, decideImport, decideRelease } from './monthDecisions.ts';
import { monthDraws } from './monthDraws.ts';
import { openMonthShelf, type MonthShelf } from './monthShelf.ts';
import { codesLeft, type MonthState } from './monthState.ts';
import { verifyAudit } from './verifyAudit.ts';

export type FileLedgerOptions = LedgerOptions & {
  /** The data folder; whoever opens the ledger holds its lock. */
  readonly folder: string;
  readonly disk?: Disk;
  /** Milliseconds after a change until its second copy and its audit row are written too. */
  readonly followAfter?: number;
};

/**
 * Opens the ledger of one process in the data folder. Months damaged by a crash or a failing disk are
 * put right and reported; rejects with `LEDGER_DAMAGED` when that is impossible. How it is laid out and
 * why: docs/adr/0002-embedded-ledger.md.
 */
export async function openFileLedger({
  folder,
  clock,
  auditKey,
  previousAuditKeys = [],
  disk = nodeDisk,
  newSeed = () => randomBytes(32).toString('hex'),
  report = () => undefined,
  retryEvery = 1_000,
  followAfter = 250,
}: FileLedgerOptions): Promise<CodeLedger> {
  const ledgerFolder = join(folder, 'ledger');
  const auditFolder = join(folder, 'audit');
  await disk.makeFolder(ledgerFolder);
  await disk.makeFolder(auditFolder);
  await disk.syncFolder(folder);
  const shelf = await openMonthShelf({
    ledgerFolder,
    auditFolder,
    disk,
    auditKey,
    report,
    retryEvery,
    followAfter,
  });
  const events = openEventAudit(auditFolder, auditKey, disk);
  const imports = keyedQueue();
  const auditKeys = [auditKey, ...previousAuditKeys];

  function stateOf(of: Month): MonthState | undefined {
    return shelf.find(of)?.state();
  }

  return {
    draws: monthDraws(shelf, newSeed),
    async claim(card, of, at) {
      return (await shelf.find(of)?.change(decideClaim(card, at))) ?? { outcome: 'poolEmpty' };
    },
    async claimOf(card, of) {
      return stateOf(of)?.claims.get(card) ?? null;
    },
    async previousClaim(card, before) {
      const earlier = shelf.months().filter((of) => of < before);
      const claims = earlier.map((of) => stateOf(of)?.claims.get(card));
      const newest = claims.filter((claim) => claim !== undefined).at(-1);
      return newest ? { month: newest.month, activated: newest.activated } : null;
    },
    async pool(of) {
      const state = stateOf(of);
      if (!state || state.codes.length === 0) return null;
      return { month: of, size: state.codes.length, remaining: codesLeft(state) };
    },
    async schedule() {
      const rows = shelf.months().map((of) => [of, stateOf(of)?.release ?? null] as const);
      return new Map(rows.flatMap(([of, release]) => (release ? [[of, release]] : [])));
    },
    async setRelease(of, release, by) {
      const store = await shelf.findOrCreate(of);
      await store.change(decideRelease(release, by, clock()));
    },
    async knownCodes(codes) {
      return knownCodes(shelf, codes);
    },
    // One import at a time, so that two cannot load the same code into two months.
    importPool: (of, codes, at, by) =>
      imports.run('import', async () => {
        const duplicates = knownCodes(shelf, codes);
        if (duplicates.length > 0) return { outcome: 'duplicates', duplicates };
        const store = await shelf.findOrCreate(of);
        return store.change(decideImport(codes, by, at));
      }),
    async summary(of) {
      const state = stateOf(of);
      if (!state) return { month: of, loaded: 0, claimed: 0, left: 0 };
      const { codes, claims } = state;
      return { month: of, loaded: codes.length, claimed: claims.size, left: codesLeft(state) };
    },
    async claims(of) {
      return [...(stateOf(of)?.claims.values() ?? [])].sort(byTime);
    },
    async setActivated(card, of, activated, by) {
      const store = shelf.find(of);
      const isDone = await store?.change(decideActivation(card, activated, by, clock()));
      if (!isDone) throw new LedgerError('CLAIM_UNKNOWN', `This card has no code of ${of}.`);
    },
    audit: (row) => events.record(row),
    async claimsOf(card) {
      const claims = shelf.months().map((of) => stateOf(of)?.claims.get(card));
      return claims.filter((claim) => claim !== undefined);
    },
    async auditRowsOf(card) {
      for (const of of shelf.months()) await shelf.find(of)?.audited();
      return countRowsOf(card, auditFolder, auditKeys, disk);
    },
    verifyAudit: () => verifyAudit(shelf, { folder: auditFolder, keys: auditKeys, disk }),
    async retain({ claimsFrom, auditFrom }) {
      let changed = 0;
      for (const of of shelf.months().filter((one) => one < claimsFrom)) {
        if (await shelf.retire(of)) changed += 1;
      }
      return changed + (await deleteAuditsBefore(auditFrom, auditFolder, disk));
    },
    isHealthy: () => shelf.isHealthy(),
    async close() {
      await imports.settled();
      await shelf.close();
      await events.close();
    },
  };
}

function knownCodes(
  shelf: MonthShelf,
  codes: readonly string[],
): readonly { code: string; month: Month }[] {
  const wanted = new Set(codes.map(spellingOf));
  return shelf.months().flatMap((of) => {
    const loaded = shelf.find(of)?.state().codes ?? [];
    return loaded
      .filter((code) => wanted.has(spellingOf(code)))
      .map((code) => ({ code, month: of }));
  });
}

function byTime(one: Claim, other: Claim): number {
  return one.claimedAt.getTime() - other.claimedAt.getTime();
}
