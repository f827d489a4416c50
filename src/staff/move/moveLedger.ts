import {
  copyPause,
  differingMonths,
  pauseIn,
  type LedgerCopy,
  type LedgerPlace,
} from '../../codes/index.ts';
import type { Month } from '../../rules/index.ts';
import type { OpenedPlace } from './openPlaces.ts';
import { StaffError } from '../staffError.ts';

export type MovePreview =
  | {
      readonly outcome: 'ready';
      readonly copy: LedgerCopy;
      /** What readers are told while claims are paused; `null` when they are not. */
      readonly pause: string | null;
    }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'targetUsed'; readonly months: readonly Month[] }
  /** The audit of the source does not give its ledger, or was made with another secret. */
  | { readonly outcome: 'auditDiffers'; readonly months: readonly Month[] };

export type MoveResult =
  | { readonly outcome: 'moved' }
  /** What was written is not what the source holds: it must not be used. */
  | { readonly outcome: 'failed'; readonly months: readonly Month[] };

/** What would be moved. Changes nothing. */
export async function previewMove(source: OpenedPlace, target: OpenedPlace): Promise<MovePreview> {
  const used = await target.ledger.read();
  if (used.size > 0) return { outcome: 'targetUsed', months: [...used.keys()] };
  const wrong = await wrongMonths(source.ledger);
  if (wrong.length > 0) return { outcome: 'auditDiffers', months: wrong };
  const copy = await source.ledger.read();
  if (copy.size === 0) return { outcome: 'nothing' };
  const pause = await pauseIn(source.pauses);
  return { outcome: 'ready', copy, pause: pause?.text ?? null };
}

/**
 * Writes the copy, then opens the target as the bot does, replays its audit, and compares every month
 * with what the source holds now. The source stays as it is. Rejects with `STAFF_MOVE_UNVERIFIED` when
 * that comparison breaks off.
 */
export async function commitMove(
  source: OpenedPlace,
  target: OpenedPlace,
  copy: LedgerCopy,
): Promise<MoveResult> {
  // First, so that claims are never free in the target while they are paused in the source.
  await copyPause(source.pauses, target.pauses);
  await target.ledger.write(copy);
  try {
    return await compare(source, target);
  } catch (error) {
    throw new StaffError(
      'STAFF_MOVE_UNVERIFIED',
      'The ledger was written and could not be compared. Do not start the bot on it.',
      null,
      error,
    );
  }
}

async function compare(source: OpenedPlace, target: OpenedPlace): Promise<MoveResult> {
  const wrong = await wrongMonths(target.ledger);
  const differing = differingMonths(await source.ledger.read(), await target.ledger.read());
  const months = [...new Set([...wrong, ...differing])].sort();
  return months.length > 0 ? { outcome: 'failed', months } : { outcome: 'moved' };
}

async function wrongMonths(place: LedgerPlace): Promise<readonly Month[]> {
  const ledger = await place.open();
  try {
    const verdicts = await ledger.verifyAudit();
    return verdicts.flatMap(({ month, differences }) => (differences.length > 0 ? [month] : []));
  } finally {
    await ledger.close();
  }
}
