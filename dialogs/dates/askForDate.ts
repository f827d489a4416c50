import type { TurnContext } from 'botbuilder';
import { calendarDay } from '../../src/rules/index.ts';
import { formatDay, formatMonthName, formatShortDay } from '../../src/text/index.ts';
import type { DateReading } from '../../src/understanding/index.ts';
import { send } from '../conversation.ts';
import type { Services } from '../services.ts';

/** Asks back about a date that is in no calendar, or that may be one of two. Never guesses a neighbour. */
export async function askForDate(
  context: TurnContext,
  reading: DateReading,
  { texts: { say } }: Services,
): Promise<void> {
  if (reading.kind === 'invalid') {
    const { reason } = reading;
    const text =
      reason.code === 'dayBeyondMonth'
        ? say('askForDate.dayBeyondMonth', {
            month: formatMonthName(reason.month),
            days: reason.days,
          })
        : say('askForDate.noSuchDate', { date: reading.text });
    return send(context, { id: `askForDate.${reason.code}`, text });
  }
  const days = [reading.start, reading.ambiguity?.otherStart]
    .flatMap((day) => (day ? [calendarDay(day)] : []))
    .sort();
  const [one = reading.text, other = reading.text] = days.map(formatDay);
  await send(context, {
    id: 'askForDate.ambiguous',
    text: say('askForDate.ambiguous', { one, other }),
    buttons: days.map(formatShortDay),
  });
}
