import {
  calendarDay,
  dayOf,
  knownFact,
  unknownFact,
  yearOf,
  type AccountFacts,
  type CalendarDay,
  type Fact,
} from '../../rules/index.ts';
import type { DemoAccount, DemoConfirmation } from './demoReaders.ts';

/** Machine name of the demo library, as it stands in a fact's `source`. */
export const demoSystem = 'demo';

/**
 * The facts of a demo account on the day `now`. They are told relative to that day, so that a reader
 * who is there to show a case shows it in any year.
 */
export function demoFacts(account: DemoAccount, now: Date): AccountFacts {
  const tell = <Stored, Value>(
    stored: Stored | 'unknown',
    read: (value: Stored) => Value,
  ): Fact<Value> =>
    stored === 'unknown' ? unknownFact : knownFact(read(stored as Stored), demoSystem, now);
  const asIs = (count: number): number => count;

  return {
    balance: tell(account.balance, asIs),
    loansThisYear: tell(account.loansThisYear, asIs),
    dataConfirmedOn: tell(account.dataConfirmed, (when) => confirmedOn(when, dayOf(now))),
    overdueItems: tell(account.overdueItems, asIs),
  };
}

function confirmedOn(when: DemoConfirmation, today: CalendarDay): CalendarDay | null {
  switch (when) {
    case 'thisYear': {
      const midJanuary = calendarDay(`${yearOf(today)}-01-15`);
      // Before 15 January that day is still to come: then staff confirmed the data today.
      return today < midJanuary ? today : midJanuary;
    }
    case 'lastYear':
      return calendarDay(`${yearOf(today) - 1}-03-12`);
    case 'never':
      return null;
  }
}
