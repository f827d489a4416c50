import type { ExtractResult } from '@microsoft/recognizers-text';
import { dayOfMonth, type Meaning, type Year } from '../meaning/meaning.ts';
import { dayOf, dayWithMonth } from '../words/days.ts';
import { MeaningData, meaningOf } from './meaningData.ts';

/** "10 i 15 sierpnia", "10, 11 lub 12 sierpnia", "12-go i 15-go października". */
const inAList = new RegExp(
  `(?<![a-z0-9.,:/-])(?<!\\b(?:o|nr|godz\\.?|mam|po) )(${dayWithMonth})\\.?(?:, ?|\\/| (?:i|oraz|lub|albo|czy|ani|badz|na) )$`,
);
/** "pobrałem 10, aktywowałem 15 sierpnia": the day stands right behind its own verb. */
const behindAVerb =
  /(?<=l(?:em|am|ismy|ysmy) |\b(?:dnia|dniu|od|do|z|na) )(\d{1,2})\.?(?:,|, a| a| i)(?: [a-z]+){1,3} (?:we? )?$/;

/**
 * Days that leave the month to a later date of the sentence, added to `found`. The added results
 * are as long as the day number alone.
 */
export function borrowMonths(found: ExtractResult[], source: string): ExtractResult[] {
  const borrowers = found.flatMap((lender) => borrowersOf(lender, source));
  const apart = found.filter(({ start }) => !borrowers.some((other) => other.start === start));
  return [...apart, ...borrowers].sort((a, b) => a.start - b.start);
}

function borrowersOf(lender: ExtractResult, source: string): ExtractResult[] {
  const lent = monthAndYear(meaningOf(lender));
  if (lent === null) return [];
  const from = Math.max(0, lender.start - 80);
  const before = source.slice(from, lender.start);
  const match = inAList.exec(before) ?? behindAVerb.exec(before);
  const said = match?.[1];
  if (match === null || said === undefined) return [];
  const day = dayOf(said);
  const start = from + match.index + match[0].indexOf(said);
  const borrower: ExtractResult = {
    start,
    length: said.length,
    text: said,
    type: lender.type,
    metaData: new MeaningData(dayOfMonth(day, lent.month, lent.year)),
  };
  return [...borrowersOf(borrower, source), borrower];
}

type MonthAndYear = { readonly month: number; readonly year: Year | null };

function monthAndYear(meaning: Meaning | undefined): MonthAndYear | null {
  if (meaning?.is === 'onWeekday') return monthAndYear(meaning.day);
  if (meaning?.is === 'between') return monthAndYear(meaning.from);
  if (meaning?.is !== 'within' || meaning.part.is !== 'day' || meaning.of.is !== 'month') {
    return null;
  }
  return { month: meaning.of.month, year: meaning.of.year };
}
