import {
  calendarDay,
  dayOf,
  knownFact,
  unknownFact,
  yearOf,
  type CalendarDay,
  type Fact,
} from '../../rules/index.ts';
import type { KohaAttributes, KohaCheckouts, KohaPatron } from './kohaAnswers.ts';
import type { KohaSettings } from './kohaOptions.ts';

/** Machine name of Koha, as it stands in a fact's `source`. */
export const kohaSystem = 'koha';

/** Koha's page size we ask for; a full page may have hidden more. */
export const pageSize = 100;

/** Values of the patron's `privacy`. */
const keepsForGood = 0;
const keepsNothing = 2;

/** Koha writes złote with a fraction; grosze are whole. */
export function balanceOf(balance: number, asOf: Date): Fact<number> {
  return knownFact(Math.round(balance * 100), kohaSystem, asOf);
}

/** Loans whose due day is over. A due day lasts to its end, whatever hour Koha writes. */
export function overdueOf(current: KohaCheckouts, asOf: Date): Fact<number> {
  const today = dayOf(asOf);
  const late = current.filter(({ due_date: due }) => due !== null && dayOf(due) < today).length;
  return late > 0 || isWhole(current) ? knownFact(late, kohaSystem, asOf) : unknownFact;
}

/**
 * Loans for use outside the library that began this year. One is proof. None is an answer only where
 * history is kept, because a loan that was returned and anonymised is gone.
 */
export function loansOf(
  seen: { readonly current: KohaCheckouts | null; readonly returned: KohaCheckouts | null },
  patron: KohaPatron,
  { keepsLoanHistory }: Pick<KohaSettings, 'keepsLoanHistory'>,
  asOf: Date,
): Fact<number> {
  const year = yearOf(dayOf(asOf));
  const { current, returned } = seen;
  const all = [...(current ?? []), ...(returned ?? [])];
  const count = all.filter(
    (loan) => loan.onsite_checkout !== true && yearOf(dayOf(loan.checkout_date)) === year,
  ).length;
  if (count > 0) return knownFact(count, kohaSystem, asOf);
  const sawAll = isWhole(current) && isWhole(returned);
  const { privacy } = patron;
  const isKept = privacy === keepsForGood || (keepsLoanHistory && privacy !== keepsNothing);
  return sawAll && isKept ? knownFact(0, kohaSystem, asOf) : unknownFact;
}

/** The latest date of the attribute; none at all means that staff never wrote one. */
export function confirmedByAttribute(
  attributes: KohaAttributes,
  type: string,
  asOf: Date,
): Fact<CalendarDay | null> {
  const values = attributes.filter((one) => one.type === type);
  const days = values.map(({ value }) => dayIn(value ?? '')).sort();
  // Something else than a date stands there: what it means is for a person to say.
  if (days.includes(null)) return unknownFact;
  const latest = days.at(-1) ?? null;
  return latest !== null && latest > dayOf(asOf)
    ? unknownFact
    : knownFact(latest, kohaSystem, asOf);
}

/** The last renewal of the card; a card that was never renewed was made with data given that day. */
export function confirmedByRenewal(patron: KohaPatron, asOf: Date): Fact<CalendarDay | null> {
  const { date_renewed: renewed, date_enrolled: enrolled } = patron;
  const latest = renewed ?? enrolled;
  if (latest === undefined || latest === null || latest > dayOf(asOf)) return unknownFact;
  return knownFact(latest, kohaSystem, asOf);
}

function isWhole(list: KohaCheckouts | null): boolean {
  return list !== null && list.length < pageSize;
}

/** `2026-03-12` or `12.03.2026`, as people type it; `null` for anything else. */
function dayIn(text: string): CalendarDay | null {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim()) ?? [];
  const iso =
    day && month && year
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : text.trim();
  try {
    return calendarDay(iso);
  } catch {
    return null;
  }
}
