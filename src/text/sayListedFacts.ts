import type { CalendarDay } from '../rules/index.ts';
import { formatMoney, formatShortDay } from './polishFormats.ts';
import type { Say } from './texts.ts';

/** What a list of readers says about one of them; `null`: it does not say. */
type Listed = {
  readonly day: CalendarDay;
  readonly row: {
    readonly balance: number | null;
    readonly loansThisYear: number | null;
    readonly dataConfirmedOn: CalendarDay | 'never' | null;
    readonly overdueItems: number | null;
  };
};

/** Says what the list that the library imported holds of a card, with its day: to the reader and to staff. */
export function sayListedFacts({ day, row }: Listed, say: Say): string {
  const { balance, loansThisYear, dataConfirmedOn, overdueItems } = row;
  const facts = [
    balance !== null && say('listedFacts.balance', { amount: formatMoney(balance) }),
    loansThisYear !== null && say('listedFacts.loansThisYear', { count: loansThisYear }),
    dataConfirmedOn === 'never' && say('listedFacts.neverConfirmed'),
    dataConfirmedOn !== null &&
      dataConfirmedOn !== 'never' &&
      say('listedFacts.dataConfirmedOn', { day: formatShortDay(dataConfirmedOn) }),
    overdueItems !== null && say('listedFacts.overdueItems', { count: overdueItems }),
  ];
  const told = facts.filter((fact) => fact !== false).join('; ');
  return say('listedFacts.entry', { day: formatShortDay(day), facts: told });
}
