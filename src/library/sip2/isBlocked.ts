import type { CalendarDay } from '../../rules/index.ts';
import type { PatronRecord } from './protocol/patronRecord.ts';

const reportedLost = 4;
/** Loans, renewals, recalls, holds. */
const privileges = [0, 1, 2, 3];
/** Too much lent, overdue, lost or owed: what the check for a code names by itself. */
const limits = [5, 6, 7, 8, 9, 10, 11, 12, 13];

/**
 * Whether the card may not be used: reported lost, expired before `today`, or denied everything without
 * one of the reasons that have a place of their own. A reader who only owes something is not blocked:
 * systems deny everything then, too, and the reader shall hear the reason.
 */
export function isBlocked(
  { denied, expiresOn, counts }: PatronRecord,
  today: CalendarDay,
): boolean {
  if (denied[reportedLost] === true) return true;
  if (expiresOn !== null && expiresOn < today) return true;
  const hasNamedReason =
    limits.some((place) => denied[place] === true) ||
    (counts.fines ?? 0) > 0 ||
    (counts.overdue ?? 0) > 0;
  return privileges.every((place) => denied[place] === true) && !hasNamedReason;
}
