import type { ModelResult } from '@microsoft/recognizers-text';
import {
  DateTimeModel,
  DateTimeOptions,
  DateTimeRecognizer,
} from '@microsoft/recognizers-text-date-time';
import { prepare } from '../text/prepare.ts';
import { PolishMergedExtractor } from './mergedExtractor.ts';
import { PolishMergedParser } from './parsers.ts';
import type { PolishResolution } from './resolution.ts';

export type PolishResult = ModelResult & { readonly resolution: PolishResolution };

export const polishCulture = 'pl-pl';

/**
 * The date model of the Polish culture. Its results lead back into the text that was asked about,
 * whatever was done to read it: `text` is a slice of it, `start` and `end` (inclusive) are offsets.
 */
export class PolishDateTimeModel extends DateTimeModel {
  constructor(options: DateTimeOptions) {
    super(new PolishMergedParser(options), new PolishMergedExtractor(options));
  }

  /**
   * Throws what goes wrong, where the base class returns what it has so far without a word.
   * `today` is a wall date: only its local year, month and day count.
   */
  override parse(query: string, today?: Date): PolishResult[] {
    if (today === undefined) throw new TypeError('Give the reference date: there is no clock here');
    const { text, origins } = prepare(query);
    return this.extractor.extract(text, today).map((extracted) => {
      const parsed = this.parser.parse(extracted, today);
      if (parsed === null) throw new Error(`No parser took "${extracted.text}"`);
      const start = origins[extracted.start] ?? 0;
      const end = origins[extracted.start + extracted.length] ?? query.length;
      return {
        start,
        end: end - 1,
        text: query.slice(start, end),
        typeName: parsed.type,
        resolution: parsed.value as PolishResolution, // set by PolishMergedParser, typed any
      };
    });
  }
}

/** Teaches a recogniser Polish dates. Registering twice on one recogniser throws. */
export function registerPolish(recognizer: DateTimeRecognizer): void {
  recognizer.registerModel(
    'DateTimeModel',
    polishCulture,
    (options) => new PolishDateTimeModel(options),
  );
}

/** A recogniser of its own; `false` keeps English from answering for a culture it does not know. */
export function createPolishModel(): PolishDateTimeModel {
  const recognizer = new DateTimeRecognizer(polishCulture, DateTimeOptions.None, true);
  registerPolish(recognizer);
  const model = recognizer.getDateTimeModel(polishCulture, false);
  if (!(model instanceof PolishDateTimeModel)) {
    throw new Error(`Another model answers for ${polishCulture} in this process`);
  }
  return model;
}
