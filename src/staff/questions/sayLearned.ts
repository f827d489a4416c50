import {
  createUnderstand,
  type IntentModel,
  type Understanding,
} from '../../understanding/index.ts';
import type { RivalScores } from './rivalCheck.ts';
import { outcomeOf, sayReading } from './sayReading.ts';
import type { StaffContext } from '../staffContext.ts';

type Words = Pick<StaffContext, 'say' | 'texts'>;
type Models = { readonly before: IntentModel; readonly after: IntentModel };
type Reading = {
  readonly text: string;
  readonly before: Understanding;
  readonly after: Understanding;
};

const shownChanges = 20;
/** Training visits the messages in another order when there is one more: so much changes by chance. */
const chance = 0.005;

const percent = new Intl.NumberFormat('pl-PL', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** How the new example and the questions still open are understood before and after. */
export function sayReadings(
  example: string,
  others: readonly string[],
  models: Models,
  words: Words,
): readonly string[] {
  const { say } = words;
  const read = { before: createUnderstand(models.before), after: createUnderstand(models.after) };
  const readingOf = (text: string): Reading => ({
    text,
    before: read.before(text),
    after: read.after(text),
  });
  const changed = others.map(readingOf).filter(isChanged);
  const shown = changed.slice(0, shownChanges);
  const hidden = changed.length - shown.length;
  const same = others.length - changed.length;
  return [
    say('staff.questions.change', sayBoth(readingOf(example), words)),
    ...(changed.length > 0 ? [say('staff.questions.otherChanges')] : []),
    ...shown.map((reading) => `  ${say('staff.questions.otherChange', sayBoth(reading, words))}`),
    ...(hidden > 0 ? [`  ${say('staff.questions.moreChanges', { count: hidden })}`] : []),
    ...(same > 0 ? [say('staff.questions.unchanged', { count: same })] : []),
  ];
}

/** Whether the bot still understands what it was taught before. */
export function sayScores(
  { before, after }: RivalScores,
  file: string,
  { say }: Words,
): readonly string[] {
  const isWorse =
    after.rightFirst < before.rightFirst - chance || after.wrong > before.wrong + chance;
  return [
    say('staff.questions.scores', {
      count: before.count,
      rightBefore: percent.format(before.rightFirst),
      rightAfter: percent.format(after.rightFirst),
      wrongBefore: percent.format(before.wrong),
      wrongAfter: percent.format(after.wrong),
    }),
    isWorse ? say('staff.questions.worse', { file }) : say('staff.questions.notWorse'),
    say('staff.questions.restart'),
  ];
}

function isChanged({ before, after }: Reading): boolean {
  return outcomeOf(before) !== outcomeOf(after);
}

function sayBoth({ text, before, after }: Reading, { say, texts }: Words) {
  return {
    text,
    before: sayReading(say, texts, before),
    after: sayReading(say, texts, after),
  };
}
