import { MetaData, type ExtractResult } from '@microsoft/recognizers-text';
import { Token } from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import { wordsOf, type Form } from '../forms/form.ts';
import type { Meaning } from '../meaning/meaning.ts';

/**
 * Carries what an expression means from the extractor to the parser. The library's parsers match
 * the extracted text again, without the words around it; "konca sierpnia" would have lost its "do".
 */
export class MeaningData extends MetaData {
  readonly meaning: Meaning;

  constructor(meaning: Meaning) {
    super();
    this.meaning = meaning;
  }
}

/** The tokens of every match of the forms that means something. */
export function tokensOf(forms: readonly Form[], source: string): Token[] {
  return forms.flatMap(({ pattern, read }) =>
    RegExpUtility.getMatches(pattern, source).flatMap((match) => {
      const meaning = read(wordsOf(match));
      return meaning === null ? [] : [tokenFrom(match.index, match.value, meaning)];
    }),
  );
}

/** A token without the blanks at its ends. */
function tokenFrom(index: number, value: string, meaning: Meaning): Token {
  const start = index + value.length - value.trimStart().length;
  return new Token(start, start + value.trim().length, new MeaningData(meaning));
}

export function meaningOf({ metaData }: ExtractResult): Meaning | undefined {
  return metaData instanceof MeaningData ? metaData.meaning : undefined;
}
