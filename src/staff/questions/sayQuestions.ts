import { dayOf } from '../../rules/index.ts';
import {
  groupQuestions,
  type QuestionGroup,
  type UnansweredQuestion,
} from '../../unanswered/index.ts';
import { createUnderstand, foldedKey, rank, type IntentModel } from '../../understanding/index.ts';
import { buttonOf, entryName, sayProbability, sayReading } from './sayReading.ts';
import type { StaffContext } from '../staffContext.ts';

type Words = Pick<StaffContext, 'say' | 'texts'>;

const shownGroups = 20;
const shownWordings = 3;
/** An entry less probable than this is near in name only. */
const worthNaming = 0.05;

/** The groups of unanswered questions, the most frequent first, read with the model of the files. */
export function sayQuestions(
  questions: readonly UnansweredQuestion[],
  model: IntentModel,
  words: Words,
  { showsAll }: { readonly showsAll: boolean },
): readonly string[] {
  const { say } = words;
  const all = groupQuestions(questions);
  const groups = all.filter(({ first }) => !first.isIgnored);
  const shown = showsAll ? groups : groups.slice(0, shownGroups);
  const hidden = groups.length - shown.length;
  const ignored = all.length - groups.length;
  const count = groups.reduce((sum, group) => sum + group.questions.length, 0);
  return [
    groups.length > 0
      ? say('staff.questions.title', { questions: count, groups: groups.length })
      : say('staff.questions.none'),
    ...shown.flatMap((group) => ['', ...sayGroup(group, model, words)]),
    ...(hidden > 0 ? ['', say('staff.questions.more', { count: hidden })] : []),
    ...(ignored > 0 ? ['', say('staff.questions.ignored', { count: ignored })] : []),
    ...(groups.length > 0
      ? [
          '',
          say('staff.questions.howToAdd'),
          say('staff.questions.howToSkip'),
          say('staff.questions.checkNames'),
        ]
      : []),
  ];
}

/** The questions of a group, one of each wording, in the order they were first asked. */
export function wordingsOf({ questions }: QuestionGroup): readonly UnansweredQuestion[] {
  const wordings = new Map<string, UnansweredQuestion>();
  for (const question of questions) {
    const key = foldedKey(question.text);
    if (!wordings.has(key)) wordings.set(key, question);
  }
  return [...wordings.values()];
}

function sayGroup(group: QuestionGroup, model: IntentModel, words: Words): readonly string[] {
  const { say } = words;
  const { first, questions, lastAt } = group;
  const [firstDay, lastDay] = [dayOf(first.at), dayOf(lastAt)];
  const title = { number: first.number, count: questions.length };
  const others = wordingsOf(group).slice(1);
  const details = [
    say('staff.questions.wording', { text: first.text }),
    ...others
      .slice(0, shownWordings)
      .map(({ text, number }) => say('staff.questions.otherWording', { text, number })),
    ...(others.length > shownWordings
      ? [say('staff.questions.moreWordings', { count: others.length - shownWordings })]
      : []),
    sayNearest(model, first.text, words),
  ];
  return [
    firstDay === lastDay
      ? say('staff.questions.groupOfDay', { ...title, day: firstDay })
      : say('staff.questions.group', { ...title, firstDay, lastDay }),
    ...details.map((line) => `  ${line}`),
  ];
}

/** What the bot of the present files would answer, else the entry that comes nearest. */
function sayNearest(model: IntentModel, text: string, { say, texts }: Words): string {
  const reading = createUnderstand(model)(text);
  if (reading.decision === 'answer') {
    return say('staff.questions.understoodNow', { reading: sayReading(say, texts, reading) });
  }
  const nearest = rank(model, text).find(({ intent }) => /^(?:faq|action)\./.test(intent));
  if (!nearest || nearest.probability < worthNaming) {
    return say('staff.questions.nothingNear');
  }
  return say('staff.questions.nearest', {
    entry: entryName(nearest.intent),
    button: buttonOf(texts, nearest.intent),
    probability: sayProbability(nearest.probability),
  });
}
