import {
  addMonths,
  calendarDay,
  dayOf,
  knownFact,
  lastDayOf,
  monthOfDay,
  unknownFact,
  yearOf,
  type AccountFactName,
  type AccountFacts,
  type CalendarDay,
  type Fact,
} from '../../rules/index.ts';
import { amountOf } from './amountOf.ts';
import type { PatronRecord } from './protocol/patronRecord.ts';
import type { Sip2Settings } from './sip2Settings.ts';

/** Machine name of the source, as it stands in a fact. */
export const sip2System = 'sip2';

/** What SIP2 can tell: never how much was borrowed this year, for it knows no day of a loan. */
export function sip2Facts(
  record: PatronRecord,
  settings: Pick<Sip2Settings, 'currency' | 'absentBalance' | 'monthsConfirmed'>,
  asOf: Date,
): AccountFacts {
  const known = <Value>(value: Value | null): Fact<Value> =>
    value === null ? unknownFact : knownFact(value, sip2System, asOf);
  return {
    balance: known(balanceOf(record, settings)),
    loansThisYear: unknownFact,
    dataConfirmedOn: known(confirmedOn(record, settings, dayOf(asOf))),
    overdueItems: known(record.counts.overdue),
  };
}

/** The facts it can never tell with these settings. */
export function untoldBy({
  monthsConfirmed,
  message,
}: Pick<Sip2Settings, 'monthsConfirmed' | 'message'>): readonly AccountFactName[] {
  return [
    'loansThisYear',
    ...(monthsConfirmed === undefined ? (['dataConfirmedOn'] as const) : []),
    // A 24 has no counts.
    ...(message === 'patronStatus' ? (['overdueItems'] as const) : []),
  ];
}

function balanceOf(
  { balance, hasBalance, currency, counts }: PatronRecord,
  settings: Pick<Sip2Settings, 'currency' | 'absentBalance'>,
): number | null {
  if (hasBalance) {
    const isOurs = currency === null || currency === settings.currency;
    return isOurs && balance !== null ? amountOf(balance) : null;
  }
  switch (settings.absentBalance) {
    case 'zeroWithoutFines':
      return counts.fines === 0 ? 0 : null;
    case 'zero':
      return counts.fines === null || counts.fines === 0 ? 0 : null;
    case 'unknown':
      return null;
  }
}

function confirmedOn(
  { expiresOn }: PatronRecord,
  { monthsConfirmed }: Pick<Sip2Settings, 'monthsConfirmed'>,
  today: CalendarDay,
): CalendarDay | null {
  if (monthsConfirmed === undefined || expiresOn === null) return null;
  const expiry = dayFrom(expiresOn);
  if (expiry === null) return null;
  const confirmed = monthsBefore(expiry, monthsConfirmed);
  if (confirmed <= today) return confirmed;
  // Libraries that extend to the end of a year: it happened this year, and not after today.
  return yearOf(confirmed) === yearOf(today) ? today : null;
}

function monthsBefore(day: CalendarDay, count: number): CalendarDay {
  const month = addMonths(monthOfDay(day), -count);
  const last = lastDayOf(month);
  const same = `${month}${day.slice(7)}`;
  return same > last ? last : calendarDay(same);
}

function dayFrom(text: string): CalendarDay | null {
  try {
    return calendarDay(text);
  } catch {
    return null;
  }
}
