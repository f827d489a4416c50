import { dayOf, yearOf } from '../calendar.ts';
import { dependsOn, fails, passes, type Finding } from '../condition.ts';
import { measured, unknownFact, type Fact } from '../fact.ts';
import type { Facts } from '../facts.ts';
import { isInGrace } from '../grace.ts';
import type { Policy } from '../policy.ts';

/** FAQ question 9: "nie wypożyczyłaś/-eś żadnej książki w bieżącym roku". */
export function noLoanThisYear(
  { account }: Facts,
  policy: Policy,
  now: Date,
): Finding<'no_loan_this_year'> {
  const needed = policy.loansNeeded;
  if (needed <= 0) return passes;

  const today = dayOf(now);
  const thisYear = countedIn(yearOf(today), account.loansThisYear);
  const lastYear = isInGrace(today, policy)
    ? countedIn(yearOf(today), account.loansLastYear ?? unknownFact)
    : null;

  if (reaches(needed, thisYear) || (lastYear && reaches(needed, lastYear))) return passes;
  if (!thisYear.known || lastYear?.known === false) return dependsOn('loansThisYear');
  return fails({
    id: 'no_loan_this_year',
    year: yearOf(today),
    loans: thisYear.value,
    needed,
  });
}

/** "This year" in a count is the year of the counting: a count of another year says nothing now. */
function countedIn(year: number, fact: Fact<number>): Fact<number> {
  const count = measured(fact);
  return count.known && yearOf(dayOf(count.asOf)) === year ? count : unknownFact;
}

function reaches(needed: number, loans: Fact<number>): boolean {
  return loans.known && loans.value >= needed;
}
