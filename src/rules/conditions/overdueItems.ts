import { dependsOn, fails, passes, type Finding } from '../condition.ts';
import { measured } from '../fact.ts';
import type { Facts } from '../facts.ts';

/** FAQ question 9: "upłynął termin zwrotu książek". What is overdue, the library's system says. */
export function overdueItems({ account }: Facts): Finding<'overdue_items'> {
  const overdue = measured(account.overdueItems);
  if (!overdue.known) return dependsOn('overdueItems');
  return overdue.value > 0 ? fails({ id: 'overdue_items', count: overdue.value }) : passes;
}
