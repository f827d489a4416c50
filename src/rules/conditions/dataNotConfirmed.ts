import { dayOf, yearOf } from '../calendar.ts';
import { dependsOn, fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import { isInGrace } from '../grace.ts';
import type { Policy } from '../policy.ts';

/** FAQ question 9: "nie dokonałaś/-eś aktualizacji swoich danych w bieżącym roku kalendarzowym". */
export function dataNotConfirmed(
  { account }: Facts,
  policy: Policy,
  now: Date,
): Finding<'data_not_confirmed'> {
  const fact = account.dataConfirmedOn;
  if (!fact.known) return dependsOn('dataConfirmedOn');

  const today = dayOf(now);
  const year = yearOf(today);
  const confirmedIn = fact.value && yearOf(fact.value);
  if (confirmedIn === year) return passes;
  if (confirmedIn === year - 1 && isInGrace(today, policy)) return passes;

  // What was read before this year began cannot deny a confirmation made since.
  if (yearOf(dayOf(fact.asOf)) < year) return dependsOn('dataConfirmedOn');
  return fails({ id: 'data_not_confirmed', year, confirmedOn: fact.value });
}
