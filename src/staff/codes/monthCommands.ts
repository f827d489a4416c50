import { dayOf, timeOf, type CalendarDay, type Month } from '../../rules/index.ts';
import { formatDay, formatMoment, formatMonth, type Say } from '../../text/index.ts';
import type { StaffIo } from '../staffContext.ts';
import type { StaffOperations } from '../staffOperations.ts';

/** Shows what a month has; `null` means the current one. Resolves with the exit code. */
export async function showMonth(
  operations: StaffOperations,
  say: Say,
  io: StaffIo,
  of: Month | null,
): Promise<number> {
  const { month, loaded, claimed, left, poolSize, release } = await operations.monthReport(of);
  const moment = formatMoment(release.at);
  const lines = [
    say('staff.month.title', { month: formatMonth(month) }),
    `  ${say('staff.month.loaded', { loaded, poolSize })}`,
    `  ${say('staff.month.claimed', { claimed })}`,
    `  ${say('staff.month.left', { left })}`,
    `  ${
      release.scheduled
        ? say('staff.month.releaseScheduled', { moment })
        : say('staff.month.releaseByPolicy', { moment })
    }`,
    ...(loaded === 0 ? [say('staff.month.nothingLoaded')] : []),
  ];
  io.out(`${lines.join('\n')}\n`);
  return 0;
}

/** Sets the release moment of a month. Resolves with the exit code. */
export async function setRelease(
  operations: StaffOperations,
  say: Say,
  io: StaffIo,
  { month, day, time }: { readonly month: Month; readonly day: CalendarDay; readonly time: string },
): Promise<number> {
  const result = await operations.setRelease(month, day, time);
  if (result.outcome === 'otherMonth') {
    const values = { month: formatMonth(month), day: formatDay(day) };
    io.err(`${say('staff.release.otherMonth', values)}\n`);
    return 1;
  }
  const lines = [
    say('staff.release.set', { month: formatMonth(month), moment: formatMoment(result.at) }),
    ...(isWeekend(day) ? [say('staff.release.weekend')] : []),
    ...(result.isPast ? [say('staff.release.past')] : []),
  ];
  io.out(`${lines.join('\n')}\n`);
  return 0;
}

/** Lists the claims of a month without names. Resolves with the exit code. */
export async function listClaims(
  operations: StaffOperations,
  say: Say,
  io: StaffIo,
  of: Month,
): Promise<number> {
  const claims = await operations.claims(of);
  const month = formatMonth(of);
  if (claims.length === 0) {
    io.out(`${say('staff.list.none', { month })}\n`);
    return 0;
  }
  const lines = claims.map(({ claimedAt, card, code }) =>
    say('staff.list.line', { day: dayOf(claimedAt), time: timeOf(claimedAt), card, code }),
  );
  io.out(`${[say('staff.list.title', { month, count: claims.length }), ...lines].join('\n')}\n`);
  return 0;
}

function isWeekend(day: CalendarDay): boolean {
  // A calendar day read as UTC has the weekday of that day, wherever the program runs.
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
