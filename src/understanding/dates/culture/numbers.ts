import { ParseResult, type ExtractResult } from '@microsoft/recognizers-text';
import {
  BaseNumberExtractor,
  BaseNumberParser,
  Constants,
  EnglishNumberParserConfiguration,
  RegExpUtility,
} from '@microsoft/recognizers-text-number';
import { numberOf, numberWord } from '../words/numbers.ts';
import { unitWord } from '../words/units.ts';

/** Numbers that count a unit of time; others are no business of a date. */
export class PolishNumberExtractor extends BaseNumberExtractor {
  protected override extractType = Constants.SYS_NUM;
  override regexes = [
    {
      regExp: RegExpUtility.getSafeRegExp(
        `(?<![a-z\\d.,/:-])${numberWord}(?= ?${unitWord}(?![a-z]))`,
        'gis',
      ),
      value: 'Integer',
    },
  ];
}

export class NoNumberExtractor extends BaseNumberExtractor {
  override regexes = [];

  override extract(): ExtractResult[] {
    return [];
  }
}

export class PolishNumberParser extends BaseNumberParser {
  constructor() {
    // Asked for by the base class, and unused: parse() is replaced.
    super(new EnglishNumberParserConfiguration());
  }

  override parse(extracted: ExtractResult): ParseResult {
    const result = new ParseResult(extracted);
    result.value = numberOf(extracted.text);
    return result;
  }
}
