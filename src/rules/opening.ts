import { monthOf, type Month } from './calendar.ts';
import type { Schedule } from './facts.ts';
import type { Policy } from './policy.ts';
import { releaseOf } from './release.ts';

/** How far the opening of a month's codes is. */
export type Opening =
  /** Nothing can be claimed yet, and nobody waits. */
  | { readonly phase: 'closed' }
  /** Readers join the draw, which is held at `drawAt`, the release. */
  | { readonly phase: 'waiting'; readonly month: Month; readonly drawAt: Date }
  | { readonly phase: 'open'; readonly month: Month };

const minute = 60_000;

/**
 * Where the opening of the current month stands. A release in the first minutes of a month leaves less
 * time to wait, or none: codes are waited for in their own month only.
 */
export function openingAt(now: Date, schedule: Schedule, policy: Policy): Opening {
  const month = monthOf(now);
  const { at: drawAt } = releaseOf(month, schedule, policy);
  if (now >= drawAt) return { phase: 'open', month };

  const { opening } = policy;
  const waits = opening.order === 'draw' && minutesUntil(drawAt, now) <= opening.waitingMinutes;
  return waits ? { phase: 'waiting', month, drawAt } : { phase: 'closed' };
}

/** The moment until which a code drawn at `drawnAt` is kept for its reader; `null` without a draw. */
export function keptUntil(drawnAt: Date, { opening }: Policy): Date | null {
  if (opening.order !== 'draw') return null;
  return new Date(drawnAt.getTime() + opening.keptMinutes * minute);
}

function minutesUntil(moment: Date, now: Date): number {
  return (moment.getTime() - now.getTime()) / minute;
}
