import type { ExtractResult } from '@microsoft/recognizers-text';
import { dayOfMonth, type Meaning, type Year } from '../meaning/meaning.ts';
import { MeaningData, meaningOf } from './meaningData.ts';

/** "10 i 15 sierpnia", "10, 11 lub 12 sierpnia". */
const inAList =
  /(?<![\d.,:/-])(?<!\b(?:o|nr|godz\.?|mam|po) )(\d{1,2})\.?(?:, ?|\/| (?:i|oraz|lub|albo|czy|ani|badz|na) )$/;
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
  const digits = match?.[1];
  if (match === null || digits === undefined) return [];
  const day = Number(digits);
  const start = from + match.index + match[0].indexOf(digits);
  const borrower: ExtractResult = {
    start,
    length: digits.length,
    text: digits,
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
