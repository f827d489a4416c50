import type { CardNumber, ReaderAccounts, SnapshotEntry } from '../../../src/library/index.ts';
import {
  calendarDay,
  dayOf,
  instantAt,
  knownFact,
  unknownFact,
  type AccountFacts,
} from '../../../src/rules/index.ts';
import type { Clock } from '../../../src/clock.ts';

/** What became of the library's accounts since the story began; `asSeeded`: nothing. */
export type AccountsNow = 'asSeeded' | 'silent' | 'fined' | 'listed' | 'inOrder';

/** Accounts of a library in which things change while a reader talks to the bot. */
export function changeableAccounts(
  accounts: ReaderAccounts,
  clock: Clock,
  accountsNow: () => AccountsNow,
): ReaderAccounts {
  return {
    ...accounts,
    async facts(card) {
      const facts = await accounts.facts(card);
      switch (accountsNow()) {
        case 'asSeeded':
          return facts;
        case 'silent':
          return nothingKnown;
        case 'fined':
          return { ...facts, balance: knownFact(340, accounts.system, clock()) };
        case 'listed':
          return { ...facts, ...listed };
        case 'inOrder':
          return inOrder(accounts.system, clock());
      }
    },
  };
}

const nothingKnown: AccountFacts = {
  balance: unknownFact,
  loansThisYear: unknownFact,
  dataConfirmedOn: unknownFact,
  overdueItems: unknownFact,
};

const listDay = calendarDay('2026-11-20');
const listedAt = instantAt(listDay, '00:00');
const confirmedOn = calendarDay('2026-03-12');

const listed: Partial<AccountFacts> = {
  loansThisYear: knownFact(0, 'snapshot', listedAt),
  dataConfirmedOn: knownFact(confirmedOn, 'snapshot', listedAt),
};

/** The row of that list about a card. */
export function listedReader(card: CardNumber): SnapshotEntry {
  const row = { card, balance: null, overdueItems: null };
  return { day: listDay, row: { ...row, loansThisYear: 0, dataConfirmedOn: confirmedOn } };
}

function inOrder(system: string, now: Date): AccountFacts {
  return {
    balance: knownFact(0, system, now),
    loansThisYear: knownFact(1, system, now),
    dataConfirmedOn: knownFact(dayOf(now), system, now),
    overdueItems: knownFact(0, system, now),
  };
}
