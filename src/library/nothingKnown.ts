import { unknownFact } from '../rules/index.ts';

/** What a system tells of a card it does not know, and of every card while it does not answer. */
export const nothingKnown = {
  balance: unknownFact,
  loansThisYear: unknownFact,
  dataConfirmedOn: unknownFact,
  overdueItems: unknownFact,
} as const;
