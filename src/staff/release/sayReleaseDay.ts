import { timeOf } from '../../rules/index.ts';
import { formatMoment, formatMonth, type Say } from '../../text/index.ts';
import type { BotCounts, ReleaseDay } from './releaseOperations.ts';

const reasonNames = {
  unpaid_fine: 'staffRelease.reason.unpaid_fine',
  no_loan_this_year: 'staffRelease.reason.no_loan_this_year',
  data_not_confirmed: 'staffRelease.reason.data_not_confirmed',
  overdue_items: 'staffRelease.reason.overdue_items',
  previous_code_not_activated: 'staffRelease.reason.previous_code_not_activated',
  pool_empty: 'staffRelease.reason.pool_empty',
  not_open_yet: 'staffRelease.reason.not_open_yet',
  kept_for_others: 'staffRelease.reason.kept_for_others',
  // Not of the rules: staff hold codes back, or the channel gives none.
  paused: 'staffRelease.reason.paused',
  channel: 'staffRelease.reason.channel',
} as const;

/** The state of the opening on one screen. */
export function sayReleaseDay(day: ReleaseDay, say: Say): string {
  const lines = [
    say('staffRelease.title', { month: formatMonth(day.month), time: timeOf(day.at) }),
    say(`staffRelease.phase.${day.phase}`, { opensAt: formatMoment(day.opensAt) }),
    '',
    say('staffRelease.left', { left: day.left, loaded: day.loaded }),
    say('staffRelease.claimed', { claimed: day.claimed, lastMinute: day.lastMinute }),
    ...(day.waiting > 0 ? [say('staffRelease.waiting', { waiting: day.waiting })] : []),
    ...(day.pause
      ? [say('staffRelease.paused', { time: timeOf(day.pause.since), text: day.pause.text })]
      : []),
    ...(day.canSave ? [] : [say('staffRelease.cannotSave')]),
    '',
    ...(day.bot ? botLines(day.bot, say) : [say('staffRelease.noBot')]),
  ];
  return `${lines.join('\n')}\n`;
}

function botLines(bot: BotCounts, say: Say): readonly string[] {
  const refusals = Object.entries(bot.refusals)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `  ${nameOf(reason, say)}: ${count}`);
  return [
    say('staffRelease.since', { time: timeOf(bot.since) }),
    say('staffRelease.signIns', { done: bot.signIns, refused: bot.signInsRefused }),
    say(bot.isLibraryAvailable ? 'staffRelease.libraryAnswers' : 'staffRelease.librarySilent'),
    say('staffRelease.errors', { errors: bot.errors }),
    say(refusals.length > 0 ? 'staffRelease.refusals' : 'staffRelease.noRefusals'),
    ...refusals,
  ];
}

function nameOf(reason: string, say: Say): string {
  const isKnown = (id: string): id is keyof typeof reasonNames => id in reasonNames;
  return isKnown(reason) ? say(reasonNames[reason]) : reason;
}
