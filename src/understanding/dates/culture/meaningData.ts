import { MetaData, type ExtractResult } from '@microsoft/recognizers-text';
import { Token } from '@microsoft/recognizers-text-date-time';
import type { Finding } from '../forms/form.ts';
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

export function tokenOf({ start, end, meaning }: Finding): Token {
  return new Token(start, end, new MeaningData(meaning));
}

export function meaningOf({ metaData }: ExtractResult): Meaning | undefined {
  return metaData instanceof MeaningData ? metaData.meaning : undefined;
}
