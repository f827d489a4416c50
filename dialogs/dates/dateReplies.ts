import {
  accessTerm,
  activationTerm,
  calendarDay,
  contractCut,
  dayOf,
  monthOfDay,
  monthOfSpan,
  releaseIn,
  releaseOn,
  type CalendarDay,
  type Month,
  type ReleaseThen,
} from '../../src/rules/index.ts';
import { formatDay, formatMoment, formatMonth, formatWeekdayName } from '../../src/text/index.ts';
import type { Outlook } from '../../src/eligibility/index.ts';
import type { DateReading } from '../../src/understanding/index.ts';
import { buttonsOf } from '../conversation.ts';
import type { DateQuestion } from '../memory.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';

/** What a reader can ask about: a day, or a month named as a whole. */
type Asked =
  | { readonly is: 'day'; readonly day: CalendarDay; readonly month: Month }
  | { readonly is: 'month'; readonly month: Month };

/**
 * What is to be said about a date that happened as `role`, with the date repeated. `null` when the
 * date is none to count from: a week, or a day about which the FAQ tells more.
 */
export async function replyAboutDate(
  reading: DateReading,
  role: DateQuestion['role'],
  services: Services,
): Promise<Reply | null> {
  const asked = askedOf(reading);
  if (!asked) return null;
  const reply = await replyTo(asked, role, services);
  return reply && { ...reply, text: weekdayNote(reading, services) + reply.text };
}

function askedOf({ kind, start, endExclusive }: DateReading): Asked | null {
  if (kind === 'invalid' || start === null || endExclusive === null) return null;
  const day = calendarDay(start);
  if (kind === 'date') return { is: 'day', day, month: monthOfDay(day) };
  const month = monthOfSpan(day, calendarDay(endExclusive));
  return month && { is: 'month', month };
}

async function replyTo(
  asked: Asked,
  role: DateQuestion['role'],
  services: Services,
): Promise<Reply | null> {
  switch (role) {
    case 'claimed':
      return aboutClaim(asked, services);
    case 'activated':
      return asked.is === 'day' ? aboutActivation(asked.day, services) : null;
    case 'release':
      return aboutRelease(asked, services);
  }
}

function aboutClaim(asked: Asked, services: Services): Reply {
  const { until, daysLeft, isOver } = activationTerm(asked.month, dayOf(services.clock()));
  return {
    id: 'answerWithDate.claimed',
    text: services.texts.say('answerWithDate.claimed', {
      named: asked.is === 'month' ? 'month' : 'other',
      day: asked.is === 'day' ? formatDay(asked.day) : formatMonth(asked.month),
      activateBy: formatDay(until),
      state: isOver ? 'over' : 'other',
      daysLeft,
    }),
    buttons: buttonsOf(services, 'faq.activation', 'action.remind'),
  };
}

async function aboutActivation(day: CalendarDay, services: Services): Promise<Reply> {
  const { policy } = await services.eligibility.outlook();
  const today = dayOf(services.clock());
  const { until, daysLeft, isOver } = accessTerm(day, policy, today);
  return {
    id: 'answerWithDate.activated',
    text: services.texts.say('answerWithDate.activated', {
      day: formatDay(day),
      end: formatDay(until),
      accessDays: policy.accessDays,
      reason: contractCut(day, policy) ? 'contract' : 'other',
      state: isOver ? 'over' : day > today ? 'ahead' : 'other',
      daysLeft,
    }),
    buttons: buttonsOf(services, 'faq.when', 'faq.devices'),
  };
}

async function aboutRelease(asked: Asked, services: Services): Promise<Reply | null> {
  const outlook = await services.eligibility.outlook();
  const { policy, schedule, at } = outlook;
  const then =
    asked.is === 'day'
      ? releaseOn(asked.day, at, schedule, policy)
      : releaseIn(asked.month, at, schedule, policy);
  const isGiven = outlook.isPoolKnown && outlook.pausedText === null;
  // That codes are held back, or cannot be counted now, is told by the FAQ.
  if (!then || (then.state === 'open' && !isGiven)) return null;
  return sayRelease(asked, then, outlook, services);
}

function sayRelease(
  asked: Asked,
  { release, day, state }: ReleaseThen,
  { pool, nextRelease }: Outlook,
  services: Services,
): Reply {
  return {
    id: 'answerWithDate.release',
    text: services.texts.say('answerWithDate.release', {
      named: asked.is === 'day' ? formatDay(asked.day) : formatMonth(asked.month),
      month: formatMonth(release.month),
      release: formatMoment(release.at),
      day: day === 'before' ? 'other' : day,
      state: state === 'ahead' ? 'other' : state,
      remaining: pool?.remaining ?? 0,
      nextRelease: formatMoment(nextRelease.at),
    }),
    buttons: buttonsOf(
      services,
      state === 'open' ? 'action.claim' : 'faq.conditions',
      'action.check',
    ),
  };
}

/** The weekday named beside a date may be another than the date's: the date wins, and that is said. */
function weekdayNote(reading: DateReading, { texts }: Services): string {
  if (reading.kind !== 'date' || !reading.weekdayConflict) return '';
  return `${texts.say('answerWithDate.weekdayConflict', {
    day: formatDay(calendarDay(reading.start)),
    said: formatWeekdayName(reading.weekdayConflict.said),
  })}\n`;
}
