import type { TurnContext } from 'botbuilder';
import { dateRoleAt, type DateReading, type Intent } from '../../src/understanding/index.ts';
import { answerQuestion } from '../answerQuestion.ts';
import { askForDate } from './askForDate.ts';
import { send } from '../conversation.ts';
import type { DatedMessage } from './datedMessage.ts';
import { replyAboutDate } from './dateReplies.ts';
import { dayOfOpenMonth } from './dayOfOpenMonth.ts';
import type { DateQuestion, Memory } from '../memory.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';

type Role = DateQuestion['role'];

/** Topics whose answer depends on a date that the reader names, and what its date is unless said. */
const roles: Partial<Record<Intent, Role>> = {
  'faq.validity': 'claimed',
  'faq.activation': 'activated',
  'faq.when': 'release',
};

/**
 * Answers a question about a date the reader named: until when a code claimed on that day is to be
 * activated, how long one reads after activating on it, or whether codes come on it. False when the
 * question names no date, or is about something else; then the FAQ answers. Remembers the question, so
 * that another date, or the answer to what is asked back, is read as its.
 */
export async function answerWithDate(
  context: TurnContext,
  topic: Intent,
  message: DatedMessage,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const role = roles[topic];
  memory.dateQuestion = role ? { topic, role } : null;
  if (!memory.dateQuestion) return false;
  // Of the codes' release people ask ahead, unless a verb says otherwise.
  const readings = message.dates(role === 'release' ? 'future' : null);
  return answerReadings(context, readings, message.text, memory.dateQuestion, memory, services);
}

/**
 * Answers a message that is nothing but a date ("30 listopada", "a w styczniu?") as the question about
 * a date before it; with the FAQ where a date changes nothing. False for any other message, or when
 * there was no such question.
 */
export async function answerBareDate(
  context: TurnContext,
  received: DatedMessage,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const question = memory.dateQuestion;
  if (!question) return false;
  const message = dayOfOpenMonth(received, question.openMonth);
  const { text } = message;
  const [reading, ...others] = message.dates(null);
  if (!reading || others.length > 0) return false;
  const beside = text.replace(reading.text, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const besideDate = services.texts.say('answerWithDate.besideDate');
  if (!beside.every((word) => isWordingOf(word, besideDate))) return false;
  // Who was asked back is not asked twice: what was claimed or activated lies behind.
  const tense = question.role === 'release' ? 'future' : 'past';
  const readings = message.dates(tense);
  const isAnswered = await answerReadings(context, readings, text, question, memory, services);
  if (!isAnswered) await answerQuestion(context, question.topic.slice('faq.'.length), services);
  return true;
}

async function answerReadings(
  context: TurnContext,
  readings: readonly DateReading[],
  text: string,
  question: DateQuestion,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const { topic } = question;
  const asksAbout = (reading: DateReading): DateQuestion => {
    const said = question.role === 'release' ? 'unsaid' : dateRoleAt(text, reading.offset);
    return { topic, role: said === 'unsaid' ? question.role : said };
  };
  const doubtful = readings.find(isDoubtful);
  if (doubtful) {
    memory.dateQuestion = { ...asksAbout(doubtful), ...openMonthOf(doubtful) };
    await askForDate(context, doubtful, services);
    return true;
  }
  const replies: Reply[] = [];
  for (const reading of readings) {
    const asked = asksAbout(reading);
    const reply = await replyAboutDate(reading, asked.role, services);
    if (!reply) continue;
    memory.dateQuestion = asked;
    replies.push(reply);
  }
  for (const reply of replies) await send(context, reply);
  return replies.length > 0;
}

function openMonthOf(reading: DateReading): Pick<DateQuestion, 'openMonth'> {
  const isDayMissing = reading.kind === 'invalid' && reading.reason.code === 'dayBeyondMonth';
  return isDayMissing ? { openMonth: reading.reason.month } : {};
}

function isDoubtful(reading: DateReading): boolean {
  return reading.kind === 'invalid' || reading.ambiguity !== null;
}
