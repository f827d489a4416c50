import { dependsOn, fails, passes, type Finding } from '../condition.ts';
import { measured } from '../fact.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';

/** FAQ question 9: "masz nieuregulowaną karę". An overpaid account is below every threshold. */
export function unpaidFine({ account }: Facts, policy: Policy): Finding<'unpaid_fine'> {
  const balance = measured(account.balance);
  if (!balance.known) return dependsOn('balance');

  const amount = Math.round(balance.value);
  return amount > policy.toleratedDebt ? fails({ id: 'unpaid_fine', amount }) : passes;
}
