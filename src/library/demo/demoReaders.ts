import type { CardNumber } from '../readerAccounts.ts';

/** When staff last confirmed a demo reader's data, seen from the day on which it is read. */
export type DemoConfirmation = 'thisYear' | 'lastYear' | 'never';

/** What the demo library knows about a card. `unknown`: it cannot tell, as real systems often cannot. */
export type DemoAccount = {
  /** Debt in grosze; negative when overpaid. */
  readonly balance: number | 'unknown';
  readonly loansThisYear: number | 'unknown';
  readonly dataConfirmed: DemoConfirmation | 'unknown';
  readonly overdueItems: number | 'unknown';
  readonly isBlocked: boolean;
};

/** A reader who does not exist, with a password that everybody may know. */
export type DemoReader = {
  readonly card: CardNumber;
  readonly password: string;
  /** Names of novels and plays, each followed by the words for "fictional person". */
  readonly name: string;
  /** Which case of the regulation the reader is there to show, in English for the operator. */
  readonly shows: string;
  readonly account: DemoAccount;
};

const inOrder: DemoAccount = {
  balance: 0,
  loansThisYear: 4,
  dataConfirmed: 'thisYear',
  overdueItems: 0,
  isBlocked: false,
};

/** The readers of the demo library: one for each condition of FAQ question 9, and some mixtures. */
export const demoReaders = {
  eligible: reader('1001', 'lalka1890', 'Stanisław Wokulski', 'may claim a code'),
  alsoEligible: reader('1002', 'promien1897', 'Marcin Borowicz', 'may claim a code, too'),
  finedReader: reader('1003', 'wachlarz12', 'Izabela Łęcka', 'owes 12.50 zł', { balance: 1250 }),
  withoutLoan: reader('1004', 'sklep1878', 'Ignacy Rzecki', 'borrowed nothing this year', {
    loansThisYear: 0,
  }),
  unconfirmed: reader('1005', 'soplicowo1', 'Tadeusz Soplica', 'did not confirm the data', {
    dataConfirmed: 'lastYear',
  }),
  overdue: reader('1006', 'ogrodek1811', 'Zosia Horeszkówna', 'keeps 2 items too long', {
    overdueItems: 2,
  }),
  notActivated: reader('1007', 'robak1812', 'Jacek Soplica', "did not activate last month's code"),
  alreadyClaimed: reader('1008', 'zegarek1834', 'Telimena', "holds this month's code already"),
  severalReasons: reader('1009', 'kmita1655', 'Andrzej Kmicic', 'owes 8.00 zł, data, 3 overdue', {
    balance: 800,
    dataConfirmed: 'never',
    overdueItems: 3,
  }),
  cannotTell: reader('1010', 'szabla1672', 'Michał Wołodyjowski', 'loans and data cannot be read', {
    loansThisYear: 'unknown',
    dataConfirmed: 'unknown',
  }),
  refusedAndUnknown: reader('1011', 'boryna1904', 'Jagna Borynowa', '1 overdue, loans unknown', {
    loansThisYear: 'unknown',
    overdueItems: 1,
  }),
  blocked: reader('1012', 'fortel1648', 'Onufry Zagłoba', 'blocked card: sign-in is refused', {
    isBlocked: true,
  }),
} as const satisfies Record<string, DemoReader>;

/** The demo readers in the order in which an operator should see them. */
export const demoReaderList: readonly DemoReader[] = Object.values(demoReaders);

function reader(
  number: string,
  password: string,
  name: string,
  shows: string,
  differences: Partial<DemoAccount> = {},
): DemoReader {
  return {
    // The demo library is the one that writes these numbers, so this is where the brand is given.
    card: `90${number}` as CardNumber,
    password,
    name: `${name} (postać fikcyjna)`,
    shows,
    account: { ...inOrder, ...differences },
  };
}
