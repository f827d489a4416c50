import { dayOf, unknownFact, yearOf, type AccountFacts, type Fact } from '../../rules/index.ts';
import type { CardNumber } from '../readerAccounts.ts';
import {
  account,
  attributes,
  checkouts,
  patron,
  readAnswer,
  type KohaCheckouts,
  type KohaPatron,
} from './kohaAnswers.ts';
import type { KohaClient } from './kohaClient.ts';
import {
  balanceOf,
  confirmedByAttribute,
  confirmedByRenewal,
  loansOf,
  overdueOf,
  pageSize,
} from './kohaFacts.ts';
import { KohaError } from './kohaError.ts';
import type { KohaSettings } from './kohaOptions.ts';

/** The one patron with exactly this card; `null` when there is none. */
export async function patronOf(koha: KohaClient, card: CardNumber): Promise<KohaPatron | null> {
  const answer = await koha.get('/patrons', { q: JSON.stringify({ cardnumber: card }) });
  const found = readAnswer(answer, 200, patron.array(), 'a patron');
  const exact = found.filter(({ cardnumber }) => cardnumber === card);
  // A Koha that ignores the question answers with its first page: then nothing is known.
  const [only] = exact;
  return found.length === 1 && only ? only : null;
}

export async function patronById(koha: KohaClient, id: number): Promise<KohaPatron> {
  const found = readAnswer(await koha.get(`/patrons/${id}`), 200, patron, 'a patron');
  if (found.patron_id === id) return found;
  throw new KohaError('KOHA_ANSWER', 'Koha answered about another patron than the one asked for.');
}

/** The facts about a patron as of `asOf`. Each part that fails leaves its own facts unknown. */
export async function factsOf(
  koha: KohaClient,
  who: KohaPatron,
  settings: KohaSettings,
  asOf: Date,
): Promise<AccountFacts> {
  const [balance, current, returned, dataConfirmedOn] = await Promise.all([
    readBalance(koha, who.patron_id, asOf).catch(() => unknownFact),
    readCheckouts(koha, who.patron_id, null).catch(() => null),
    readCheckouts(koha, who.patron_id, yearOf(dayOf(asOf))).catch(() => null),
    readConfirmation(koha, who, settings, asOf).catch(() => unknownFact),
  ]);
  return {
    balance,
    loansThisYear: loansOf({ current, returned }, who, settings, asOf),
    dataConfirmedOn,
    overdueItems: current === null ? unknownFact : overdueOf(current, asOf),
  };
}

async function readBalance(koha: KohaClient, id: number, asOf: Date): Promise<Fact<number>> {
  const answer = await koha.get(`/patrons/${id}/account`);
  return balanceOf(readAnswer(answer, 200, account, 'an account').balance, asOf);
}

/** Current loans, or with `returnedIn` those of that year that were returned. */
async function readCheckouts(
  koha: KohaClient,
  id: number,
  returnedIn: number | null,
): Promise<KohaCheckouts> {
  const answer = await koha.get('/checkouts', {
    patron_id: String(id),
    _per_page: String(pageSize),
    ...(returnedIn !== null && {
      checked_in: 'true',
      // A day before the year begins: Koha's server may live in another time zone. Counted again here.
      q: JSON.stringify({ checkout_date: { '>=': `${returnedIn - 1}-12-31` } }),
    }),
  });
  const found = readAnswer(answer, 200, checkouts, 'loans');
  if (found.every((loan) => loan.patron_id === id)) return found;
  throw new KohaError('KOHA_ANSWER', 'Koha answered with loans of other patrons.');
}

async function readConfirmation(
  koha: KohaClient,
  who: KohaPatron,
  { dataConfirmed }: KohaSettings,
  asOf: Date,
): Promise<AccountFacts['dataConfirmedOn']> {
  if (dataConfirmed === undefined) return unknownFact;
  if (dataConfirmed === 'renewalDate') return confirmedByRenewal(who, asOf);
  const answer = await koha.get(`/patrons/${who.patron_id}/extended_attributes`);
  const all = readAnswer(answer, 200, attributes, 'extended attributes');
  return confirmedByAttribute(all, dataConfirmed.attribute, asOf);
}
