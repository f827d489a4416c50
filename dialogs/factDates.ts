import {
  dayOf,
  type AccountFactName,
  type AccountFacts,
  type CalendarDay,
} from '../src/rules/index.ts';
import { formatDay } from '../src/text/index.ts';
import type { Services } from './services.ts';

const names: readonly AccountFactName[] = [
  'balance',
  'loansThisYear',
  'dataConfirmedOn',
  'overdueItems',
];

/**
 * A line for each earlier day from which a fact is, to stand below a verdict; nothing when all facts
 * are of today. A reader who paid yesterday must see why the bot does not know it yet.
 */
export function factDates(
  account: AccountFacts,
  at: Date,
  { texts: { say } }: Pick<Services, 'texts'>,
): string {
  const byDay = new Map<CalendarDay, AccountFactName[]>();
  for (const name of names) {
    const fact = account[name];
    if (!fact.known || dayOf(fact.asOf) >= dayOf(at)) continue;
    const day = dayOf(fact.asOf);
    byDay.set(day, [...(byDay.get(day) ?? []), name]);
  }
  return [...byDay]
    .map(([day, facts]) => {
      const listed = facts.map((name) => say(`checkEligibility.fact.${name}`)).join(', ');
      return `\n\n${say('checkEligibility.asOf', { day: formatDay(day), facts: listed })}`;
    })
    .join('');
}
