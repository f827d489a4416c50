import { activateBy, contractCut, type Month, type Policy } from '../../src/rules/index.ts';
import { formatDay } from '../../src/text/index.ts';

/** What a sentence about reading with a month's code needs: its days, and an end of contract before. */
export function accessValues(month: Month, policy: Policy) {
  const contractEnd = contractCut(activateBy(month), policy);
  return {
    accessDays: policy.accessDays,
    access: contractEnd ? 'cut' : 'other',
    contractEnd: contractEnd ? formatDay(contractEnd) : '',
  } as const;
}
