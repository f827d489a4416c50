import { RegExpUtility, type Match } from '@microsoft/recognizers-text';
import type { Meaning } from '../meaning/meaning.ts';

/** The named groups of a match: the first text of a name, '' when it matched nothing. */
export type Words = {
  of(name: string): string;
  /** Every text of a name that occurs more than once, in order. */
  all(name: string): readonly string[];
};

/** One way to say a date: an expression over folded text and what a match of it means. */
export type Form = {
  readonly pattern: RegExp;
  readonly read: (words: Words) => Meaning | null;
};

/**
 * A form from the source of its expression. Groups may repeat a name. The library's groups carry
 * wrong offsets for repeated texts and wrong texts in look-arounds: read their texts only, and name
 * no group in a look-around.
 */
export function form(source: string, read: (words: Words) => Meaning | null): Form {
  return { pattern: RegExpUtility.getSafeRegExp(source, 'gis'), read };
}

export function wordsOf(match: Match): Words {
  return {
    of: (name) => match.groups(name).value,
    all: (name) => match.groups(name).captures,
  };
}
