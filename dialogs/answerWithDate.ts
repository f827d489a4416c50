import type { TurnContext } from 'botbuilder';
import {
  accessEnds,
  activateBy,
  calendarDay,
  dayOf,
  daysBetween,
  monthOfDay,
  releaseOf,
  type CalendarDay,
} from '../src/rules/index.ts';
import { formatDay, formatMoment } from '../src/text/index.ts';
import {
  dateRoleAt,
  readDates,
  type DateReading,
  type DateRole,
  type Intent,
} from '../src/understanding/index.ts';
import { askForDate } from './askForDate.ts';
import { buttonsOf, send } from './conversation.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

type OneDay = Extract<DateReading, { kind: 'date' }>;

/** Topics whose answer depends on a date that the reader names. */
const dated = new Set<Intent>(['faq.validity', 'faq.activation', 'faq.when']);

/**
 * Answers a question about a date the reader named: until when a code claimed on that day is to be
 * activated, how long one reads after activating on it, or whether codes come on it. False when the
 * question names no date, or is about something else; then the FAQ answers.
 */
export async function answerWithDate(
  context: TurnContext,
  topic: Intent,
  text: string,
  services: Services,
): Promise<boolean> {
  if (!dated.has(topic)) return false;
  const today = dayOf(services.clock());
  const readings = readDates(text, today);
  const doubtful = readings.find(({ kind, ...rest }) => kind === 'invalid' || isDoubtful(rest));
  if (doubtful) {
    await askForDate(context, doubtful, services);
    return true;
  }
  const replies: Reply[] = [];
  for (const reading of readings.filter(isDay)) {
    const role = roleOf(reading, topic, text);
    const reply = await replyAbout(calendarDay(reading.start), role, today, services);
    if (reply) replies.push(reply);
  }
  for (const reply of replies) await send(context, reply);
  return replies.length > 0;
}

/**
 * Answers a message that is hardly more than a date ("a jak 12 sierpnia?") as a question about the
 * topic before it. False for any other message.
 */
export async function answerBareDate(
  context: TurnContext,
  topic: Intent,
  text: string,
  services: Services,
): Promise<boolean> {
  const [reading, ...others] = readDates(text, dayOf(services.clock()));
  if (!reading || others.length > 0) return false;
  const besideTheDate = text.replace(reading.text, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (besideTheDate.length > mostWordsBeside) return false;
  return answerWithDate(context, topic, text, services);
}

/** Words that may stand beside a bare date: "a", "a jak", "nie, tylko". */
const mostWordsBeside = 2;

function isDay(reading: DateReading): reading is OneDay {
  return reading.kind === 'date';
}

function isDoubtful(reading: object): boolean {
  return 'ambiguity' in reading && reading.ambiguity !== null;
}

function roleOf({ offset }: OneDay, topic: Intent, text: string): DateRole | 'release' {
  if (topic === 'faq.when') return 'release';
  const said = dateRoleAt(text, offset);
  if (said !== 'unsaid') return said;
  return topic === 'faq.activation' ? 'activated' : 'claimed';
}

async function replyAbout(
  day: CalendarDay,
  role: DateRole | 'release',
  today: CalendarDay,
  services: Services,
): Promise<Reply | null> {
  switch (role) {
    case 'claimed':
    case 'unsaid':
      return aboutClaim(day, today, services);
    case 'activated':
      return aboutActivation(day, today, services);
    case 'release':
      return aboutRelease(day, today, services);
  }
}

function aboutClaim(day: CalendarDay, today: CalendarDay, services: Services): Reply {
  const deadline = activateBy(monthOfDay(day));
  const daysLeft = daysBetween(today, deadline);
  return {
    id: 'answerWithDate.claimed',
    text: services.texts.say('answerWithDate.claimed', {
      day: formatDay(day),
      activateBy: formatDay(deadline),
      state: daysLeft < 0 ? 'over' : 'other',
      daysLeft,
    }),
    buttons: buttonsOf(services, 'faq.activation', 'action.remind'),
  };
}

async function aboutActivation(
  day: CalendarDay,
  today: CalendarDay,
  services: Services,
): Promise<Reply> {
  const { policy } = await services.eligibility.outlook();
  const end = accessEnds(day, policy);
  const daysLeft = daysBetween(today, end);
  return {
    id: 'answerWithDate.activated',
    text: services.texts.say('answerWithDate.activated', {
      day: formatDay(day),
      end: formatDay(end),
      accessDays: policy.accessDays,
      state: daysLeft < 0 ? 'over' : 'other',
      daysLeft,
    }),
    buttons: buttonsOf(services, 'faq.when', 'faq.devices'),
  };
}

/**
 * Whether codes come on a day ahead. `null` for a day that is over, and for any day on which this
 * month's codes can already be claimed: the FAQ tells how many are left.
 */
async function aboutRelease(
  day: CalendarDay,
  today: CalendarDay,
  services: Services,
): Promise<Reply | null> {
  const { policy, schedule, isReleased } = await services.eligibility.outlook();
  const isThisMonth = monthOfDay(day) === monthOfDay(today);
  if (day < today || (isThisMonth && isReleased)) return null;
  const release = releaseOf(monthOfDay(day), schedule, policy);
  return {
    id: 'answerWithDate.release',
    text: services.texts.say('answerWithDate.release', {
      day: formatDay(day),
      release: formatMoment(release.at),
      isThatDay: dayOf(release.at) === day ? 'yes' : 'other',
    }),
    buttons: buttonsOf(services, 'faq.conditions', 'action.check'),
  };
}
