import { listConfusions, scoreLabels } from './labelScores.ts';
import type { RankedOutcome } from './readMessages.ts';
import { isRight, isWrongAnswer, scoreOutcomes } from './scoreOutcomes.ts';
import { thresholdCurve } from './thresholdCurve.ts';

/** Outcomes of a set of messages under the name the report gives it. */
export type NamedOutcomes = { readonly name: string; readonly outcomes: readonly RankedOutcome[] };

export type ReportData = {
  /** The main set first: its labels, confusions and misses are listed one by one. */
  readonly sets: readonly [NamedOutcomes, ...NamedOutcomes[]];
  /** Messages of the set the thresholds are chosen on, for the curve. */
  readonly thresholdOutcomes: readonly RankedOutcome[];
  /** Messages that must not be answered and yet are. */
  readonly answeredRejects: readonly string[];
  /** Of the messages with several questions, how many get all their answers in order. */
  readonly severalQuestions: { readonly right: number; readonly count: number };
};

/** How well messages are understood, as lines of text for whoever works on the understanding. */
export function understandingReport(data: ReportData): string[] {
  const [main] = data.sets;
  const { right, count } = data.severalQuestions;
  return [
    ...section('Totals', totalLines(data.sets)),
    `Several questions in one message, all answered in order: ${String(right)} of ${String(count)}`,
    ...section('Messages that must not be answered, and are', data.answeredRejects),
    ...section(`Labels (${main.name})`, labelLines(main.outcomes)),
    ...section(`Confusions (${main.name})`, confusionLines(main.outcomes)),
    ...section('Threshold curve (threshold messages)', curveLines(data.thresholdOutcomes)),
    ...section(`Wrong answers (${main.name})`, missLines(main.outcomes.filter(isWrongAnswer))),
    ...section(
      `Other misses: the first label is not the one meant (${main.name})`,
      missLines(main.outcomes.filter((each) => !isWrongAnswer(each) && !isFirstRight(each))),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, '-'.repeat(title.length), ...(lines.length > 0 ? lines : ['none'])];
}

function totalLines(sets: readonly NamedOutcomes[]): string[] {
  const head = row(34, ['', 'count', 'first', 'wrong', 'oosAns', 'answered', 'asked', 'listed']);
  return [
    head,
    ...sets.map(({ name, outcomes }) => {
      const scores = scoreOutcomes(outcomes);
      return row(34, [
        name,
        String(scores.count),
        percent(scores.rightFirst),
        percent(scores.wrong),
        percent(scores.outOfScopeAnswered),
        percent(scores.answeredRight),
        percent(scores.suggested),
        percent(scores.suggestedRight),
      ]);
    }),
    'first: first label right; wrong: answered wrongly; oosAns: out of scope, yet answered;',
    'answered: in scope, answered rightly; asked: suggestions given; listed: … the right one among',
    'them. Percent.',
  ];
}

function labelLines(outcomes: readonly RankedOutcome[]): string[] {
  return [
    row(22, ['', 'meant', 'prec.', 'recall', 'answered']),
    ...scoreLabels(outcomes).map(({ intent, meant, precision, recall, answered }) =>
      row(22, [
        intent,
        String(meant),
        precision === null ? '–' : percent(precision),
        percent(recall),
        percent(answered),
      ]),
    ),
  ];
}

function confusionLines(outcomes: readonly RankedOutcome[]): string[] {
  return listConfusions(outcomes).map(
    ({ meant, read, count }) => `${String(count).padStart(4)}  ${meant} → ${read}`,
  );
}

function curveLines(outcomes: readonly RankedOutcome[]): string[] {
  return [
    row(8, ['answer', 'doubt', 'wrong', 'oosAns', 'answered']),
    ...thresholdCurve(outcomes).map((point) =>
      row(8, [
        point.answer.toFixed(2),
        point.doubt === 1 ? '–' : point.doubt.toFixed(2),
        percent(point.wrong),
        percent(point.outOfScopeAnswered),
        percent(point.answeredRight),
      ]),
    ),
  ];
}

function missLines(outcomes: readonly RankedOutcome[]): string[] {
  return outcomes.map(({ text, intent, understanding: { decision }, ranking }) => {
    const guesses = ranking
      .slice(0, 3)
      .map((guess) => `${guess.intent} ${guess.probability.toFixed(2)}`)
      .join(', ');
    return `${intent} | ${text} | ${decision}: ${guesses}`;
  });
}

function isFirstRight(outcome: RankedOutcome): boolean {
  return isRight(outcome, outcome.understanding.intent);
}

function row(widthOfFirst: number, [first = '', ...rest]: readonly string[]): string {
  return [first.padEnd(widthOfFirst), ...rest.map((cell) => cell.padStart(9))].join('');
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
