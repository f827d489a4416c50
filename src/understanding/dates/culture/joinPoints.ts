import type { ExtractResult } from '@microsoft/recognizers-text';
import { Token } from '@microsoft/recognizers-text-date-time';
import type { Meaning } from '../meaning/meaning.ts';
import { MeaningData, meaningOf } from './meaningData.ts';

const fromWord = /\bod (?:dnia )?$/;
const betweenWord = /\b(?:miedzy|pomiedzy) $/;

/** "od 10 sierpnia do 15 września", "między majem a lipcem", "10.08 - 15.09": neighbours of `points`. */
export function joinPoints(points: readonly ExtractResult[], source: string): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const joined = joinTwo(points[index], points[index + 1], source);
    if (joined === null) continue;
    tokens.push(joined);
    index += 1;
  }
  return tokens;
}

function joinTwo(
  first: ExtractResult | undefined,
  second: ExtractResult | undefined,
  source: string,
): Token | null {
  const from = first && meaningOf(first);
  const to = second && meaningOf(second);
  if (from === undefined || to === undefined || from.is === 'between' || to.is === 'between') {
    return null;
  }
  const before = source.slice(0, first?.start);
  const middle = source.slice((first?.start ?? 0) + (first?.length ?? 0), second?.start);
  const led = fromWord.exec(before) ?? betweenWord.exec(before);
  const joins = betweenWord.test(before)
    ? /^,? (?:a|i) (?:dniem )?$/.test(middle)
    : led
      ? /^,? ?(?:az do|do|-) ?(?:dnia )?$/.test(middle)
      : /^ ?(?:do(?: dnia)?|-) ?$/.test(middle) && isSameKind(from, to);
  if (!joins || second === undefined) return null;
  const start = led ? led.index : (first?.start ?? 0);
  return new Token(
    start,
    second.start + second.length,
    new MeaningData({ is: 'between', from, to }),
  );
}

/** "jutro - 10 sierpnia" says one day twice; "10 sierpnia - 12 września" is a range. */
function isSameKind(from: Meaning, to: Meaning): boolean {
  const kindOf = (meaning: Meaning): string =>
    meaning.is === 'onWeekday' ? kindOf(meaning.day) : meaning.is;
  return kindOf(from) === kindOf(to) && kindOf(from) !== 'shifted';
}
